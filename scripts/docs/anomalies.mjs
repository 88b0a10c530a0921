import { COHERENCE } from '../../dist/domaine/catalogue/coherence.js';
import { DEPOT } from '../../dist/domaine/catalogue/depot.js';
import { FICHIERS } from '../../dist/domaine/catalogue/fichiers.js';
import { FINANCEMENT } from '../../dist/domaine/catalogue/financement.js';
import { GRAPPE } from '../../dist/domaine/catalogue/grappe.js';
import { CHAMPS, LIGNES } from '../../dist/domaine/catalogue/lignes.js';
import { LOT } from '../../dist/domaine/catalogue/lot.js';
import { LOT_TRAITEMENT } from '../../dist/domaine/catalogue/lot-traitement.js';
import { REGLES } from '../../dist/domaine/catalogue/regles.js';
import { RELEVE } from '../../dist/domaine/catalogue/releve.js';
import { REPERTOIRE } from '../../dist/domaine/catalogue/repertoire.js';
import { SUIVI } from '../../dist/domaine/catalogue/suivi.js';
import { CATALOGUE } from '../../dist/domaine/catalogue.js';
import { AVIS, code, table } from './markdown.mjs';

const CHAPITRES = {
  'La configuration (depot.yaml)': DEPOT,
  'Les fichiers et leurs en-têtes': FICHIERS,
  'Les lignes et leurs champs': { ...LIGNES, ...CHAMPS },
  'La cohérence entre les tables, et les réserves du calcul': COHERENCE,
  'Le financement': { ...FINANCEMENT, ...GRAPPE },
  'Le répertoire FINESS': REPERTOIRE,
  'Les relevés': RELEVE,
  'Le suivi sur trois mois': SUIVI,
  "Le traitement d'un lot et ses contrôles croisés": { ...LOT_TRAITEMENT, ...LOT },
  'Les fichiers de règles': REGLES,
};

const gravite = (fiche) => (fiche.refus ? 'refus' : fiche.gravite);

const phrase = (texte) => `${texte.charAt(0).toUpperCase()}${texte.slice(1)}.`;

/** docs/anomalies.md : le catalogue, chapitre par chapitre, dans son ordre. */
export function rendreAnomalies() {
  const oublies = Object.keys(CATALOGUE).filter(
    (nom) => !Object.values(CHAPITRES).some((fiches) => nom in fiches),
  );
  if (oublies.length > 0) throw new Error(`sans chapitre : ${oublies.join(', ')}`);
  const parties = Object.entries(CHAPITRES).flatMap(([chapitre, fiches]) => [
    `## ${chapitre}`,
    '',
    ...table(
      ['code', 'gravité', "ce que c'est", 'que faire'],
      Object.entries(fiches).map(([nom, fiche]) => [
        code(nom),
        gravite(fiche),
        `**${fiche.titre}.** ${fiche.explication}`,
        phrase(fiche.aide),
      ]),
    ),
  ]);
  return `${[...INTRODUCTION, ...parties].join('\n').trimEnd()}\n`;
}

const INTRODUCTION = [
  AVIS,
  '',
  '# Les anomalies',
  '',
  "Une anomalie s'écrit `fichier:ligne:colonne gravité code « valeur » message`, suivie d'une aide. Le code est",
  "stable : un autre programme peut s'appuyer dessus. `esms regles montrer CODE` affiche la même fiche.",
  '',
  '- **avertissement** : dit et compté, sans effet sur le code de sortie.',
  '- **erreur** : code de sortie 1. Une ligne rejetée est une erreur.',
  '- **refus** : le fichier ou la configuration ne se lit pas ; code de sortie 2, et `esms indicateurs` ne rend rien.',
  '',
  'Les numéros entre parenthèses (P1, N9, E2…) sont ceux des règles de calcul que citent aussi le code et les tests.',
  '',
];
