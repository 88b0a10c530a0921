import { estInferieure, type Fraction, tauxTronque } from '../domaine/fraction.ts';
import type { Agregat, CodeIndicateur } from '../domaine/resultat.ts';
import type { Contexte } from './contexte.ts';
import { conclureApport } from './evaluer.ts';
import { manquantes, type Part } from './parts.ts';

interface Evalue {
  readonly finess: string;
  readonly valeur: Fraction;
  readonly atteint: boolean;
}

/** A3, A4 : ESSMS évalués, ESSMS à la cible, taux le plus bas, ESSMS manquants ; `parts` triées par FINESS. */
export function decrireGroupe(
  indicateur: CodeIndicateur,
  parts: readonly Part[],
  contexte: Contexte,
): Agregat {
  const evalues = parts.flatMap((part) => evaluer(indicateur, part, contexte));
  return {
    essmsEvalues: evalues.length,
    essmsAtteints: evalues.filter(({ atteint }) => atteint).length,
    plusBas: plusBas(evalues),
    manquants: manquantes(parts).map(({ finess }) => finess),
  };
}

function evaluer(indicateur: CodeIndicateur, { finess, apport }: Part, contexte: Contexte): Evalue[] {
  const { numerateur, denominateur, etat } = conclureApport(indicateur, apport, contexte);
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
