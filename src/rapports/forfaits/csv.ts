import type { Forfaits } from '../../domaine/financement/forfaits.ts';
import { direProvenance, LECTURES_EN_MOTS } from '../citations.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import { donneeEuros } from '../euros.ts';
import type { Presentation } from '../presentation.ts';

const COLONNES = [
  'annee',
  'type',
  'secteur',
  'essms',
  'dui_reference',
  'essms_petits_og',
  'lecture_reduit',
  'code',
  'libelle',
  'quantite',
  'montant',
  'plafond',
  'raison',
  'lecture',
  'source',
] as const;

/** Une rangée par ligne, puis le total, l'avance et le solde. */
export function rendre(forfaits: Forfaits, { excel }: Pick<Presentation, 'excel'>): string {
  const { annee, type, secteur, essms, duiReference, essmsPetitsOg, lecture, lignes } = forfaits;
  const communes: Valeur[] = [annee, type, secteur, essms, duiReference, essmsPetitsOg, lecture];
  const [avance, solde] = forfaits.versements;
  const somme = (code: string, libelle: string, montant: Valeur): Valeur[] => [
    ...communes,
    code,
    libelle,
    null,
    montant,
    null,
    null,
    null,
    null,
  ];
  return ecrireCsv(
    COLONNES,
    [
      ...lignes.map(({ code, libelle, quantite, montant, plafond, raison, provenance }) => [
        ...communes,
        code,
        libelle,
        quantite,
        donneeEuros(montant),
        plafond,
        raison,
        provenance ? LECTURES_EN_MOTS[provenance.lecture] : null,
        direProvenance(provenance),
      ]),
      somme('total', 'Total TTC', donneeEuros(forfaits.total)),
      somme('avance', avance.preuve, donneeEuros(avance.montant)),
      somme('solde', solde.preuve, donneeEuros(solde.montant)),
    ],
    excel,
  );
}
