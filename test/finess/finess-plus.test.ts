import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lireFinessPlus } from '../../src/finess/finess-plus/lire.ts';
import type { Lot } from '../../src/finess/lot.ts';
import { Refus } from '../../src/lecture/refus.ts';
import { ALIZES, AUTRE_EJ, EJ, HORIZON, importer, PARC, SAD, TILLEULS } from './outil.ts';

type Objet = Record<string, unknown>;

function ege(numFinessEge: unknown, champs: Objet = {}, generales: Objet = {}): Objet {
  return {
    informationsGeneralesEGE: {
      numFinessEge,
      nomEgeCourt: 'EHPAD LES TILLEULS   ',
      nomEgeLong: '',
      dateOuverture: '1998-04-01',
      siret: null,
      ...generales,
    },
    categorieentiteGeographiqueExercice: '500',
    adresse: [
      { usageAdresse: '04', codePostal: '75000', ligneAcheminement: 'PARIS', cogCommune: '75056' },
      {
        usageAdresse: '03',
        codePostal: '63100',
        ligneAcheminement: 'CLERMONT FERRAND ',
        cogCommune: '63113',
      },
    ],
    etatObjet: 'A',
    cleQuOnNeConnaitPas: { profonde: [1, '}{', '"'] },
    ...champs,
  };
}

function pmej(numFinessPm: unknown, eges: readonly Objet[] | undefined, champs: Objet = {}): Objet {
  return {
    informationsGeneralesPMEJ: {
      numFinessPm,
      denominationPm: 'LIMAGNE',
      denominationLonguePmSmsse: 'ASSOCIATION « LIMAGNE } SOLIDARITÉS »',
      siren: ' 123456789 ',
    },
    etatObjet: 'A',
    ...(eges && { ege: eges }),
    ...champs,
  };
}

function fichier(personnes: readonly Objet[], racine: Objet = {}): Objet {
  return {
    schemaVersion: 'v1.0.0',
    generatedAt: '2026-08-13T02:07:30.574916747Z',
    gcc: [],
    gco: [{ pmSmsseId: '403' }],
    pmej: personnes,
    ...racine,
  };
}

async function* blocs(octets: Buffer, taille = octets.length): AsyncGenerator<Buffer> {
  for (let i = 0; i < octets.length; i += taille) yield octets.subarray(i, i + taille);
}

async function lire(octets: Buffer, taille?: number) {
  const lecture = lireFinessPlus(blocs(octets, taille));
  const lots: Lot[] = [];
  for await (const lot of lecture.lots) lots.push(lot);
  return {
    etablissements: lots.flatMap((lot) => lot.etablissements),
    entites: lots.flatMap((lot) => lot.entites),
    rejets: lots.flatMap((lot) => lot.rejets),
    ...lecture.bilan(),
  };
}

const lireObjet = (objet: unknown, taille?: number) => lire(Buffer.from(JSON.stringify(objet)), taille);

const EXEMPLE = fichier([
  pmej(EJ, [ege(TILLEULS), ege(PARC, { etatObjet: 'I' })]),
  pmej(AUTRE_EJ, [ege(SAD)], { etatObjet: 'I' }),
]);

describe('FINESS+', () => {
  test('une personne morale et ses établissements, rognés, à leur adresse principale', async () => {
    const lu = await lireObjet(fichier([pmej(EJ, [ege(TILLEULS)])]));
    expect(lu.entites).toEqual([
      { finessEj: EJ, nom: 'ASSOCIATION « LIMAGNE } SOLIDARITÉS »', ouverte: true, siren: '123456789' },
    ]);
    expect(lu.etablissements).toEqual([
      {
        finessEt: TILLEULS,
        finessEj: EJ,
        nom: 'EHPAD LES TILLEULS',
        nomLong: null,
        categorie: '500',
        agregat: null,
        departement: '63',
        acheminement: '63100 CLERMONT FERRAND',
        siret: null,
        ouvert: true,
        dateOuverture: '1998-04-01',
        dateFermeture: null,
      },
    ]);
    expect(lu).toMatchObject({ dateExtraction: '2026-08-13', enregistrements: 2, rejets: [] });
  });

  test('ouvert : A sur les deux niveaux, et eux seuls', async () => {
    const { etablissements, entites } = await lireObjet(EXEMPLE);
    expect(etablissements.map(({ finessEt, ouvert }) => [finessEt, ouvert])).toEqual([
      [TILLEULS, true],
      [PARC, false],
      [SAD, false],
    ]);
    expect(entites.map(({ ouverte }) => ouverte)).toEqual([true, false]);
  });

  test.each([
    ['97411', '974'],
    ['98801', '988'],
    ['2A004', '2A'],
    ['01143', '01'],
    ['', null],
  ])('commune %s : département %s', async (cogCommune, departement) => {
    const { etablissements } = await lireObjet(
      fichier([pmej(EJ, [ege(TILLEULS, { adresse: [{ usageAdresse: '03', cogCommune }] })])]),
    );
    expect(etablissements[0]?.departement).toBe(departement);
  });

  test('clés absentes ou nulles : rien ne casse, rien ne s’invente', async () => {
    const nu = { informationsGeneralesEGE: { numFinessEge: TILLEULS } };
    const lu = await lireObjet(fichier([pmej(EJ, [nu]), pmej(AUTRE_EJ, undefined, { adresse: null })]));
    expect(lu.etablissements[0]).toMatchObject({
      nom: '',
      categorie: null,
      departement: null,
      acheminement: null,
      ouvert: false,
    });
    expect(lu).toMatchObject({ enregistrements: 3, rejets: [] });
  });

  test('un numéro illisible est rejeté et situé ; ceux d’une personne morale sans numéro, avec elle', async () => {
    const lu = await lireObjet(
      fichier([pmej(EJ, [ege('63099101'), ege(null)]), pmej('', [ege(ALIZES), ege(HORIZON)])]),
    );
    expect(lu.rejets.map(({ code, message }) => [code, message.split(' :')[0]])).toEqual([
      ['finess.format', 'pmej n° 1, ege n° 1'],
      ['champ.vide', 'pmej n° 1, ege n° 2'],
      ['champ.vide', 'pmej n° 2'],
      ['finess.format', 'ege n° 1 de la pmej n° 2'],
      ['finess.format', 'ege n° 2 de la pmej n° 2'],
    ]);
    expect(lu.enregistrements).toBe(lu.entites.length + lu.etablissements.length + lu.rejets.length);
  });

  test('l’ordre des clés de la racine, l’indentation et la marque d’ordre ne changent rien', async () => {
    const { pmej: personnes, ...reste } = EXEMPLE;
    const attendu = await lireObjet(EXEMPLE);
    expect(await lireObjet({ pmej: personnes, ...reste })).toEqual(attendu);
    expect(await lire(Buffer.from(JSON.stringify(EXEMPLE, null, 2)))).toEqual(attendu);
    expect(await lire(Buffer.from(`\ufeff${JSON.stringify(EXEMPLE)}`))).toEqual(attendu);
  });

  test('le résultat ne dépend pas du découpage en blocs', async () => {
    const attendu = await lireObjet(EXEMPLE);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: 400 }), async (taille) => {
        expect(await lireObjet(EXEMPLE, taille)).toEqual(attendu);
      }),
      { numRuns: 40 },
    );
  });
});

describe('FINESS+ : mauvaises entrées', () => {
  async function refus(octets: Buffer): Promise<string> {
    const erreur = await lire(octets).catch((une: unknown) => une);
    if (!(erreur instanceof Refus)) throw new Error(`pas de refus : ${String(erreur)}`);
    return erreur.constats[0]?.code ?? '';
  }

  test('tronqué après chaque octet : jamais un succès', async () => {
    const octets = Buffer.from(
      JSON.stringify(fichier([pmej(EJ, [{ informationsGeneralesEGE: { numFinessEge: TILLEULS } }])])),
    );
    for (let fin = 1; fin < octets.length; fin++) {
      expect(['finess.json_tronque', 'finess.json_invalide']).toContain(await refus(octets.subarray(0, fin)));
    }
  });

  test.each([
    ['mal formé', '{"schemaVersion":"v1","pmej":[}]', 'finess.json_invalide'],
    ['une suite après la fin', `${JSON.stringify(EXEMPLE)}{}`, 'finess.json_invalide'],
    ['sans pmej', '{"schemaVersion":"v1.0.0","etablissements":[]}', 'finess.format_inconnu'],
    ['une liste à la racine', '[{"pmej":[]}]', 'finess.json_invalide'],

    ['une autre version', '{"schemaVersion":"v2.0.0","pmej":[]}', 'finess.format_inconnu'],
  ])('%s : refusé', async (_, texte, code) => {
    expect(await refus(Buffer.from(texte))).toBe(code);
  });

  test("importé, FINESS+ donne l'agrégat que la nomenclature connaît", async () => {
    const { rapport, refus: refuse } = await importer({ 'structures.json.gz': JSON.stringify(EXEMPLE) });
    expect(refuse).toBe(false);
    expect(rapport).toMatchObject({
      etablissements: 3,
      ouverts: 1,
      entitesJuridiques: 2,
      parAgregat: { '44': 1 },
    });
  });

  test('un JSON tronqué ne laisse pas d’index', async () => {
    const { rapport, refus: refuse } = await importer({
      'structures.json': JSON.stringify(EXEMPLE).slice(0, -30),
    });
    expect({ rapport, refuse }).toEqual({ rapport: null, refuse: true });
  });
});
