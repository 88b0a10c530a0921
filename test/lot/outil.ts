import type { ConstatLot, Convention, Soumission } from '../../src/domaine/lot.ts';
import type { EssmsReleve, QualiteReleve, Releve } from '../../src/domaine/releve.ts';
import type { CodeIndicateur } from '../../src/domaine/resultat.ts';
import type { Reperes } from '../../src/lot/controles/controler.ts';
import { controlerLot } from '../../src/lot/controles/lot.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { chargerSeuilsLot } from '../../src/regles/seuils-lot.ts';
import { fabriquer, PAR_DEFAUT, type ReleveFabrique, recevoir } from '../suivi/fabrique.ts';

export const ET = '630991016';
export const AUTRE_ET = '630991024';

/** n sur d de chaque indicateur d'un ESSMS ; ceux qu'on tait n'ont pas de chiffre. */
export type Comptes = Partial<Record<CodeIndicateur, readonly [n: number, d: number]>>;

export interface EssmsFabrique {
  readonly id?: string;
  readonly comptes?: Comptes;
  readonly dit?: Partial<EssmsReleve>;
  readonly qualite?: Partial<QualiteReleve>;
}

/** Cinq taux qui ne disent rien à eux seuls, différents selon `graine`. */
export function ordinaires(graine = 0): Comptes {
  return {
    dossiers_actifs: [91 + (graine % 3), 100],
    projets: [85 + (graine % 5), 95],
    agenda: [86 + (graine % 4), 95],
    mssante: [75 + graine, 100],
    dmp: [71 + (graine % 7), 100],
  };
}

/** Le relevé d'un mois, aux comptes donnés ; la grappe atteint ses cibles. */
export function releverMois(
  mois: string,
  essms: readonly EssmsFabrique[],
  demande: ReleveFabrique = {},
): Releve {
  const releve = fabriquer(mois, {
    ...demande,
    essms: essms.map(({ id = ET, comptes = ordinaires() }) => ({
      id,
      etats: Object.fromEntries(
        (['dossiers_actifs', 'projets', 'agenda', 'mssante', 'dmp'] as const).map((code) => {
          const compte = comptes[code];
          return [
            code,
            compte === undefined
              ? ('non_evaluable' as const)
              : { etat: 'atteint' as const, n: compte[0], d: compte[1] },
          ];
        }),
      ),
    })),
  });
  const parEssms = new Map(essms.map((un) => [un.id ?? ET, un]));
  return {
    ...releve,
    perimetre: releve.perimetre.map((un) => ({ ...un, ...parEssms.get(un.finessEt)?.dit })),
    qualite: releve.perimetre.map(({ finessEt }) => ({
      finessEt,
      unSeulEvenement: null,
      premiereTraceMemeJour: null,
      saisiesTardives: null,
      ...parEssms.get(finessEt)?.qualite,
    })),
  };
}

export function soumettre(
  nom: string,
  releves: readonly Releve[],
  convention: Convention | null = null,
): Soumission {
  return {
    nom,
    nature: 'releves',
    releves: releves.map((releve) => recevoir(releve, { fichier: `${nom}/releve-${releve.mois}.json` })),
    convention,
  };
}

export const REPERES: Reperes = {
  seuils: chargerSeuilsLot(),
  regles: chargerReglesLivrees(),
};

export function controler(soumissions: readonly Soumission[], reperes: Partial<Reperes> = {}): ConstatLot[] {
  return controlerLot(soumissions, { ...REPERES, ...reperes }, PAR_DEFAUT);
}

/** Ce que dit un contrôle, de tous ceux d'un lot. */
export function dits(
  code: string,
  soumissions: readonly Soumission[],
  reperes: Partial<Reperes> = {},
): ConstatLot[] {
  return controler(soumissions, reperes).filter((constat) => constat.code === code);
}

export function dire(code: string, ...releves: readonly Releve[]): ConstatLot[] {
  return dits(code, [soumettre('limagne', releves)]);
}
