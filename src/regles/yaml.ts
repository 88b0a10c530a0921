import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Recueil } from '../domaine/anomalie.ts';

/** Un fichier de règles, tel que lu sur le disque. */
export interface FichierTexte {
  readonly nom: string;
  readonly texte: string;
}

/** Le chemin d'une valeur dans le fichier : clés, et rangs des listes. */
export type Chemin = readonly PropertyKey[];

export interface Analyse {
  readonly nom: string;
  /** Tout en texte, comme écrit : le schéma seul décide de ce qu'est un nombre. */
  readonly donnees: unknown;
  /** La ligne où s'écrit ce qu'un chemin désigne, ou à défaut ce qui le contient. */
  readonly situer: (chemin: Chemin) => number;
}

/** Analyse un fichier ; `null` s'il n'est pas du YAML (l'anomalie est notée). */
export function analyser({ nom, texte }: FichierTexte, recueil: Recueil): Analyse | null {
  const lignes = new LineCounter();
  const document = parseDocument(texte, { schema: 'failsafe', lineCounter: lignes, prettyErrors: false });
  // La première faute de syntaxe entraîne les suivantes ; une clé double, non.
  const [premiere, ...autres] = document.errors;
  const fautes = premiere ? [premiere, ...autres.filter(({ code }) => code === 'DUPLICATE_KEY')] : [];
  for (const { pos, code } of fautes) {
    recueil.ajouter({
      code: 'regles.yaml_syntaxe',
      fichier: nom,
      ligne: lignes.linePos(pos[0]).line,
      message: code === 'DUPLICATE_KEY' ? 'clé écrite deux fois' : `YAML mal formé (${code})`,
    });
  }
  if (document.errors.length > 0) return null;
  const ligneDe = (noeud: unknown): number | null =>
    isNode(noeud) && noeud.range ? lignes.linePos(noeud.range[0]).line : null;
  return {
    nom,
    donnees: document.toJS() ?? {},
    situer: (chemin) => {
      let noeud: unknown = document.contents;
      let ligne = ligneDe(noeud) ?? 1;
      for (const pas of chemin) {
        if (isMap(noeud)) {
          const paire = noeud.items.find(({ key }) => isScalar(key) && String(key.value) === String(pas));
          if (paire === undefined) break;
          ligne = ligneDe(paire.key) ?? ligne;
          noeud = paire.value;
        } else if (isSeq(noeud) && typeof pas === 'number') {
          noeud = noeud.items[pas];
          ligne = ligneDe(noeud) ?? ligne;
        } else break;
      }
      return ligne;
    },
  };
}
