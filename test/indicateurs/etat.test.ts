import { describe, expect, it } from 'vitest';
import { avertissement, codes, date, mesurer, SANS_EFFECTIFS } from './situations.ts';

describe('T1 : état', () => {
  it('T1 atteint si la borne basse touche la cible', () => {
    expect(mesurer('dossiers_actifs', { actifs: 90 })).toMatchObject({ etat: 'atteint' });
  });

  it('T1 non atteint si la borne haute est sous la cible', () => {
    const r = mesurer('dossiers_actifs', { actifs: 80, indetermines: 9 });
    expect(r).toMatchObject({ borneHaute: 89, etat: 'non_atteint' });
  });

  it('T1 incertain si les bornes entourent la cible', () => {
    const r = mesurer('dossiers_actifs', { actifs: 80, indetermines: 10 });
    expect(r).toMatchObject({ borneBasse: 80, borneHaute: 90, etat: 'incertain' });
  });

  it('T1 comparaison exacte, jamais sur un taux tronqué ni arrondi', () => {
    const sous = mesurer('dossiers_actifs', { effectifPersonnes: 1_000_000, actifs: 899_999 });
    expect(sous).toMatchObject({ taux: 89.99, etat: 'non_atteint' });
    const tiers = mesurer(
      'dossiers_actifs',
      { effectifPersonnes: 3, actifs: 2 },
      { cibles: { dossiers_actifs: 66.67 } },
    );
    expect(tiers).toMatchObject({ taux: 66.66, etat: 'non_atteint' });
  });

  it('T1 une cible de convention à décimales se compare exactement', () => {
    const cible = { cibles: { dmp: 62.5 } };
    expect(mesurer('dmp', { effectifEligibles: 8, dmp: 5 }, cible)).toMatchObject({
      etat: 'atteint',
      cible: 62.5,
    });
    expect(mesurer('dmp', { effectifEligibles: 80, dmp: 49 }, cible)).toMatchObject({ etat: 'non_atteint' });
  });
});

describe('T2 : dénominateurs nuls et bornes', () => {
  it('T2 dénominateur nul : non évaluable, sans aucun chiffre', () => {
    const vide = { ...SANS_EFFECTIFS, population: 0, populationEligible: 0, actifs: 0, messages: 0, dmp: 0 };
    for (const code of ['dossiers_actifs', 'projets', 'agenda', 'mssante', 'dmp'] as const) {
      const r = mesurer(code, vide);
      expect(r).toMatchObject({ etat: 'non_evaluable', numerateur: null, denominateur: null });
      expect(r).toMatchObject({ taux: null, borneBasse: null, borneHaute: null, resteAFaire: null });
      expect(avertissement(r, 'denominateur.nul')).toMatchObject({ nombre: 1 });
    }
  });

  it('T2 dénominateur nul, même avec des indéterminés : non évaluable', () => {
    const r = mesurer('projets', { actifs: 0, indetermines: 10, indeterminesAvecProjet: 10 });
    expect(r).toMatchObject({ etat: 'non_evaluable', borneHaute: null });
  });

  it('T2 un taux supérieur à 100 % garde des bornes qui encadrent', () => {
    const ecarts = { ...SANS_EFFECTIFS, populationEligible: 10, dmp: 30, rejetes: 10 };
    const r = mesurer('dmp', ecarts); // 30/10, de 30/20 à 40/20
    expect(r).toMatchObject({ taux: 300, borneBasse: 150, borneHaute: 300 });
  });

  it('T2 les deux bornes sont tronquées comme le taux', () => {
    const r = mesurer('dossiers_actifs', { effectifPersonnes: 7, actifs: 5, indetermines: 1 });
    expect(r).toMatchObject({ taux: 71.42, borneBasse: 71.42, borneHaute: 85.71 });
  });
});

describe('T3, T4, T5', () => {
  it('T3 8 996 / 10 000 ne vaut pas 90 % : tronqué, non atteint', () => {
    const r = mesurer('dossiers_actifs', { effectifPersonnes: 10_000, actifs: 8_996 });
    expect(r).toMatchObject({ taux: 89.96, etat: 'non_atteint' });
    expect(mesurer('dossiers_actifs', { effectifPersonnes: 300_000, actifs: 269_999 })).toMatchObject({
      taux: 89.99,
    });
  });

  it('T4 le reste à faire se compte sur la valeur, arrondi au dossier supérieur', () => {
    const r = mesurer('dossiers_actifs', { effectifPersonnes: 301, actifs: 250, indetermines: 30 });
    expect(r).toMatchObject({ resteAFaire: 21, etat: 'incertain' }); // ⌈270,9⌉ − 250
    expect(mesurer('mssante', { messages: 250 })).toMatchObject({ resteAFaire: 0 });
  });

  it('T5 au-delà de 100 % : telle quelle, avec un avertissement', () => {
    const actifs = mesurer('dossiers_actifs', { effectifPersonnes: 80, actifs: 90 });
    expect(actifs).toMatchObject({ taux: 112.5, etat: 'atteint' });
    expect(avertissement(actifs, 'taux.superieur_a_100')).toMatchObject({ nombre: 10 });
    const dmp = mesurer('dmp', { effectifEligibles: 80, dmp: 81 });
    expect(avertissement(dmp, 'taux.superieur_a_100')).toMatchObject({ nombre: 1 });
  });

  it('T5 la MSSanté est un volume : pas d’avertissement ; 100 % non plus', () => {
    expect(codes(mesurer('mssante', { messages: 250 }))).toEqual([]);
    expect(codes(mesurer('dmp', { effectifEligibles: 80, dmp: 80 }))).toEqual([]);
  });
});

describe('T6 : dispense', () => {
  const ahi = { secteur: 'AHI', eligibleSons: false } as const;

  it('T6 AHI non éligible au SONS : mssante et dmp dispensés, pas les autres', () => {
    for (const code of ['mssante', 'dmp'] as const) {
      const r = mesurer(code, {}, {}, ahi);
      expect(r).toMatchObject({ etat: 'dispense', numerateur: null, taux: null, resteAFaire: null });
    }
    expect(mesurer('dossiers_actifs', {}, {}, ahi)).toMatchObject({ etat: 'atteint' });
  });

  it('T6 la dispense court du 2 septembre 2025', () => {
    expect(mesurer('dmp', {}, { mois: '2025-08' }, ahi)).toMatchObject({ etat: 'atteint' });
    expect(mesurer('dmp', {}, { mois: '2025-09' }, ahi)).toMatchObject({ etat: 'dispense' });
  });

  it('T6 ni un autre secteur, ni un AHI éligible ne sont dispensés', () => {
    expect(mesurer('dmp', {}, {}, { secteur: 'PH', eligibleSons: false })).toMatchObject({ etat: 'atteint' });
    expect(mesurer('dmp', {}, {}, { ...ahi, eligibleSons: true })).toMatchObject({ etat: 'atteint' });
  });

  it('T6 AHI sans eligible_sons : pas de dispense, à vérifier', () => {
    const r = mesurer('mssante', { messages: 10 }, {}, { ...ahi, eligibleSons: null });
    expect(r).toMatchObject({ etat: 'non_atteint' });
    expect(avertissement(r, 'dispense.a_verifier')).toMatchObject({ nombre: 1 });
    expect(codes(mesurer('projets', {}, {}, { ...ahi, eligibleSons: null }))).toEqual([]);
    expect(codes(mesurer('dmp', {}, { mois: '2025-08' }, { ...ahi, eligibleSons: null }))).toEqual([]);
  });
});

describe('P6 : hors période', () => {
  it('P6 ouvert après la fin ou fermé avant le début : hors période', () => {
    const ouvert = { dateOuverture: date('2025-10-01') };
    const ferme = { dateFermeture: date('2025-08-31') };
    for (const code of ['dossiers_actifs', 'projets', 'agenda', 'mssante', 'dmp'] as const) {
      expect(mesurer(code, {}, {}, ouvert)).toMatchObject({ etat: 'hors_periode', numerateur: null });
      expect(mesurer(code, {}, {}, ferme)).toMatchObject({ etat: 'hors_periode', avertissements: [] });
    }
  });

  it('P6 un seul jour dans la période suffit', () => {
    expect(mesurer('projets', {}, {}, { dateOuverture: date('2025-09-30') })).toMatchObject({
      etat: 'atteint',
    });
    expect(mesurer('projets', {}, {}, { dateFermeture: date('2025-09-01') })).toMatchObject({
      etat: 'atteint',
    });
    const trimestre = { premiereMesure: true };
    expect(mesurer('projets', {}, trimestre, { dateFermeture: date('2025-07-01') })).toMatchObject({
      etat: 'atteint',
    });
  });

  it('P6 hors période prime sur la dispense (T6)', () => {
    const portrait = { secteur: 'AHI', eligibleSons: false, dateFermeture: date('2025-08-31') } as const;
    expect(mesurer('dmp', {}, {}, portrait)).toMatchObject({ etat: 'hors_periode' });
  });
});

describe('D4', () => {
  it('D4 le résultat est provisoire quand ses comptes le sont', () => {
    expect(mesurer('dmp', { provisoire: true })).toMatchObject({ provisoire: true, etat: 'atteint' });
    expect(mesurer('dmp')).toMatchObject({ provisoire: false });
  });
});
