/** Une table Markdown ; une barre dans une cellule ne la coupe pas. */
export function table(entetes, rangees) {
  const ligne = (cellules) =>
    `| ${cellules.map((cellule) => String(cellule).replaceAll('|', '\\|')).join(' | ')} |`;
  return [ligne(entetes), `|${'---|'.repeat(entetes.length)}`, ...rangees.map(ligne), ''];
}

export const code = (texte) => `\`${texte}\``;

export const codes = (textes) => textes.map(code).join(', ');

export const guillemets = (textes) => textes.map((texte) => `« ${texte} »`).join(', ');

export const AVIS = '<!-- Écrit par scripts/generer-docs.mjs (npm run docs) : ne pas modifier à la main. -->';
