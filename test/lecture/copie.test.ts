import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Analyseur } from '../../src/lecture/analyse.ts';
import { Copie } from '../../src/lecture/copie.ts';

let dossier: string;
let chemin: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'esms-copie-'));
  chemin = join(dossier, 'copie.csv');
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

function copier(texte: string): string[] {
  const copie = new Copie(chemin, ';', 3);
  const analyseur = new Analyseur({
    separateur: 59,
    guillemets: true,
    ignorees: { debut: 0, fin: 0 },
    colonnes: 3,
    surEnregistrement: (un) => copie.ecrire(un),
  });
  analyseur.ajouter(Buffer.from(texte));
  analyseur.fin();
  copie.fermer();
  const lignes = readFileSync(chemin, 'utf8').split('\n');
  expect(lignes.pop()).toBe('');
  return lignes;
}

describe('copie normalisée', () => {
  it('un enregistrement par ligne, précédé de sa ligne d’origine, sans en-tête', () => {
    expect(copier('a;b;c\r\n1;2;3\r\n\r\n4;"x;y";6\r\n')).toEqual(['2;;1;2;3', '4;;4;"x;y";6']);
  });

  it('les fins de ligne entre guillemets deviennent des espaces', () => {
    expect(copier('a;b;c\n1;"x\r\ny\nz\rt";3\n4;5;6\n')).toEqual(['2;;1;"x y z t";3', '6;;4;5;6']);
  });

  it('une ligne rejetée est marquée, et assainie : ni guillemet, ni colonne de trop, ni octet nul', () => {
    expect(copier('a;b;c\n1;"x"y;3\n1;2;3;4\n1;\0n;3\né";2;3\n')).toEqual([
      '2;G;1;xy;3',
      '3;T;1;2;3',
      '4;N;1;n;3',
      '5;G;é;2;3',
    ]);
  });

  it('un séparateur entre guillemets d’une ligne rejetée ne fait pas une colonne de plus', () => {
    expect(copier('a;b;c\n"u;v";"x"y;3\n')).toEqual(['2;G;u v;xy;3']);
  });

  it('une ligne démesurée ne garde que de quoi la reconnaître', () => {
    const [ligne] = copier(`a;b;c\n${'x'.repeat(2_000_000)};2;3\n`);
    expect(ligne?.startsWith('2;L;xxx')).toBe(true);
    expect(ligne?.length).toBeLessThan(1000);
  });

  it('rien ne se perd au-delà du tampon d’écriture', () => {
    const lignes = Array.from({ length: 60_000 }, (_, i) => `${i};${'x'.repeat(60)};3`);
    const ecrites = copier(`a;b;c\n${lignes.join('\n')}\n`);
    expect(ecrites).toEqual(lignes.map((ligne, i) => `${i + 2};;${ligne}`));
  });

  it('lisible du seul usager, et jamais par-dessus un fichier', () => {
    copier('a;b;c\n');
    expect(statSync(chemin).mode & 0o777).toBe(0o600);
    expect(() => new Copie(chemin, ';', 3)).toThrow(/EEXIST/);
  });
});
