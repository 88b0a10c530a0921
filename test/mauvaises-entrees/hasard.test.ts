import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { verifierDepot } from '../../src/controles/verifier.ts';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import { ESSMS, ET } from './outil.ts';

/** Ce qui casse un CSV : guillemets, fins de ligne, séparateurs, blancs, octets nuls, caractères longs. */
const JETONS = [
  ...['"', '""', '\r', '\n', '\r\n', ';', ',', '\t', '|', '\0', '\u0001', '\u001a', ' ', '\u00a0', '\u202f'],
  ...['\ufeff', '\u2028', '\f', '\\', "'", '=', 'é', '€', '😀', 'a', 'D1', ET, '2025-09-10', '00/00/0000'],
  ...['id_dossier', 'finess_et'],
];
const OCTETS = [[0xff], [0xc2], [0xc2, 0xa0], [0xe2, 0x80], [0xf0, 0x9f], [0x80], [0xef, 0xbb, 0xbf]];

const LIGNE = Buffer.from(`${ET};D1;2025-09-10\n`);
const intrus = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...JETONS).map((jeton) => Buffer.from(jeton)) },
  { weight: 1, arbitrary: fc.constantFrom(...OCTETS).map((octets) => Buffer.from(octets)) },
  { weight: 1, arbitrary: fc.constant(Buffer.from(`${ET};"D\r\n1";"2025-09-10"\n`)) },
);

/** Peu d'intrus par fichier : trop, il serait toujours refusé, ou toujours copié. */
const fragments = fc
  .array(intrus, { maxLength: 3 })
  .chain((choisis) => fc.array(fc.constantFrom(LIGNE, LIGNE, ...choisis), { maxLength: 12 }));

/** Remplit jusqu'au voisinage d'une frontière de bloc (1 Mio), où tout ce qui suit peut se couper. */
const rempli = fc
  .tuple(
    fc.constantFrom(`${ET};D1;2025-09-10\n`, `${ET};"D""1\r";2025-09-10\n`, '€'),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([motif, recul]) => Buffer.alloc((1 << 20) - recul, motif));

const TABLES = { dossiers: 'date_entree', agenda: 'date_debut', projets: 'statut' } as const;

const rarement = <T>(arbitraire: fc.Arbitrary<T>, jamais = 6) =>
  fc.oneof({ weight: jamais, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: arbitraire });

const fichier = fc.record({
  separateur: fc.constantFrom(';', ';', ';', ','),
  marque: rarement(fc.constant('\ufeff')),
  rempli: rarement(rempli, 60),
  finEntete: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', ''),
  fragments,
  gzip: rarement(fc.constant(true)),
  encodage: rarement(fc.constantFrom('utf16le' as const, 'latin1' as const)),
});

/** Bien des fichiers pour une source : DuckDB les lit d'un bloc, et le test en essaie bien plus. */
const source = fc.record({
  table: fc.constantFrom(...(Object.keys(TABLES) as (keyof typeof TABLES)[])),
  fichiers: fc.array(fichier, { minLength: 1, maxLength: 60, size: 'max' }),
  options: rarement(
    fc.record(
      {
        guillemets: fc.constantFrom('oui', 'non'),
        lignes_ignorees: fc.record({ debut: fc.nat(2), fin: fc.nat(2) }),
        encodage: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'utf-16be'),
        separateur: fc.constantFrom(';', ',', '|'),
      },
      { requiredKeys: [] },
    ),
    2,
  ),
});
type Genere<A> = A extends fc.Arbitrary<infer T> ? T : never;

function octetsDe(un: Genere<typeof fichier>, colonne: string): Buffer {
  const entete = ['finess_et', 'id_dossier', colonne].join(un.separateur);
  const brut = Buffer.concat([
    Buffer.from((un.marque ?? '') + entete + un.finEntete),
    un.rempli ?? Buffer.alloc(0),
    ...un.fragments,
  ]);
  const encode = un.encodage ? Buffer.from(brut.toString('utf8'), un.encodage) : brut;
  return un.gzip ? gzipSync(encode, { level: 1 }) : encode;
}

function ecrire(dossier: string, { table, fichiers, options }: Genere<typeof source>): void {
  for (const [rang, un] of fichiers.entries()) {
    writeFileSync(join(dossier, `export-${rang}.csv`), octetsDe(un, TABLES[table]));
  }
  const tables = { [table]: { fichiers: 'export-*.csv', ...options } };
  writeFileSync(join(dossier, 'essms.csv'), ESSMS);
  writeFileSync(join(dossier, 'depot.yaml'), stringify({ version: '1', tables }));
}

it('E1 quels que soient les octets, le balayage et DuckDB comptent les mêmes lignes, ou le fichier est refusé', async () => {
  await fc.assert(
    fc.asyncProperty(source, async (tiree) => {
      const dossier = mkdtempSync(join(tmpdir(), 'hasard-'));
      try {
        ecrire(dossier, tiree);
        const { rapport } = await verifierDepot({
          depot: dossier,
          dateReference: '2026-01-01' as DateCivile,
          maxAnomalies: 20,
        });
        for (const { lignes, retenues, rejetees, ecartees } of rapport.sources) {
          expect(retenues + rejetees + ecartees).toBe(lignes);
        }
      } finally {
        rmSync(dossier, { recursive: true, force: true });
      }
    }),
    { seed: 20_250_930, numRuns: 1000, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false },
  );
});
