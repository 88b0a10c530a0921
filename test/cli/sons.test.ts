import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

const DOSSIER = mkdtempSync(join(tmpdir(), 'esms-sons-'));
afterAll(() => rmSync(DOSSIER, { recursive: true }));

const OUVERTE = ['--date-reference', '2023-06-30'];

function sons(...argv: string[]) {
  return lancer(['sons', ...argv], { dossierCourant: DOSSIER });
}

function liste(contenu: string | Buffer): string {
  writeFileSync(join(DOSSIER, 'og.csv'), contenu);
  return 'og.csv';
}

async function valider(nom: string, sortie: string) {
  const schema = JSON.parse((await lancer(['schema', nom])).sortie) as object;
  const controler = new Ajv2020({ allErrors: true }).compile(schema);
  controler(JSON.parse(sortie));
  return controler.errors;
}

describe('un organisme', () => {
  test('le contrat esms/sons@1, clé par clé', async () => {
    const { code, sortie } = await sons('--essms-og', '35', '--format', 'json', ...OUVERTE);
    const { sources, ...reste } = JSON.parse(sortie) as { sources: { regle: string; lecture: string }[] };
    expect(code).toBe(0);
    expect(reste).toEqual({
      schema: 'esms/sons@1',
      vague: 1,
      tranche: { code: 'E', de: 20, a: 99, montant_unitaire: 1232 },
      essms_og: 35,
      essms_commande: 35,
      montant: 43120,
      avance: 12936,
      solde: 30184,
      avertissements: [],
    });
    expect(sources[0]).toMatchObject({ regle: 'sons.vague_1.bareme', lecture: 'reconstruite' });
    expect(await valider('sons', sortie)).toBeNull();
  });

  test('une borne absente vaut null, des centimes ont deux décimales au plus', async () => {
    const { sortie } = await sons(
      '--essms-og',
      '107',
      '--essms-commande',
      '7',
      '--format',
      'json',
      ...OUVERTE,
    );
    expect(JSON.parse(sortie)).toMatchObject({
      tranche: { code: 'F', de: 100, a: null },
      montant: 7931,
      avance: 2379.3,
      solde: 5551.7,
    });
    expect(await valider('sons', sortie)).toBeNull();
  });

  test('l’écran d’un directeur', async () => {
    const { sortie } = await sons('--essms-og', '10', ...OUVERTE);
    expect(sortie.split('\n').slice(0, 11)).toEqual([
      "SONS vague 1 (prestation Ségur, payée à l'éditeur), au 30/06/2023",
      "OUVERTE : vague 1 ouverte : demandes d'avance jusqu'au 28/02/2024, de solde jusqu'au 19/12/2024.",
      '',
      ' 21 900,00 € TTC : 10 ESSMS commandés × 2 190 €, tranche C (OG de 5 à 10 ESSMS ; bornes',
      ' reconstruites)',
      '',
      ' avance  30 %   6 570,00 €  bon de commande signé, solution référencée Ségur',
      ' solde   70 %  15 330,00 €  attestation de VA et copie de la facture',
      '',
      'À savoir :',
      ' - Effet de seuil, OG qui commande pour tous ses ESSMS : à 10 ESSMS : 21 900 € ; à 11 : 18 073 €',
    ]);
    expect(sortie).toContain('lecture : reconstruite ; réserve : texte océrisé');
  });

  test('close : le montant reste, l’état se lit d’abord, code 0', async () => {
    const { code, sortie } = await sons('--essms-og', '35');
    expect([code, sortie.split('\n')[1]]).toEqual([
      0,
      'CLOSE : vague 1 close depuis le 19/12/2024, montant à titre historique.',
    ]);
  });

  test('121 jours avant le dépôt : non finançable, code 1', async () => {
    const dates = ['--date-commande', '2022-05-02', '--date-referencement', '2022-08-31'];
    const { code, sortie } = await sons('--essms-og', '35', ...dates, ...OUVERTE);
    expect(code).toBe(1);
    expect(sortie).toMatch(/^NON FINANÇABLE : 121 jours calendaires entre la commande \(02\/05\/2022\)/m);
  });

  test('vague 2 : inconnue, code 1, aucun montant', async () => {
    const { code, sortie } = await sons('--essms-og', '35', '--vague', '2', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(sortie)).toMatchObject({ tranche: null, montant: null, avance: null, solde: null });
    expect(await valider('sons', sortie)).toBeNull();
  });

  test('csv et markdown disent comment le montant a été lu', async () => {
    const csv = await sons('--essms-og', '72', '--format', 'csv', ...OUVERTE);
    expect(csv.sortie.split('\n')[1]).toMatch(
      /^1;E;20;99;1232;72;72;88704;26611\.2;62092\.8;ouverte;2023-06-30;;lue;/,
    );
    const excel = await sons('--essms-og', '72', '--format', 'csv', '--excel', ...OUVERTE);
    expect(excel.sortie).toContain(';26611,2;');
    const { sortie } = await sons('--essms-og', '72', '--format', 'markdown', ...OUVERTE);
    expect(sortie).toContain('| avance | 30 % | 26 611,20 € |');
    expect(sortie).toContain('lecture : reconstruite');
  });
});

describe('appels fautifs : champ nommé, conseil, code 2', () => {
  test.each([
    ['', 'il manque --essms-og N'],
    ['--essms-og -3', '--essms-og : « -3 » est négatif ; écrivez un nombre entier d’ESSMS, 1 ou plus.'],
    ['--essms-og 0', '--essms-og : « 0 » est trop petit'],
    ['--essms-og 2,5', "--essms-og : « 2,5 » n'est pas entier"],
    ['--essms-og dix', "--essms-og : « dix » n'est pas un nombre"],
    ['--essms-og 100000', "--essms-og : « 100000 » dépasse le nombre d'ESSMS du pays"],
    ['--essms-og 10 --essms-commande 11', '--essms-commande : 11 ESSMS commandés pour un organisme de 10'],
    ['--essms-og 10 --vague 3', "--vague : « 3 » n'est pas permis (1, 2)."],
    ['--essms-og 10 --date-commande 31/05/2022', "--date-commande : « 31/05/2022 » n'est pas une date"],
    ['--essms-og 10 --date-referencement 2022-05-02', '--date-referencement va avec --date-commande'],
    ['og.csv --essms-og 10', '--essms-og : à ne pas donner avec une liste'],
    ['--essms-og 10 --excel', '--excel va avec --format csv.'],
    ['--essms-og 10 --regles /absent', '--regles /absent : règles refusées.'],
  ])('esms sons %s', async (appel, message) => {
    const { code, sortie, erreur } = await sons(...appel.split(' ').filter(Boolean));
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain(message.replaceAll('’', "'"));
  });
});

describe('une liste', () => {
  test('le contrat esms/sons-liste@1 ; la commande vide vaut tout l’organisme', async () => {
    const fichier = liste('finess_ej;essms_og;essms_commande\n630000529;35;\n630781227;120;3\n');
    const { code, sortie, erreur } = await sons(fichier, '--format', 'json', ...OUVERTE);
    expect([code, erreur]).toEqual([0, '']);
    expect(JSON.parse(sortie)).toMatchObject({
      schema: 'esms/sons-liste@1',
      resultats: [
        { finess_ej: '630000529', ligne: 2, essms_commande: 35, montant: 43120 },
        { finess_ej: '630781227', ligne: 3, essms_commande: 3, montant: 3399, avance: 1019.7, solde: 2379.3 },
      ],
      totaux: { organismes: 2, essms_commande: 38, montant: 46519, avance: 13955.7, solde: 32563.3 },
      fichiers: [{ table: 'organismes', lignes: 2, retenues: 2, rejetees: 0 }],
    });
    expect(await valider('sons_liste', sortie)).toBeNull();
  });

  test('chaque ligne fautive est localisée et rejetée, les autres restent, code 1', async () => {
    const fichier = liste(
      [
        'finess_ej;essms_og;essms_commande',
        '10780123;35;',
        '630000529;35;12',
        '630000529;8;',
        '630781227;2.5;',
        '630781227;8;9',
        '630781227;0;',
        ';8;',
        '6,3E+08;8;',
        '630781227;8',
        '630781227;8;1;2',
        '630781227;-4;',
        '630781227; 1 000 ;',
      ].join('\r\n'),
    );
    const { code, sortie, erreur } = await sons(fichier, '--format', 'csv', ...OUVERTE);
    expect(code).toBe(1);
    expect(
      sortie
        .trim()
        .split('\n')
        .slice(1)
        .map((ligne) => ligne.split(';').slice(0, 2)),
    ).toEqual([
      ['630000529', '3'],
      ['630781227', '13'],
    ]);
    expect(erreur.match(/^og\.csv:\S+ erreur \S+/gm)).toEqual([
      'og.csv:2:finess_ej erreur finess.format',
      'og.csv:4:finess_ej erreur ligne.cle_en_double',
      'og.csv:5:essms_og erreur champ.nombre_invalide',
      'og.csv:6:essms_commande erreur sons.commande_trop_grande',
      'og.csv:7:essms_og erreur champ.nombre_invalide',
      'og.csv:8:finess_ej erreur champ.vide',
      'og.csv:9:finess_ej erreur finess.format',
      'og.csv:10 erreur ligne.colonnes_manquantes',
      'og.csv:11 erreur ligne.colonnes_en_trop',
      'og.csv:12:essms_og erreur champ.nombre_invalide',
    ]);
  });

  test('une clé FINESS fausse est avertie, la ligne gardée, code 0', async () => {
    const { code, erreur } = await sons(liste('finess_ej;essms_og\n630000528;3\n'), ...OUVERTE);
    expect([code, erreur.split('\n')[0]]).toEqual([
      0,
      'og.csv:2:finess_ej avertissement finess.cle « 630000528 » la clé du FINESS est fausse',
    ]);
  });

  test('virgules, alias, windows-1252, BOM, UTF-16, gzip', async () => {
    const texte = "Numéro FINESS EJ,Nombre d'ESSMS,Région\n630000529,35,Auvergne-Rhône-Alpes\n";
    const { gzipSync } = await import('node:zlib');
    const octets = [
      Buffer.from(texte, 'latin1'),
      Buffer.from(`\ufeff${texte}`),
      Buffer.from(`\ufeff${texte}`, 'utf16le'),
      gzipSync(texte),
    ];
    for (const contenu of octets) {
      const { code, sortie } = await sons(liste(contenu), '--format', 'json', ...OUVERTE);
      expect(code).toBe(0);
      expect(JSON.parse(sortie)).toMatchObject({ totaux: { montant: 43120 } });
    }
  });

  test('une valeur citée sur plusieurs lignes ne décale pas les numéros de ligne', async () => {
    const fichier = liste('finess_ej;essms_og;nom\n630000529;y;"A\nB"\n\n630781227;x;C\n');
    const { erreur } = await sons(fichier, ...OUVERTE);
    expect(erreur.match(/^og\.csv:\S+/gm)).toEqual(['og.csv:2:essms_og', 'og.csv:5:essms_og']);
  });

  test.each([
    ['', 'og.csv erreur fichier.vide'],
    ['a;b\n1;2\n', 'og.csv:1:finess_ej erreur colonne.absente'],
    ['finess_ej;essms_og;essms_og\n630000529;1;2\n', 'og.csv:1:essms_og erreur colonne.ambigue'],
    ['finess_ej;essms_og\n630000529;8\n630781227;"8\n1;2\n', 'og.csv:3 erreur fichier.guillemet_non_referme'],
    ['finess_ej;essms_og\n630000529;8"9\n', 'og.csv:2 erreur fichier.guillemet_multiligne'],
    ['<!doctype html><html>', 'og.csv erreur fichier.html'],
    ['PK\u0003\u0004xx', 'og.csv erreur fichier.tableur'],
  ])('fichier refusé : code 2, rien sur la sortie standard (%j)', async (contenu, message) => {
    const { code, sortie, erreur } = await sons(liste(contenu), ...OUVERTE);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur.split('\n')[0]).toContain(message);
  });

  test('fichier absent', async () => {
    const { code, erreur } = await sons('absent.csv');
    expect([code, erreur.split('\n')[0]]).toEqual([
      2,
      "absent.csv erreur fichier.illisible le fichier n'existe pas",
    ]);
  });

  test('le tableau : le total d’abord, un organisme par rangée, le seuil signalé', async () => {
    const { sortie } = await sons(liste('finess_ej;essms_og\n630000529;10\n630781227;35\n'), ...OUVERTE);
    expect(sortie.split('\n').slice(3, 11)).toEqual([
      '2 organismes, 45 ESSMS commandés : 65 020,00 € TTC (avance 19 506,00 €, solde 45 514,00 €)',
      '',
      ' FINESS EJ  ESSMS  commande  tranche  montant TTC       avance        solde  seuil',
      ' 630000529     10        10  C        21 900,00 €   6 570,00 €  15 330,00 €  10/11',
      ' 630781227     35        35  E        43 120,00 €  12 936,00 €  30 184,00 €',
      '',
      'À savoir :',
      " - 1 organisme près d'un seuil (« 10/11 » : à 11 ESSMS, le montant est plus bas qu'à 10)",
    ]);
  });

  test('vague 2 : aucun total, code 1', async () => {
    const { code, sortie } = await sons(
      liste('finess_ej;essms_og\n630000529;3\n'),
      '--vague',
      '2',
      '--format',
      'json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(sortie)).toMatchObject({ totaux: { montant: null, avance: null, solde: null } });
    expect(await valider('sons_liste', sortie)).toBeNull();
  });
});
