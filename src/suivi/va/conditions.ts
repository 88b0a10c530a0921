import type { Resultat } from '../../domaine/resultat.ts';
import {
  type Acte,
  type Condition,
  type EssmsDeclareVa,
  type EtatCondition,
  type MesureVa,
  type Obligation,
  TAUX_VA,
} from '../../domaine/va.ts';
import { comptesEtablis, type Dit, valeursNonNulles } from './tableau.ts';

function juger(
  code: Condition['code'],
  origine: Condition['origine'],
  dits: readonly Dit[],
  estSansObjet = false,
): Condition {
  if (estSansObjet) return { code, origine, etat: 'sans_objet', faux: [], inconnus: [] };
  const faux = dits.flatMap(([element, vrai]) => (vrai === false ? [element] : []));
  const inconnus = dits.flatMap(([element, vrai]) => (vrai === null ? [element] : []));
  const etat = faux.length > 0 ? 'non_remplie' : inconnus.length > 0 ? 'inconnue' : 'remplie';
  return { code, origine, etat, faux, inconnus };
}

/**
 * Les conditions d'un acte devant un ESSMS. La VSR reprend celles de la VA, et certifie en plus que les bugs sont
 * corrigés. `mesure` : `null` si aucun mois n'est mesuré.
 */
export function examiner(
  essms: EssmsDeclareVa,
  mesure: MesureVa | null,
  { acte, bugsCorriges }: { readonly acte: Acte; readonly bugsCorriges: boolean | null },
): Condition[] {
  const horsPeriode = mesure?.resultats.some(({ etat }) => etat === 'hors_periode') ?? false;
  return [
    juger('V1', 'calcule', comptesEtablis(mesure), horsPeriode),
    juger('V2', 'calcule', valeursNonNulles(mesure), horsPeriode),
    juger('V3', 'calcule', tauxCalculables(mesure?.resultats ?? []), horsPeriode),
    juger('V4', 'declare', [
      ['deploiement_termine', essms.deploiementTermine],
      ['formations_terminees', essms.formationsTerminees],
    ]),
    ...(acte === 'vsr' ? [juger('bugs', 'declare', [['bugs_corriges', bugsCorriges]])] : []),
  ];
}

/** V3 : calculable, sans seuil ; un dénominateur nul ne l'est pas, une donnée absente ne dit rien du DUI. */
function tauxCalculables(resultats: readonly Resultat[]): Dit[] {
  return TAUX_VA.map((code) => {
    const resultat = resultats.find(({ indicateur }) => indicateur === code);
    if (resultat === undefined) return [code, null];
    if (resultat.taux !== null) return [code, true];
    return [code, resultat.avertissements.some((un) => un.code === 'denominateur.nul') ? false : null];
  });
}

const GRAVITES: readonly EtatCondition[] = ['non_remplie', 'inconnue', 'remplie', 'sans_objet'];

/** Le pire de plusieurs états ; « sans objet » s'il n'y en a pas d'autre. */
export function pireEtat(etats: readonly EtatCondition[]): EtatCondition {
  return GRAVITES.find((etat) => etats.includes(etat)) ?? 'sans_objet';
}

const OBLIGATIONS: Readonly<
  Record<Acte, Readonly<Record<NonNullable<EssmsDeclareVa['typeProjet']>, Obligation>>>
> = {
  va: { montee_de_version: 'obligatoire', acquisition: 'recommandee' },
  vsr: { acquisition: 'obligatoire', montee_de_version: 'facultative' },
};

/** V5 (kit SESAN, partie 3 § 4). */
export function obligationDe(acte: Acte, { typeProjet }: Pick<EssmsDeclareVa, 'typeProjet'>): Obligation {
  return typeProjet === null ? 'inconnue' : OBLIGATIONS[acte][typeProjet];
}
