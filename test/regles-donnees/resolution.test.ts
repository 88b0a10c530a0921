import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../src/domaine/date-civile.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { resoudre } from '../../src/regles/resolution.ts';
import { date, jeu, valeur } from './outil.ts';

const DEUX = jeu(
  valeur('2022-01-01', '2022-12-31', { valeur: 700_000 }),
  valeur('2023-01-01', '2023-12-31', {
    valeur: undefined,
    lecture: 'inconnue',
    raison: 'forfait 2023 non lu',
  }),
  valeur('2024-01-01', null, { valeur: 800_000, reserve: 'abîmé', fournie: true }),
);

describe('résoudre une règle à une date', () => {
  it.each([
    ['2022-01-01', 700_000],
    ['2022-12-31', 700_000],
    ['2024-01-01', 800_000],
    ['2199-12-31', 800_000],
  ])('le %s, bornes comprises', (jour, attendu) => {
    expect(resoudre(DEUX, 'essai.un', date(jour))).toMatchObject({ connue: true, valeur: attendu });
  });

  it('la citation porte la source, la lecture, la réserve et la période', () => {
    const resolution = resoudre(DEUX, 'essai.un', date('2024-06-01'));
    expect(resolution.citation).toEqual({
      regle: 'essai.un',
      titre: 'Essai',
      source: 'un texte, avril 2022, page 1',
      lecture: 'lue',
      reserve: 'abîmé',
      debut: '2024-01-01',
      fin: null,
      verifieLe: '2026-01-01',
      fournie: true,
    });
  });

  it('une période inconnue reste inconnue, avec sa raison et sa citation : jamais l’année d’à côté', () => {
    for (const jour of ['2023-01-01', '2023-12-31']) {
      const resolution = resoudre(DEUX, 'essai.un', date(jour));
      expect(resolution).toMatchObject({ connue: false, raison: 'forfait 2023 non lu' });
      expect(resolution.citation?.lecture).toBe('inconnue');
    }
  });

  it('avant la première et après la dernière valeur : inconnue, et il est dit depuis quand', () => {
    expect(resoudre(DEUX, 'essai.un', date('2021-12-31'))).toEqual({
      connue: false,
      raison: 'Essai : rien avant le 01/01/2022, et 31/12/2021 est demandé',
      citation: null,
    });
    const finie = jeu(valeur('2022-01-01', '2022-12-31'));
    expect(resoudre(finie, 'essai.un', date('2023-01-01'))).toMatchObject({
      connue: false,
      raison: 'Essai : rien après le 31/12/2022, et 01/01/2023 est demandé',
    });
  });

  it('une règle qui n’existe pas est inconnue, même si son nom est celui d’une propriété d’objet', () => {
    for (const id of ['essai.autre', 'constructor', '__proto__']) {
      expect(resoudre(DEUX, id, date('2022-06-01'))).toMatchObject({ connue: false, citation: null });
    }
  });
});

describe('les règles livrées', () => {
  const livrees = chargerReglesLivrees();
  const jours = fc.integer({ min: 0, max: 3650 }).map((n) => ajouterJours(date('2020-01-01'), n));

  it('à toute date, une valeur rendue est celle de la période qui contient la date', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(livrees)), jours, (regle, jour) => {
        const resolution = resoudre(livrees, regle.id, jour);
        const contenant = regle.valeurs.filter(
          ({ debut, fin }) => debut <= jour && (fin === null || jour <= fin),
        );
        expect(contenant.length).toBeLessThanOrEqual(1);
        expect(resolution.connue).toBe(contenant[0]?.valeur !== undefined);
        if (resolution.connue) expect(resolution.valeur).toBe(contenant[0]?.valeur);
        else expect(resolution.raison).toMatch(/\S{3,}/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['2023-06-30', '2024-06-30', '2025-06-30'])(
    'aucun forfait ESMS Numérique n’est connu au %s, hors le plafond d’équipement de 2024',
    (jour) => {
      const connus = Object.keys(livrees).filter((id) => {
        const type = livrees[id]?.type;
        const montant = type === 'forfait' || type === 'montant';
        return montant && resoudre(livrees, id, date(jour)).connue;
      });
      expect(connus).toEqual(jour.startsWith('2024') ? ['complements.equipement'] : []);
    },
  );

  it('la vague 2 du SONS est inconnue, et la vague 1 ne déborde pas de ses dates', () => {
    expect(resoudre(livrees, 'sons.vague_2.bareme', date('2026-11-22'))).toMatchObject({
      connue: false,
      raison: 'barème de la vague 2 (2025) non lu',
    });
    const connue = (jour: string) => resoudre(livrees, 'sons.vague_1.bareme', date(jour)).connue;
    expect(['2022-02-11', '2022-02-12', '2024-12-19', '2024-12-20'].map(connue)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('PDS, PDE, AHI, PJM non référencé : « non prévu par la source »', () => {
    const id = 'esms_numerique.acquisition.logiciel.non_reference_social';
    expect(resoudre(livrees, id, date('2022-06-01'))).toMatchObject({
      connue: false,
      raison: 'non prévu par la source',
    });
  });

  it('ce qui est lu ou reconstruit dit ses mots ; ce qui est reconstruit dit comment', () => {
    for (const { id, valeurs } of Object.values(livrees)) {
      for (const { lecture, citation, reserve, verifieLe } of valeurs) {
        if (lecture === 'lue' || lecture === 'reconstruite') {
          expect(citation, id).toBeDefined();
          expect(verifieLe, id).toBe('2026-11-22');
        }
        if (lecture === 'reconstruite') expect(reserve, id).toBeDefined();
      }
    }
  });

  it('chaque règle a des exemples, ou est une date, une liste, un seuil, un délai, une condition ou une inconnue', () => {
    for (const regle of Object.values(livrees)) {
      if (!('aucun' in regle.exemples)) continue;
      const inconnue = regle.valeurs.every(({ lecture }) => lecture === 'inconnue');
      const simple = ['date', 'liste', 'seuil', 'duree', 'condition'].includes(regle.type);
      expect(inconnue || simple, regle.id).toBe(true);
    }
  });
});
