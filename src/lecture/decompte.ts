import type { SourceLue } from '../domaine/source.ts';
import type { Session } from '../moteur/session.ts';
import type { FichierPret } from './fichier-pret.ts';
import type { Relation } from './sql/lecture-csv.ts';
import { estAgregee } from './sql/tables.ts';

/** Le compte d'un fichier ne s'accorde pas avec le balayage : un défaut du programme, jamais une donnée. */
class DefautDeCompte extends Error {
  override readonly name = 'DefautDeCompte';
}

/** Compte les lignes de chaque fichier selon leur sort, et vérifie le compte contre le balayage. */
export async function compter(
  session: Session,
  relations: readonly Relation<FichierPret>[],
): Promise<SourceLue[]> {
  const sources: SourceLue[] = [];
  for (const { fichiers, premierRang } of relations) {
    const { table } = fichiers[0];
    const lignes = await session.lignes(
      `SELECT fichier, sort, ${estAgregee(table) ? 'sum(n)' : 'count(*)'}::INTEGER AS n
       FROM lignes_${table.nom} GROUP BY ALL ORDER BY ALL`,
    );
    for (const [i, pret] of fichiers.entries()) {
      const n = (sort: string): number =>
        Number(lignes.find((l) => l.fichier === premierRang + i && l.sort === sort)?.n ?? 0);
      const source: SourceLue = {
        table: table.nomPublic,
        fichier: pret.fichier.nom,
        logiciel: pret.fichier.source.logiciel ?? null,
        dateExtraction: pret.fichier.source.date_extraction ?? null,
        sha256: pret.sha256,
        octets: pret.octets,
        encodage: pret.encodage,
        separateur: pret.separateur,
        lignes: pret.enregistrements,
        retenues: n('retenue'),
        rejetees: n('rejetee'),
        ecartees: n('hors_perimetre') + n('sans_dossier'),
      };
      if (source.lignes !== source.retenues + source.rejetees + source.ecartees) {
        throw new DefautDeCompte(
          `${source.fichier} : ${source.lignes} lignes balayées, ${source.retenues} retenues, ${source.rejetees} rejetées, ${source.ecartees} écartées`,
        );
      }
      sources.push(source);
    }
  }
  return sources;
}
