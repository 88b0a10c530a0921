import type { LignePlan, Plan, PlanOg, Somme } from '../../domaine/financement/plan.ts';
import { LECTURES_EN_MOTS } from '../citations.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import { donneeEuros } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportFinancement } from './modele.ts';

const COLONNES = [
  'niveau',
  'identifiant',
  'finess_ej',
  'libelle',
  'dispositif',
  'beneficiaire',
  'forfait',
  'montant',
  'etat',
  'plafond',
  'detail',
  'regle',
  'lecture',
  'source',
] as const;

/** Une rangée par montant : les ESSMS, le projet, le SONS de chaque OG ; puis les totaux, au niveau `total`. */
export function rendre({ plan }: RapportFinancement, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    COLONNES,
    [
      ...plan.essms.flatMap((un) =>
        un.lignes.map((ligne) => ['essms', un.finessEt, un.finessEj, un.libelle, ...cellulesDe(ligne)]),
      ),
      ...plan.projet.map((ligne) => ['projet', 'grappe', null, null, ...cellulesDe(ligne)]),
      ...plan.og.flatMap(rangeeSons),
      ...totaux(plan),
    ],
    excel,
  );
}

function cellulesDe({ code, montant, raison, detail, plafond, provenance }: LignePlan): Valeur[] {
  return [
    'esms_numerique',
    'porteur',
    code,
    donneeEuros(montant),
    montant === null ? 'inconnu' : 'connu',
    plafond,
    raison ?? detail,
    provenance?.regle ?? null,
    provenance ? LECTURES_EN_MOTS[provenance.lecture] : null,
    provenance?.source ?? null,
  ];
}

function rangeeSons({ finessEj, sons }: PlanOg): Valeur[][] {
  if (sons === null) return [];
  const etat = sons.montant === null ? 'inconnu' : sons.compte ? 'connu' : 'historique';
  const detail = sons.raison ?? `tranche ${sons.tranche}, ${sons.essmsCommande.length} ESSMS`;
  const regle = `sons.vague_${sons.vague}.bareme`;
  const montant = donneeEuros(sons.montant);
  return [
    [
      'og',
      finessEj,
      finessEj,
      null,
      'sons',
      'editeur',
      'sons',
      montant,
      etat,
      false,
      detail,
      regle,
      null,
      null,
    ],
  ];
}

function totaux({ totaux: t }: Plan): Valeur[][] {
  const rangee = (dispositif: string, beneficiaire: string | null, { connu, inconnues }: Somme): Valeur[] => [
    'total',
    'grappe',
    null,
    null,
    dispositif,
    beneficiaire,
    null,
    donneeEuros(connu),
    inconnues > 0 ? 'partiel' : 'connu',
    false,
    inconnues > 0 ? `montants inconnus : ${inconnues}` : null,
    null,
    null,
    null,
  ];
  return [
    rangee('esms_numerique', 'porteur', t.porteur),
    rangee('sons', 'editeur', t.editeurs),
    rangee('ensemble', null, t.ensemble),
  ];
}
