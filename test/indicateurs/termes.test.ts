import { describe, expect, it } from 'vitest';
import { decompte, mesurer, SANS_DOSSIERS, SANS_EFFECTIFS } from './situations.ts';

describe('section 6 : les formules', () => {
  it('dossiers_actifs : A / D, de A / (D + R*) à (A + I + R) / (D + R*)', () => {
    const r = mesurer('dossiers_actifs', {
      ...SANS_EFFECTIFS,
      population: 100,
      actifs: 80,
      indetermines: 10,
      rejetes: 10,
    });
    expect(r).toMatchObject({ numerateur: 80, denominateur: 100, taux: 80 });
    expect(r).toMatchObject({ borneBasse: 72.72, borneHaute: 90.9 }); // 80/110, 100/110
  });

  it('dossiers_actifs : effectifs donnés, R* = 0 mais R relève la borne haute', () => {
    const r = mesurer('dossiers_actifs', { effectifPersonnes: 100, actifs: 80, rejetes: 10 });
    expect(r).toMatchObject({ taux: 80, borneBasse: 80, borneHaute: 90 });
  });

  it('projets : P / A, de P / (A + I₀ + R) à (P + I₁ + R) / (A + I₁ + R)', () => {
    const r = mesurer('projets', {
      actifs: 80,
      actifsAvecProjet: 72,
      indetermines: 12,
      indeterminesAvecProjet: 5,
      rejetes: 3,
    });
    expect(r).toMatchObject({ numerateur: 72, denominateur: 80, taux: 90 });
    expect(r).toMatchObject({ borneBasse: 80, borneHaute: 90.9 }); // 72/90, 80/88
  });

  it('agenda : G / A, de G / (A + J₀ + R) à (G + J₁ + R) / (A + J₁ + R)', () => {
    const existence = { definitions: { evenement_agenda: 'existence' } } as const;
    const r = mesurer(
      'agenda',
      {
        actifs: 80,
        actifsAvecEvenement: { periode: 60, existence: 72 },
        indetermines: 12,
        indeterminesAvecEvenement: { periode: 0, existence: 5 },
        rejetes: 3,
      },
      existence,
    );
    expect(r).toMatchObject({ numerateur: 72, denominateur: 80, taux: 90 });
    expect(r).toMatchObject({ borneBasse: 80, borneHaute: 90.9 });
  });

  it('agenda : en lecture « periode », un indéterminé est sans événement (J₁ = 0)', () => {
    const r = mesurer('agenda', { actifs: 80, evenements: 72, indetermines: 20 });
    expect(r).toMatchObject({ taux: 90, borneBasse: 72, borneHaute: 90 }); // 72/100, 72/80
  });

  it('mssante : M / E, de M / (E + R*) à M / E', () => {
    const r = mesurer('mssante', { ...SANS_EFFECTIFS, populationEligible: 90, messages: 70, rejetes: 10 });
    expect(r).toMatchObject({ numerateur: 70, denominateur: 90, borneBasse: 70, borneHaute: 77.77 });
  });

  it('dmp : B / E, de B / (E + R*) à (B + R*) / (E + R*)', () => {
    const r = mesurer('dmp', { ...SANS_EFFECTIFS, populationEligible: 90, dmp: 70, rejetes: 10 });
    expect(r).toMatchObject({ numerateur: 70, denominateur: 90, borneBasse: 70, borneHaute: 80 });
  });

  it('mssante et dmp : E des effectifs, R* = 0', () => {
    const ecarts = { effectifEligibles: 90, messages: 63, dmp: 63, rejetes: 10 };
    expect(mesurer('mssante', ecarts)).toMatchObject({ taux: 70, borneBasse: 70, borneHaute: 70 });
    expect(mesurer('dmp', ecarts)).toMatchObject({ taux: 70, borneBasse: 70, borneHaute: 70 });
  });

  it("l'exemple de la conception : A = 270, D = 300, I = 8", () => {
    const r = mesurer('dossiers_actifs', { effectifPersonnes: 300, actifs: 270, indetermines: 8 });
    expect(r).toMatchObject({ numerateur: 270, denominateur: 300, taux: 90 });
    expect(r).toMatchObject({ borneBasse: 90, borneHaute: 92.66, etat: 'atteint', resteAFaire: 0 });
  });
});

describe('section 3 : dénominateurs', () => {
  it('P4 la ligne des effectifs prime sur la population', () => {
    const ecarts = { effectifPersonnes: 120, population: 100, actifs: 90 };
    expect(mesurer('dossiers_actifs', ecarts)).toMatchObject({ denominateur: 120 });
  });

  it('P4 sans effectifs, D est la taille de la population', () => {
    const ecarts = { ...SANS_EFFECTIFS, population: 95, actifs: 90 };
    expect(mesurer('dossiers_actifs', ecarts)).toMatchObject({ denominateur: 95 });
  });

  it('P5 E vient des effectifs, sinon de la population éligible, jamais de D', () => {
    const ecarts = { effectifPersonnes: 120, populationEligible: 80 };
    for (const code of ['mssante', 'dmp'] as const) {
      expect(mesurer(code, { ...ecarts, effectifEligibles: 110 })).toMatchObject({ denominateur: 110 });
      expect(mesurer(code, { ...ecarts, effectifEligibles: null })).toMatchObject({ denominateur: 80 });
    }
  });
});

describe('N8 : décomptes', () => {
  const mss = { couvert: { mss: false } };
  const dmp = { couvert: { dmp: false } };
  const trimestre = { premiereMesure: true };

  it("N8 les messages des mois s'additionnent", () => {
    const r = mesurer('mssante', { ...mss, messagesDecompte: decompte(30, 0, 45) }, trimestre);
    expect(r).toMatchObject({ numerateur: 75, taux: 75, borneBasse: 75, borneHaute: 75 });
  });

  it('N8 DMP sur trois mois : B est le plus grand des mois, la somme borne en haut', () => {
    const r = mesurer('dmp', { ...dmp, dmpDecompte: decompte(20, 40, 15) }, trimestre);
    expect(r).toMatchObject({ numerateur: 40, taux: 40, borneBasse: 40, borneHaute: 75 });
  });

  it('N8 la borne haute ne dépasse pas E, ni ne descend sous B', () => {
    const somme = mesurer('dmp', { ...dmp, dmpDecompte: decompte(60, 70, 50) }, trimestre);
    expect(somme).toMatchObject({ taux: 70, borneHaute: 100, etat: 'atteint' });
    const auDela = mesurer('dmp', { ...dmp, dmpDecompte: decompte(10, 120, 0) }, trimestre);
    expect(auDela).toMatchObject({ taux: 120, borneBasse: 120, borneHaute: 120 });
  });

  it('N8 sur un mois, B est le décompte du mois', () => {
    const r = mesurer('dmp', { ...dmp, dmpDecompte: decompte(60) });
    expect(r).toMatchObject({ taux: 60, borneBasse: 60, borneHaute: 60, etat: 'non_atteint' });
  });

  it('N8 un mois absent : non évaluable ; un zéro écrit : évalué', () => {
    const absent = { messagesDecompte: decompte(30, null, 45), dmpDecompte: decompte(30, null, 45) };
    expect(mesurer('mssante', { ...mss, ...absent }, trimestre)).toMatchObject({ etat: 'non_evaluable' });
    expect(mesurer('dmp', { ...dmp, ...absent }, trimestre)).toMatchObject({ etat: 'non_evaluable' });
    const zero = { couvert: { mss: false }, messagesDecompte: decompte(0) };
    expect(mesurer('mssante', zero)).toMatchObject({ numerateur: 0, etat: 'non_atteint' });
  });

  it('N8 le détail prime sur les décomptes, même incomplets', () => {
    const r = mesurer('mssante', { messages: 80, messagesDecompte: decompte(null) });
    expect(r).toMatchObject({ numerateur: 80, etat: 'atteint' });
    expect(mesurer('dmp', { dmp: 80, dmpDecompte: decompte(90) })).toMatchObject({ numerateur: 80 });
  });
});

describe('N9 : couverture', () => {
  const rien = { numerateur: null, denominateur: null, taux: null, resteAFaire: null, etat: 'non_evaluable' };

  it("N9 un ESSMS non couvert n'a pas zéro : non évaluable", () => {
    expect(mesurer('projets', { couvert: { projets: false } })).toMatchObject(rien);
    expect(mesurer('agenda', { couvert: { agenda: false } })).toMatchObject(rien);
    expect(mesurer('mssante', { couvert: { mss: false } })).toMatchObject(rien);
    expect(mesurer('dmp', { couvert: { dmp: false } })).toMatchObject(rien);
  });

  it('N9 sans `dossiers`, A, P, G et B détaillé sont inconnus, M / E des effectifs reste', () => {
    for (const code of ['dossiers_actifs', 'projets', 'agenda', 'dmp'] as const) {
      expect(mesurer(code, SANS_DOSSIERS)).toMatchObject(rien);
    }
    expect(mesurer('mssante', { ...SANS_DOSSIERS, messages: 80 })).toMatchObject({ taux: 80 });
  });

  it('N9 sans `dossiers`, les décomptes remplacent B détaillé', () => {
    const r = mesurer('dmp', { ...SANS_DOSSIERS, dmpDecompte: decompte(75) });
    expect(r).toMatchObject({ numerateur: 75, denominateur: 100, etat: 'atteint' });
  });

  it('N9 sans `dossiers` ni effectifs, mssante et dmp sont non évaluables aussi', () => {
    const ecarts = { ...SANS_DOSSIERS, ...SANS_EFFECTIFS, dmpDecompte: decompte(75) };
    expect(mesurer('mssante', ecarts)).toMatchObject(rien);
    expect(mesurer('dmp', ecarts)).toMatchObject(rien);
  });
});
