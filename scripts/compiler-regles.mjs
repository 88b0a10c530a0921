import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Recueil } from '../dist/domaine/anomalie.js';
import { compilerDossier } from '../dist/regles/charger.js';

/**
 * Vérifie regles/*.yaml et les écrit en JSON dans dist : au démarrage, ni YAML ni schéma à charger. regles.json vient en
 * dernier : sa date est celle de la construction.
 */
const chemin = (relatif) => fileURLToPath(new URL(relatif, import.meta.url));

const recueil = new Recueil(100);
const compilees = compilerDossier(chemin('../regles'), recueil);
if (compilees === null) {
  for (const { fichier, ligne, colonne, code, message, aide } of recueil.details) {
    console.error(`regles/${fichier}:${ligne ?? 1}:${colonne ?? ''} ${code} ${message}\n  aide : ${aide}`);
  }
  process.exitCode = 1;
} else {
  const { nomenclature, seuilsLot, ...regles } = compilees;
  writeFileSync(chemin('../dist/finess-categories.json'), `${JSON.stringify(nomenclature)}\n`);
  writeFileSync(chemin('../dist/controles-lot.json'), `${JSON.stringify(seuilsLot)}\n`);
  writeFileSync(chemin('../dist/regles.json'), `${JSON.stringify(regles)}\n`);
}
