/** Ce qui partage une clé, en une passe ; les groupes et leurs membres gardent l'ordre d'arrivée. */
export function grouper<T>(elements: Iterable<T>, cleDe: (element: T) => string): T[][] {
  const groupes = new Map<string, T[]>();
  for (const element of elements) {
    const cle = cleDe(element);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(element);
    else groupes.set(cle, [element]);
  }
  return [...groupes.values()];
}
