import { describe, expect, it } from 'vitest';
import { CODES_INDICATEURS } from '../../src/domaine/resultat.ts';
import { dresserBilan } from '../../src/indicateurs/bilan.ts';
import { conclureBilan } from '../../src/indicateurs/evaluer.ts';
import { agreger, evaluerPerimetre } from '../../src/indicateurs/perimetre.ts';
import {
  avertissement,
  codes,
  contexte,
  date,
  decompte,
  grappe,
  ligne,
  SANS_DOSSIERS,
  SANS_EFFECTIFS,
} from './situations.ts';

const [UN, DEUX, TROIS] = ['630000001', '630000002', '630000003'] as const;
const SANS_MSS = { couvert: { mss: false } };
const SANS_PROJETS = { couvert: { projets: false } };
const RIEN = { numerateur: null, denominateur: null, taux: null, borneBasse: null, borneHaute: null };

describe('A1 : niveaux et sommes', () => {
  it('A1 des sommes, jamais une moyenne de taux', () => {
    const r = grappe('dossiers_actifs', [
      ligne(UN, { effectifPersonnes: 10, actifs: 10 }),
      ligne(DEUX, { effectifPersonnes: 90, actifs: 78, indetermines: 4 }),
    ]);
    expect(r).toMatchObject({ numerateur: 88, denominateur: 100, taux: 88, resteAFaire: 2 });
    expect(r).toMatchObject({ borneBasse: 88, borneHaute: 92, etat: 'incertain' });
  });

  it('A1 ordre : niveau, identifiant, indicateur ; un OG par finess_ej', () => {
    const resultats = evaluerPerimetre(
      [
        ligne(TROIS, {}, { finessEj: '630000529' }),
        ligne(UN, {}, { finessEj: '750000001' }),
        ligne(DEUX, {}, { finessEj: '630000529' }),
      ],
      contexte(),
      { nomGrappe: 'Grappe Limagne' },
    );
    expect(
      resultats.filter((_, rang) => rang % 5 === 0).map((r) => `${r.niveau} ${r.identifiant} ${r.libelle}`),
    ).toEqual([
      `essms ${UN} EHPAD MON REPOS`,
      `essms ${DEUX} EHPAD MON REPOS`,
      `essms ${TROIS} EHPAD MON REPOS`,
      'og 630000529 OG 630000529',
      'og 750000001 OG 750000001',
      'grappe grappe Grappe Limagne',
    ]);
    resultats.forEach((r, rang) => {
      expect(r.indicateur).toBe(CODES_INDICATEURS[rang % 5]);
    });
    const denominateurs = resultats.filter((r) => r.indicateur === 'dmp').map((r) => r.denominateur);
    expect(denominateurs).toEqual([100, 100, 100, 200, 100, 300]);
  });

  it('A1 seuls les niveaux demandés sont rendus ; une grappe sans nom s’appelle « Grappe »', () => {
    const resultats = evaluerPerimetre([ligne(UN)], contexte(), { niveaux: ['grappe'] });
    expect(resultats.map((r) => r.libelle)).toEqual(Array(5).fill('Grappe'));
  });

  it('A1 le secteur d’un groupe est celui que tous partagent', () => {
    expect(grappe('dmp', [ligne(UN), ligne(DEUX)]).secteur).toBe('PA');
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, {}, { secteur: 'PH' })]).secteur).toBeNull();
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, {}, { secteur: null })]).secteur).toBeNull();
  });

  it('N8 la borne haute du DMP se calcule par ESSMS, puis se somme', () => {
    const dmp = { couvert: { dmp: false }, effectifEligibles: 50 };
    const r = grappe(
      'dmp',
      [
        ligne(UN, { ...dmp, dmpDecompte: decompte(40, 40, 40) }),
        ligne(DEUX, { ...dmp, dmpDecompte: decompte(0, 10, 0) }),
      ],
      { premiereMesure: true },
    );
    expect(r).toMatchObject({ numerateur: 50, denominateur: 100, borneBasse: 50, borneHaute: 60 }); // 50 + 10
  });
});

describe('agreger', () => {
  it('A4 des bilans donnés dans le désordre rendent les mêmes groupes', () => {
    const lignes = [ligne(TROIS, { actifs: 50 }), ligne(UN, { actifs: 50 }), ligne(DEUX, SANS_DOSSIERS)];
    const bilans = lignes.map(({ essms, comptes }) =>
      conclureBilan(dresserBilan(essms, comptes, contexte()), contexte()),
    );
    const resultats = agreger(bilans, 'og', contexte());
    expect(resultats).toEqual(agreger(bilans.toReversed(), 'og', contexte()));
    expect(resultats[0]?.agregat).toMatchObject({
      plusBas: { identifiant: UN, taux: 50 },
      manquants: [DEUX],
    });
  });
});

describe('A2 : exclus', () => {
  const ahi = { secteur: 'AHI', eligibleSons: false } as const;
  const ferme = { dateFermeture: date('2025-08-31') };

  it('A2 dispensés et hors période n’entrent ni dans les sommes ni dans les manquants', () => {
    const r = grappe('dmp', [ligne(UN), ligne(DEUX, { dmp: 0 }, ahi), ligne(TROIS, { dmp: 0 }, ferme)]);
    expect(r).toMatchObject({ denominateur: 100, taux: 100, etat: 'atteint' });
    expect(r.agregat).toMatchObject({ essmsEvalues: 1, manquants: [] });
  });

  it('A4 tous dispensés : dispense ; tous hors période : hors_periode ; les deux mêlés : dispense', () => {
    expect(grappe('dmp', [ligne(UN, {}, ahi)])).toMatchObject({ ...RIEN, etat: 'dispense' });
    expect(grappe('dmp', [ligne(UN, {}, ferme)])).toMatchObject({ ...RIEN, etat: 'hors_periode' });
    const meles = grappe('dmp', [ligne(UN, {}, ferme), ligne(DEUX, {}, ahi)]);
    expect(meles).toMatchObject({ etat: 'dispense', avertissements: [] });
    expect(meles.agregat).toEqual({ essmsEvalues: 0, essmsAtteints: 0, plusBas: null, manquants: [] });
  });

  it('A4 une grappe sans ESSMS est non évaluable', () => {
    expect(grappe('dmp', [])).toMatchObject({ ...RIEN, etat: 'non_evaluable', secteur: null });
  });

  it('D4 provisoire si un ESSMS sommé l’est, pas si un exclu l’est', () => {
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, { provisoire: true })]).provisoire).toBe(true);
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, { provisoire: true }, ahi)]).provisoire).toBe(false);
  });
});

describe('A3 : ESSMS sans données', () => {
  it('A3 en bas rien, en haut tout ; la valeur est celle des évalués', () => {
    const r = grappe('projets', [
      ligne(UN, { actifs: 80, actifsAvecProjet: 76 }),
      ligne(DEUX, { actifs: 20, ...SANS_PROJETS }),
    ]);
    expect(r).toMatchObject({ numerateur: 76, denominateur: 80, taux: 95 });
    expect(r).toMatchObject({ borneBasse: 76, borneHaute: 96, etat: 'incertain' });
    expect(r.agregat).toMatchObject({ essmsEvalues: 1, manquants: [DEUX] });
    expect(avertissement(r, 'table.essms_absent')).toMatchObject({ nombre: 1 });
  });

  it('A3 projets et agenda : A + I + R si A est connu, sinon D', () => {
    const connu = { ...SANS_PROJETS, actifs: 50, indetermines: 30, rejetes: 20, effectifPersonnes: 500 };
    expect(grappe('projets', [ligne(UN), ligne(DEUX, connu)])).toMatchObject({ borneBasse: 50 });
    const inconnu = { ...SANS_DOSSIERS, effectifPersonnes: 300 };
    expect(grappe('projets', [ligne(UN), ligne(DEUX, inconnu)])).toMatchObject({ borneBasse: 25 });
    expect(grappe('agenda', [ligne(UN), ligne(DEUX, inconnu)])).toMatchObject({ borneBasse: 25 });
  });

  it('A3 dossiers_actifs : D des effectifs', () => {
    const r = grappe('dossiers_actifs', [
      ligne(UN),
      ligne(DEUX, { ...SANS_DOSSIERS, effectifPersonnes: 300 }),
    ]);
    expect(r).toMatchObject({ taux: 100, borneBasse: 25, borneHaute: 100, etat: 'incertain' });
  });

  it('A3 dmp : E + R*, à défaut D', () => {
    const sans = { couvert: { dmp: false } };
    const deduit = { ...sans, ...SANS_EFFECTIFS, populationEligible: 80, rejetes: 20 };
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, deduit)])).toMatchObject({
      borneBasse: 50,
      borneHaute: 100,
    });
    const declare = { ...sans, effectifEligibles: 300, rejetes: 20 };
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, declare)])).toMatchObject({ borneBasse: 25 });
    const parD = { ...SANS_DOSSIERS, effectifEligibles: null, effectifPersonnes: 300 };
    expect(grappe('dmp', [ligne(UN), ligne(DEUX, parD)])).toMatchObject({ borneBasse: 25 });
  });

  it('A3 mssante : pas de borne haute, donc jamais non atteint', () => {
    const r = grappe('mssante', [ligne(UN, { messages: 10 }), ligne(DEUX, SANS_MSS)]);
    expect(r).toMatchObject({ taux: 10, borneBasse: 5, borneHaute: null, etat: 'incertain' });
    const haut = grappe('mssante', [ligne(UN, { messages: 140 }), ligne(DEUX, SANS_MSS)]);
    expect(haut).toMatchObject({ borneBasse: 70, borneHaute: null, etat: 'atteint' });
  });

  it('A3 taille connue par les seules places : au mieux incertain', () => {
    const sansTaille = { ...SANS_DOSSIERS, ...SANS_EFFECTIFS };
    const places = ligne(DEUX, sansTaille, { places: 10 });
    const r = grappe('dossiers_actifs', [ligne(UN), places]);
    expect(r).toMatchObject({ borneBasse: 90.9, etat: 'incertain' });
    expect(avertissement(r, 'groupe.places')?.message).toContain(DEUX);
    const bas = grappe('dossiers_actifs', [ligne(UN, { actifs: 10 }), places]);
    expect(bas).toMatchObject({ etat: 'non_atteint' });
    const declare = ligne(DEUX, { ...SANS_DOSSIERS, effectifPersonnes: 10 }, { places: 10 });
    expect(grappe('dossiers_actifs', [ligne(UN), declare])).toMatchObject({
      borneBasse: 90.9,
      etat: 'atteint',
    });
  });

  it('A3 rien de connu : l’agrégat est non évaluable', () => {
    const r = grappe('dossiers_actifs', [ligne(UN), ligne(DEUX, { ...SANS_DOSSIERS, ...SANS_EFFECTIFS })]);
    expect(r).toMatchObject({ ...RIEN, etat: 'non_evaluable', resteAFaire: null });
    expect(r.agregat).toMatchObject({ essmsEvalues: 1, manquants: [DEUX] });
    expect(avertissement(r, 'groupe.taille_inconnue')?.message).toContain(DEUX);
  });

  it('A3 un ESSMS dont D ou E vaut zéro n’ajoute rien', () => {
    const seul = grappe('mssante', [ligne(UN)]);
    const zero = ligne(DEUX, { ...SANS_MSS, effectifEligibles: 0 });
    expect(grappe('mssante', [ligne(UN), zero])).toEqual(seul);
    const sansPlaces = ligne(DEUX, { ...SANS_DOSSIERS, ...SANS_EFFECTIFS }, { places: 0 });
    expect(grappe('dossiers_actifs', [ligne(UN), sansPlaces])).toEqual(
      grappe('dossiers_actifs', [ligne(UN)]),
    );
  });

  it('A3 un dénominateur nul aux comptes connus entre dans les sommes', () => {
    const nul = ligne(DEUX, { effectifPersonnes: 0, actifs: 0, indetermines: 4 });
    const r = grappe('projets', [ligne(UN, { actifs: 96 }), nul]);
    expect(r).toMatchObject({ denominateur: 96, borneBasse: 96, borneHaute: 100 });
    expect(r.agregat).toMatchObject({ essmsEvalues: 1, manquants: [] });
  });

  it('A3 les manquants sont triés', () => {
    const r = grappe('projets', [ligne(TROIS, SANS_PROJETS), ligne(UN), ligne(DEUX, SANS_PROJETS)]);
    expect(r.agregat?.manquants).toEqual([DEUX, TROIS]);
  });
});

describe('A4 : ce que dit un agrégat', () => {
  it('A4 ESSMS évalués, ESSMS à la cible, ESSMS au taux le plus bas', () => {
    const r = grappe('dossiers_actifs', [
      ligne(UN, { actifs: 95 }),
      ligne(DEUX, { actifs: 70 }),
      ligne(TROIS, { actifs: 85, indetermines: 10 }),
    ]);
    expect(r.agregat).toEqual({
      essmsEvalues: 3,
      essmsAtteints: 1,
      plusBas: { identifiant: DEUX, taux: 70 },
      manquants: [],
    });
  });

  it('A4 à égalité, le plus petit FINESS ; la comparaison est exacte', () => {
    const demi = { actifs: 50, effectifPersonnes: 100 };
    const autreDemi = { actifs: 1, effectifPersonnes: 2 };
    expect(grappe('dossiers_actifs', [ligne(DEUX, demi), ligne(UN, autreDemi)]).agregat?.plusBas).toEqual({
      identifiant: UN,
      taux: 50,
    });
    const unPeuMoins = { actifs: 499_999, effectifPersonnes: 1_000_000 };
    const presque = { actifs: 4_999_991, effectifPersonnes: 10_000_000 };
    const r = grappe('dossiers_actifs', [ligne(UN, presque), ligne(DEUX, unPeuMoins)]);
    expect(r.agregat?.plusBas).toEqual({ identifiant: DEUX, taux: 49.99 });
  });

  it('A4 aucun compte connu : non évaluable, avec la liste des manquants', () => {
    const r = grappe('projets', [ligne(UN, SANS_PROJETS), ligne(DEUX, SANS_PROJETS)]);
    expect(r).toMatchObject({ ...RIEN, etat: 'non_evaluable' });
    expect(r.agregat).toEqual({ essmsEvalues: 0, essmsAtteints: 0, plusBas: null, manquants: [UN, DEUX] });
    expect(codes(r)).toEqual(['table.essms_absent']);
  });
});

describe('A5, A6', () => {
  it('A5 chaque ESSMS a ses cinq lignes, même sans donnée', () => {
    const couvert = { dossiers: false, projets: false, agenda: false, mss: false, dmp: false };
    const vide = ligne(UN, { ...SANS_DOSSIERS, ...SANS_EFFECTIFS, couvert });
    const resultats = evaluerPerimetre([vide], contexte(), { niveaux: ['essms'] });
    expect(resultats.map((r) => [r.indicateur, r.etat])).toEqual(
      CODES_INDICATEURS.map((code) => [code, 'non_evaluable']),
    );
    for (const r of resultats) expect(codes(r)).toEqual(['table.essms_absent']);
  });

  it('A6 les trois niveaux sont rendus par défaut, aucun n’est élu', () => {
    const niveaux = evaluerPerimetre([ligne(UN)], contexte()).map((r) => r.niveau);
    expect([...new Set(niveaux)]).toEqual(['essms', 'og', 'grappe']);
  });
});
