import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { lancer } from '../cli/faux-contexte.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');
const indicateurs = ['indicateurs', DEMO, '--mois', '2025-09', '--niveau', 'grappe'];

/** Une cible DMP de 20 % à partir de juin 2025, et une règle nouvelle. */
const MIENNES = `sources:
  avenant: { titre: avenant 2 de la convention, date: 2025-05-12 }
regles:
  indicateurs.cible.dmp:
    titre: Cible du taux d'utilisation du DMP
    type: taux
    unite: pourcent
    valeurs:
      - { debut: 2025-06-01, fin: null, valeur: 20, lecture: lue, source: avenant, lieu: art. 3, verifie_le: 2025-05-12 }
    exemples:
      - situation: { calcul: indicateur, indicateur: dmp, mois: 2025-06, numerateur: 1, denominateur: 5 }
        attendu: { etat: atteint }
      - situation: { calcul: indicateur, indicateur: dmp, mois: 2025-05, numerateur: 1, denominateur: 5 }
        attendu: { etat: non_atteint }
  essai.nouveau:
    titre: Une règle à nous
    type: condition
    unite: texte
    valeurs:
      - { debut: 2025-06-01, fin: null, valeur: rien, lecture: lue, source: avenant, lieu: art. 4, verifie_le: non }
    exemples: { aucun: une condition }
`;

let dossier = '';
const chemin = (nom: string): string => join(dossier, nom);
function ecrire(nom: string, texte: string): void {
  mkdirSync(chemin(nom), { recursive: true });
  writeFileSync(join(chemin(nom), 'regles.yaml'), texte);
}

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-regles-'));
  ecrire('miennes', MIENNES);
  ecrire('fautives', MIENNES.replace('valeur: 20', 'valeur: vingt'));
  ecrire('dementies', MIENNES.replace('mois: 2025-05', 'mois: 2025-07'));
  ecrire('doubles', MIENNES);
  writeFileSync(join(chemin('doubles'), 'z.yaml'), MIENNES.replace(/sources:\n.*\n/, ''));
  mkdirSync(chemin('vide'));
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

describe('esms regles lister', () => {
  it('chaque règle livrée, sa lecture, sa source, et ce qui n’a jamais été vérifié', async () => {
    const { code, sortie, erreur } = await lancer(['regles', 'lister', '--date-reference', '2026-11-22']);
    expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
    for (const id of Object.keys(chargerReglesLivrees())) expect(sortie).toContain(` ${id} `);
    expect(sortie).toContain('A  1 : 4 000 € par ESSMS (reconstruite)');
    expect(sortie).toContain('inconnue, forfaits 2024 non lus (instruction 2024/15)');
    expect(sortie).toContain('jamais vérifiée dans sa source');
    expect(sortie).toMatch(/\d+ valeurs jamais vérifiées dans leur source, 0 vérifiée il y a plus d'un an/);
    for (const ligne of sortie.split('\n')) expect([...ligne].length).toBeLessThanOrEqual(100);
  });

  it('une vérification de plus d’un an se voit à --date-reference, au jour près', async () => {
    const au = async (date: string) => (await lancer(['regles', 'lister', '--date-reference', date])).sortie;
    expect(await au('2027-11-22')).toContain(" 0 vérifiée il y a plus d'un an");
    const verifiees = Object.values(chargerReglesLivrees())
      .flatMap(({ valeurs }) => valeurs)
      .filter(({ lecture, verifieLe }) => lecture !== 'inconnue' && verifieLe === '2026-11-22');
    expect(await au('2027-11-23')).toContain(` ${verifiees.length} vérifiées il y a plus d'un an`);
    expect(await au('2027-11-23')).toContain("vérifiée le 22/11/2026, il y a plus d'un an");
  });

  it('le JSON suit son schéma publié, en euros', async () => {
    const { sortie } = await lancer(['regles', 'lister', '--format', 'json', '--regles', chemin('miennes')]);
    const { sortie: schema } = await lancer(['schema', 'regles']);
    const valider = new Ajv2020().compile(JSON.parse(schema));
    const rendu = JSON.parse(sortie);
    expect(valider(rendu), JSON.stringify(valider.errors)).toBe(true);
    const trouver = (id: string) => rendu.regles.find((regle: { id: string }) => regle.id === id);
    expect(trouver('esms_numerique.acquisition.usages').valeurs[0].valeur).toEqual({
      plein: 7000,
      reduit: 2000,
    });
    expect(trouver('sons.vague_1.bareme').valeurs[0].valeur[4]).toMatchObject({ code: 'E', montant: 1232 });
    expect(rendu.outil.regles_fournies).toEqual(['essai.nouveau', 'indicateurs.cible.dmp']);
    expect(trouver('essai.nouveau').valeurs[0]).toMatchObject({ fournie: true, a_verifier: true });
  });
});

describe('esms regles montrer', () => {
  it('une règle : valeurs, source, mots lus, réserve, exemples', async () => {
    const { code, sortie } = await lancer(['regles', 'montrer', 'sons.vague_1.bareme']);
    expect(code).toBe(0);
    expect(sortie).toContain('F  100 et plus : 1 133 € par ESSMS (lue)');
    expect(sortie).toContain(
      'Source : webinaire ARS Occitanie (instruction 2022/34), avril 2022, diapositive 79',
    );
    expect(sortie).toContain('Mots lus : « A 1 4000 0 |');
    expect(sortie).toContain('Réserve : texte océrisé, abîmé');
    expect(sortie).toContain('essms_og 35 → tranche E, montant 43120');
  });

  it('une valeur inconnue dit sa raison', async () => {
    const { sortie } = await lancer(['regles', 'montrer', 'sons.vague_2.bareme']);
    expect(sortie).toContain('inconnue : barème de la vague 2 (2025) non lu');
  });

  it('un code d’anomalie aussi', async () => {
    const { code, sortie } = await lancer(['regles', 'montrer', 'regles.trou']);
    expect(code).toBe(0);
    expect(sortie).toMatch(/^regles\.trou : Trou entre deux valeurs\n/);
  });

  it('une règle fournie le dit', async () => {
    const appel = ['regles', 'montrer', 'indicateurs.cible.dmp', '--regles', chemin('miennes')];
    const { sortie } = await lancer(appel);
    expect(sortie).toContain('01/01/2021 – 31/05/2025');
    expect(sortie).toContain('Lecture : lue, FOURNIE par --regles');
  });
});

describe('esms regles verifier', () => {
  it('sans argument : les règles livrées, exemples exécutés', async () => {
    const { code, sortie } = await lancer(['regles', 'verifier']);
    expect(code).toBe(0);
    expect(sortie).toMatch(
      /^RÈGLES VALIDES : \d+ règles livrées, 127 catégories FINESS ; \d+ exemples exécutés, aucun démenti\.\n$/,
    );
  });

  it('un dossier : ce qu’il remplace et ce qu’il ajoute', async () => {
    const { code, sortie } = await lancer(['regles', 'verifier', chemin('miennes')]);
    expect(code).toBe(0);
    expect(sortie.replace(/\n/g, ' ')).toContain(
      'remplacent indicateurs.cible.dmp ; ajoutent essai.nouveau ; 2 exemples exécutés, aucun démenti.',
    );
  });

  it('une faute : le champ, la ligne, un conseil, code 2', async () => {
    const { code, sortie } = await lancer(['regles', 'verifier', chemin('fautives')]);
    expect(code).toBe(2);
    expect(sortie).toContain(
      'regles.yaml:9:regles.indicateurs.cible.dmp.valeurs.0.valeur erreur regles.valeur_invalide valeur : un pourcentage est attendu',
    );
    expect(sortie).toContain('aide : ');
    expect(sortie).toContain('RÈGLES REFUSÉES : 1 erreur.');
  });

  it('un exemple démenti : sa ligne, code 2', async () => {
    const { code, sortie } = await lancer(['regles', 'verifier', chemin('dementies')]);
    expect(code).toBe(2);
    expect(sortie).toContain(
      'regles.yaml:13:regles.indicateurs.cible.dmp.exemples.1 erreur regles.exemple_faux',
    );
  });

  it('une règle écrite dans deux fichiers est refusée', async () => {
    const { code, sortie } = await lancer(['regles', 'verifier', chemin('doubles')]);
    expect(code).toBe(2);
    expect(sortie).toContain('z.yaml:2:regles.indicateurs.cible.dmp erreur regles.identifiant_double');
  });

  it.each(['vide', 'absent'])('un dossier %s : refusé, code 2', async (nom) => {
    const { code, sortie } = await lancer(['regles', 'verifier', chemin(nom)]);
    expect(code).toBe(2);
    expect(sortie).toContain('regles.dossier_absent');
  });
});

describe('--regles', () => {
  it('indicateurs : la cible change, et chaque sortie le dit', async () => {
    const avec = ['--regles', chemin('miennes')];
    const json = await lancer([...indicateurs, '--format', 'json', ...avec]);
    const sans = await lancer([...indicateurs, '--format', 'json']);
    const [rendu, temoin] = [JSON.parse(json.sortie), JSON.parse(sans.sortie)];
    expect(rendu.resultats.map(({ cible }: { cible: number }) => cible)).toEqual([90, 90, 90, 70, 20]);
    expect(rendu.outil.regles_fournies).toEqual(['essai.nouveau', 'indicateurs.cible.dmp']);
    expect(rendu.outil.regles).not.toBe(temoin.outil.regles);
    expect(temoin.outil).not.toHaveProperty('regles_fournies');
    const dit = 'règles fournies par --regles : essai.nouveau, indicateurs.cible.dmp';
    for (const format of ['table', 'markdown']) {
      const { sortie } = await lancer([...indicateurs, '--format', format, ...avec]);
      expect(sortie.replace(/\s+/g, ' ').replaceAll('\\', '')).toContain(dit);
    }
    const csv = await lancer([...indicateurs, '--format', 'csv', ...avec]);
    expect(csv.sortie).toContain(';essai.nouveau indicateurs.cible.dmp\n');
    expect(csv.erreur).toMatch(
      /^Règles de .*miennes : remplacent indicateurs\.cible\.dmp ; ajoutent essai\.nouveau\.\n/,
    );
  });

  it('verifier : les règles fournies y sont nommées', async () => {
    const { sortie } = await lancer(['verifier', DEMO, '--regles', chemin('miennes')]);
    expect(sortie).toContain('règles fournies par --regles : essai.nouveau, indicateurs.cible.dmp');
  });

  it('des règles fautives : rien sur la sortie standard, la ligne et le conseil, code 2', async () => {
    const { code, sortie, erreur } = await lancer([...indicateurs, '--regles', chemin('fautives')]);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('regles.yaml:9:regles.indicateurs.cible.dmp.valeurs.0.valeur erreur');
    expect(erreur).toContain('aide : ');
  });

  it('un mois d’avant le programme : cible inconnue, aucun indicateur, code 2', async () => {
    const { code, sortie, erreur } = await lancer(['indicateurs', DEMO, '--mois', '2020-09']);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur).toContain('regles.cible_inconnue');
  });
});
