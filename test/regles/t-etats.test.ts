import { describe, expect, it } from 'vitest';
import { type ConstructeurDepot, depot } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';
import { serie } from '../outils/serie.ts';

const INDETERMINE = { date_derniere_activite: '2025-10-01' };

describe('section 6 : l’exemple de conception.md', () => {
  it('section 6 270 actifs et 8 indéterminés pour 300 personnes : 90,00 %, de 90,00 à 92,66', async () => {
    const d = depot().essms().effectif({ personnes_accompagnees: 300 });
    for (let i = 0; i < 270; i++) d.actif(`A${i}`);
    for (let i = 0; i < 8; i++) d.dossier({ id_dossier: `I${i}`, ...INDETERMINE });
    for (let i = 0; i < 22; i++) d.dossier({ id_dossier: `N${i}` });
    expect((await mesurer(d)).essms().resultat('dossiers_actifs')).toMatchObject({
      numerateur: 270,
      denominateur: 300,
      taux: 90,
      borneBasse: 90,
      borneHaute: 92.66,
      cible: 90,
      etat: 'atteint',
      resteAFaire: 0,
      provisoire: false,
    });
  });
});

describe('section 6 : lignes de dossiers rejetées (R)', () => {
  const cas = serie();
  const illisible = { id_dossier: 'R', date_entree: '2025-02-30' };

  cas(
    'section 6 R > 0 et D déduit (R* = R) : les deux bornes s’écartent, avec dossiers.rejetes',
    (d) => d.actif('A').actif('B').actif('C').dossier(illisible),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('3 / 3');
      expect(vue.bornes('dossiers_actifs')).toEqual([75, 100]);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'dossiers.rejetes': 1 });
    },
  );
  cas(
    'section 6 D des effectifs (R* nul) : la borne basse ne bouge pas',
    (d) => d.effectif({ personnes_accompagnees: 4 }).actif('A').actif('B').actif('C').dossier(illisible),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([75, 100]),
  );
  cas(
    'section 6 une ligne rejetée au FINESS illisible n’appartient à aucun ESSMS',
    (d) => d.actif('A').dossier({ ...illisible, finess_et: '63078122' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([100, 100]),
  );
  cas(
    'section 6 projets, agenda, dmp, mssante : R élargit chaque intervalle',
    (d) => d.actif('A').projet().evenement().message().alimentation().dossier(illisible),
    (vue) => {
      expect(vue.bornes('projets')).toEqual([50, 100]);
      expect(vue.bornes('agenda')).toEqual([50, 100]);
      expect(vue.bornes('dmp')).toEqual([50, 100]);
      expect(vue.bornes('mssante')).toEqual([50, 100]);
    },
  );
});

describe('T1 à T5', () => {
  const cas = serie();

  cas(
    'T1 atteint : borne basse ≥ cible',
    (d) => d.actif('A').actif('B'),
    (vue) => expect(vue.resultat('dossiers_actifs').etat).toBe('atteint'),
  );
  cas(
    'T1 non atteint : borne haute < cible',
    (d) => d.actif('A').dossier({ id_dossier: 'B' }),
    (vue) => expect(vue.resultat('dossiers_actifs').etat).toBe('non_atteint'),
  );
  cas(
    'T1 incertain : la cible est entre les bornes',
    (d) => d.actif('A').dossier({ id_dossier: 'B', ...INDETERMINE }),
    (vue) => expect(vue.resultat('dossiers_actifs').etat).toBe('incertain'),
  );
  cas(
    'T2 dénominateur nul : non évaluable, aucun chiffre',
    (d) => d.dossier({ date_sortie: '2021-01-01' }),
    (vue) =>
      expect(vue.resultat('dossiers_actifs')).toMatchObject({
        etat: 'non_evaluable',
        numerateur: null,
        denominateur: null,
        taux: null,
        borneBasse: null,
        borneHaute: null,
        resteAFaire: null,
      }),
  );
  cas(
    'T2 un effectif déclaré nul, avec un dossier actif : non évaluable',
    (d) => d.effectif({ personnes_accompagnees: 0 }).actif(),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('non_evaluable'),
  );
  cas(
    'T3 taux et bornes tronqués à deux décimales, jamais arrondis',
    (d) => d.effectif({ personnes_accompagnees: 3 }).actif('A').actif('B'),
    (vue) => {
      expect(vue.resultat('dossiers_actifs').taux).toBe(66.66);
      expect(vue.bornes('dossiers_actifs')).toEqual([66.66, 66.66]);
    },
  );
  cas(
    'T4 reste à faire : ⌈cible × d / 100⌉ − n',
    (d) => d.effectif({ personnes_accompagnees: 11 }).actif('A').actif('B'),
    (vue) => expect(vue.resultat('dossiers_actifs').resteAFaire).toBe(8),
  );
  cas(
    'T5 plus de dossiers actifs que de personnes : tel quel, avec taux.superieur_a_100',
    (d) => d.effectif({ personnes_accompagnees: 2 }).actif('A').actif('B').actif('C'),
    (vue) => {
      expect(vue.resultat('dossiers_actifs')).toMatchObject({ taux: 150, etat: 'atteint' });
      expect(vue.avertissements('dossiers_actifs')).toEqual({ 'taux.superieur_a_100': 1 });
    },
  );

  it('T1 la cible du dépôt remplace celle du kit, et se compare exactement', async () => {
    const avec = (valeur: string) =>
      depot()
        .config({ cibles: { dossiers_actifs: { valeur, reference: 'convention, art. 4' } } })
        .essms()
        .effectif({ personnes_accompagnees: 3 })
        .actif('A')
        .actif('B');
    const [sous, sur] = [await mesurer(avec('66.66')), await mesurer(avec('66.67'))];
    expect(sous.essms().resultat('dossiers_actifs')).toMatchObject({ cible: 66.66, etat: 'atteint' });
    expect(sur.essms().resultat('dossiers_actifs')).toMatchObject({ cible: 66.67, etat: 'non_atteint' });
    expect(sous.rapport.cibles.find((c) => c.indicateur === 'dossiers_actifs')?.reference).toBe(
      'convention, art. 4',
    );
  });
});

describe('T6 : dispense', () => {
  const AHI = { secteur: 'AHI', eligible_sons: 'non' };
  const complet = (d: ConstructeurDepot) => d.actif().message().alimentation();
  const septembre = serie();
  const aout = serie({ mois: '2025-08' });

  septembre(
    'T6 AHI et eligible_sons = non : mssante et dmp dispensés, les autres mesurés',
    complet,
    (vue) => {
      expect([vue.valeur('mssante'), vue.valeur('dmp')]).toEqual(['dispense', 'dispense']);
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 1');
    },
    AHI,
  );
  aout(
    'T6 fin(F) avant le 2 septembre 2025 : pas de dispense',
    complet,
    (vue) => expect(vue.valeur('dmp')).toBe('0 / 1'),
    AHI,
  );
  septembre(
    'T6 AHI déduit de la catégorie FINESS : même dispense',
    complet,
    (vue) => expect(vue.valeur('dmp')).toBe('dispense'),
    { ...AHI, secteur: '', categorie: '214' },
  );
  septembre(
    'T6 eligible_sons vide : pas de dispense, avertissement dispense.a_verifier',
    complet,
    (vue) => {
      expect(vue.valeur('dmp')).toBe('1 / 1');
      expect(vue.avertissements('dmp')).toMatchObject({ 'dispense.a_verifier': 1 });
    },
    { ...AHI, eligible_sons: '' },
  );
  septembre(
    'T6 AHI éligible au SONS : pas de dispense, rien à vérifier',
    complet,
    (vue) => {
      expect(vue.valeur('dmp')).toBe('1 / 1');
      expect(vue.avertissements('dmp')).not.toHaveProperty('dispense.a_verifier');
    },
    { ...AHI, eligible_sons: 'oui' },
  );
  septembre(
    'T6 un autre secteur non éligible au SONS n’est pas dispensé',
    complet,
    (vue) => expect(vue.valeur('dmp')).toBe('1 / 1'),
    { ...AHI, secteur: 'PH' },
  );
});

describe('T7 : états', () => {
  it('T7 les six états, dans un même dépôt', async () => {
    const d = depot()
      .essms('630000016', { secteur: 'AHI', eligible_sons: 'non' })
      .actif('A')
      .dossier({ id_dossier: 'B', ...INDETERMINE })
      .projet()
      .evenement({ date_debut: '2019-01-01' })
      .actif('C')
      .essms('630781227', { date_fermeture: '2020-01-01' });
    const { rapport } = await mesurer(d);
    const etats = rapport.resultats.filter(({ niveau }) => niveau === 'essms').map(({ etat }) => etat);
    expect(etats).toEqual([
      'incertain',
      'non_atteint',
      'non_atteint',
      'dispense',
      'dispense',
      ...Array(5).fill('hors_periode'),
    ]);
  });
});
