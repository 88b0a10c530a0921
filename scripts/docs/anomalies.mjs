import { CATALOGUE } from '../../dist/domaine/catalogue.js';
import { AVIS, code, table } from './markdown.mjs';

/** Les familles de codes, par chapitre ; une famille absente d'ici est de cohérence. */
const CHAPITRES = {
  'La configuration (depot.yaml)': ['depot'],
  'Les fichiers et leurs en-têtes': ['fichier', 'entete', 'colonne'],
  'Les lignes et leurs champs': ['ligne', 'champ', 'finess'],
};
const COHERENCE = 'La cohérence entre les tables, et les réserves du calcul';

const gravite = (fiche) => (fiche.refus ? 'refus' : fiche.gravite);

const phrase = (texte) => `${texte.charAt(0).toUpperCase()}${texte.slice(1)}.`;

/** docs/anomalies.md : le catalogue, chapitre par chapitre, dans son ordre. */
export function rendreAnomalies() {
  const parties = [...Object.keys(CHAPITRES), COHERENCE].flatMap((chapitre) => [
    `## ${chapitre}`,
    '',
    ...table(
      ['code', 'gravité', "ce que c'est", 'que faire'],
      Object.entries(CATALOGUE)
        .filter(([nom]) => chapitreDe(nom) === chapitre)
        .map(([nom, fiche]) => [
          code(nom),
          gravite(fiche),
          `**${fiche.titre}.** ${fiche.explication}`,
          phrase(fiche.aide),
        ]),
    ),
  ]);
  return `${[...INTRODUCTION, ...parties].join('\n').trimEnd()}\n`;
}

function chapitreDe(nom) {
  const famille = nom.split('.', 1)[0];
  return Object.keys(CHAPITRES).find((chapitre) => CHAPITRES[chapitre].includes(famille)) ?? COHERENCE;
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
