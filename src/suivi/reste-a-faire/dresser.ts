import { grouper } from '../../domaine/grouper.ts';
import {
  type DossierAFaire,
  type EssmsAFaire,
  INDICATEURS_NOMMABLES,
  type IndicateurNommable,
  type ManqueEssms,
  type ParSituation,
} from '../../domaine/reste-a-faire.ts';
import type { CodeIndicateur, Resultat } from '../../domaine/resultat.ts';
import type { Calcul } from '../../indicateurs/calculer.ts';
import type { Comptes } from '../../indicateurs/comptes.ts';
import type { Ligne } from '../../indicateurs/perimetre.ts';
import { REGISTRE } from '../../indicateurs/registre.ts';
import { choisirGeste, comparerDossiers, sert } from './gestes.ts';
import type { Manquants } from './lire.ts';

export interface Liste {
  readonly essms: readonly EssmsAFaire[];
  readonly dossiers: readonly DossierAFaire[];
}

/** Ce à quoi la liste se restreint ; `null` : à rien. */
export interface Restriction {
  readonly indicateur: CodeIndicateur | null;
  readonly finessEt: string | null;
}

interface ListeEssms {
  readonly essms: EssmsAFaire;
  readonly dossiers: readonly DossierAFaire[];
}

/** La liste de travail, de l'ESSMS où le plus de gestes servent une cible non atteinte à celui où le moins le font. */
export function dresserListe(
  manquants: readonly Manquants[],
  calcul: Calcul,
  restriction: Restriction,
): Liste {
  const parEssms = grouper(manquants, ({ finessEt }) => finessEt);
  const resultats = grouper(
    calcul.resultats.filter(({ niveau }) => niveau === 'essms'),
    ({ identifiant }) => identifiant,
  );
  const listes = calcul.lignes
    .filter(({ essms }) => restriction.finessEt === null || essms.finessEt === restriction.finessEt)
    .map((ligne) => {
      const { finessEt } = ligne.essms;
      const siens = parEssms.get(finessEt) ?? [];
      return dresserEssms(ligne, siens, resultats.get(finessEt) ?? [], calcul, restriction);
    })
    .sort(comparerEssms);
  return {
    essms: listes.map(({ essms }) => essms),
    dossiers: listes.flatMap(({ dossiers }) => dossiers),
  };
}

function comparerEssms({ essms: a }: ListeEssms, { essms: b }: ListeEssms): number {
  return b.prioritaires - a.prioritaires || b.dossiers - a.dossiers || (a.finessEt < b.finessEt ? -1 : 1);
}

function dresserEssms(
  { essms, comptes }: Ligne,
  manquants: readonly Manquants[],
  resultats: readonly Resultat[],
  { definitions }: Calcul,
  { indicateur }: Restriction,
): ListeEssms {
  const nommables = INDICATEURS_NOMMABLES.filter((code) => estNommable(code, comptes, resultats));
  const utiles = new Set(
    nommables.filter((code) => resultats.find((r) => r.indicateur === code)?.etat !== 'atteint'),
  );
  const reduits = manquants
    .map((un) => ({ ...un, manques: un.manques.filter((code) => nommables.includes(code)) }))
    .filter(({ manques }) => manques.length > 0);
  const dossiers = reduits
    .flatMap(({ idDossier, finessEt, situation, manques, closSansSortie }) => {
      if (idDossier === null) return [];
      const geste = choisirGeste({ situation, manques, utiles }, definitions.dossier_actif);
      return [{ finessEt, idDossier, situation, manques, ...geste, closSansSortie }];
    })
    .filter(({ manques }) => indicateur === null || manques.some((code) => code === indicateur))
    .sort(comparerDossiers(utiles));
  return {
    essms: {
      finessEt: essms.finessEt,
      finessEj: essms.finessEj,
      libelle: essms.libelle,
      secteur: essms.secteur,
      population: comptes.population,
      dossiers: dossiers.length,
      prioritaires: dossiers.filter((dossier) => sert(dossier, utiles)).length,
      sortis: sommer(reduits.filter(({ idDossier }) => idDossier === null)),
      manques: resultats.map((resultat) => compter(resultat, nommables, reduits)),
    },
    dossiers,
  };
}

/** Il faut les exports d'où vient l'indicateur (N9), et qu'il soit attendu de l'ESSMS (P6, T6). */
function estNommable(
  code: IndicateurNommable,
  { couvert }: Comptes,
  resultats: readonly Resultat[],
): boolean {
  const etat = resultats.find(({ indicateur }) => indicateur === code)?.etat;
  if (etat === 'dispense' || etat === 'hors_periode') return false;
  return couvert.dossiers && REGISTRE[code].tables.every((table) => couvert[table]);
}

function compter(
  resultat: Resultat,
  nommables: readonly IndicateurNommable[],
  manquants: readonly Manquants[],
): ManqueEssms {
  const code = nommables.find((un) => un === resultat.indicateur);
  const siens = manquants.filter(({ manques }) => code !== undefined && manques.includes(code));
  return {
    resultat,
    nommable: code !== undefined,
    listes: parSituation(siens.filter(({ idDossier }) => idDossier !== null)),
    sortis: parSituation(siens.filter(({ idDossier }) => idDossier === null)),
  };
}

function parSituation(manquants: readonly Manquants[]): ParSituation {
  const de = (voulue: Manquants['situation']): number =>
    sommer(manquants.filter(({ situation }) => situation === voulue));
  return { actif: de('actif'), inactif: de('inactif'), indetermine: de('indetermine') };
}

function sommer(manquants: readonly Manquants[]): number {
  return manquants.reduce((somme, { nombre }) => somme + nombre, 0);
}
