import type { DossiersVus } from '../../domaine/va.ts';
import { lireRequete } from '../../moteur/requetes.ts';
import type { Session } from '../../moteur/session.ts';

/** Par ESSMS, le moins de dossiers que les données prouvent, sur la fenêtre que la session porte. */
export async function lireDossiersVus(session: Session): Promise<Map<string, DossiersVus>> {
  const lignes = await session.lignes(lireRequete('va_vus'));
  return new Map(
    lignes.map((ligne) => [
      String(ligne.finess_et),
      {
        dossiersDmp: Number(ligne.dossiers_dmp),
        dossiersMssProfessionnel: Number(ligne.dossiers_mss_professionnel),
        dossiersMssUsager: Number(ligne.dossiers_mss_usager),
        dossiersTroisActions: Number(ligne.dossiers_trois_actions),
      },
    ]),
  );
}
