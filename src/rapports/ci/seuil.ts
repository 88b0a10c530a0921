import type { Gravite } from '../../domaine/anomalie.ts';
import type { ElementCi, GraviteCi, RapportCi, Tus } from './modele.ts';

/** Une erreur toujours ; un avertissement si `--seuil-gravite avertissement`. */
export function estEchec(gravite: GraviteCi, seuil: Gravite | undefined): boolean {
  return gravite === 'erreur' || (gravite === 'avertissement' && seuil === 'avertissement');
}

/** `--seuil-gravite erreur` tait les avertissements, et eux seuls : une cible manquée reste dite. */
export function montresDe(
  { elements }: Pick<RapportCi, 'elements'>,
  seuil: Gravite | undefined,
): ElementCi[] {
  return elements.filter(({ gravite }) => gravite !== 'avertissement' || seuil !== 'erreur');
}

/** Totaux vrais : ce qui est détaillé, et ce qui ne l'est pas. */
export function totauxDe({ elements, tus }: Pick<RapportCi, 'elements' | 'tus'>): Tus {
  const compter = (une: Gravite): number => elements.filter(({ gravite }) => gravite === une).length;
  return {
    erreurs: compter('erreur') + tus.erreurs,
    avertissements: compter('avertissement') + tus.avertissements,
  };
}
