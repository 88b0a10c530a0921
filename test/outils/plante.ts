import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Ce qui désigne une personne, ou l'organisation d'un poste, et ne doit sortir nulle part. */
export const PLANTES = [
  'DUPONT',
  '1850763113045',
  'MSG-SECRET',
  'EVT-SECRET',
  'PRJ-SECRET',
  'decede-le-12',
  'chemin-prive',
  'kine-de-mme',
];

/** Un dépôt où ces mots sont partout, lignes fautives comprises ; rend son dossier. */
export function depotPlante(): string {
  const depot = mkdtempSync(join(tmpdir(), 'esms-plante-'));
  const ET = '630991016';
  mkdirSync(join(depot, 'chemin-prive'));
  const ecrire = (nom: string, ...lignes: string[]) =>
    writeFileSync(join(depot, nom), `${lignes.join('\n')}\n`);
  ecrire('essms.csv', 'finess_et;finess_ej;secteur', `${ET};630990018;PA`);
  ecrire(
    'chemin-prive/usagers.csv',
    'finess_et;id_dossier;date_entree;date_sortie;motif_sortie;NIR de DUPONT',
    `${ET};DUPONT-1;2020-01-01;;;1850763113045`,
    `${ET};DUPONT-2;2020-01-01;2025-09-12;decede-le-12;1850763113045`,
    `${ET};DUPONT-3;31/02/2024;;;1850763113045`,
    `${ET};DUPONT-4;2025-09-10;2025-09-01;;`,
    `${ET};DUPONT-5;Mme DUPONT;;;`,
  );
  ecrire(
    'agenda.csv',
    'finess_et;id_dossier;date_debut;type;id_evenement',
    `${ET};DUPONT-1;2025-09-15;kine-de-mme;EVT-SECRET`,
    `${ET};DUPONT-9;2025-09-15;kine-de-mme;EVT-SECRET`,
  );
  ecrire('projets.csv', 'finess_et;id_dossier;statut;id_projet', `${ET};DUPONT-1;inconnu;PRJ-SECRET`);
  ecrire(
    'mss.csv',
    'finess_et;date_envoi;destinataire;id_dossier;id_message',
    `${ET};2025-09-15;usager;DUPONT-1;MSG-SECRET`,
    `${ET};2025-09-15;inconnu;DUPONT-1;MSG-SECRET`,
  );
  ecrire('depot.yaml', 'version: 1', 'tables:', '  dossiers:', '    fichiers: chemin-prive/usagers.csv');
  return depot;
}
