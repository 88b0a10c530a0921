import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { rendreReleve } from '../../src/rapports/releve/json.ts';
import {
  AUTRE_EJ,
  EJ,
  entite,
  etablissement,
  extraction,
  importer,
  PARC,
  type Place,
  SAD,
  TILLEULS,
} from '../finess/outil.ts';
import { ecrireDossier } from '../lot/dossier.ts';
import { releverMois } from '../lot/outil.ts';
import { recevoir } from '../suivi/fabrique.ts';
import { lancer } from './faux-contexte.ts';

/** Les Tilleuls ouvert, le SAD à un autre organisme ; le format historique ne dit pas qui est fermé. */
const OUVERTS = extraction([
  etablissement(),
  etablissement({ nofinesset: SAD, nofinessej: AUTRE_EJ, rs: "SAD VAL D'ALLIER", categetab: '460' }),
]);
const ENTITES = extraction([entite(), entite({ nofiness: AUTRE_EJ, rs: 'VAL D’ALLIER', rslongue: '' })]);
const FERME = JSON.stringify({
  schemaVersion: 'v1.0.0',
  generatedAt: '2025-06-03',
  pmej: [
    {
      informationsGeneralesPMEJ: { numFinessPm: EJ },
      etatObjet: 'A',
      ege: [
        {
          informationsGeneralesEGE: { numFinessEge: PARC },
          categorieentiteGeographiqueExercice: '500',
          etatObjet: 'I',
        },
      ],
    },
  ],
});
const INCONNU = '630992014';

/** Un lot d'une grappe à ces ESSMS, tous à `EJ`. */
function lotDe(...essms: string[]): string {
  const { releve, empreinte } = recevoir(
    releverMois(
      '2025-09',
      essms.map((id) => ({ id, dit: { finessEj: EJ } })),
    ),
  ).scelle;
  return ecrireDossier({ 'lot/limagne/releve-2025-09.json': rendreReleve(releve, empreinte) });
}

let ou: Place;
beforeAll(async () => {
  ou = (await importer({ 'structures.json': FERME, 'etalab.csv': OUVERTS, 'ej.csv': ENTITES })).place;
});

describe('esms lot, avec un index FINESS', () => {
  test('inconnu, fermé, rattaché ailleurs, numéro d’une entité juridique : un constat chacun ; le reste, aucun', async () => {
    const dossierCourant = lotDe(TILLEULS, PARC, SAD, INCONNU, AUTRE_EJ);
    const argv = ['lot', 'lot', '--sortie', 'region', '--index', ou.index, '--date-reference', '2025-10-20'];
    const { erreur } = await lancer(argv, { dossierCourant });
    expect(erreur).toContain('Index FINESS du 03/06/2025, 3 établissements.');
    const { soumissions, index_finess: cite } = JSON.parse(
      readFileSync(join(dossierCourant, 'region/lot.json'), 'utf8'),
    );
    const constats: { code: string; identifiant: string; message: string; nombres: object }[] =
      soumissions[0].constats;
    const dits = constats
      .filter(({ code }) => code.startsWith('finess.'))
      .map(({ code, identifiant }) => `${code} ${identifiant}`);
    expect(dits.sort()).toEqual([
      `finess.autre_ej ${SAD}`,
      `finess.ferme ${PARC}`,
      `finess.inconnu ${AUTRE_EJ}`,
      `finess.inconnu ${INCONNU}`,
    ]);
    const ailleurs = constats.find(({ code }) => code === 'finess.autre_ej');
    expect(ailleurs?.message).toContain(`OG ${EJ} au relevé, ${AUTRE_EJ} (VAL D’ALLIER) au répertoire`);
    expect(ailleurs?.message).toContain('(index du 03/06/2025)');
    expect(cite).toMatchObject({ date_extraction: '2025-06-03' });
  });

  test('sans index, rien n’en est dit, et la phrase le dit', async () => {
    const dossierCourant = lotDe(PARC, INCONNU);
    const argv = ['lot', 'lot', '--format', 'json', '--date-reference', '2025-10-20'];
    const { sortie, erreur } = await lancer(argv, { dossierCourant });
    expect(sortie).not.toContain('"finess.');
    expect(erreur).toMatch(/^Aucun index FINESS/m);
  });

  test('un index demandé qui manque : code 2, rien n’est traité', async () => {
    const dossierCourant = lotDe(TILLEULS);
    const { code, sortie, erreur } = await lancer(['lot', 'lot', '--index', 'absent.duckdb'], {
      dossierCourant,
    });
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('index FINESS absent.duckdb introuvable');
  });
});
