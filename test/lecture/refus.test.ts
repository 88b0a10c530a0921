import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reconnaitreNonCsv } from '../../src/lecture/refus.ts';

function code(octets: readonly number[] | string): string | null {
  return reconnaitreNonCsv(Buffer.from(octets as string))?.code ?? null;
}

describe('ce qui n’est pas du CSV', () => {
  for (const [quoi, octets, attendu] of [
    ['un classeur XLSX ou ODS', [0x50, 0x4b, 0x03, 0x04, 0x14], 'fichier.tableur'],
    ['un ancien classeur XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'fichier.tableur'],
    ['un PDF', '%PDF-1.7', 'fichier.binaire'],
    ['un PNG', [0x89, 0x50, 0x4e, 0x47], 'fichier.binaire'],
    ['un JPEG', [0xff, 0xd8, 0xff, 0xe0], 'fichier.binaire'],
    ['une page HTML', '<!DOCTYPE html>\n<html>', 'fichier.html'],
    [
      'une page HTML après des lignes vides et une marque d’ordre',
      '\ufeff\r\n  <html lang="fr">',
      'fichier.html',
    ],
    ['un tableau HTML nommé .csv', '<table><tr><td>finess</td>', 'fichier.html'],
    ['un document XML', '<?xml version="1.0"?>', 'fichier.html'],
  ] as const) {
    it(`${quoi} : ${attendu}`, () => {
      expect(code(octets)).toBe(attendu);
    });
  }

  for (const texte of ['finess_et;id_dossier\n', 'PK;id\n', '<80 ans;id\n', '"<html>";b\n', '']) {
    it(`${JSON.stringify(texte)} : du CSV, jusqu’à preuve du contraire`, () => {
      expect(code(texte)).toBeNull();
    });
  }

  it('se juge sur les octets décompressés', () => {
    expect(reconnaitreNonCsv(gzipSync('a;b\n'))).toBeNull();
  });
});
