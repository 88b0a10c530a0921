import type { TableauVa } from '../../domaine/releve.ts';
import { lireRequete } from '../../moteur/requetes.ts';
import type { Session } from '../../moteur/session.ts';

/** V1, un ESSMS par ligne, sur la fenêtre que la session porte. */
export async function lireTableauVa(session: Session): Promise<TableauVa[]> {
  const lignes = await session.lignes(lireRequete('va'));
  return lignes.map((ligne) => {
    const compte = (cle: string): number | null => {
      const valeur = ligne[cle];
      return valeur === null || valeur === undefined ? null : Number(valeur);
    };
    return {
      finessEt: String(ligne.finess_et),
      documentsAvecIns: compte('documents_avec_ins'),
      documentsSansIns: compte('documents_sans_ins'),
      documents: compte('documents'),
      messagesProfessionnels: compte('messages_professionnels'),
      messagesUsagers: compte('messages_usagers'),
      dossiersDmp: compte('dossiers_dmp'),
      dossiersMssProfessionnel: compte('dossiers_mss_professionnel'),
      dossiersMssUsager: compte('dossiers_mss_usager'),
      dossiersTroisActions: compte('dossiers_trois_actions'),
    };
  });
}
