import type { Echeancier } from '../../domaine/financement/echeancier.ts';
import { LECTURES_EN_MOTS } from '../citations.ts';
import { ecrireCsv } from '../csv.ts';
import { donneeEuros } from '../euros.ts';
import type { Presentation } from '../presentation.ts';

const COLONNES = [
  'nom',
  'type',
  'signature',
  'code',
  'debut',
  'fin',
  'titre',
  'geste',
  'versement',
  'beneficiaire',
  'pourcent',
  'montant',
  'passee',
  'lecture',
  'source',
] as const;

/** Une rangée par étape. */
export function rendre(
  { nom, type, signature, etapes }: Echeancier,
  { excel }: Pick<Presentation, 'excel'>,
): string {
  return ecrireCsv(
    COLONNES,
    etapes.map(({ code, debut, fin, titre, geste, versement, passee, provenance }) => [
      nom,
      type,
      signature,
      code,
      debut,
      fin,
      titre,
      geste,
      versement?.part ?? null,
      versement?.a ?? null,
      versement?.pourcent ?? null,
      donneeEuros(versement?.montant ?? null),
      passee,
      provenance ? LECTURES_EN_MOTS[provenance.lecture] : null,
      provenance?.source ?? null,
    ]),
    excel,
  );
}
