/** Ce qui partage une clé, en une passe ; les groupes et leurs membres gardent l'ordre d'arrivée. */
export function grouper<T, C extends string>(elements: Iterable<T>, cleDe: (element: T) => C): Map<C, T[]> {
  const groupes = new Map<C, T[]>();
  for (const element of elements) {
    const cle = cleDe(element);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(element);
    else groupes.set(cle, [element]);
  }
  return groupes;
}
