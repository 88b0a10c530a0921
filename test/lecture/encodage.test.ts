import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ControleUtf8,
  decoderTete,
  type Encodage,
  lireMarque,
  reconnaitreUtf16,
  versUtf8,
} from '../../src/lecture/encodage.ts';
import { couper, coupes, emietter, flux } from '../outils/blocs.ts';

function utf16be(texte: string): Buffer {
  return Buffer.from(texte, 'utf16le').swap16();
}

async function transcoder(blocs: readonly Buffer[], encodage: Encodage): Promise<string> {
  const rendus: Buffer[] = [];
  for await (const bloc of versUtf8(flux(blocs), encodage)) rendus.push(bloc);
  return Buffer.concat(rendus).toString('utf8');
}

describe('marque d’ordre des octets', () => {
  for (const [encodage, octets] of [
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const) {
    it(`${encodage} : reconnue, avec sa longueur`, () => {
      const tete = Buffer.from([...octets, 0x61, 0x00]);
      expect(lireMarque(tete)).toEqual({ encodage, longueur: octets.length });
    });
  }

  it('absente, ou coupée : aucun encodage', () => {
    expect(lireMarque(Buffer.from('finess_et;id'))).toBeNull();
    expect(lireMarque(Buffer.from([0xef, 0xbb]))).toBeNull();
    expect(lireMarque(Buffer.alloc(0))).toBeNull();
  });
});

describe('UTF-16 sans marque', () => {
  const texte = 'finess_et;id_dossier;date_entrée\r\n630781227;A;2025-09-01\r\n';

  it('un octet nul sur deux, impairs : petit-boutien ; pairs : gros-boutien', () => {
    expect(reconnaitreUtf16(Buffer.from(texte, 'utf16le'))).toBe('utf-16le');
    expect(reconnaitreUtf16(utf16be(texte))).toBe('utf-16be');
  });

  it('de l’UTF-8, du windows-1252, des octets nuls épars ou partout : non', () => {
    expect(reconnaitreUtf16(Buffer.from(texte))).toBeNull();
    expect(reconnaitreUtf16(Buffer.from(texte, 'latin1'))).toBeNull();
    expect(reconnaitreUtf16(Buffer.from(`${texte}\0\0\0`))).toBeNull();
    expect(reconnaitreUtf16(Buffer.alloc(4096))).toBeNull();
    expect(reconnaitreUtf16(Buffer.from('a\0'))).toBeNull();
  });
});

describe('validité UTF-8 d’un flux', () => {
  const octets = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((texte) => Buffer.from(texte)),
    fc.uint8Array({ maxLength: 40 }).map((tableau) => Buffer.from(tableau)),
    // Des caractères de deux à quatre octets, parfois coupés ou surnuméraires.
    fc
      .array(fc.constantFrom('é', '€', '😀', 'a', '\u0800', '\u{10ffff}'), { maxLength: 12 })
      .chain((caracteres) => {
        const tout = Buffer.from(caracteres.join(''));
        return fc.nat(tout.length).map((fin) => tout.subarray(0, fin));
      }),
    fc
      .array(fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0x61))
      .map((l) => Buffer.from(l)),
  );

  it('est celle du tout, où que les blocs se coupent', () => {
    fc.assert(
      fc.property(octets, coupes, (tout, ou) => {
        const controle = new ControleUtf8();
        for (const bloc of couper(tout, ou)) controle.ajouter(bloc);
        expect(controle.valide).toBe(isUtf8(tout));
      }),
      { numRuns: 2000 },
    );
  });

  it('est celle du tout, octet par octet', () => {
    fc.assert(
      fc.property(octets, (tout) => {
        const controle = new ControleUtf8();
        for (const bloc of emietter(tout)) controle.ajouter(bloc);
        expect(controle.valide).toBe(isUtf8(tout));
      }),
    );
  });

  it('un caractère coupé par la fin du fichier est une faute', () => {
    const controle = new ControleUtf8();
    controle.ajouter(Buffer.from('é').subarray(0, 1));
    expect(controle.valide).toBe(false);
  });
});

describe('transcodage', () => {
  const encodages: Readonly<Record<Encodage, (texte: string) => Buffer>> = {
    'utf-8': (texte) => Buffer.from(texte),
    'utf-16le': (texte) => Buffer.from(texte, 'utf16le'),
    'utf-16be': utf16be,
    'windows-1252': (texte) => Buffer.from(texte, 'latin1'),
  };
  const occidental = fc.string({ unit: fc.constantFrom(...'aé;"ç\r\nÀÿ ') });

  for (const [encodage, encoder] of Object.entries(encodages) as [Encodage, (t: string) => Buffer][]) {
    it(`${encodage} : rend le texte, où que les blocs se coupent`, async () => {
      await fc.assert(
        fc.asyncProperty(occidental, coupes, async (texte, ou) => {
          expect(await transcoder(couper(encoder(texte), ou), encodage)).toBe(texte);
        }),
      );
    });
  }

  it('windows-1252 : € ’ œ ne sont pas des contrôles', async () => {
    const octets = Buffer.from([0x80, 0x92, 0x9c, 0x8c, 0x85, 0xa0]);
    expect(await transcoder([octets], 'windows-1252')).toBe('€’œŒ…\u00a0');
    expect(await transcoder(emietter(octets), 'windows-1252')).toBe('€’œŒ…\u00a0');
    expect(decoderTete(octets, 'windows-1252')).toBe('€’œŒ…\u00a0');
  });

  it('la marque d’ordre n’est pas rendue', async () => {
    const marque = '\ufeff';
    for (const encodage of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      expect(await transcoder([encodages[encodage](`${marque}é`)], encodage)).toBe('é');
      expect(decoderTete(encodages[encodage](`${marque}é`), encodage)).toBe('é');
    }
  });

  it('la marque d’ordre n’est pas rendue, même coupée entre deux blocs', async () => {
    for (const encodage of ['utf-16le', 'utf-16be'] as const)
      expect(await transcoder(emietter(encodages[encodage]('\ufeffé')), encodage)).toBe('é');
  });

  it('un caractère coupé par la fin du fichier ne disparaît pas sans un mot', async () => {
    const impair = Buffer.concat([Buffer.from('é', 'utf16le'), Buffer.from([0x61])]);
    expect(await transcoder([impair], 'utf-16le')).toBe('é\ufffd');
  });

  it('une tête coupée au milieu d’un caractère oublie ce caractère', () => {
    expect(decoderTete(Buffer.from('aé').subarray(0, 2), 'utf-8')).toBe('a');
  });
});
