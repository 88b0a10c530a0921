import type { Groupe, Rapprochement } from '../../domaine/financement/depenses.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import { donneeEuros } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportDepenses } from './modele.ts';

const POSTES = [
  'niveau',
  'identifiant',
  'finess_ej',
  'libelle',
  'poste',
  'plafond',
  'prevu',
  'prevu_inconnus',
  'paye',
  'engage',
  'reste',
  'depassement',
] as const;

/** Une rangée par niveau et par poste, le total de chaque niveau en dernier. */
export function rendre({ etat }: RapportDepenses, { excel }: Pick<Presentation, 'excel'>): string {
  const groupes = [etat.grappe, ...etat.og, ...etat.essms];
  return ecrireCsv(POSTES, groupes.flatMap(rangeesDe), excel);
}

function rangeesDe({ niveau, identifiant, finessEj, libelle, postes, total }: Groupe): Valeur[][] {
  return [...postes, total].map((un) => [niveau, identifiant, finessEj, libelle, ...cellulesDe(un)]);
}

function cellulesDe({ code, plafond, prevu, paye, engage, reste, depassement }: Rapprochement): Valeur[] {
  return [
    code,
    plafond,
    // Jamais zéro faute de mieux.
    prevu.connu === 0 && prevu.inconnues > 0 ? null : donneeEuros(prevu.connu),
    prevu.inconnues,
    donneeEuros(paye),
    donneeEuros(engage),
    donneeEuros(reste),
    donneeEuros(depassement),
  ];
}
