/**
 * Les trois numérateurs de la requête simple, sans moteur : csv-parse lit, zod contrôle chaque ligne, des ensembles
 * comptent.
 *   node mesures/reference-csv-parse.mjs DEPOT
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';

const DEBUT = '2025-09-01';
const FIN = '2025-09-30';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/);
const dateOuVide = z.union([date, z.literal('')]);
const cles = { finess_et: z.string().regex(/^(\d{9}|2[AB]\d{7})$/), id_dossier: z.string().min(1) };
const LIGNES = {
  dossiers: z.object({
    ...cles,
    date_entree: date,
    date_sortie: dateOuVide,
    date_derniere_activite: dateOuVide,
  }),
  projets: z.object({
    ...cles,
    statut: z.enum(['en_preparation', 'actif', 'en_pause', 'termine', 'annule']),
    date_debut: date,
  }),
  agenda: z.object({
    ...cles,
    date_debut: date,
    statut: z.enum(['', 'planifie', 'valide', 'realise', 'annule']),
    type: z.string(),
  }),
};

const [depot] = process.argv.slice(2);

async function* lire(table) {
  const enregistrements = createReadStream(join(depot, `${table}.csv`), { highWaterMark: 1 << 20 }).pipe(
    parse({ delimiter: ';', columns: true }),
  );
  for await (const enregistrement of enregistrements) {
    const ligne = LIGNES[table].parse(enregistrement);
    yield { ...ligne, id: `${ligne.finess_et} ${ligne.id_dossier}` };
  }
}

const evenements = new Set();
for await (const { id, date_debut, statut } of lire('agenda')) {
  const jour = date_debut.slice(0, 10);
  if (jour >= DEBUT && jour <= FIN && statut !== 'annule') evenements.add(id);
}
const suivis = new Set();
for await (const { id, statut, date_debut } of lire('projets'))
  if ((statut === 'actif' || statut === 'en_preparation') && date_debut <= FIN) suivis.add(id);
const comptes = { actifs: 0, projets: 0, agenda: 0 };
for await (const { id, date_entree, date_sortie, date_derniere_activite: vu } of lire('dossiers')) {
  if (date_entree > FIN || (date_sortie !== '' && date_sortie < DEBUT)) continue;
  const evenement = evenements.has(id);
  if (!evenement && (date_sortie !== '' || vu < DEBUT || vu > FIN)) continue;
  comptes.actifs++;
  if (suivis.has(id)) comptes.projets++;
  if (evenement) comptes.agenda++;
}
process.stdout.write(`${JSON.stringify(comptes)}\n`);
