import { estInferieure, type Fraction, tauxTronque } from '../domaine/fraction.ts';
import type { Agregat } from '../domaine/resultat.ts';
import { manquantes, type Part } from './parts.ts';

interface Evalue {
  readonly finess: string;
  readonly valeur: Fraction;
  readonly atteint: boolean;
}

/** A3, A4 : ESSMS évalués, ESSMS à la cible, taux le plus bas, ESSMS manquants ; `parts` triées par FINESS. */
export function decrireGroupe(parts: readonly Part[]): Agregat {
  const evalues = parts.flatMap(evaluer);
  return {
    essmsEvalues: evalues.length,
    essmsAtteints: evalues.filter(({ atteint }) => atteint).length,
    plusBas: plusBas(evalues),
    manquants: manquantes(parts).map(({ finess }) => finess),
  };
}

function evaluer({ finess, conclusion }: Part): Evalue[] {
  const { numerateur, denominateur, etat } = conclusion;
  if (numerateur === null || denominateur === null) return [];
  return [{ finess, valeur: { numerateur, denominateur }, atteint: etat === 'atteint' }];
}

/** Comparaison exacte ; à égalité le premier, donc le plus petit FINESS. */
function plusBas(evalues: readonly Evalue[]): Agregat['plusBas'] {
  const [premier, ...autres] = evalues;
  if (premier === undefined) return null;
  const bas = autres.reduce((a, b) => (estInferieure(b.valeur, a.valeur) ? b : a), premier);
  return { identifiant: bas.finess, taux: tauxTronque(bas.valeur) ?? 0 };
}
