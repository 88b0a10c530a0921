import type { DateCivile } from '../../domaine/date-civile.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { BilanSoumission, Echec, EssmsLot } from '../../domaine/lot.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import {
  AXES,
  type Axe,
  type GroupeSynthese,
  type SoumissionSynthese,
  type Synthese,
  TRANCHES,
} from '../../domaine/synthese-lot.ts';

/** La vue régionale d'un lot. L'ordre des bilans n'y change rien. */
export function dresserSynthese(
  bilans: readonly BilanSoumission[],
  echecs: readonly Echec[],
  dateReference: DateCivile,
): Synthese {
  const essms = bilans.flatMap((bilan) => bilan.essms);
  const avis = { verser: 0, completer: 0, refuser: 0 };
  for (const { proposition } of bilans) if (proposition !== null) avis[proposition.avis] += 1;
  const groupes = (axe: Axe) => grouperSelon(essms, (un) => un[axe]);
  return {
    dateReference,
    mois: [...new Set(bilans.flatMap(({ ensemble }) => ensemble.map(({ mois }) => mois)))].sort(),
    essms: essms.length,
    avis,
    axes: Object.fromEntries(AXES.map((axe) => [axe, groupes(axe)])) as Record<Axe, GroupeSynthese[]>,
    distribution: CODES_INDICATEURS.map((indicateur, rang) => ({ indicateur, ...repartir(essms, rang) })),
    constats: compterConstats(bilans),
    soumissions: bilans.map(resumer).sort(aRappelerDAbord),
    echecs: [...echecs].sort((a, b) => comparer(a.nom, b.nom)),
  };
}

function grouperSelon(
  essms: readonly EssmsLot[],
  valeurDe: (un: EssmsLot) => string | null,
): GroupeSynthese[] {
  return [...grouper(essms, (un) => valeurDe(un)?.trim() ?? '')]
    .map(([nom, groupe]) => ({
      nom: nom || null,
      essms: groupe.length,
      indicateurs: CODES_INDICATEURS.map((_, rang) => {
        const etats = groupe.flatMap(({ mesures }) => mesures[rang]?.etat ?? []);
        const concernes = etats.filter((etat) => etat !== 'dispense' && etat !== 'hors_periode');
        return {
          atteints: concernes.filter((etat) => etat === 'atteint').length,
          concernes: concernes.length,
        };
      }),
    }))
    .sort((a, b) => b.essms - a.essms || comparer(a.nom ?? '', b.nom ?? ''));
}

function repartir(essms: readonly EssmsLot[], rang: number) {
  const tranches = TRANCHES.map(() => 0);
  let sansChiffre = 0;
  for (const { mesures } of essms) {
    const taux = mesures[rang]?.taux ?? null;
    if (taux === null) sansChiffre += 1;
    else {
      // Tronqué, un taux ne franchit jamais une borne entière (T3).
      const tranche = TRANCHES.findLastIndex((borne) => taux >= borne);
      tranches[tranche] = (tranches[tranche] ?? 0) + 1;
    }
  }
  return { tranches, sansChiffre };
}

function compterConstats(bilans: readonly BilanSoumission[]): Synthese['constats'] {
  const tous = bilans.flatMap(({ constats }) => constats);
  return [...grouper(tous, ({ code }) => code).values()]
    .flatMap((groupe) => {
      const [premier] = groupe;
      if (premier === undefined) return [];
      const soumissions = new Set(groupe.map(({ soumission }) => soumission)).size;
      return [{ code: premier.code, gravite: premier.gravite, nombre: groupe.length, soumissions }];
    })
    .sort(
      (a, b) => comparer(b.gravite, a.gravite) || b.soumissions - a.soumissions || comparer(a.code, b.code),
    );
}

function resumer(bilan: BilanSoumission): SoumissionSynthese {
  const erreurs = bilan.constats.filter(({ gravite }) => gravite === 'erreur').length;
  return {
    nom: bilan.nom,
    grappe: bilan.grappe?.nom ?? null,
    essms: bilan.essms.length,
    echeance: bilan.convention?.echeance ?? null,
    proposition: bilan.proposition,
    erreurs,
    avertissements: bilan.constats.length - erreurs,
  };
}

/** L'échéance la plus proche d'abord parmi ce qui attend une réponse ; ce qui peut se verser, en dernier. */
const RANGS = { completer: 0, refuser: 1, verser: 2 } as const;

function aRappelerDAbord(a: SoumissionSynthese, b: SoumissionSynthese): number {
  const rang = ({ proposition }: SoumissionSynthese): number =>
    proposition === null ? -1 : RANGS[proposition.avis];
  return (
    rang(a) - rang(b) ||
    comparer(a.echeance ?? '9999', b.echeance ?? '9999') ||
    b.erreurs - a.erreurs ||
    b.essms - a.essms ||
    comparer(a.nom, b.nom)
  );
}

function comparer(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
