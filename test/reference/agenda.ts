import { type Contexte, estDansF, retenues } from './contexte.ts';
import type { LigneTriee } from './ecarts.ts';
import { estPresent, type Personne } from './population.ts';

/** N5 : non annulé, et d'un type que la source n'exclut pas. */
export function estEvenementValable({ valeurs, source }: LigneTriee): boolean {
  if (valeurs.get('statut') === 'annule') return false;
  return !(source.typesExclus ?? []).includes(valeurs.get('type') ?? '');
}

/** N5 : la personne a-t-elle un événement retenu, selon la lecture ? */
export function aUnEvenement(
  personne: Personne,
  contexte: Contexte,
  lecture: 'periode' | 'existence',
): boolean {
  return retenues(contexte, 'agenda')
    .filter((ligne) => ligne.valeurs.get('id_dossier') === personne.id && estEvenementValable(ligne))
    .map((ligne) => ligne.valeurs.get('date_debut') ?? '')
    .some(
      (date) => lecture === 'existence' || (estDansF(date, contexte.fenetre) && estPresent(personne, date)),
    );
}
