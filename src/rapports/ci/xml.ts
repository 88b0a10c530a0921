/** Ce que XML 1.0 (§ 2.2) interdit, même sous forme d'entité : commandes, moitiés de paire, U+FFFE et U+FFFF. */
const INTERDITS = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Un analyseur change les blancs d'un attribut en espaces, et un retour chariot en saut : ils s'écrivent en nombres. */
function echapper(texte: string, blancs: RegExp): string {
  return texte
    .replace(INTERDITS, '')
    .replace(/[&<>"]/g, (signe) => ENTITES[signe] ?? signe)
    .replace(blancs, (signe) => `&#${signe.charCodeAt(0)};`);
}

export interface Noeud {
  readonly nom: string;
  /** `undefined` : absent. */
  readonly attributs?: Readonly<Record<string, string | number | undefined>>;
  readonly enfants?: readonly Noeud[];
  /** Sans enfants. */
  readonly texte?: string;
}

/** Un document XML 1.0 en UTF-8. Les noms d'éléments et d'attributs sont de confiance ; les valeurs, non. */
export function ecrireXml(racine: Noeud): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${ecrireNoeud(racine, '')}\n`;
}

function ecrireNoeud({ nom, attributs = {}, enfants = [], texte }: Noeud, marge: string): string {
  const ouverture = Object.entries(attributs)
    .filter(([, valeur]) => valeur !== undefined)
    .reduce((debut, [cle, valeur]) => `${debut} ${cle}="${echapper(String(valeur), /[\t\n\r]/g)}"`, nom);
  if (texte !== undefined) return `${marge}<${ouverture}>${echapper(texte, /\r/g)}</${nom}>`;
  if (enfants.length === 0) return `${marge}<${ouverture}/>`;
  const dedans = enfants.map((enfant) => ecrireNoeud(enfant, `${marge}  `));
  return [`${marge}<${ouverture}>`, ...dedans, `${marge}</${nom}>`].join('\n');
}
