import { CATALOGUE, type CodeAnomalie } from '../../domaine/catalogue.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import type { EssmsDuMois } from './mois-lus.ts';

/** Ce qu'un contrôle trouve ; le catalogue apporte la gravité et la réponse attendue. */
export interface Trouvaille
  extends Pick<ConstatLot, 'soumission' | 'message' | 'formule' | 'nombres'>,
    Partial<Pick<ConstatLot, 'mois' | 'identifiant' | 'indicateur'>> {
  readonly code: CodeAnomalie;
}

export function constater({
  mois = null,
  identifiant = null,
  indicateur = null,
  ...trouvaille
}: Trouvaille): ConstatLot {
  const { gravite, aide } = CATALOGUE[trouvaille.code];
  return { ...trouvaille, gravite, mois, identifiant, indicateur, attendu: aide };
}

/** « EHPAD Les Tilleuls 630991024 » */
export function nommerEssms({
  finessEt,
  libelle,
}: {
  readonly finessEt: string;
  readonly libelle: string;
}): string {
  return libelle === '' || libelle === finessEt ? finessEt : `${libelle} ${finessEt}`;
}

/** Où porte le constat d'un ESSMS, un mois. */
export function situer({ mois, essms }: EssmsDuMois): Required<Pick<Trouvaille, 'mois' | 'identifiant'>> {
  return { mois, identifiant: essms.finessEt };
}
