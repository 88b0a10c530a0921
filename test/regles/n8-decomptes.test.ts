import { describe, expect, it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';
import { serie } from '../outils/serie.ts';

const DIX = { personnes_accompagnees: 10, personnes_eligibles_projet: 10 };
const DIX_AU_TRIMESTRE = { ...DIX, periode: 'trimestre' };

describe('N8 : décomptes d’un mois', () => {
  const cas = serie();

  cas(
    'N8 les messages aux professionnels et aux usagers s’additionnent',
    (d) => d.effectif(DIX).decompteMss({ messages_professionnels: 5, messages_usagers: 2 }),
    (vue) => expect(vue.valeur('mssante')).toBe('7 / 10'),
  );
  cas(
    'N8 un zéro écrit est un zéro',
    (d) => d.effectif(DIX).decompteMss().decompteDmp(),
    (vue) => expect([vue.valeur('mssante'), vue.valeur('dmp')]).toEqual(['0 / 10', '0 / 10']),
  );
  cas(
    'N8 un mois de F absent : non évaluable, et l’avertissement le dit',
    (d) => d.effectif(DIX).decompteMss({ mois: '2025-08' }).decompteDmp({ mois: '2025-10' }),
    (vue) => {
      expect([vue.valeur('mssante'), vue.valeur('dmp')]).toEqual(['non_evaluable', 'non_evaluable']);
      expect(vue.avertissements('mssante')).toEqual({ 'decompte.mois_absent': 1 });
      expect(vue.avertissements('dmp')).toEqual({ 'decompte.mois_absent': 1 });
    },
  );
  cas(
    'N8 sur un mois, B est le décompte du mois, et borne le taux des deux côtés',
    (d) =>
      d
        .effectif(DIX)
        .decompteDmp({ dossiers_alimentes: 7 })
        .decompteDmp({ mois: '2025-08', dossiers_alimentes: 9 }),
    (vue) => {
      expect(vue.valeur('dmp')).toBe('7 / 10');
      expect(vue.bornes('dmp')).toEqual([70, 70]);
    },
  );
  cas(
    'N8 le détail fait foi quand les décomptes parlent aussi de l’ESSMS',
    (d) => d.actif().effectif(DIX).message().decompteMss({ messages_professionnels: 9 }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('1 / 10');
      expect(vue.avertissements('mssante')).toEqual({ 'decompte.ignore': 1 });
    },
  );
});

describe('N8 : décomptes de trois mois', () => {
  const cas = serie({ premiereMesure: true });
  const troisMois = ['2025-07', '2025-08', '2025-09'] as const;

  cas(
    'N8 les messages des trois mois s’additionnent',
    (d) => {
      d.effectif(DIX_AU_TRIMESTRE);
      for (const mois of [...troisMois, '2025-06']) d.decompteMss({ mois, messages_usagers: 2 });
    },
    (vue) => expect(vue.valeur('mssante')).toBe('6 / 10'),
  );
  cas(
    'N8 un seul mois absent sur trois : non évaluable',
    (d) => d.effectif(DIX_AU_TRIMESTRE).decompteMss({ mois: '2025-07' }).decompteMss({ mois: '2025-09' }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('non_evaluable');
      expect(vue.avertissements('mssante')).toEqual({ 'decompte.mois_absent': 1 });
    },
  );

  for (const [quoi, alimentes, valeur, bornes] of [
    ['B est le plus grand des mois, et en haut leur somme', [2, 4, 3], '4 / 10', [40, 90]],
    ['leur somme ne dépasse pas E', [5, 6, 4], '6 / 10', [60, 100]],
    ['B au-delà de E reste B', [12, 1, 1], '12 / 10', [120, 120]],
    ['un seul mois non nul se borne lui-même', [0, 4, 0], '4 / 10', [40, 40]],
  ] as const) {
    cas(
      `N8 DMP alimentés sur trois mois : ${quoi}`,
      (d) => {
        d.effectif(DIX_AU_TRIMESTRE);
        for (const [i, mois] of troisMois.entries())
          d.decompteDmp({ mois, dossiers_alimentes: alimentes[i] ?? 0 });
      },
      (vue) => {
        expect(vue.valeur('dmp')).toBe(valeur);
        expect(vue.bornes('dmp')).toEqual(bornes);
      },
    );
  }

  it('N8 un groupe somme les B et les bornes hautes de ses ESSMS', async () => {
    const d = depot();
    for (const [rang, alimentes] of [
      [2, 4, 3],
      [12, 1, 1],
    ].entries()) {
      d.essms(finess('et', rang)).effectif(DIX_AU_TRIMESTRE);
      for (const [i, mois] of troisMois.entries())
        d.decompteDmp({ mois, dossiers_alimentes: alimentes[i] ?? 0 });
    }
    const { grappe } = await mesurer(d, { premiereMesure: true });
    expect(grappe.valeur('dmp')).toBe('16 / 20');
    expect(grappe.bornes('dmp')).toEqual([80, 105]);
  });

  it('N8 les FINESS secondaires s’additionnent mois par mois, avant de chercher le plus grand', async () => {
    const [principal, secondaire] = [finess('et', 0), finess('secondaire', 0)];
    const d = depot()
      .config({ alias_finess: { [secondaire]: principal } })
      .essms(principal)
      .effectif(DIX_AU_TRIMESTRE);
    for (const [i, mois] of troisMois.entries()) {
      d.pour(principal).decompteDmp({ mois, dossiers_alimentes: [3, 0, 1][i] ?? 0 });
      d.pour(secondaire).decompteDmp({ mois, dossiers_alimentes: [0, 2, 1][i] ?? 0 });
    }
    const vue = (await mesurer(d, { premiereMesure: true })).essms(principal);
    expect(vue.valeur('dmp')).toBe('3 / 10');
    expect(vue.bornes('dmp')).toEqual([30, 70]);
  });
});
