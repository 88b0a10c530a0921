import type { Constat, Noter } from '../domaine/anomalie.ts';
import type { Session } from '../moteur/session.ts';
import { suivre } from '../moteur/suivre.ts';
import type { DescriptionTable, NomPublic } from '../tables/description.ts';
import { TABLES } from '../tables/index.ts';
import { chargerTable } from './charger-table.ts';
import { noterFichiers } from './couverture.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import type { Examens } from './examens.ts';
import type { FichierPret } from './fichier-pret.ts';
import { recopier } from './preparer.ts';
import type { Progression } from './progression.ts';
import { grouper } from './relations.ts';
import type { Relation } from './sql/lecture-csv.ts';
import type { Retenue } from './sql/retenue.ts';
import { estAgregee } from './sql/tables.ts';

interface Options {
  readonly retenue: Retenue | null;
  readonly noter: Noter;
  readonly progression?: Progression | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Les fichiers prêts d'une table, quand leurs examens sont finis. */
export function attendreTable(
  examens: Examens,
  nom: NomPublic,
  progression: Progression | undefined,
): Promise<FichierPret[]> {
  return examens.attendre(estDe(nom), (fichier) =>
    progression?.({ etape: `examen de ${fichier.nom}`, fraction: null }),
  );
}

function estDe(nom: NomPublic): (fichier: FichierDepot) => boolean {
  return ({ table }) => table === nom;
}

/** Lit toutes les tables, l'une après l'autre, puis dit tout ce que les examens et les copies ont à dire. */
export async function lireTables(
  session: Session,
  examens: Examens,
  { retenue, noter, progression, signal }: Options,
): Promise<Relation<FichierPret>[]> {
  const lues: Relation<FichierPret>[] = [];
  const refus: Constat[] = [];
  let rang = 0;
  for (const table of Object.values(TABLES)) {
    const dire = (fraction: number | null): void =>
      progression?.({ etape: `lecture de ${table.nomPublic}`, fraction });
    dire(null);
    const pressenties = grouper(await pressentir(examens, table), rang);
    const attendre = async (): Promise<Relation<FichierPret>[]> => {
      const prets = await attendreTable(examens, table.nomPublic, progression);
      const siens = prets.filter((pret) => pret.table === table);
      const relations = grouper(siens, rang);
      rang += siens.length;
      dire(null);
      return relations;
    };
    const siennes = await suivre(session, dire, () =>
      chargerTable(session, table, {
        pressenties,
        attendre,
        retenue,
        recopier: (pret) => recopier(pret, (constat) => refus.push(constat), signal),
      }),
    );
    await noterFichiers(session, siennes);
    lues.push(...siennes);
  }
  await examens.dire(noter);
  for (const constat of refus) noter(constat);
  return lues;
}

/** Les seules tables dont le volume vaut qu'on parie : leurs lignes, lues en groupes, ne disent pas leur numéro. */
async function pressentir(examens: Examens, table: DescriptionTable) {
  return estAgregee(table) ? await examens.pressentir(estDe(table.nomPublic)) : [];
}
