import type { Presentation } from '../presentation.ts';
import { rendreGithub } from './github.ts';
import { rendreJunit } from './junit.ts';
import type { PresentationCi, RapportCi } from './modele.ts';
import { rendreSarif } from './sarif.ts';

/** Les trois formats d'une CI, d'un modèle dont on sait établir le rapport. */
export function enCi<Modele>(etablir: (modele: Modele, ci: PresentationCi) => RapportCi) {
  const rendu =
    (rendre: (rapport: RapportCi, ci: PresentationCi) => string) =>
    (modele: Modele, { ci = { base: '' } }: Pick<Presentation, 'ci'>): string =>
      rendre(etablir(modele, ci), ci);
  return { junit: rendu(rendreJunit), sarif: rendu(rendreSarif), github: rendu(rendreGithub) };
}
