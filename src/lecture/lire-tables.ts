import type { Constat, Noter } from '../domaine/anomalie.ts';
import type { Session } from '../moteur/session.ts';
import { suivre } from '../moteur/suivre.ts';
import type { DescriptionTable, NomPublic } from '../tables/description.ts';
import { TABLES } from '../tables/index.ts';
import { chargerTable } from './charger-table.ts';
import { noterFichiers } from './couverture.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import type { Examens } from './examens.ts';
import type { FichierPret, FichierReconnu } from './fichier-pret.ts';
import { recopier } from './preparer.ts';
import type { Progression } from './progression.ts';
import { grouper } from './relations.ts';
import type { Garde } from './sql/garde.ts';
import type { Relation } from './sql/lecture-csv.ts';
import { estAgregee } from './sql/tables.ts';

interface Options {
  readonly garde: Garde | null;
  readonly noter: Noter;
  readonly progression?: Progression | undefined;
  readonly signal?: AbortSignal | undefined;
}

function estDe(nom: NomPublic): (fichier: FichierDepot) => boolean {
  return ({ table }) => table === nom;
}

/** Les fichiers prêts d'une table, quand leurs examens sont finis. */
export function attendreTable(
  examens: Examens,
  nom: NomPublic,
  progression?: Progression,
): Promise<FichierPret[]> {
  return examens.attendre(estDe(nom), (fichier) => direExamen(fichier, progression));
}

function direExamen({ nom }: FichierDepot, progression: Progression | undefined): void {
  progression?.({ etape: `examen de ${nom}`, fraction: null });
}

/** Lit toutes les tables, l'une après l'autre, puis dit tout ce que les examens et les copies ont à dire. */
export async function lireTables(
  session: Session,
  examens: Examens,
  { garde, noter, progression, signal }: Options,
): Promise<Relation<FichierPret>[]> {
  const lues: Relation<FichierPret>[] = [];
  const refus: Constat[] = [];
  let rang = 0;
  for (const table of Object.values(TABLES)) {
    const premierRang = rang;
    const attendre = async (montrer?: Progression): Promise<Relation<FichierPret>[]> => {
      const prets = await attendreTable(examens, table.nomPublic, montrer);
      return grouper(
        prets.filter((pret) => pret.table === table),
        premierRang,
      );
    };
    const pressenties = grouper(await pressentir(examens, table, progression), premierRang);
    // Sans pari, rien ne se lit avant la fin des examens : ce sont eux qui se montrent.
    if (pressenties.length === 0) await attendre(progression);
    const dire = (fraction: number | null): void =>
      progression?.({ etape: `lecture de ${table.nomPublic}`, fraction });
    dire(null);
    const siennes = await suivre(session, dire, () =>
      chargerTable(session, table, {
        pressenties,
        attendre,
        garde,
        recopier: (pret) => recopier(pret, (constat) => refus.push(constat), signal),
      }),
    );
    await noterFichiers(session, siennes);
    lues.push(...siennes);
    // Un fichier qui n'a pas pu être lu garde son rang : ce qu'on en dit ne se confond avec rien.
    for (const { fichiers } of await attendre()) rang += fichiers.length;
  }
  await examens.dire(noter);
  for (const constat of refus) noter(constat);
  return lues;
}

/** Les seules tables dont le volume vaut qu'on parie : leurs lignes, lues en groupes, ne disent pas leur numéro. */
async function pressentir(
  examens: Examens,
  table: DescriptionTable,
  progression: Progression | undefined,
): Promise<FichierReconnu[]> {
  if (!estAgregee(table)) return [];
  return await examens.pressentir(estDe(table.nomPublic), (fichier) => direExamen(fichier, progression));
}
