import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Recueil } from '../../src/domaine/anomalie.ts';
import type { Mois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';
import { avecDepot } from '../../src/lecture/charger.ts';
import { TAILLE_TETE } from '../../src/lecture/tete.ts';
import { ET } from '../outils/depot.ts';

const paris: boolean[] = [];
let commencer: () => void;
let commence: Promise<void>;
beforeEach(() => {
  paris.length = 0;
  commence = new Promise((resoudre) => {
    commencer = resoudre;
  });
});

// Le balayage du second agenda ne s'achève pas avant que la table ne se lise, comme celui d'un export de plusieurs Go.
vi.mock('../../src/lecture/passes.ts', async (lire) => {
  const passes = await lire<typeof import('../../src/lecture/passes.ts')>();
  const relever: typeof passes.relever = async (chemin, ...reste) => {
    const releve = await passes.relever(chemin, ...reste);
    if (chemin.includes('agenda_2')) await commence;
    return releve;
  };
  return { ...passes, relever };
});
vi.mock('../../src/lecture/pari.ts', async (lire) => {
  const { parier } = await lire<typeof import('../../src/lecture/pari.ts')>();
  const temoin: typeof parier = async (mise) => {
    commencer();
    const issue = await parier(mise);
    paris.push(issue.gagne);
    return issue;
  };
  return { parier: temoin };
});

const ENTETE = 'finess_et;id_dossier;date_debut;type\n';
const LIGNE = `${ET};A;2025-09-01;soin\n`;
const LIGNES = Math.ceil(TAILLE_TETE / LIGNE.length) + 10;
const TETE = ENTETE + LIGNE.repeat(LIGNES);
const SEPTEMBRE = fenetreDe('2025-09' as Mois);

/** Des agendas dont la tête est sans reproche ; ce que la lecture en dit, hors de leur tête. */
async function lire(...fins: (string | Buffer)[]) {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-pari-'));
  const noms = fins.map((_, rang) => `agenda_${rang + 1}.csv`);
  const depot = `version: 1\ntables:\n  agenda:\n    - fichiers: [${noms.join(', ')}]\n`;
  try {
    writeFileSync(join(dossier, 'depot.yaml'), depot);
    writeFileSync(join(dossier, 'essms.csv'), `finess_et;finess_ej;secteur\n${ET};630000529;PA\n`);
    writeFileSync(join(dossier, 'dossiers.csv'), `finess_et;id_dossier;date_entree\n${ET};A;2020-01-01\n`);
    for (const [rang, nom] of noms.entries())
      writeFileSync(join(dossier, nom), Buffer.concat([Buffer.from(TETE), Buffer.from(fins[rang] ?? '')]));
    const recueil = new Recueil(10);
    const lus = await avecDepot(
      { dossier, fenetres: [SEPTEMBRE] },
      recueil,
      async ({ session, sources, placer }) => {
        await placer(SEPTEMBRE);
        const [jours] = await session.lignes('SELECT bit_or(jours)::VARCHAR AS jours FROM agenda');
        return { jours: jours?.jours, sources };
      },
    );
    const fichiers = lus?.sources.filter(({ table }) => table === 'agenda') ?? [];
    return {
      paris: [...paris],
      fichiers: fichiers.map(({ fichier, lignes, retenues, rejetees }) =>
        [fichier, lignes - LIGNES, retenues - LIGNES, rejetees].join(' '),
      ),
      jours: lus?.jours,
      details: recueil.details.map(({ code, fichier, ligne }) =>
        [code, fichier, ligne === null ? '' : ligne - LIGNES].join(' ').trim(),
      ),
    };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

describe('E1, E4 : un agenda lu pendant que son balayage s’achève', () => {
  it('gagné : chaque ligne compte une fois, de chaque fichier', async () => {
    expect(await lire(LIGNE, `${ET};A;2025-09-03;soin\n`)).toEqual({
      paris: [true],
      fichiers: ['agenda_1.csv 1 1 0', 'agenda_2.csv 1 1 0'],
      jours: '5',
      details: [],
    });
  });

  it.each([
    ['un octet de windows-1252', Buffer.from(`${ET};A;2025-09-02;r\xe9union\n`, 'latin1'), 1],
    ['une ligne blanche', `\n${ET};A;2025-09-02;soin\n`, 1],
    ['un CR seul', `${LIGNE.trim()}\r${ET};A;2025-09-02;soin\n`, 2],
  ])(
    'perdu, %s à la fin du second : il se lit par une copie, le premier tel quel',
    async (_, fin, lignes) => {
      expect(await lire(LIGNE, fin)).toEqual({
        paris: [false],
        fichiers: ['agenda_1.csv 1 1 0', `agenda_2.csv ${lignes} ${lignes} 0`],
        jours: '3',
        details: [],
      });
    },
  );

  it('gagné, mais DuckDB a sauté une ligne à deux colonnes de trop : elle est rejetée à sa place', async () => {
    expect(await lire(LIGNE, `${LIGNE.trim()};x;y\n${ET};A;2025-09-02;soin\n`)).toEqual({
      paris: [true],
      fichiers: ['agenda_1.csv 1 1 0', 'agenda_2.csv 2 1 1'],
      jours: '3',
      details: ['ligne.colonnes_en_trop agenda_2.csv 2'],
    });
  });

  it('perdu, un guillemet jamais refermé : ce fichier est refusé, l’autre se relit seul', async () => {
    expect(await lire(`${ET};A;2025-09-02;"ouvert\n`, `${ET};A;2025-09-03;soin\n`)).toEqual({
      paris: [false],
      fichiers: ['agenda_2.csv 1 1 0'],
      jours: '5',
      details: ['fichier.guillemet_non_referme agenda_1.csv 2'],
    });
  });
});
