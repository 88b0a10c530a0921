import { assainir } from './texte.ts';

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Un texte venu d'un fichier : ni balise, ni attribut, ni caractère de commande. */
export function echapper(texte: string): string {
  return assainir(texte).replace(/[&<>"']/g, (signe) => ENTITES[signe] ?? signe);
}

/** Du HTML sûr : seul le gabarit `html` en fabrique. */
export class Fragment {
  readonly texte: string;

  constructor(texte: string) {
    this.texte = texte;
  }
}

export type Contenu = string | number | Fragment | readonly Contenu[];

/** Gabarit : tout ce qui s'y insère est échappé, sauf un autre fragment. Un attribut s'écrit entre guillemets. */
export function html(morceaux: TemplateStringsArray, ...contenus: readonly Contenu[]): Fragment {
  return new Fragment(morceaux.map((morceau, rang) => morceau + rendre(contenus[rang] ?? '')).join(''));
}

function rendre(contenu: Contenu): string {
  if (contenu instanceof Fragment) return contenu.texte;
  if (typeof contenu === 'string') return echapper(contenu);
  return typeof contenu === 'number' ? String(contenu) : contenu.map(rendre).join('');
}
