/** Ce que la page ajoute au style commun. Contrastes : 4,5 au moins pour un texte, 3 pour une forme (WCAG AA). */
export const STYLE = `
body { max-width: 76rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.neutre { border-color: #595959; }
.etat, .signe { font-weight: 700; white-space: nowrap; position: relative; }
.etat.bon, .signe.bon { color: #18753c; } .etat.mauvais, .signe.mauvais { color: #b3000f; }
.etat.doute, .signe.doute { color: #8f3c00; } .etat.neutre, .signe.neutre { color: #4a4a4a; }
.invisible { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tbody th { background: none; font-weight: 600; min-width: 9rem; }
tbody .discret { font-weight: 400; }
.barre { display: block; margin-left: auto; }
.barre .fond { fill: #e6e6e6; } .barre .cible { stroke: #1a1a1a; stroke-width: 2; }
.barre.bon .plein { fill: #18753c; } .barre.mauvais .plein { fill: #b3000f; } .barre.doute .plein { fill: #8f3c00; }
.barre.bon .etendue { fill: #6fae85; } .barre.mauvais .etendue { fill: #d98088; } .barre.doute .etendue { fill: #cf9a72; }
td:not(.n) > .barre { margin-left: 0; }
.courbes { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .8rem; }
figure { margin: 0; break-inside: avoid; }
figcaption { padding-left: 2.1rem; }
.courbe { width: 100%; height: auto; }
.courbe text { font-size: 11px; fill: #333; }
.courbe .grille { stroke: #ddd; } .courbe .cible { stroke: #1a1a1a; stroke-dasharray: 5 3; }
.courbe .trace { fill: none; stroke: #555; stroke-width: 1.5; } .courbe .intervalle { stroke: #555; stroke-width: 4; opacity: .45; }
.point.bon { fill: #18753c; } .point.mauvais { fill: #b3000f; } .point.doute { fill: #8f3c00; } .point.neutre { fill: #4a4a4a; }
.outils { margin: .6rem 0; display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; }
.outils[hidden] { display: none; }
.outils input[type=search] { font: inherit; padding: .3rem .5rem; border: 1px solid #595959; }
th button { font: inherit; font-weight: 700; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; color: inherit; text-align: inherit; }
:focus-visible { outline: 3px solid #0a5bd3; outline-offset: 2px; }
code { font-size: .85em; overflow-wrap: anywhere; }
@media (max-width: 40rem) { tbody th { min-width: 7rem; } body { font-size: 14px; } th, td { padding: .25rem .35rem; } }
@media print {
  .outils { display: none; }
  .courbes { grid-template-columns: repeat(3, 1fr); }
  th button { display: contents; }
  th, td { padding: .15rem .3rem; overflow-wrap: break-word; } .n { white-space: normal; } tbody th { min-width: 0; }
  .barre { width: 3.2rem; height: auto; } td:not(.n) > .barre { width: 6rem; }
  * { print-color-adjust: exact; }
}
`;
