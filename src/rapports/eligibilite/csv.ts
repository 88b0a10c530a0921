import type { Controle } from '../../domaine/financement/eligibilite.ts';
import { LECTURES_EN_MOTS } from '../citations.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportEligibilite } from './modele.ts';

const COLONNES = [
  'niveau',
  'identifiant',
  'finess_ej',
  'libelle',
  'etat',
  'controle',
  'etat_controle',
  'message',
  'aide',
  'regle',
  'lecture',
  'source',
] as const;

/** Une rangée par contrôle. */
export function rendre(
  { entete, eligibilite }: RapportEligibilite,
  { excel }: Pick<Presentation, 'excel'>,
): string {
  const { grappe, essms } = eligibilite;
  return ecrireCsv(
    COLONNES,
    [
      ...grappe.controles.map((un) => ['grappe', 'grappe', null, entete.nom, grappe.etat, ...cellulesDe(un)]),
      ...essms.flatMap(({ essms: { finessEt, finessEj, libelle }, etat, controles }) =>
        controles.map((un) => ['essms', finessEt, finessEj, libelle, etat, ...cellulesDe(un)]),
      ),
    ],
    excel,
  );
}

function cellulesDe({ code, etat, message, aide, regle }: Controle): Valeur[] {
  return [
    code,
    etat,
    message,
    aide,
    regle?.regle ?? null,
    regle ? LECTURES_EN_MOTS[regle.lecture] : null,
    regle?.source ?? null,
  ];
}
