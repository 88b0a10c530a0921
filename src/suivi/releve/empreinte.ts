import { createHash } from 'node:crypto';

/** Clés triées à tous les niveaux, sans espace : la mise en page et l'ordre des clés ne changent rien. */
function canonique(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(canonique).join(',')}]`;
  if (typeof valeur !== 'object' || valeur === null) return JSON.stringify(valeur);
  const paires = Object.entries(valeur)
    .filter(([, une]) => une !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, une]) => `${JSON.stringify(cle)}:${canonique(une)}`);
  return `{${paires.join(',')}}`;
}

/**
 * SHA-256 du contenu canonique d'un relevé, sans sa clé `empreinte`. Elle montre une altération, pas une honnêteté : un
 * déclarant peut la recalculer.
 */
export function empreinteDe(contenu: object): string {
  const { empreinte: _, ...reste } = contenu as { readonly empreinte?: unknown };
  return createHash('sha256').update(canonique(reste)).digest('hex');
}
