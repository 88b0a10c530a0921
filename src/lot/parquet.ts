import { rename, rm } from 'node:fs/promises';
import { creerDossierPrive } from '../moteur/dossier-prive.ts';
import { ouvrirSession } from '../moteur/session.ts';
import { texte } from '../moteur/sql.ts';
import { enErreurEcriture, nommerProvisoire } from '../terminal/ecriture.ts';

/** Le type de chaque colonne de lot.csv qui n'est pas un texte. */
const TYPES: Readonly<Record<string, string>> = {
  places: 'INTEGER',
  personnes_declarees: 'INTEGER',
  population: 'INTEGER',
  numerateur: 'INTEGER',
  denominateur: 'INTEGER',
  reste_a_faire: 'INTEGER',
  taux: 'DECIMAL(9, 2)',
  borne_basse: 'DECIMAL(9, 2)',
  borne_haute: 'DECIMAL(9, 2)',
  cible: 'DECIMAL(5, 2)',
};

const BOOLEENS = ['premiere_mesure', 'provisoire', 'declare'];

/** Écrit lot.parquet depuis lot.csv, tout ou rien. Lève `ErreurEcriture` si le disque le refuse. */
export async function ecrireParquet(csv: string, chemin: string, signal?: AbortSignal): Promise<void> {
  const provisoire = nommerProvisoire(chemin);
  const prive = creerDossierPrive();
  try {
    const session = await ouvrirSession({
      fichiersPermis: [csv, provisoire],
      dossierTemporaire: prive.chemin,
      signal,
    });
    try {
      const types = Object.entries(TYPES).map(([nom, type]) => `CAST(${nom} AS ${type}) AS ${nom}`);
      const booleens = BOOLEENS.map((nom) => `${nom} = 'oui' AS ${nom}`);
      await session.executer(
        `COPY (SELECT * REPLACE (${[...types, ...booleens].join(', ')})
           FROM read_csv(${texte(csv)}, delim = ';', header = true, all_varchar = true, nullstr = ''))
         TO ${texte(provisoire)} (FORMAT parquet, COMPRESSION zstd)`,
      );
    } finally {
      session.fermer();
    }
    await rename(provisoire, chemin);
  } catch (erreur) {
    if (/No space left|ENOSPC/i.test(String(erreur))) {
      throw enErreurEcriture(chemin, Object.assign(new Error(), { code: 'ENOSPC' }));
    }
    throw enErreurEcriture(chemin, erreur);
  } finally {
    await rm(provisoire, { force: true });
    prive.effacer();
  }
}
