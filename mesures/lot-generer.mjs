import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonReleve, rendreReleve } from '../dist/rapports/releve/json.js';
import { empreinteDe } from '../dist/suivi/releve/empreinte.js';
import { finess } from './generer.mjs';
import { hasard } from './hasard.mjs';

const MOIS = ['2025-07', '2025-08', '2025-09'];
const FINS = { '2025-07': '2025-07-31', '2025-08': '2025-08-31', '2025-09': '2025-09-30' };
const CIBLES = { dossiers_actifs: 90, projets: 90, agenda: 90, mssante: 70, dmp: 70 };
const DEFINITIONS = { dossier_actif: 'activite', population: 'presence', evenement_agenda: 'periode' };

const taux = (n, d) => Math.floor((n * 10_000) / d) / 100;

function resultat(niveau, identifiant, libelle, secteur, indicateur, n, d) {
  const cible = CIBLES[indicateur];
  const valeur = taux(n, d);
  return {
    niveau,
    identifiant,
    libelle,
    secteur,
    indicateur,
    numerateur: n,
    denominateur: d,
    taux: valeur,
    borneBasse: valeur,
    borneHaute: valeur,
    cible,
    etat: valeur >= cible ? 'atteint' : 'non_atteint',
    resteAFaire: Math.max(0, Math.ceil((cible * d) / 100) - n),
    provisoire: false,
    avertissements: [],
  };
}

/** Une grappe de `taille` ESSMS sur trois mois : des numéros synthétiques, des taux autour de leur cible. */
function genererGrappe(rang, taille, { entier, parmi }) {
  const porteur = finess(`64${String(rang).padStart(6, '0')}`);
  const essms = Array.from({ length: taille }, (_, i) => ({
    finessEt: finess(`63${String(rang * 30 + i).padStart(6, '0')}`),
    finessEj: porteur,
    libelle: `Établissement ${rang}-${i}`,
    categorie: '500',
    secteur: parmi(['PA', 'PH', 'DOM']),
    modeAccueil: 'hebergement_permanent',
    departement: parmi(['03', '15', '43', '63']),
    typeProjet: 'acquisition',
    logiciel: parmi(['Dossier A', 'Dossier B', 'Dossier C']),
    personnes: 20 + entier(180),
    niveaux: {
      actifs: 88 + entier(11),
      projets: 84 + entier(14),
      agenda: 84 + entier(14),
      mss: 55 + entier(60),
      dmp: 50 + entier(46),
    },
  }));
  return MOIS.map((mois) => releveDu(mois, rang, porteur, essms, entier));
}

function releveDu(mois, rang, porteur, essms, entier) {
  const fin = FINS[mois];
  const lignes = essms.map((un) => {
    const d = un.personnes + entier(3);
    // Autour du niveau de l'ESSMS, à deux points près : un mois ressemble au précédent.
    const part = (niveau, total) => Math.min(total, Math.ceil((total * (niveau + entier(5) - 2)) / 100));
    const actifs = part(un.niveaux.actifs, d);
    const nombres = {
      dossiers_actifs: [actifs, d],
      projets: [part(un.niveaux.projets, actifs), actifs],
      agenda: [part(un.niveaux.agenda, actifs), actifs],
      mssante: [Math.ceil((d * (un.niveaux.mss + entier(9))) / 100), d],
      dmp: [part(un.niveaux.dmp, d), d],
    };
    return { un, d, nombres };
  });
  const codes = Object.keys(CIBLES);
  const somme = (code) =>
    lignes.reduce(([n, d], { nombres }) => [n + nombres[code][0], d + nombres[code][1]], [0, 0]);
  const agregat = { essmsEvalues: essms.length, essmsAtteints: 0, plusBas: null, manquants: [] };
  const releve = {
    outil: { nom: 'esms', version: '0.1.0', regles: 'ab'.repeat(32) },
    grappe: { nom: `Grappe ${rang}`, porteurFinessEj: porteur, niveauPreuve: 'grappe' },
    mois,
    fenetre: { debut: `${mois}-01`, fin, premiereMesure: false },
    dateReference: '2025-10-20',
    definitions: DEFINITIONS,
    cibles: codes.map((indicateur) => ({
      indicateur,
      valeur: CIBLES[indicateur],
      reference: 'kit SESAN, partie 3 § 6',
    })),
    perimetre: lignes.map(({ un: { personnes: _p, niveaux: _n, ...un }, d }) => ({
      ...un,
      places: d,
      personnesDeclarees: d,
      population: d,
      preuve: 'calcule',
      declares: [],
    })),
    resultats: [
      ...lignes.flatMap(({ un, nombres }) =>
        codes.map((code) => resultat('essms', un.finessEt, un.libelle, un.secteur, code, ...nombres[code])),
      ),
      ...codes.map((code) => ({ ...resultat('og', porteur, 'OG', null, code, ...somme(code)), agregat })),
      ...codes.map((code) => ({
        ...resultat('grappe', 'grappe', `Grappe ${rang}`, null, code, ...somme(code)),
        agregat,
      })),
    ],
    tableauVa: lignes.map(({ un, d }) => ({
      finessEt: un.finessEt,
      documentsAvecIns: d * 3,
      documentsSansIns: entier(9),
      documents: d * 3 + 9,
      messagesProfessionnels: d,
      messagesUsagers: entier(40),
      dossiersDmp: d,
      dossiersMssProfessionnel: d,
      dossiersMssUsager: entier(40),
      dossiersTroisActions: entier(40),
    })),
    qualite: lignes.map(({ un, d }) => ({
      finessEt: un.finessEt,
      unSeulEvenement: { nombre: entier(10), total: d },
      premiereTraceMemeJour: { nombre: entier(10), total: d, jour: `${mois}-12` },
      saisiesTardives: { nombre: entier(5), total: d * 10 },
    })),
    anomalies: { erreurs: 0, avertissements: 2, parCode: { 'effectifs.deduits': 2 } },
    sources: ['essms', 'dossiers', 'activites', 'projets', 'agenda', 'mss', 'dmp'].map((table) => ({
      table,
      fichier: `${table}.csv`,
      sha256: 'cd'.repeat(32),
      logiciel: 'Dossier A',
      dateExtraction: fin,
      lignes: 1000,
      retenues: 1000,
      rejetees: 0,
      ecartees: 0,
    })),
  };
  return rendreReleve(releve, empreinteDe(jsonReleve(releve)));
}

/** Un lot de relevés : `soumissions` grappes, `essms` en tout, trois mois chacune. */
export function genererLot(dossier, { graine = 1, soumissions, essms }) {
  const temoin = join(dossier, `.genere-${graine}-${soumissions}-${essms}`);
  if (existsSync(temoin)) return;
  rmSync(dossier, { recursive: true, force: true });
  const tirage = hasard(graine);
  for (let rang = 0; rang < soumissions; rang++) {
    // Au plus 30 ESSMS par grappe : les numéros se suivent sans se croiser.
    const taille = Math.floor(((rang + 1) * essms) / soumissions) - Math.floor((rang * essms) / soumissions);
    const place = join(dossier, `grappe-${String(rang).padStart(4, '0')}`);
    mkdirSync(place, { recursive: true });
    for (const [i, texte] of genererGrappe(rang, taille, tirage).entries()) {
      writeFileSync(join(place, `releve-${MOIS[i]}.json`), texte);
    }
  }
  writeFileSync(temoin, '');
}
