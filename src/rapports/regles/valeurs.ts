import { type DateCivile, ecrireDate } from '../../domaine/date-civile.ts';
import { type Centimes, ecrireEuros, enEuros } from '../../domaine/montant.ts';
import type { RegleMontree, ValeurMontree } from './modele.ts';

interface Forfait {
  readonly plein: Centimes;
  readonly reduit: Centimes;
}
interface Tranche {
  readonly code: string;
  readonly de: number;
  readonly a: number | null;
  readonly montant: Centimes;
  readonly lecture: string;
}
interface Degressivite {
  readonly pleins: number;
  readonly reduits_apres: number;
}
interface Dispense {
  readonly secteurs: readonly string[];
  readonly indicateurs: readonly string[];
  readonly eligible_sons: boolean;
}

/** « 1 232 € » : sans les centimes quand il n'y en a pas. */
function euros(montant: Centimes): string {
  return ecrireEuros(montant).replace(',00 €', ' €');
}

/** « 20 à 99 », « 100 et plus », « 1 ». */
function bornes({ de, a }: Tranche): string {
  if (a === null) return `${de} et plus`;
  return de === a ? `${de}` : `${de} à ${a}`;
}

const UNITES: Readonly<Record<string, string>> = { essms: 'ESSMS', regions: 'régions' };

/** La valeur en mots, selon le type de la règle ; un barème fait plusieurs lignes. */
export function direValeur({ type, unite }: Pick<RegleMontree, 'type' | 'unite'>, valeur: unknown): string[] {
  switch (type) {
    case 'montant':
      return [euros(valeur as Centimes)];
    case 'forfait': {
      const { plein, reduit } = valeur as Forfait;
      return [`${euros(plein)} ; tarif réduit ${euros(reduit)}`];
    }
    case 'bareme':
      return (valeur as Tranche[]).map(
        (tranche) =>
          `${tranche.code}  ${bornes(tranche)} : ${euros(tranche.montant)} par ESSMS (${tranche.lecture})`,
      );
    case 'taux':
      return [`${String(valeur).replace('.', ',')} %`];
    case 'degressivite': {
      const { pleins, reduits_apres } = valeur as Degressivite;
      return [`les ${pleins} premiers au plein tarif, le tarif réduit au-delà du ${reduits_apres}e`];
    }
    case 'date':
      return [ecrireDate(valeur as DateCivile)];
    case 'liste':
      return [(valeur as string[]).join(', ')];
    case 'dispense': {
      const { secteurs, indicateurs, eligible_sons: eligible } = valeur as Dispense;
      const sons = `ESSMS ${eligible ? 'éligible' : 'non éligible'} au SONS`;
      return [`${secteurs.join(', ')}, ${sons} : ${indicateurs.join(', ')}`];
    }
    case 'condition':
      return [String(valeur)];
    default:
      return [`${String(valeur)} ${UNITES[unite] ?? unite}`];
  }
}

/** La valeur pour une sortie JSON : les centimes redeviennent des euros. */
export function valeurJson(type: string, { valeur }: ValeurMontree): unknown {
  if (valeur === undefined) return null;
  if (type === 'montant') return enEuros(valeur as Centimes);
  if (type === 'forfait') {
    const { plein, reduit } = valeur as Forfait;
    return { plein: enEuros(plein), reduit: enEuros(reduit) };
  }
  if (type !== 'bareme') return valeur;
  return (valeur as Tranche[]).map((tranche) => ({ ...tranche, montant: enEuros(tranche.montant) }));
}
