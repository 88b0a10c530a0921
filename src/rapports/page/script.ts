/** Trie et filtre la table des ESSMS. Sans lui, tout se lit, du pire au meilleur. */
export const SCRIPT = `
(() => {
  const table = document.getElementById('essms');
  const outils = document.querySelector('.outils');
  if (!table || !outils) return;
  const corps = table.tBodies[0];
  const rangees = [...corps.rows];
  const filtre = document.getElementById('filtre');
  const aFaire = document.getElementById('a-faire');
  const compte = document.getElementById('compte');
  const plier = (texte) => texte.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
  const filtrer = () => {
    const mots = plier(filtre.value).split(/\\s+/).filter(Boolean);
    let visibles = 0;
    for (const rangee of rangees) {
      const texte = plier(rangee.cells[0].textContent + ' ' + rangee.cells[1].textContent);
      const garde = mots.every((mot) => texte.includes(mot)) && (!aFaire.checked || rangee.classList.contains('a-faire'));
      rangee.hidden = !garde;
      if (garde) visibles++;
    }
    compte.textContent = visibles + ' ESSMS sur ' + rangees.length;
  };
  const valeur = (rangee, rang) => {
    const cellule = rangee.cells[rang];
    return cellule.dataset.tri === undefined ? plier(cellule.textContent) : Number(cellule.dataset.tri);
  };
  for (const titre of table.tHead.rows[0].cells) {
    const bouton = document.createElement('button');
    bouton.type = 'button';
    bouton.textContent = titre.textContent;
    titre.replaceChildren(bouton);
    bouton.addEventListener('click', () => {
      const sens = titre.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      for (const autre of table.tHead.rows[0].cells) autre.removeAttribute('aria-sort');
      titre.setAttribute('aria-sort', sens === 1 ? 'ascending' : 'descending');
      const rang = titre.cellIndex;
      const triees = [...rangees].sort((a, b) => {
        const [x, y] = [valeur(a, rang), valeur(b, rang)];
        return x === y ? rangees.indexOf(a) - rangees.indexOf(b) : (x < y ? -1 : 1) * sens;
      });
      corps.append(...triees);
    });
  }
  filtre.addEventListener('input', filtrer);
  aFaire.addEventListener('change', filtrer);
  outils.hidden = false;
  filtrer();
})();
`;
