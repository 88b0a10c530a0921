import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  joursEntre,
  type Mois,
} from '../../../src/domaine/date-civile.ts';
import { type Fenetre, fenetreDe } from '../../../src/domaine/fenetre.ts';
import { colonnesGardees, type Garde, garderJours, voirFenetre } from '../../../src/lecture/sql/garde.ts';
import { ouvrirSession, type Session } from '../../../src/moteur/session.ts';
import { date } from '../../../src/moteur/sql.ts';

let temporaire: string;
let session: Session;
beforeAll(async () => {
  temporaire = mkdtempSync(join(tmpdir(), 'esms-garde-'));
  session = await ouvrirSession({ fichiersPermis: [], dossierTemporaire: temporaire });
});
afterAll(() => {
  session.fermer();
  rmSync(temporaire, { recursive: true, force: true });
});

interface Evenement {
  readonly retenu: boolean;
  readonly jour: DateCivile;
  readonly saisie: DateCivile | null;
}

/** Un groupe de lignes, vu d'une fenêtre, comme la lecture le garde. */
async function voir(evenements: readonly Evenement[], garde: Garde, fenetre: Fenetre) {
  const lignes = evenements.map(
    ({ retenu, jour, saisie }) =>
      `(${retenu}, ${date(jour)}, ${saisie === null ? 'NULL::DATE' : date(saisie)})`,
  );
  const [ligne] = await session.lignes(
    `SELECT * REPLACE (jours::VARCHAR AS jours) FROM (SELECT ${voirFenetre(garde, fenetre)} FROM (
       SELECT ${garderJours(garde, 'jour', 'saisie').join(', ')}
       FROM (VALUES ${lignes.join(', ')}) t(retenu, jour, saisie)))`,
  );
  return ligne;
}

/** La même chose, jour par jour. */
function attendre(evenements: readonly Evenement[], { saisies }: Garde, { debut, fin }: Fenetre) {
  const retenus = evenements.filter(({ retenu }) => retenu);
  const dedans = retenus.filter(({ jour }) => debut <= jour && jour <= fin);
  const jours = new Set(dedans.map(({ jour }) => joursEntre(debut, jour)));
  const datees = dedans.filter(({ saisie }) => saisie !== null);
  return {
    jours: String([...jours].reduce((total, rang) => total + 2n ** BigInt(rang), 0n)),
    existe: retenus.length > 0,
    ...(saisies && {
      evenements_periode: dedans.length,
      saisies_datees: datees.length,
      saisies_tardives: datees.filter(({ saisie }) => saisie !== null && saisie > ajouterJours(fin, 5))
        .length,
    }),
  };
}

const ORIGINE = '2025-01-01' as DateCivile;
const jour = fc.integer({ min: -40, max: 420 }).map((rang) => ajouterJours(ORIGINE, rang));
const evenements = fc.array(fc.record({ retenu: fc.boolean(), jour, saisie: fc.option(jour) }), {
  minLength: 1,
  maxLength: 30,
  size: 'medium',
});
const fenetre = fc
  .record({ ecart: fc.integer({ min: 0, max: 12 }), premiereMesure: fc.boolean() })
  .map(({ ecart, premiereMesure }) => fenetreDe(ajouterMois('2025-01' as Mois, ecart), premiereMesure));

describe('D1, D2 : les jours retenus d’un groupe de lignes', () => {
  it('se voient de chaque fenêtre lue, mois éloignés et fenêtres qui se recouvrent compris', () =>
    fc.assert(
      fc.asyncProperty(
        evenements,
        fc.array(fenetre, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (tires, [premiere, ...autres], saisies) => {
          if (premiere === undefined) return;
          const garde: Garde = { fenetres: [premiere, ...autres], saisies };
          for (const une of garde.fenetres)
            expect(await voir(tires, garde, une)).toEqual(attendre(tires, garde, une));
        },
      ),
      { numRuns: 60 },
    ));

  it('un jour de plus ou de moins n’est pas de la fenêtre ; l’événement existe quand même', async () => {
    const septembre = fenetreDe('2025-09' as Mois);
    const garde: Garde = { fenetres: [septembre], saisies: false };
    const vus = (le: string) =>
      voir([{ retenu: true, jour: le as DateCivile, saisie: null }], garde, septembre);
    expect(await vus('2025-08-31')).toEqual({ jours: '0', existe: true });
    expect(await vus('2025-09-01')).toEqual({ jours: '1', existe: true });
    expect(await vus('2025-09-30')).toEqual({ jours: String(2 ** 29), existe: true });
    expect(await vus('2025-10-01')).toEqual({ jours: '0', existe: true });
  });

  it('un mois tient dans une colonne, trois mois dans deux ; les comptes ne se gardent que demandés', () => {
    const [juillet, septembre] = [fenetreDe('2025-07' as Mois), fenetreDe('2025-09' as Mois)];
    expect(colonnesGardees({ fenetres: [septembre], saisies: false })).toEqual(['jours_0 BIGINT']);
    expect(colonnesGardees({ fenetres: [septembre, juillet], saisies: true })).toEqual([
      'jours_0 BIGINT',
      'jours_1 BIGINT',
      'evenements_periode INTEGER[]',
      'saisies_datees INTEGER[]',
      'saisies_tardives INTEGER[]',
    ]);
  });

  it('une fenêtre qui n’a pas été lue ne se devine pas', () => {
    const garde: Garde = { fenetres: [fenetreDe('2025-09' as Mois)], saisies: false };
    expect(() => voirFenetre(garde, fenetreDe('2025-08' as Mois))).toThrow(/non lue/);
  });
});
