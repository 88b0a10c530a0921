import type { Fenetre } from '../domaine/fenetre.ts';
import type { Session } from '../moteur/session.ts';
import { date, liste, texte } from '../moteur/sql.ts';
import { TABLES } from '../tables/index.ts';
import { type Garde, gardeDe, voirFenetre } from './sql/garde.ts';
import { estAgregee } from './sql/tables.ts';

/**
 * Place la session sur une des fenêtres lues : les variables de F (D1, D2), et les vues des tables agrégées sur ses jours.
 * Ce que les requêtes d'indicateurs ont tiré d'une autre fenêtre est à refaire. Lève une erreur si elle n'a pas été lue.
 */
export async function placerFenetre(session: Session, garde: Garde | null, fenetre: Fenetre): Promise<void> {
  if (garde === null) throw new Error('aucune fenêtre lue');
  const vues = Object.values(TABLES)
    .filter(estAgregee)
    .map(
      (table) =>
        `CREATE OR REPLACE VIEW ${table.nom} AS SELECT ${voirFenetre(gardeDe(garde, table), fenetre)}
         FROM lignes_${table.nom} WHERE sort = 'retenue';`,
    );
  await session.executer(
    `SET VARIABLE debut = ${date(fenetre.debut)};
     SET VARIABLE fin = ${date(fenetre.fin)};
     SET VARIABLE mois = ${texte(fenetre.mois)};
     SET VARIABLE mois_couverts = ${liste(fenetre.moisCouverts)};
     SET VARIABLE periode = ${texte(fenetre.premiereMesure ? 'trimestre' : 'mois')};
     ${vues.join('\n     ')}`,
  );
}
