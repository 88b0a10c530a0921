import {
  INDICATEURS_NOMMABLES,
  type IndicateurNommable,
  type Situation,
} from '../../domaine/reste-a-faire.ts';
import type { Definitions } from '../../indicateurs/definitions.ts';
import { lireRequete } from '../../moteur/requetes.ts';
import type { Ligne, Session } from '../../moteur/session.ts';

/** Des dossiers d'un ESSMS à qui il manque la même chose. */
export interface Manquants {
  readonly finessEt: string;
  /** `null` : des personnes sorties, que rien ne nomme. */
  readonly idDossier: string | null;
  readonly situation: Situation;
  readonly manques: readonly IndicateurNommable[];
  readonly closSansSortie: boolean;
  readonly nombre: number;
}

/** Les dossiers à qui il manque quelque chose sous les définitions de la session, une ligne par dossier nommé. */
export async function lireManquants(
  session: Session,
  { evenement_agenda: lecture }: Pick<Definitions, 'evenement_agenda'>,
): Promise<Manquants[]> {
  const lignes = await session.lignes(lireRequete('reste_a_faire'));
  return lignes.map((ligne) => ({
    finessEt: String(ligne.finess_et),
    idDossier: ligne.id_dossier === null ? null : String(ligne.id_dossier),
    situation: ligne.situation as Situation,
    manques: INDICATEURS_NOMMABLES.filter((code) => manque(code, ligne, lecture)),
    closSansSortie: ligne.clos_sans_sortie === true,
    nombre: Number(ligne.nombre),
  }));
}

function manque(code: IndicateurNommable, ligne: Ligne, lecture: Definitions['evenement_agenda']): boolean {
  switch (code) {
    case 'dossiers_actifs':
      return ligne.situation !== 'actif';
    case 'projets':
      return ligne.sans_projet === true;
    case 'agenda':
      return ligne[`sans_evenement_${lecture}`] === true;
    case 'dmp':
      return ligne.sans_dmp === true;
  }
}
