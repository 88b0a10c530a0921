import { describe, expect, it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';
import { serie } from '../outils/serie.ts';

describe('P4 : personnes accompagnées', () => {
  const mois = serie();
  const premiere = serie({ premiereMesure: true });

  mois(
    'P4 D vient de la ligne d’effectifs du mois, sans avertissement',
    (d) => d.actif().effectif({ personnes_accompagnees: 4 }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 4');
      expect(vue.avertissements('dossiers_actifs')).toEqual({});
    },
  );
  mois(
    'P4 sans ligne d’effectifs, D est la taille de la population, avec l’avertissement effectifs.deduits',
    (d) => d.actif().dossier({ id_dossier: 'B' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 2');
      expect(vue.avertissements('dossiers_actifs')).toEqual({ 'effectifs.deduits': 1 });
    },
  );
  mois(
    'P4 la ligne d’un autre mois ne sert pas',
    (d) => d.actif().effectif({ mois: '2025-08', personnes_accompagnees: 4 }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  mois(
    'P4 la ligne du trimestre ne sert pas à la mesure du mois',
    (d) => d.actif().effectif({ periode: 'trimestre', personnes_accompagnees: 4 }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  mois(
    'P4 periode vide vaut mois',
    (d) => d.actif().effectif({ periode: '', personnes_accompagnees: 4 }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 4'),
  );
  premiere(
    'P4 une première mesure lit la ligne du trimestre de M',
    (d) =>
      d
        .actif()
        .effectif({ periode: 'trimestre', personnes_accompagnees: 6 })
        .effectif({ periode: 'mois', personnes_accompagnees: 4 }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 6'),
  );
  premiere(
    'P4 la ligne du seul mois M ne sert jamais à une première mesure',
    (d) => d.actif().effectif({ periode: 'mois', personnes_accompagnees: 4 }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 1');
      expect(vue.avertissements('dossiers_actifs')).toEqual({ 'effectifs.deduits': 1 });
    },
  );
});

describe('P5 : personnes éligibles', () => {
  const cas = serie();

  cas(
    'P5 E vient de personnes_eligibles_projet de la même ligne',
    (d) => d.actif().message().effectif({ personnes_accompagnees: 4, personnes_eligibles_projet: 3 }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('1 / 3');
      expect(vue.avertissements('mssante')).toEqual({});
    },
  );
  cas(
    'P5 colonne vide : E est déduit de la population, avec un avertissement',
    (d) => d.actif().message().effectif({ personnes_accompagnees: 4, personnes_eligibles_projet: '' }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('1 / 1');
      expect(vue.avertissements('mssante')).toEqual({ 'effectifs.deduits': 1 });
    },
  );
  cas(
    'P5 une personne dont une ligne dit eligible_projet = non n’en est pas',
    (d) =>
      d
        .actif('T')
        .message()
        .actif('A', { eligible_projet: 'oui' })
        .dossier({ id_dossier: 'A', eligible_projet: 'non', date_sortie: '2021-01-01' }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('1 / 1');
      expect(vue.valeur('dossiers_actifs')).toBe('2 / 2');
    },
  );
  cas(
    'P5 eligible_projet vide ne vaut pas non',
    (d) => d.actif('T').message().actif('A', { eligible_projet: '' }),
    (vue) => expect(vue.valeur('mssante')).toBe('1 / 2'),
  );
  cas(
    'P5 une personne hors de la population n’est pas éligible',
    (d) => d.actif('T').message().dossier({ date_sortie: '2025-08-31', eligible_projet: 'oui' }),
    (vue) => expect(vue.valeur('mssante')).toBe('1 / 1'),
  );
});

describe('P6 : hors période', () => {
  const cas = serie();

  for (const [quoi, dates, etat] of [
    ['ouvert le lendemain de fin(F) : hors période', { date_ouverture: '2025-10-01' }, 'hors_periode'],
    ['ouvert le jour de fin(F) : mesuré', { date_ouverture: '2025-09-30' }, 'atteint'],
    ['fermé la veille de début(F) : hors période', { date_fermeture: '2025-08-31' }, 'hors_periode'],
    ['fermé le jour de début(F) : mesuré', { date_fermeture: '2025-09-01' }, 'atteint'],
  ] as const) {
    cas(
      `P6 ${quoi}`,
      (d) => d.actif().projet().evenement().message().alimentation(),
      (vue) => {
        for (const code of vue.indicateurs) expect(vue.resultat(code).etat).toBe(etat);
      },
      dates,
    );
  }

  cas(
    'P6 ni ouverture ni fermeture : mesuré',
    (d) => d.actif(),
    (vue) => expect(vue.resultat('dossiers_actifs').etat).toBe('atteint'),
  );
});

describe('P7 : alias_finess', () => {
  const [principal, secondaire] = [finess('et', 0), finess('secondaire', 0)];
  const avecAlias = () =>
    depot()
      .config({ alias_finess: { [secondaire]: principal } })
      .essms(principal);

  it('P7 une personne de deux sites d’un ESSMS y est une seule personne', async () => {
    const d = avecAlias().actif('A').actif('B').pour(secondaire).dossier({ id_dossier: 'A' }).actif('C');
    expect((await mesurer(d)).essms(principal).valeur('dossiers_actifs')).toBe('3 / 3');
  });

  it('P7 une trace écrite sous un FINESS vaut pour le séjour écrit sous l’autre', async () => {
    const d = avecAlias().dossier().pour(secondaire).activite();
    expect((await mesurer(d)).essms(principal).valeur('dossiers_actifs')).toBe('1 / 1');
  });

  it('P7 les effectifs de FINESS différents s’additionnent', async () => {
    const d = avecAlias()
      .actif()
      .message()
      .effectif({ personnes_accompagnees: 4, personnes_eligibles_projet: 3 })
      .pour(secondaire)
      .effectif({ personnes_accompagnees: 2, personnes_eligibles_projet: 2 });
    const vue = (await mesurer(d)).essms(principal);
    expect(vue.valeur('dossiers_actifs')).toBe('1 / 6');
    expect(vue.valeur('mssante')).toBe('1 / 5');
  });

  it('P7 un seul site sans éligibles, et leur total n’est pas connu : E est déduit', async () => {
    const d = avecAlias()
      .actif()
      .message()
      .effectif({ personnes_accompagnees: 4, personnes_eligibles_projet: 3 })
      .pour(secondaire)
      .effectif({ personnes_accompagnees: 2, personnes_eligibles_projet: '' });
    const vue = (await mesurer(d)).essms(principal);
    expect(vue.valeur('mssante')).toBe('1 / 1');
    expect(vue.avertissements('mssante')).toEqual({ 'effectifs.deduits': 1 });
  });

  it('P7 les décomptes de FINESS différents s’additionnent', async () => {
    const d = avecAlias()
      .actif()
      .effectif({ personnes_accompagnees: 10, personnes_eligibles_projet: 10 })
      .decompteMss({ messages_professionnels: 3 })
      .decompteDmp({ dossiers_alimentes: 2 })
      .pour(secondaire)
      .decompteMss({ messages_usagers: 4 })
      .decompteDmp({ dossiers_alimentes: 5 });
    const vue = (await mesurer(d)).essms(principal);
    expect([vue.valeur('mssante'), vue.valeur('dmp')]).toEqual(['7 / 10', '7 / 10']);
  });
});
