import { CATALOGUE } from '../../domaine/catalogue.ts';
import type { BilanSoumission, ConstatLot, Echec } from '../../domaine/lot.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import type { RapportLot } from './modele.ts';

type Rangee = Readonly<Partial<Record<(typeof COLONNES)[number], Valeur>>>;

const COLONNES = [
  'soumission',
  'genre',
  'code',
  'gravite',
  'nombre',
  'mois',
  'identifiant',
  'indicateur',
  'message',
  'formule',
  'nombres',
  'attendu',
] as const;

/** Échecs, constats, et comptes de lecture que portent les relevés ; une ligne chacun, par soumission. */
export function rendreAnomalies({ bilans, echecs }: Pick<RapportLot, 'bilans' | 'echecs'>): string {
  const rangees = [
    ...echecs.map(rangeeEchec),
    ...bilans.flatMap((bilan) => [...bilan.constats.map(rangeeConstat), ...rangeesLecture(bilan)]),
  ];
  return ecrireCsv(
    COLONNES,
    rangees.map((rangee) => COLONNES.map((colonne) => rangee[colonne] ?? null)),
    false,
  );
}

function rangeeEchec({ nom, code, message, aide }: Echec): Rangee {
  return { soumission: nom, genre: 'echec', code, gravite: 'erreur', nombre: 1, message, attendu: aide };
}

function rangeeConstat(constat: ConstatLot): Rangee {
  const { nombres, ...reste } = constat;
  const dits = Object.entries(nombres).map(([cle, valeur]) => `${cle}=${valeur}`);
  return { ...reste, genre: 'constat', nombre: 1, nombres: dits.join(' ') };
}

function rangeesLecture({ nom, anomalies }: BilanSoumission): Rangee[] {
  return Object.entries(anomalies.parCode).map(([code, nombre]) => {
    // Un relevé d'une autre version peut porter un code que celle-ci n'a pas.
    const fiche = Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code as keyof typeof CATALOGUE] : undefined;
    return {
      soumission: nom,
      genre: 'lecture',
      code,
      gravite: fiche?.gravite ?? null,
      nombre,
      message: fiche?.titre ?? null,
      attendu: fiche?.aide ?? null,
    };
  });
}
