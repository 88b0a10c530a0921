import { ajouterJours } from '../domaine/date-civile.ts';
import type { Regle, ValeurDatee } from './modele.ts';

/**
 * Une règle fournie par-dessus une règle livrée : ses valeurs l'emportent sur leurs périodes ; hors d'elles, les
 * valeurs livrées demeurent. Donner 2024 n'efface pas 2022.
 */
export function superposer(livree: Regle, fournie: Regle): Regle {
  const restes = fournie.valeurs.reduce(
    (valeurs, nouvelle) => valeurs.flatMap((valeur) => retrancher(valeur, nouvelle)),
    livree.valeurs,
  );
  const valeurs = [...restes, ...fournie.valeurs].sort((a, b) => (a.debut < b.debut ? -1 : 1));
  return { ...fournie, valeurs };
}

/** Ce qui reste d'une valeur hors de la période d'une autre : rien, un morceau, ou deux. */
function retrancher(valeur: ValeurDatee, { debut, fin }: ValeurDatee): ValeurDatee[] {
  if ((fin !== null && fin < valeur.debut) || (valeur.fin !== null && valeur.fin < debut)) return [valeur];
  const morceaux: ValeurDatee[] = [];
  if (valeur.debut < debut) morceaux.push({ ...valeur, fin: ajouterJours(debut, -1) });
  if (fin !== null && (valeur.fin === null || fin < valeur.fin)) {
    morceaux.push({ ...valeur, debut: ajouterJours(fin, 1) });
  }
  return morceaux;
}
