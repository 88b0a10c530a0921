import { describe, expect } from 'vitest';
import { serie } from '../outils/serie.ts';

describe('N5 : lecture periode', () => {
  const cas = serie();

  for (const [quoi, evenement, valeur] of [
    ['daté du premier jour de F : retenu', { date_debut: '2025-09-01' }, '1 / 1'],
    ['daté du dernier jour de F : retenu', { date_debut: '2025-09-30' }, '1 / 1'],
    ['daté de la veille de F : écarté', { date_debut: '2025-08-31' }, '0 / 1'],
    ['daté du lendemain de F : écarté', { date_debut: '2025-10-01' }, '0 / 1'],
    ['annulé : écarté', { statut: 'annule' }, '0 / 1'],
    ['au statut vide : retenu', { statut: '' }, '1 / 1'],
    ['planifié : retenu', { statut: 'planifie' }, '1 / 1'],
  ] as const) {
    cas(
      `N5 événement ${quoi}`,
      (d) => d.actif().evenement(evenement),
      (vue) => expect(vue.valeur('agenda')).toBe(valeur),
    );
  }

  cas(
    'N5 un type que types_exclus écarte, sans égard à la casse ni aux accents',
    (d) =>
      d
        .source('agenda', { types_exclus: ['hospitalisation'] })
        .actif()
        .evenement({ type: 'HOSPITALISÀTION ' }),
    (vue) => expect(vue.valeur('agenda')).toBe('0 / 1'),
  );
  cas(
    'N5 un autre type, ou aucun, reste retenu',
    (d) =>
      d
        .source('agenda', { types_exclus: ['hospitalisation'] })
        .actif('A')
        .evenement({ id_dossier: 'A', type: 'Atelier' })
        .actif('B')
        .evenement({ id_dossier: 'B', type: '' }),
    (vue) => expect(vue.valeur('agenda')).toBe('2 / 2'),
  );
  cas(
    'N5 avec types_exclus, un événement annulé d’un autre type reste écarté',
    (d) =>
      d
        .source('agenda', { types_exclus: ['hospitalisation'] })
        .actif()
        .evenement({ type: 'Atelier', statut: 'annule' }),
    (vue) => expect(vue.valeur('agenda')).toBe('0 / 1'),
  );
  cas(
    'N5 types_exclus ne vaut que pour sa source',
    (d) =>
      d
        .actif()
        .source('agenda', { types_exclus: ['absence'] })
        .source('agenda')
        .evenement({ type: 'absence' }),
    (vue) => expect(vue.valeur('agenda')).toBe('1 / 1'),
  );
  cas(
    'N5 un événement dans F qu’aucun séjour ne couvre est écarté',
    (d) =>
      d
        .dossier({ date_sortie: '2025-09-09', date_derniere_activite: '2025-09-05' })
        .dossier({ date_entree: '2025-09-20' })
        .evenement({ date_debut: '2025-09-15' }),
    (vue) => expect(vue.valeur('agenda')).toBe('0 / 1'),
  );
  cas(
    'N5 plusieurs événements d’une personne comptent une fois',
    (d) => d.actif().evenement().evenement().evenement({ date_debut: '2025-09-16' }),
    (vue) => expect(vue.valeur('agenda')).toBe('1 / 1'),
  );
  cas(
    'N5 les deux lectures changent l’état : avertissement agenda.lecture, avec les deux taux',
    (d) => d.actif().evenement({ date_debut: '2025-08-31' }),
    (vue) => {
      expect(vue.avertissements('agenda')).toEqual({ 'agenda.lecture': 1 });
      const { etat, avertissements } = vue.resultat('agenda');
      expect(etat).toBe('non_atteint');
      expect(avertissements[0]?.message).toMatch(/0,0 %, non atteint.*100,0 %, atteint/);
    },
  );
  cas(
    'N5 les deux lectures donnent le même état : pas d’avertissement',
    (d) => d.actif('A').evenement({ date_debut: '2025-08-31' }).actif('B').actif('C'),
    (vue) => {
      expect(vue.valeur('agenda')).toBe('0 / 3');
      expect(vue.avertissements('agenda')).toEqual({});
    },
  );
});

describe('N5 : lecture existence', () => {
  const cas = serie({ definitions: { evenement_agenda: 'existence' } });

  for (const date of ['2019-01-01', '2027-06-15']) {
    cas(
      `N5 existence : un événement de n’importe quelle date, ${date}`,
      (d) => d.actif().evenement({ date_debut: date }),
      (vue) => expect(vue.valeur('agenda')).toBe('1 / 1'),
    );
  }
  cas(
    'N5 existence : annulé, il ne compte toujours pas',
    (d) => d.actif().evenement({ date_debut: '2019-01-01', statut: 'annule' }),
    (vue) => expect(vue.valeur('agenda')).toBe('0 / 1'),
  );
  cas(
    'N5 existence : d’un type exclu, il ne compte toujours pas',
    (d) =>
      d
        .source('agenda', { types_exclus: ['absence'] })
        .actif()
        .evenement({ type: 'absence' }),
    (vue) => expect(vue.valeur('agenda')).toBe('0 / 1'),
  );
  cas(
    'N5 existence : un indéterminé peut avoir un événement (J₁)',
    (d) =>
      d
        .actif('T')
        .evenement({ id_dossier: 'T' })
        .dossier({ id_dossier: 'J1', date_derniere_activite: '2025-10-01' })
        .evenement({ id_dossier: 'J1', date_debut: '2025-08-01' }),
    (vue) => expect(vue.bornes('agenda')).toEqual([100, 100]),
  );
});
