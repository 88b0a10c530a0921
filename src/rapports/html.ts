import { createHash } from 'node:crypto';
import { echapper } from './fragment.ts';
import { INSECABLE } from './nombres.ts';

export function elementHtml(balise: string, texte: string, classe = ''): string {
  return `<${balise}${classe === '' ? '' : ` class="${classe}"`}>${echapper(texte)}</${balise}>`;
}

export interface RangeeHtml {
  readonly cellules: readonly string[];
  readonly classe?: string;
}

/**
 * Un tableau, dans un cadre qui défile seul sur un petit écran ; les colonnes `nombres` s'alignent à droite. À
 * l'impression il tient sur une page, sauf s'il est `long`.
 */
export function tableauHtml(
  legende: string,
  titres: readonly string[],
  rangees: readonly RangeeHtml[],
  nombres: ReadonlySet<number>,
  long = false,
): string {
  const cellule = (balise: string, attribut: string) => (texte: string, rang: number) =>
    `<${balise}${attribut}${nombres.has(rang) ? ' class="n"' : ''}>${echapper(texte)}</${balise}>`;
  return [
    `<div class="cadre${long ? ' long' : ''}" tabindex="0" role="group" aria-label="${echapper(legende)}"><table>`,
    elementHtml('caption', legende),
    `<thead><tr>${titres.map(cellule('th', ' scope="col"')).join('')}</tr></thead>`,
    '<tbody>',
    ...rangees.map(
      ({ cellules, classe = '' }) =>
        `<tr${classe === '' ? '' : ` class="${classe}"`}>${cellules.map(cellule('td', '')).join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('\n');
}

export function listeHtml(titre: string, phrases: readonly string[]): string[] {
  if (phrases.length === 0) return [];
  return [
    elementHtml('h2', titre),
    `<ul>${phrases.map((phrase) => elementHtml('li', phrase)).join('\n')}</ul>`,
  ];
}

/** Lisible à l'écran comme sur une feuille A4, sans rien charger d'ailleurs. */
const STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 62rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; border-bottom: 2px solid #1a1a1a; }
p, li { overflow-wrap: anywhere; }
.verdict { font-weight: 700; border-left: .4rem solid; padding: .4rem .7rem; margin: .8rem 0; }
.bon { border-color: #18753c; } .doute { border-color: #b34000; } .mauvais { border-color: #ce0500; }
.cadre { overflow-x: auto; margin: .6rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: .3rem 0; }
th, td { border-bottom: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { background: #f0f0f0; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.total td { font-weight: 700; border-top: 2px solid #1a1a1a; }
.trop td { color: #ce0500; }
.discret { color: #555; font-size: .9em; }
.signature { margin-top: 2rem; break-inside: avoid; }
.brouillon { border: 2px dashed #b34000; }
.piece + .piece { margin-top: 4rem; }
@page { size: A4; margin: 14mm; }
@media print {
  body { font-size: 9.5pt; max-width: none; padding: 0; }
  .cadre { overflow: visible; }
  table, li, h2 { break-inside: avoid; } h2, caption { break-after: avoid; }
  thead { display: table-header-group; }
  .piece + .piece { break-before: page; margin-top: 0; }
  .long table { break-inside: auto; } .long tr { break-inside: avoid; }
}
`;

/** Ce qu'une page ajoute au style commun ; `script` ne doit rien ajouter à ce qui se lit sans lui. */
export interface Habillage {
  readonly style?: string;
  readonly script?: string;
}

/** Une page qui se suffit, sans réseau : seuls sa propre feuille de style et son propre script sont permis. */
export function pageHtml(
  titre: string,
  corps: readonly string[],
  { style = '', script }: Habillage = {},
): string {
  const feuille = STYLE + style;
  const politique = [
    "default-src 'none'",
    `style-src '${empreindre(feuille)}'`,
    ...(script === undefined ? [] : [`script-src '${empreindre(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${politique.join('; ')}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    elementHtml('title', titre),
    `<style>${feuille}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...corps.map((ligne) => ligne.replaceAll(INSECABLE, '&nbsp;')),
    '</main>',
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function empreindre(texte: string): string {
  return `sha256-${createHash('sha256').update(texte).digest('base64')}`;
}
