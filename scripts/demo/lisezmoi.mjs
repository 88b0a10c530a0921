import { CIBLES, INDICATEURS } from './etats.mjs';
import { ESSMS, ORGANISMES } from './perimetre.mjs';

/** @typedef {import('./fichier.mjs').Fichier} Fichier */
/** @typedef {ReturnType<typeof import('./etats.mjs').attendre>} Attendus */

const SIGNES = {
  atteint: '✓',
  non_atteint: '✗',
  incertain: '?',
  non_evaluable: 'non évaluable',
  dispense: 'dispensé',
  hors_periode: 'hors période',
};

/** @param {Attendus} attendus @param {readonly Fichier[]} fichiers */
export function ecrireLisezmoi(attendus, fichiers) {
  return `# Dépôt d'exemple : Grappe Limagne

Trois organismes gestionnaires, seize ESSMS, trois mois d'activité (juillet à septembre 2025), écrits comme les
logiciels les exportent. **Tout est fictif** : les noms, les personnes (des numéros de dossier), les logiciels, et les
numéros FINESS, dont seule la clé est juste.

\`\`\`
node scripts/generer-demo.mjs             # réécrit fixtures/demo, toujours aux mêmes octets
node scripts/generer-demo.mjs DOSSIER     # l'écrit ailleurs
esms indicateurs fixtures/demo --mois 2025-09
\`\`\`

Ne modifiez rien ici à la main : changez \`scripts/demo/\` et relancez le script. Les nombres attendus ne viennent pas de
l'outil : \`scripts/demo/reference.mjs\` et \`etats.mjs\` les calculent naïvement, ligne à ligne, et le script
s'arrête s'ils s'écartent des objectifs écrits dans \`scripts/demo/perimetre.mjs\`.

| fichier | contenu |
|---|---|
| \`attendu-2025-09.json\` | par ESSMS et par indicateur : numérateur, dénominateur, état, bornes \`[n, d]\` |
| \`attendu-agregats-2025-09.json\` | de même par OG et pour la grappe |
| \`attendu-2025-09-premiere-mesure.json\` | par ESSMS, première mesure (juillet à septembre) |
| \`attendu-fichiers.json\` | par fichier : lignes lues, retenues, rejetées, écartées, et où sont les deux dernières |

## Les trois exports

| OG | logiciel | écriture |
|---|---|---|
| ${ORGANISMES.og1.nom} (${ORGANISMES.og1.finess}) | ${ORGANISMES.og1.logiciel} | Windows-1252, \`;\`, JJ/MM/AAAA, CRLF, titres et total, colonnes du logiciel, un fichier par établissement |
| ${ORGANISMES.og2.nom} (${ORGANISMES.og2.finess}) | ${ORGANISMES.og2.logiciel} | UTF-8 avec marque d'ordre, \`,\` ou \`;\`, AAAA-MM-JJ, en-têtes reconnus sans correspondance |
| ${ORGANISMES.og3.nom} (${ORGANISMES.og3.finess}) | ${ORGANISMES.og3.logiciel} | UTF-8, \`;\`, JJ/MM/AAAA, journal d'activité, MSSanté et DMP en décomptes mensuels |

## Ce que montre chaque ESSMS

| ESSMS | FINESS | secteur | montre |
|---|---|---|---|
${ESSMS.map((e) => `| ${e.nom} | ${e.finess} | ${e.secteur} | ${e.montre} |`).join('\n')}

## Résultats attendus pour septembre 2025

Valeur rendue, état, et bornes quand elles s'en écartent. ✓ atteint, ✗ non atteint, ? incertain. Cibles : ${INDICATEURS.map((i) => `${i} ${CIBLES[i]} %`).join(', ')}.

| ESSMS | ${INDICATEURS.join(' | ')} |
|---|${INDICATEURS.map(() => '---').join('|')}|
${ESSMS.map((e) =>
  ligne(
    e.nom,
    attendus.essms.filter((a) => a.finess_et === e.finess),
  ),
).join('\n')}
${Object.values(ORGANISMES)
  .map((o) =>
    ligne(
      `**${o.nom}**`,
      attendus.agregats.filter((a) => a.identifiant === o.finess),
    ),
  )
  .join('\n')}
${ligne(
  '**Grappe**',
  attendus.agregats.filter((a) => a.niveau === 'grappe'),
)}

## Les lignes fautives

| fichier | ligne | sort | pourquoi |
|---|---|---|---|
${fichiers.flatMap((f) => f.anomalies.map((a) => `| \`${f.chemin}\` | ${a.ligne} | ${a.sort === 'rejetee' ? 'rejetée' : 'écartée'} | ${a.note} |`)).join('\n')}

S'y ajoutent des particularités qui ne coûtent aucune ligne : sorties au 31/12/2099 (EAM Les Genêts) ou au 00/00/0000
(SSIAD de la Plaine), sortie avant l'entrée (EHPAD La Source), entrée absente d'un dossier actif (SSIAD du Bocage),
dossier clos sans date de sortie (SAD Val d'Allier), message dont le dossier est inconnu et qui compte (EHPAD Résidence
du Parc), commentaires sur deux lignes (agenda des Tilleuls), listes d'attente avec une date d'entrée prévue, réadmissions,
absences, annulations, rendez-vous tombés après la sortie, dossiers dont la seule trace est un projet, un message ou un
dépôt au DMP (N1), préparations de plus de douze mois.

## Lignes attendues par fichier

| fichier | table | lues | retenues | rejetées | écartées |
|---|---|---|---|---|---|
${fichiers.map(({ comptes: c }) => `| \`${c.fichier}\` | ${c.table} | ${c.lignes} | ${c.retenues} | ${c.rejetees} | ${c.ecartees} |`).join('\n')}
`;
}

/** @param {string} nom @param {readonly Omit<import('./etats.mjs').Attendu, 'finess_et'>[]} attendus */
function ligne(nom, attendus) {
  return `| ${nom} | ${INDICATEURS.map((i) => cellule(attendus.find((a) => a.indicateur === i))).join(' | ')} |`;
}

/** @param {Omit<import('./etats.mjs').Attendu, 'finess_et'> | undefined} a */
function cellule(a) {
  if (!a) return '';
  const signe = SIGNES[/** @type {keyof typeof SIGNES} */ (a.etat)];
  if (a.numerateur === null || !a.borne_basse) return signe;
  const valeur = `${a.numerateur} / ${a.denominateur}`;
  const [bn, bd] = a.borne_basse;
  const basse = `${bn} / ${bd}`;
  const haute = a.borne_haute ? `${a.borne_haute[0]} / ${a.borne_haute[1]}` : 'sans borne haute';
  return basse === valeur && haute === valeur
    ? `${valeur} ${signe}`
    : `${valeur} ${signe} (${basse} à ${haute})`;
}
