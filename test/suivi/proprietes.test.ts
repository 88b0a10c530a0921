import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Recueil } from '../../src/domaine/anomalie.ts';
import { ETATS, type Etat } from '../../src/domaine/resultat.ts';
import { LECTURES_PREUVE, type ReglagesPreuve, type ReleveRecu } from '../../src/domaine/suivi.ts';
import { suivre } from '../../src/suivi/suivre.ts';
import { fabriquer, prouver, recevoir, serieDmp, suite } from './fabrique.ts';

const etat = fc.constantFrom<Etat>(...ETATS);
/** Un mois donné, ou sans relevé. */
const histoire = fc.array(fc.option(etat, { freq: 5 }), { minLength: 1, maxLength: 8 });
const reglages: fc.Arbitrary<ReglagesPreuve> = fc.record({
  lecture: fc.constantFrom(...LECTURES_PREUVE),
  premiereMesureCompte: fc.boolean(),
});
const BONS: readonly (Etat | null)[] = ['atteint', 'dispense'];

/** Le DMP de la grappe, mois par mois. */
const dmp = (etats: readonly (Etat | null)[]) =>
  suite(...etats.map((un) => (un === null ? null : { dmp: un })));

describe('S2 lois de la série', () => {
  test('S2 un dernier mois qui n’est ni atteint, ni dispensé, ni hors période la met à zéro', () => {
    const rompt = fc.constantFrom<Etat>('non_atteint', 'incertain', 'non_evaluable');
    fc.assert(
      fc.property(histoire, rompt, (avant, dernier) => {
        expect(serieDmp(dmp([...avant, dernier])).serie).toBe(0);
      }),
    );
  });

  test('S2 un dernier mois atteint ou dispensé l’allonge de un', () => {
    fc.assert(
      fc.property(histoire, fc.constantFrom<Etat>('atteint', 'dispense'), (avant, dernier) => {
        const base = [...avant, 'non_atteint' as const, 'atteint' as const];
        expect(serieDmp(dmp([...base, dernier])).serie).toBe(serieDmp(dmp(base)).serie + 1);
      }),
    );
  });

  test('S2 hors période est neutre, où qu’il soit', () => {
    fc.assert(
      fc.property(histoire, fc.nat(8), (avant, rang) => {
        const etats = ['atteint' as const, ...avant, 'atteint' as const];
        const place = Math.min(rang, etats.length);
        const avec = [...etats.slice(0, place), 'hors_periode' as const, ...etats.slice(place)];
        expect(serieDmp(dmp(avec)).serie).toBe(serieDmp(dmp(etats)).serie);
      }),
    );
  });

  test('S2 elle est le nombre de mois bons qui finissent l’histoire, hors période ôtés', () => {
    fc.assert(
      fc.property(histoire, etat, (avant, dernier) => {
        const etats = [...avant, dernier];
        const lus = etats.filter((un) => un !== 'hors_periode').reverse();
        const rupture = lus.findIndex((un) => !BONS.includes(un));
        const attendue = rupture < 0 ? lus.length : rupture;
        expect(serieDmp(dmp(etats)).serie).toBe(attendue);
      }),
    );
  });

  test('une preuve faite le reste si le mois suivant est atteint', () => {
    fc.assert(
      fc.property(histoire, reglages, (avant, choix) => {
        const etats = [...avant, 'atteint' as const, 'atteint' as const, 'atteint' as const];
        expect(prouver(dmp(etats), choix).statut).toBe('faite');
        expect(prouver(dmp([...etats, 'atteint']), choix).statut).toBe('faite');
      }),
    );
  });

  test('la date au plus tôt tient sa promesse : tenir les mois qui restent fait la preuve, et pas un de moins', () => {
    fc.assert(
      fc.property(histoire, etat, reglages, (avant, dernier, choix) => {
        fc.pre(dernier !== 'hors_periode');
        const etats = [...avant, dernier];
        const { restants } = serieDmp(dmp(etats), choix);
        const tenir = (nombre: number) =>
          serieDmp(dmp([...etats, ...Array<Etat>(nombre).fill('atteint')]), choix).restants;
        expect(tenir(restants)).toBe(0);
        if (restants > 0) expect(tenir(restants - 1)).toBe(1);
      }),
    );
  });

  test('corriger ne retarde jamais ; la lecture du dernier mois n’est jamais plus longue', () => {
    fc.assert(
      fc.property(histoire, etat, reglages, (avant, dernier, choix) => {
        const recus = dmp([...avant, dernier]);
        const serie = serieDmp(recus, choix);
        expect(serie.restantsCorriges).toBeLessThanOrEqual(serie.restants);
        expect(serieDmp(recus, { ...choix, lecture: 'dernier_atteint' }).restants).toBeLessThanOrEqual(
          serieDmp(recus, { ...choix, lecture: 'trois_atteints' }).restants,
        );
      }),
    );
  });
});

describe('S3 l’ordre des fichiers', () => {
  const releve = fc.record({
    mois: fc.constantFrom('2025-06', '2025-07', '2025-08', '2025-09'),
    etat,
    intact: fc.boolean(),
    premiereMesure: fc.boolean(),
    dateReference: fc.constantFrom('2025-10-01', '2025-10-02'),
    version: fc.constantFrom('0.1.0', '0.10.0', '0.9.0'),
  });
  const recus = fc
    .array(releve, { minLength: 1, maxLength: 6 })
    .map((tous) =>
      tous.map(({ mois, etat: un, intact, ...demande }, rang) =>
        recevoir(fabriquer(mois, { grappe: { dmp: un }, ...demande }), { fichier: `r${rang}.json`, intact }),
      ),
    );

  test('S3 l’ordre des fichiers ne change ni la preuve, ni les constats', () => {
    fc.assert(
      fc.property(
        recus.chain((tous) =>
          fc.tuple(fc.constant(tous), fc.shuffledSubarray(tous, { minLength: tous.length })),
        ),
        reglages,
        ([ordre, melange], choix) => {
          const rendre = (liste: readonly ReleveRecu[]) => {
            const recueil = new Recueil(1000);
            return { suivi: suivre(liste, choix, recueil), constats: recueil.details };
          };
          expect(rendre(melange)).toEqual(rendre(ordre));
        },
      ),
    );
  });
});
