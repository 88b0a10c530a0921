import type { Recueil } from '../domaine/anomalie.ts';
import type { DepotCharge } from '../lecture/charger.ts';
import { secteurDeCategorie } from '../regles/categories.ts';
import type { NomTable } from '../tables/description.ts';
import { TABLES } from '../tables/index.ts';

/** Les tables dont une ligne peut être écartée pour son dossier (E2). */
const RATTACHEES: readonly NomTable[] = ['activites', 'projets', 'agenda', 'dmp_detail'];

/** Ce qu'une ligne lisible a d'étrange, seule : P1 et P2 pour un séjour, T2 et T5 pour un chiffre déclaré. */
const CONTROLES_DE_LIGNE = [
  {
    table: 'dossiers',
    code: 'sejour.sortie_avant_entree',
    condition: 'date_sortie < date_entree',
    colonne: 'date_sortie',
    message: "la sortie précède l'entrée : elle est ignorée (P2)",
  },
  {
    table: 'dossiers',
    code: 'sejour.clos_sans_sortie',
    condition: "statut = 'clos' AND date_sortie IS NULL",
    colonne: 'date_sortie',
    message: 'dossier clos sans date de sortie : le séjour court toujours (P1)',
  },
  {
    table: 'dossiers',
    code: 'sejour.entree_absente',
    condition: "date_entree IS NULL AND coalesce(statut NOT IN ('preadmission', 'attente', 'refuse'), true)",
    colonne: 'date_entree',
    message: "séjour sans date d'entrée (P1)",
  },
  {
    table: 'declares',
    code: 'declare.denominateur_nul',
    condition: 'denominateur = 0',
    colonne: 'denominateur',
    message: 'dénominateur nul : aucun taux ne se calcule (T2)',
  },
  {
    table: 'declares',
    code: 'declare.numerateur_trop_grand',
    // Un volume de messages dépasse 100 % sans se contredire (N6).
    condition: "indicateur <> 'mssante' AND numerateur > denominateur AND denominateur > 0",
    colonne: 'numerateur',
    message: 'le numérateur dépasse le dénominateur (T5)',
  },
] as const;

/**
 * Contrôles de cohérence d'un dépôt chargé, qui ne dépendent ni du mois ni de l'indicateur : ils complètent
 * les constats de la lecture, ligne à ligne.
 */
export async function controler({ session, fichiers }: DepotCharge, recueil: Recueil): Promise<void> {
  await controlerLignes();
  await controlerSecteurs();
  for (const table of RATTACHEES) await controlerDossiers(table);

  function nomDe(rang: unknown): string | null {
    return fichiers.get(Number(rang)) ?? null;
  }

  async function controlerLignes(): Promise<void> {
    for (const { table, code, condition, ...constat } of CONTROLES_DE_LIGNE) {
      const lignes = await session.lignes(
        `SELECT fichier::INTEGER AS fichier, ligne, count(*) OVER ()::INTEGER AS total FROM ${table}
         WHERE ${condition} ORDER BY fichier, ligne LIMIT ${Math.max(1, recueil.place)}`,
      );
      const place = recueil.place;
      for (const { fichier, ligne } of lignes.slice(0, place)) {
        recueil.ajouter({ code, ...constat, fichier: nomDe(fichier), ligne: Number(ligne) });
      }
      recueil.compter(code, Number(lignes[0]?.total ?? 0) - Math.min(place, lignes.length));
    }
  }

  async function controlerSecteurs(): Promise<void> {
    const lignes = await session.lignes(
      'SELECT fichier::INTEGER AS fichier, ligne, categorie FROM essms WHERE secteur IS NULL ORDER BY fichier, ligne',
    );
    for (const { fichier, ligne, categorie } of lignes) {
      if (categorie !== null && secteurDeCategorie(String(categorie)) !== null) continue;
      recueil.ajouter({
        code: 'essms.secteur_inconnu',
        fichier: nomDe(fichier),
        ligne: Number(ligne),
        colonne: 'secteur',
        valeur: categorie === null ? null : String(categorie),
        message: 'ni secteur, ni catégorie FINESS dont il se déduise',
      });
    }
  }

  /** E2 : plus de la moitié des lignes d'un ESSMS écartées pour leur dossier. */
  async function controlerDossiers(table: NomTable): Promise<void> {
    const n = table === 'agenda' || table === 'activites' ? 'n' : '1';
    const lignes = await session.lignes(
      `SELECT finess_et, sum(${n})::INTEGER AS lues, sum(CASE WHEN sort = 'sans_dossier' THEN ${n} ELSE 0 END)::INTEGER AS ecartees,
         min(fichier)::INTEGER AS fichier,
         bool_or(sort = 'sans_dossier' AND ltrim(id_dossier, '0') IN (SELECT ltrim(id_dossier, '0') FROM dossiers)) AS zeros
       FROM lignes_${table} WHERE sort IN ('retenue', 'sans_dossier') GROUP BY finess_et ORDER BY finess_et`,
    );
    for (const { finess_et, lues, ecartees, fichier, zeros } of lignes) {
      if (2 * Number(ecartees) <= Number(lues)) continue;
      recueil.ajouter({
        code: 'dossier.cle_incoherente',
        fichier: nomDe(fichier),
        colonne: 'id_dossier',
        message: `ESSMS ${finess_et} : ${ecartees} lignes sur ${lues} de la table ${TABLES[table].nomPublic} nomment un dossier inconnu`,
        ...(zeros
          ? { aide: "des zéros de tête diffèrent (« 482 » et « 00482 ») : exportez l'identifiant en texte" }
          : {}),
      });
    }
  }
}
