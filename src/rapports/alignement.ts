/**
 * Des colonnes alignées, sans trait ni couleur, deux espaces entre elles. cli-table3 met plus d'une minute sur vingt
 * mille rangées (57 ms ici), et 13 ms au démarrage pour n'en montrer que deux.
 */
export function alignerColonnes(
  rangees: readonly (readonly string[])[],
  droite: ReadonlySet<number> = new Set(),
): string[] {
  const largeurs: number[] = [];
  for (const rangee of rangees) {
    for (const [rang, cellule] of rangee.entries()) {
      largeurs[rang] = Math.max(largeurs[rang] ?? 0, longueur(cellule));
    }
  }
  return rangees.map((rangee) => {
    const cellules = rangee.map((cellule, rang) => {
      const vide = ' '.repeat((largeurs[rang] ?? 0) - longueur(cellule));
      return droite.has(rang) ? vide + cellule : cellule + vide;
    });
    return ` ${cellules.join('  ')}`.trimEnd();
  });
}

function longueur(cellule: string): number {
  return [...cellule].length;
}
