import type { DateCivile } from '../domaine/date-civile.ts';
import type { Provenance } from '../domaine/financement/commun.ts';
import type { LectureReduit } from '../domaine/financement/forfaits.ts';
import type { Plan } from '../domaine/financement/plan.ts';
import type { VagueSons } from '../domaine/financement/sons.ts';
import { type JeuDeRegles, resoudre } from '../regles/resolution.ts';

interface Emplois extends Pick<Plan, 'essms' | 'projet' | 'og'> {
  readonly vague: VagueSons;
  readonly jeu: JeuDeRegles;
  readonly date: DateCivile;
  readonly lecture: LectureReduit;
}

/** Les règles qui ont servi, chacune une fois : celles des lignes, puis celles des seuils et des versements. */
export function sourcesDuPlan({ essms, projet, og, vague, jeu, date, lecture }: Emplois): Provenance[] {
  const lignes = [...essms.flatMap((un) => un.lignes), ...projet].flatMap(
    ({ provenance }) => provenance ?? [],
  );
  const ids = [
    'esms_numerique.seuil_national',
    ...(essms.some(({ tarif }) => tarif !== 'plein') ? [`esms_numerique.degressivite.${lecture}`] : []),
    ...(essms.some((un) => un.lignes.some(({ detail }) => detail?.includes('prorata')))
      ? ['esms_numerique.prorata_domicile']
      : []),
    'complements.petit_og',
    'versement.avance',
  ];
  const seuils = ids.flatMap((id) => resoudre(jeu, id, date).citation ?? []);
  const sons = og.some((un) => un.sons !== null) ? vague.sources : [];
  return [...new Map([...lignes, ...seuils, ...sons].map((une) => [une.regle, une])).values()];
}
