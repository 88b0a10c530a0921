import { joursDe, MOIS, MOIS_MESURE } from './calendrier.mjs';
import { hasardDe } from './hasard.mjs';

/** @typedef {import('./modele.mjs').Essms} Essms */
/** @typedef {import('./modele.mjs').Personne} Personne */
/** @typedef {import('./modele.mjs').Message} Message */
/** @typedef {import('./modele.mjs').Depot} Depot */

/** Part (%) du volume de septembre atteinte chaque mois. */
const MONTEE = { '2025-07': 62, '2025-08': 71, '2025-09': 100 };

/** Les messages d'un ESSMS : `M` comptent en septembre (N6), les autres lignes sont là pour ne pas compter. @param {Essms} essms @param {readonly Personne[]} personnes */
export function envoyer(essms, personnes) {
  const M = essms.objectifs?.M;
  if (M === null || M === undefined) return [];
  const hasard = hasardDe(`mss ${essms.finess}`);
  return MOIS.flatMap((mois) => {
    const volume = Math.floor((M * MONTEE[mois]) / 100);
    return Array.from({ length: volume }, (_, rang) => message(essms, personnes, mois, rang, hasard)).flat();
  });
}

/** @param {Essms} essms @param {readonly Personne[]} personnes @param {string} mois @param {number} rang @param {import('./hasard.mjs').Hasard} hasard @returns {Message[]} */
function message(essms, personnes, mois, rang, hasard) {
  const actifs = personnes.filter((q) => q.role === 'actif');
  const prouve = mois === MOIS_MESURE && rang === 0 ? actifs.find((q) => q.trace === 'message') : undefined;
  const p = prouve ?? hasard.choisir(actifs);
  const envoi = {
    finess_et: p.finess_et,
    id_dossier: prouve || hasard.chance(80) ? p.id : '',
    date: hasard.choisir(joursDe(mois)),
    destinataire: hasard.chance(66) ? 'professionnel' : 'usager',
    id_message: `M${essms.finess.slice(5, 8)}${mois.slice(5)}${String(rang).padStart(4, '0')}`,
    sens: 'envoye',
    etat: 'envoye',
  };
  const lignes = [envoi];
  // Une ligne par destinataire : un même message compte une fois.
  if (hasard.chance(8)) lignes.push({ ...envoi, destinataire: 'professionnel' });
  if (hasard.chance(15)) lignes.push({ ...envoi, id_message: `R${envoi.id_message.slice(1)}`, sens: 'recu' });
  if (hasard.chance(4))
    lignes.push({ ...envoi, id_message: `E${envoi.id_message.slice(1)}`, etat: 'rejete' });
  return lignes;
}

/** Les dépôts au DMP (N7). @param {Essms} essms @param {readonly Personne[]} personnes @returns {Depot[]} */
export function deposer(essms, personnes) {
  if (essms.objectifs?.B === null || !essms.objectifs) return [];
  const hasard = hasardDe(`dmp ${essms.finess}`);
  return MOIS.flatMap((mois) =>
    personnes
      .filter((p) => p.role !== 'hors_population')
      .flatMap((p) => {
        const reussi = mois === MOIS_MESURE ? p.dmp : hasard.chance(p.dmp ? 65 : 25);
        const exclu = p.sejours.some((s) => s.eligible_projet === 'non');
        if (reussi || (exclu && hasard.chance(30))) {
          return Array.from({ length: hasard.entier(1, 2) }, () => depot(p, mois, 'depose', hasard));
        }
        return hasard.chance(4) ? [depot(p, mois, 'echec', hasard)] : [];
      }),
  );
}

/** @param {Personne} p @param {string} mois @param {string} etat @param {import('./hasard.mjs').Hasard} hasard @returns {Depot} */
function depot(p, mois, etat, hasard) {
  const ins = hasard.chance(92) ? 'oui' : 'non';
  return { finess_et: p.finess_et, id_dossier: p.id, date: hasard.choisir(joursDe(mois)), ins, etat };
}

/** Décomptes mensuels de MSSanté (N8). @param {Essms} essms @returns {import('./modele.mjs').DecompteMss[]} */
export function decompterMss(essms) {
  const M = essms.objectifs?.M;
  if (M === null || M === undefined) return [];
  return MOIS.map((mois) => {
    const total = Math.floor((M * MONTEE[mois]) / 100);
    const usagers = Math.floor(total / 3);
    return {
      finess_et: essms.finess,
      mois,
      professionnels: total - usagers,
      usagers,
      dossiersProfessionnel: Math.floor(((total - usagers) * 3) / 4),
      dossiersUsager: Math.floor(usagers / 2),
      trois: Math.floor(usagers / 4),
    };
  });
}

/** Décomptes mensuels de DMP ; celui de septembre manque à l'ITEP. @param {Essms} essms @returns {import('./modele.mjs').DecompteDmp[]} */
export function decompterDmp(essms) {
  const itep = essms.nom === 'ITEP La Clairière';
  const B = itep ? 36 : essms.objectifs?.B;
  if (B === null || B === undefined) return [];
  return MOIS.filter((mois) => !itep || mois !== MOIS_MESURE).map((mois) => {
    const dossiers = Math.floor((B * MONTEE[mois]) / 100);
    return {
      finess_et: essms.finess,
      mois,
      dossiers,
      avecIns: dossiers + 3,
      sansIns: Math.floor(dossiers / 10),
    };
  });
}
