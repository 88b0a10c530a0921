import { Recueil } from '../domaine/anomalie.ts';
import type { NumeroDemande } from '../domaine/finess/verification.ts';
import { ouvrirPetiteTable } from '../lecture/petite-table.ts';
import { Refus } from '../lecture/refus.ts';
import type { Champ } from '../tables/description.ts';
import { ESSMS } from '../tables/essms.ts';

/** Les deux numéros de la table `essms` ; l'entité juridique peut manquer. */
const CHAMPS: readonly Champ[] = ESSMS.champs
  .filter(({ nom }) => nom === 'finess_et' || nom === 'finess_ej')
  .map((champ) => {
    if (champ.nom === 'finess_et') return champ;
    const { obligatoire: _, ...facultatif } = champ;
    return facultatif;
  });

/**
 * Les numéros d'un CSV qui a une colonne finess_et, avec leur ligne. Une ligne aux colonnes fausses est une anomalie ;
 * `demandes` vaut `null` si le fichier est refusé.
 */
export async function lireNumeros(
  chemin: string,
  nom: string,
  maxAnomalies: number,
  signal?: AbortSignal,
): Promise<{ readonly demandes: readonly NumeroDemande[] | null; readonly anomalies: Recueil }> {
  const anomalies = new Recueil(maxAnomalies);
  const demandes: NumeroDemande[] = [];
  try {
    const table = await ouvrirPetiteTable(chemin, CHAMPS, signal);
    for await (const { ligne, valeurs, constat } of table.lignes) {
      const { finess_et: numero = '', finess_ej: finessEj = '' } = valeurs;
      if (constat) anomalies.ajouter({ ...constat, fichier: nom, ligne });
      else demandes.push({ numero, finessEj: finessEj === '' ? null : finessEj, ligne });
    }
    if (demandes.length === 0) {
      anomalies.ajouter({ code: 'fichier.sans_ligne', fichier: nom, message: 'aucun numéro à contrôler' });
    }
    return { demandes, anomalies };
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    for (const constat of erreur.constats) anomalies.ajouter({ ...constat, fichier: nom });
    return { demandes: null, anomalies };
  }
}
