import { stat } from 'node:fs/promises';
import type { Constat, Recueil } from '../domaine/anomalie.ts';
import type { Fenetre } from '../domaine/fenetre.ts';
import type { SourceLue } from '../domaine/source.ts';
import { creerDossierPrive, type DossierPrive } from '../moteur/dossier-prive.ts';
import { lireRequete } from '../moteur/requetes.ts';
import { ouvrirSession, type Ressources, type Session } from '../moteur/session.ts';
import { texte } from '../moteur/sql.ts';
import type { NomPublic, NomTable } from '../tables/description.ts';
import { TABLES } from '../tables/index.ts';
import { verifierAlias } from './alias.ts';
import { noterConstats } from './constats.ts';
import { compter } from './decompte.ts';
import { type FichierDepot, trouverFichiers } from './depot/fichiers.ts';
import { lireDepotYaml } from './depot/lire.ts';
import type { Situer } from './depot/positions.ts';
import type { Depot } from './depot/schema.ts';
import { Examens } from './examens.ts';
import { attendreTable, lireTables } from './lire-tables.ts';
import { placerFenetre } from './placer.ts';
import { cheminCopie } from './preparer.ts';
import type { Progression } from './progression.ts';
import { garderPour } from './sql/garde.ts';

export interface OptionsChargement {
  /** Chemin absolu du dossier de dépôt. */
  readonly dossier: string;
  /** Les fenêtres à mesurer, lues en une fois ; sans aucune (`verifier`), aucun jour n'est retenu. */
  readonly fenetres: readonly Fenetre[];
  /** Compter aussi ce que demandent les parts de qualité d'un relevé. */
  readonly saisies?: boolean | undefined;
  /** Les seules tables à lire ; à défaut, toutes. */
  readonly tables?: readonly NomPublic[] | undefined;
  readonly ressources?: Ressources | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Progression | undefined;
}

/**
 * Un dépôt lu : ses tables sont dans la session (vues `essms`, `dossiers`, `agenda`…). `agenda` et `activites` n'ont de
 * jours, et les variables de F de valeur, qu'une fois la session placée sur une fenêtre.
 */
export interface DepotCharge {
  readonly depot: Depot;
  /** La ligne de `depot.yaml` où une valeur est écrite. */
  readonly situer: Situer;
  readonly session: Session;
  readonly sources: readonly SourceLue[];
  /** Les tables qu'au moins un fichier donne. */
  readonly tables: ReadonlySet<NomTable>;
  /** Place la session sur une des fenêtres lues : ses variables, et les vues des événements sur ses jours. */
  readonly placer: (fenetre: Fenetre) => Promise<void>;
  /** Nom de chaque fichier, par le rang que porte la colonne `fichier` des tables. */
  readonly fichiers: ReadonlyMap<number, string>;
}

async function estDossier(chemin: string): Promise<boolean> {
  return stat(chemin).then(
    (infos) => infos.isDirectory(),
    () => false,
  );
}

async function preparerSession(session: Session, depot: Depot): Promise<void> {
  await session.executer(
    `${lireRequete('macros')}
     CREATE TABLE alias (secondaire VARCHAR, principal VARCHAR);
     CREATE TABLE couverture (nom VARCHAR, finess_et VARCHAR, fichier USMALLINT);
     CREATE TABLE fichiers (fichier USMALLINT, a_date_entree BOOLEAN, a_derniere_activite BOOLEAN, date_extraction DATE);`,
  );
  for (const [secondaire, principal] of Object.entries(depot.alias_finess)) {
    await session.executer(`INSERT INTO alias VALUES (${texte(secondaire)}, ${texte(principal)})`);
  }
}

function ouvrirDossierPrive(recueil: Recueil): DossierPrive | null {
  try {
    return creerDossierPrive();
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === undefined) throw erreur;
    recueil.ajouter({
      code: 'depot.dossier_temporaire',
      message: `dossier temporaire inutilisable (${code})`,
    });
    return null;
  }
}

/**
 * Lit un dépôt et donne la main à `usage`, session ouverte ; tout est fermé et effacé ensuite, quoi qu'il
 * arrive. Les fichiers refusés sont dans le recueil, les autres sont lus et contrôlés. Rend `null` si le
 * dossier, sa configuration ou le périmètre est illisible : rien n'a alors pu être calculé.
 */
export async function avecDepot<T>(
  options: OptionsChargement,
  recueil: Recueil,
  usage: (charge: DepotCharge) => Promise<T>,
): Promise<T | null> {
  const { dossier, ressources, signal, progression } = options;
  const garde = garderPour(options);
  const noter = (constat: Constat): void => recueil.ajouter(constat);
  if (!(await estDossier(dossier))) {
    recueil.ajouter({ code: 'depot.absent', fichier: dossier, message: 'dossier de dépôt introuvable' });
    return null;
  }
  const lu = await lireDepotYaml(dossier, recueil);
  if (!lu) return null;
  const { depot, situer } = lu;
  const prive = ouvrirDossierPrive(recueil);
  if (!prive) return null;
  let examens: Examens | undefined;
  try {
    const trouves = await trouverFichiers(dossier, lu, recueil, options.tables);
    examens = new Examens(trouves, prive, signal);
    return await lire(trouves, examens, prive);
  } finally {
    await examens?.arreter();
    prive.effacer();
  }

  async function lire(
    trouves: readonly FichierDepot[],
    enCours: Examens,
    prive: DossierPrive,
  ): Promise<T | null> {
    if ((await attendreTable(enCours, 'essms', progression)).length === 0) {
      await enCours.dire(noter);
      if (!trouves.some(({ table }) => table === 'essms')) {
        recueil.ajouter({
          code: 'depot.table_absente',
          fichier: 'essms.csv',
          message: 'table essms absente : le périmètre est inconnu',
        });
      }
      return null;
    }
    const session = await ouvrirSession({
      fichiersPermis: trouves.flatMap(({ chemin }, rang) => [chemin, cheminCopie(prive, rang)]),
      dossierTemporaire: prive.chemin,
      ressources,
      signal,
    });
    try {
      await preparerSession(session, depot);
      const lues = await lireTables(session, enCours, { garde, noter, progression, signal });
      for (const table of Object.values(TABLES)) {
        const siennes = lues.filter(({ fichiers }) => fichiers[0].table === table);
        await noterConstats(session, table, siennes, recueil);
        if (table.nom === 'essms') await verifierAlias(session, situer, recueil);
      }
      const sources = await compter(session, lues);
      const tables = new Set(lues.map(({ fichiers }) => fichiers[0].table.nom));
      const fichiers = new Map(
        lues.flatMap(({ fichiers: siens, premierRang }) =>
          siens.map(({ fichier }, i) => [premierRang + i, fichier.nom] as const),
        ),
      );
      const placer = (fenetre: Fenetre): Promise<void> => placerFenetre(session, garde, fenetre);
      return await usage({ depot, situer, session, sources, tables, placer, fichiers });
    } finally {
      session.fermer();
    }
  }
}
