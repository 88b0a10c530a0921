import { SaxesParser } from 'saxes';

export interface Element {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
  readonly enfants: Element[];
  texte: string;
}

/** Lit un document comme un analyseur XML 1.0 strict le lit ; lève au premier défaut. */
export function relireXml(document: string): Element {
  const pile: Element[] = [{ nom: '', attributs: {}, enfants: [], texte: '' }];
  const analyseur = new SaxesParser();
  analyseur.on('error', (erreur) => {
    throw erreur;
  });
  analyseur.on('opentag', ({ name, attributes }) => {
    const element = { nom: name, attributs: { ...attributes }, enfants: [], texte: '' };
    pile.at(-1)?.enfants.push(element);
    pile.push(element);
  });
  analyseur.on('text', (texte) => {
    const courant = pile.at(-1);
    if (courant) courant.texte += texte;
  });
  analyseur.on('closetag', () => pile.pop());
  analyseur.write(document).close();
  const racine = pile[0]?.enfants[0];
  if (racine === undefined) throw new Error('document sans élément');
  return racine;
}

/** Tous les éléments d'un nom, à toute profondeur. */
export function tousLes(nom: string, racine: Element): Element[] {
  return racine.enfants.flatMap((enfant) => [
    ...(enfant.nom === nom ? [enfant] : []),
    ...tousLes(nom, enfant),
  ]);
}
