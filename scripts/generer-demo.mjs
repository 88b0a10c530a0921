/**
 * Écrit le dépôt d'exemple (défaut : fixtures/demo). Sans horloge ni hasard : deux exécutions donnent les mêmes
 * octets. Usage : node scripts/generer-demo.mjs [dossier]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fenetreDe, MOIS_MESURE } from './demo/calendrier.mjs';
import { ecrireDepotYaml } from './demo/depot-yaml.mjs';
import { attendre } from './demo/etats.mjs';
import { exporterGrappe } from './demo/export-grappe.mjs';
import { exporterOg1 } from './demo/export-og1.mjs';
import { exporterOg2 } from './demo/export-og2.mjs';
import { exporterOg3 } from './demo/export-og3.mjs';
import { ecrireLisezmoi } from './demo/lisezmoi.mjs';
import { ESSMS, essmsNomme } from './demo/perimetre.mjs';
import { fabriquerTables } from './demo/tables.mjs';

const dossier = process.argv[2] ?? fileURLToPath(new URL('../fixtures/demo', import.meta.url));

const tables = fabriquerTables();
/** R : la date impossible que `exporterOg1` glisse dans les usagers de l'EAM. */
const rejets = new Map([[essmsNomme('EAM Les Genêts').finess, 1]]);
const attendus = attendre(tables, fenetreDe(MOIS_MESURE, false), rejets);
const premiereMesure = attendre(tables, fenetreDe(MOIS_MESURE, true), rejets);
verifierObjectifs();

const fichiers = [
  ...exporterGrappe(tables),
  ...exporterOg1(tables),
  ...exporterOg2(tables),
  ...exporterOg3(tables),
];
for (const { chemin, octets } of fichiers) ecrire(chemin, octets);
ecrire('depot.yaml', ecrireDepotYaml());
ecrire('LISEZMOI.md', ecrireLisezmoi(attendus, fichiers));
ecrire('attendu-2025-09.json', enLignes(attendus.essms));
ecrire('attendu-agregats-2025-09.json', enLignes(attendus.agregats));
ecrire('attendu-2025-09-premiere-mesure.json', enLignes(premiereMesure.essms));
ecrire(
  'attendu-fichiers.json',
  enLignes(
    fichiers.map(({ comptes, anomalies }) => ({
      ...comptes,
      lignes_rejetees: anomalies.filter((a) => a.sort === 'rejetee').map((a) => a.ligne),
      lignes_ecartees: anomalies.filter((a) => a.sort === 'ecartee').map((a) => a.ligne),
    })),
  ),
);
console.log(`${fichiers.length} exports écrits dans ${dossier}`);

/** Le calcul naïf doit retrouver, ESSMS par ESSMS, ce que la fabrication voulait. */
function verifierObjectifs() {
  const ecarts = ESSMS.flatMap(({ finess, nom, objectifs }) => {
    const comptes = attendus.comptes.get(finess);
    if (!objectifs || !comptes) return [];
    const voulus = { I: 0, I1: 0, ...objectifs, D: objectifs.population + (objectifs.sansDossier ?? 0) };
    return /** @type {const} */ (['D', 'A', 'I', 'I1', 'P', 'G', 'M', 'B'])
      .filter((cle) => comptes[cle] !== voulus[cle])
      .map((cle) => `${nom} : ${cle} vaut ${comptes[cle]}, ${voulus[cle]} attendu`);
  });
  if (ecarts.length > 0) throw new Error(ecarts.join('\n'));
}

/** @param {string} chemin @param {string | Buffer} contenu */
function ecrire(chemin, contenu) {
  const complet = join(dossier, chemin);
  mkdirSync(dirname(complet), { recursive: true });
  writeFileSync(complet, contenu);
}

/** Un objet par ligne : un écart se lit d'un coup d'œil. @param {readonly object[]} objets */
function enLignes(objets) {
  return `[\n${objets.map((o) => `  ${JSON.stringify(o)}`).join(',\n')}\n]\n`;
}
