import { SECTEURS } from '../../dist/domaine/secteur.js';
import { ENCODAGES } from '../../dist/lecture/encodage.js';
import { FORMATS_DATE } from '../../dist/lecture/format-date.js';
import { VALEURS_NON, VALEURS_OUI } from '../../dist/tables/codes.js';
import { formes, NOMS_PUBLICS } from '../../dist/tables/index.js';
import { VALEURS_USUELLES } from '../../dist/tables/valeurs-usuelles.js';
import { AVIS, code, codes, guillemets, table } from './markdown.mjs';

/** Comment s'écrit une valeur de chaque type. */
const TYPES = {
  finess: 'FINESS',
  identifiant: 'identifiant',
  texte: 'texte',
  date: 'date',
  mois: 'mois',
  entier: 'entier',
  nombre: 'nombre',
  montant: 'montant en euros',
  booleen: 'oui ou non',
  enumeration: 'code',
};

/** docs/formats.md : les tables d'un dépôt, leurs colonnes, et ce que la lecture reconnaît. */
export function rendreFormats() {
  const tables = NOMS_PUBLICS.flatMap(formes);
  const parties = [
    ...introduction(),
    ...table(
      ['table', 'contenu', 'colonnes obligatoires'],
      tables.map(({ nom, titre, champs }) => [
        `[${code(nom)}](#${nom})`,
        titre,
        codes(champs.filter(({ obligatoire }) => obligatoire).map((champ) => champ.nom)),
      ]),
    ),
    ...tables.flatMap(decrire),
  ];
  return `${parties.join('\n').trimEnd()}\n`;
}

function decrire(description) {
  const { nom, nomPublic, titre, champs, cleUnique } = description;
  return [
    `## ${nom}`,
    '',
    `**${titre}.** ${description.description}`,
    ...(nom === nomPublic
      ? []
      : ['', `Fichier ${code(`${nomPublic}.csv`)} ; cette forme se reconnaît à ses colonnes.`]),
    ...(cleUnique ? ['', `Une seule ligne par ${codes(cleUnique)} : la seconde est rejetée (E3).`] : []),
    '',
    ...table(
      ['colonne', 'type', 'sens'],
      champs.map((champ) => [
        champ.obligatoire ? `**${code(champ.nom)}**` : code(champ.nom),
        TYPES[champ.type],
        champ.valeurs ? `${champ.description} Codes : ${codes(champ.valeurs)}.` : champ.description,
      ]),
    ),
    'En-têtes reconnus sans rien déclarer, outre le nom de la colonne :',
    '',
    ...champs.map((champ) => `- ${code(champ.nom)} : ${guillemets([champ.titre, ...champ.alias])}`),
    '',
    ...champs.flatMap(({ nom: champ }) => valeursUsuelles(nom, champ)),
  ];
}

function valeursUsuelles(nomTable, champ) {
  const fiches = VALEURS_USUELLES[`${nomTable}.${champ}`];
  if (!fiches) return [];
  return [
    `Valeurs usuelles de ${code(champ)}, et le code qu'elles valent :`,
    '',
    ...table(
      ['code', 'valeurs', 'pourquoi'],
      fiches.map((fiche) => [
        fiche.code === null ? 'aucun : à déclarer' : code(fiche.code),
        guillemets(fiche.valeurs),
        fiche.pourquoi,
      ]),
    ),
  ];
}

function introduction() {
  const secteurs = Object.entries(SECTEURS).map(([sigle, nom]) => `${code(sigle)} ${nom}`);
  return [
    AVIS,
    '',
    "# Les tables d'un dépôt",
    '',
    "Un dépôt est un dossier de fichiers CSV (`.csv` ou `.csv.gz`). Un fichier qui porte le nom d'une table (`dossiers.csv`)",
    'se lit sans rien déclarer ; `depot.yaml` dit le reste (voir [prise en main](prise-en-main.md)). Une colonne absente',
    "n'est pas une erreur si elle n'est pas obligatoire (en gras) : ce qu'elle aurait dit est inconnu.",
    '',
    '`esms schema TABLE` donne la même description en Table Schema, le standard de Frictionless.',
    '',
    '## Comment se lisent les fichiers',
    '',
    `- **Encodage** : reconnu parmi ${codes(ENCODAGES)} ; \`encodage\` le fixe.`,
    '- **Séparateur** : `;`, `,`, tabulation ou `|`, reconnu sur la tête du fichier ; `separateur` le fixe.',
    '- **En-têtes** : sans casse, accents ni ponctuation. Une colonne inconnue est ignorée.',
    '- **Identifiant** : un texte, gardé lettre pour lettre.',
    '- **FINESS** : neuf chiffres, ou `2A` / `2B` suivi de sept chiffres ; jamais réparé en silence.',
    `- **Date** : ${codes(Object.keys(FORMATS_DATE).slice(0, 2))} reconnus d'office, avec ou sans heure ; ${codes(Object.keys(FORMATS_DATE).slice(2))} si \`format_date\` le dit. Année de 1900 à 2200 sur quatre chiffres. \`00/00/0000\` vaut vide.`,
    '- **Mois** : `AAAA-MM` ou `MM/AAAA`.',
    '- **Entier, nombre** : espaces, espaces fines et virgule décimale admis.',
    `- **Oui** : ${codes(VALEURS_OUI)}. **Non** : ${codes(VALEURS_NON)}. Sans casse.`,
    '- **Code** : le code, ou une valeur usuelle listée plus bas, sans casse, accents ni ponctuation. `valeurs` de `depot.yaml`',
    '  déclare les autres. Une valeur inconnue rejette la ligne.',
    `- **Secteur** : ${secteurs.join(', ')}.`,
    '',
    "Une ligne illisible est **rejetée** (une erreur, localisée) ; une ligne lisible d'un ESSMS hors du périmètre ou d'un",
    'dossier inconnu est **écartée** (un avertissement). Lignes lues = retenues + rejetées + écartées, fichier par fichier.',
    '',
    '## Les tables',
    '',
  ];
}
