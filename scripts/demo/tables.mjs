import { daterActivites, journaliser } from './activite.mjs';
import { planifier, recurrences } from './agenda.mjs';
import { fenetreDe, MOIS } from './calendrier.mjs';
import { hasardDe } from './hasard.mjs';
import { decompterDmp, decompterMss, deposer, envoyer } from './partage.mjs';
import { ANTENNE, ESSMS } from './perimetre.mjs';
import { peupler } from './population.mjs';
import { ecrireProjets } from './projets.mjs';
import { population } from './reference.mjs';

/** @typedef {import('./modele.mjs').Personne} Personne */
/** @typedef {import('./modele.mjs').Tables} Tables */

/** Les lignes saines de la grappe, toutes tables et tous OG. @returns {Tables} */
export function fabriquerTables() {
  const identifiants = {
    og1: compteur('', 5, 101),
    og2: compteur('VDA', 4, 12),
    og3: compteur('S-', 4, 1001),
  };
  /** @type {Tables} */
  const tables = {
    dossiers: [],
    agenda: [],
    projets: [],
    activites: [],
    mss: [],
    dmp: [],
    mssDecomptes: [],
    dmpDecomptes: [],
    effectifs: [],
  };
  for (const essms of ESSMS) {
    const personnes = peupler(essms, identifiants[essms.og]);
    const agenda = planifier(essms, personnes);
    if (essms.og !== 'og3') daterActivites(essms, personnes, agenda);
    if (essms.nom === 'SSIAD du Bocage') agenda.push(...recurrences(personnes));
    tables.agenda.push(...agenda);
    tables.projets.push(...ecrireProjets(essms, personnes));
    if (essms.og === 'og3') {
      tables.activites.push(...journaliser(essms, personnes));
      tables.mssDecomptes.push(...decompterMss(essms));
      tables.dmpDecomptes.push(...decompterDmp(essms));
    } else {
      tables.mss.push(...envoyer(essms, personnes));
      tables.dmp.push(...deposer(essms, personnes));
    }
    particulariser(essms.nom, personnes, tables);
    tables.dossiers.push(...personnes.flatMap((p) => p.sejours));
  }
  trier(tables);
  tables.effectifs = compterEffectifs(tables);
  return tables;
}

/** Les bizarreries qu'un export réel contient, et qui ne changent pas les objectifs. @param {string} nom @param {readonly Personne[]} personnes @param {Tables} tables */
function particulariser(nom, personnes, tables) {
  const simples = personnes.filter(
    (p) => p.role === 'actif' && p.sejours.length === 1 && !p.sejours[0]?.date_sortie,
  );
  const sejour = simples.find((p) => p.evenement)?.sejours[0];
  if (!sejour) return;
  if (nom === 'EHPAD La Source') sejour.date_sortie = '2011-05-04';
  if (nom === 'SSIAD du Bocage') sejour.date_entree = '';
  if (nom === 'EAM Les Genêts')
    for (const p of simples.slice(0, 9)) for (const s of p.sejours) s.date_sortie = '2099-12-31';
  if (nom === "SAD Val d'Allier") {
    const inactif = personnes.find((p) => p.role === 'inactif');
    for (const s of inactif?.sejours.slice(-1) ?? []) s.statut = 'clos';
  }
  if (nom === 'EHPAD Résidence du Parc') {
    // N6 : un message dont le dossier est inconnu compte, sans faire de trace.
    const orphelin = tables.mss.findLast((m) => m.finess_et === sejour.finess_et && m.date >= '2025-09-01');
    if (orphelin) orphelin.id_dossier = '08412';
  }
}

/** @param {Tables} tables */
function trier(tables) {
  const cle = (/** @type {import('./modele.mjs').Evenement} */ e) => `${e.date} ${e.heure} ${e.id_dossier}`;
  tables.agenda.sort((a, b) => comparer(cle(a), cle(b)));
  tables.mss.sort((a, b) => comparer(a.date + a.id_message, b.date + b.id_message));
  tables.dmp.sort((a, b) => comparer(a.date + a.id_dossier, b.date + b.id_dossier));
  tables.activites.sort((a, b) => comparer(a.date + a.id_dossier, b.date + b.id_dossier));
}

/** Ordre des points de code : celui d'une locale changerait les octets. @param {string} a @param {string} b */
const comparer = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Un mois par ligne, et le trimestre de la première mesure (P4). @param {Tables} tables */
function compterEffectifs(tables) {
  const periodes = [
    ...MOIS.map((mois) => ({ mois, periode: /** @type {const} */ ('mois') })),
    { mois: /** @type {const} */ ('2025-09'), periode: /** @type {const} */ ('trimestre') },
  ];
  return periodes.flatMap(({ mois, periode }) =>
    ESSMS.flatMap((essms) => {
      const oublie = essms.nom === 'EAM Les Genêts' && mois === '2025-09';
      if (!essms.objectifs || oublie) return [];
      const sites = essms.nom === "SAD Val d'Allier" ? [essms.finess, ANTENNE] : [essms.finess];
      const fenetre = fenetreDe(mois, periode === 'trimestre');
      return sites.map((finess_et) => {
        const presents = population(
          tables.dossiers.filter((s) => s.finess_et === finess_et),
          fenetre,
        ).size;
        const personnes = presents + (essms.objectifs?.sansDossier ?? 0);
        const eligibles = essms.objectifs?.ineligibles ? '' : String(personnes);
        return { finess_et, mois, periode, personnes, eligibles };
      });
    }),
  );
}

/** Des numéros croissants, avec des trous. @param {string} prefixe @param {number} largeur @param {number} premier */
function compteur(prefixe, largeur, premier) {
  const hasard = hasardDe(`identifiants ${prefixe}`);
  let numero = premier;
  return () => {
    numero += hasard.entier(1, 4);
    return prefixe + String(numero).padStart(largeur, '0');
  };
}
