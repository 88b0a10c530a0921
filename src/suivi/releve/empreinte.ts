import { createHash } from 'node:crypto';

/** Clés triées à tous les niveaux : la mise en page et l'ordre des clés ne changent rien. */
function trier(valeur: unknown): unknown {
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  if (Array.isArray(valeur)) return valeur.map(trier);
  const trie: Record<string, unknown> = {};
  for (const cle of Object.keys(valeur).sort()) {
    const triee = trier((valeur as Readonly<Record<string, unknown>>)[cle]);
    // Affectée, elle changerait le prototype, et échapperait à l'empreinte.
    if (cle === '__proto__') Object.defineProperty(trie, cle, { value: triee, enumerable: true });
    else trie[cle] = triee;
  }
  return trie;
}

/**
 * SHA-256 du contenu canonique d'un relevé, sans sa clé `empreinte`. Elle montre une altération, pas une honnêteté : un
 * déclarant peut la recalculer.
 */
export function empreinteDe(contenu: object): string {
  const { empreinte: _, ...reste } = contenu as { readonly empreinte?: unknown };
  return createHash('sha256')
    .update(JSON.stringify(trier(reste)))
    .digest('hex');
}
