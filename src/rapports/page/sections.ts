import { type Contenu, type Fragment, html } from '../fragment.ts';

/** Une partie de la page, sous son titre. */
export function section(titre: string, ...contenu: Contenu[]): Fragment {
  return html`<section><h2>${titre}</h2>${contenu}</section>\n`;
}

export function liste(phrases: readonly string[]): Fragment {
  return html`<ul>${phrases.map((phrase) => html`<li>${phrase}</li>`)}</ul>`;
}

export interface Colonne {
  readonly titre: string;
  readonly nombre?: true;
}

interface Tableau {
  readonly legende: string;
  readonly colonnes: readonly Colonne[];
  readonly rangees: readonly Fragment[];
  readonly id?: string;
}

/** Un tableau dans un cadre qui défile seul sur un petit écran ; ses rangées sont faites de `cellule`. */
export function tableau({ legende, colonnes, rangees, id }: Tableau): Fragment {
  const titres = colonnes.map(
    ({ titre, nombre }) => html`<th scope="col"${nombre ? html` class="n"` : ''}>${titre}</th>`,
  );
  const nom = id === undefined ? '' : html` id="${id}"`;
  return html`<div class="cadre long" tabindex="0" role="group" aria-label="${legende}"><table${nom}><caption>${legende}</caption><thead><tr>${titres}</tr></thead><tbody>
${rangees}</tbody></table></div>`;
}

/** Une case ; `tri` est ce qui la range quand un script trie, à défaut son texte. */
export function cellule(
  contenu: Contenu,
  options: { readonly nombre?: true; readonly tri?: number } = {},
): Fragment {
  const classe = options.nombre ? html` class="n"` : '';
  const tri = options.tri === undefined ? '' : html` data-tri="${options.tri}"`;
  return html`<td${classe}${tri}>${contenu}</td>`;
}

export function rangee(nom: Contenu, cellules: readonly Fragment[]): Fragment {
  return html`<tr><th scope="row">${nom}</th>${cellules}</tr>\n`;
}
