import type { DateCivile } from '../../domaine/date-civile.ts';
import type { Part, QualiteReleve } from '../../domaine/releve.ts';
import { lireRequete } from '../../moteur/requetes.ts';
import type { Session } from '../../moteur/session.ts';

/** Rien à partager n'est pas une part nulle. */
function part(nombre: unknown, total: unknown): Part | null {
  return Number(total) === 0 ? null : { nombre: Number(nombre), total: Number(total) };
}

/** Les parts de qualité, un ESSMS par ligne, sur la fenêtre que la session porte. */
export async function lireQualite(session: Session): Promise<QualiteReleve[]> {
  const lignes = await session.lignes(lireRequete('qualite'));
  return lignes.map((ligne) => {
    const premiere = part(ligne.premiere, ligne.traces);
    return {
      finessEt: String(ligne.finess_et),
      unSeulEvenement: ligne.agenda === true ? part(ligne.un_seul, ligne.avec_evenement) : null,
      premiereTraceMemeJour: premiere && { ...premiere, jour: ligne.jour as DateCivile | null },
      saisiesTardives: part(ligne.tardives, ligne.datees),
    };
  });
}
