import type { ElementCi, PresentationCi } from './modele.ts';

/** Le chemin depuis le dossier courant, celui que la CI a de ses fichiers ; sans fichier, celui du dépôt. */
export function cheminDe({ fichier }: Pick<ElementCi, 'fichier'>, { base }: PresentationCi): string {
  return [base, fichier ?? ''].filter((partie) => partie !== '').join('/') || '.';
}

/** Ce qui ne porte pas sur un fichier dit d'abord sur quoi. */
export function direMessage({ fichier, cas, message }: ElementCi): string {
  return fichier === null && cas !== undefined ? `${cas} : ${message}` : message;
}
