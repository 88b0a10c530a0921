import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

/** Le chemin d'une valeur de `depot.yaml` : clés, et rangs des listes. */
export type Chemin = readonly PropertyKey[];

/** La ligne de `depot.yaml` où s'écrit ce qu'un chemin désigne ; `null` si le fichier n'existe pas. */
export type Situer = (chemin: Chemin) => number | null;

/** Un `depot.yaml` analysé, et de quoi en donner les lignes. */
export interface Lu {
  readonly document: Document;
  readonly lignes: LineCounter;
}

export function ligneDe({ lignes }: Lu, noeud: Node | null | undefined): number | null {
  const debut = noeud?.range?.[0];
  return debut === undefined ? null : lignes.linePos(debut).line;
}

/** Le nœud le plus profond du chemin fait foi ; le rang d'une liste que l'usager n'a pas écrite ne compte pas. */
export function situerDans(lu: Lu): Situer {
  return (chemin) => {
    let noeud: unknown = lu.document.contents;
    let ligne = ligneDe(lu, lu.document.contents) ?? 1;
    for (const pas of chemin) {
      if (isMap(noeud) && typeof pas !== 'number') {
        const paire = noeud.items.find(({ key }) => isScalar(key) && String(key.value) === String(pas));
        if (!paire) break;
        ligne = ligneDe(lu, paire.key as Node) ?? ligne;
        noeud = paire.value;
      } else if (isSeq(noeud) && typeof pas === 'number') {
        noeud = noeud.items[pas];
        ligne = (isNode(noeud) ? ligneDe(lu, noeud) : null) ?? ligne;
      }
    }
    return ligne;
  };
}
