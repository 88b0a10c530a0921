import { describe, expect } from 'vitest';
import { serie } from '../outils/serie.ts';

describe('N2 : dossier actif', () => {
  const activite = serie();
  const ouvert = serie({ definitions: { dossier_actif: 'ouvert' } });
  const statut = serie({ definitions: { dossier_actif: 'statut' } });
  const finDePeriode = serie({ definitions: { population: 'fin_de_periode' } });

  activite(
    'N2 activite : au moins une trace dans F',
    (d) => d.actif('A').dossier({ id_dossier: 'B' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 2'),
  );
  activite(
    'N2 activite : le statut n’y change rien',
    (d) => d.dossier({ statut: 'actif' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
  );
  ouvert(
    'N2 ouvert : toute la population',
    (d) => d.actif('A').dossier({ id_dossier: 'B' }).dossier({ id_dossier: 'C', date_sortie: '2025-08-31' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('2 / 2'),
  );
  statut(
    'N2 statut : statut = actif sur au moins une ligne',
    (d) =>
      d
        .dossier({ id_dossier: 'A', statut: 'actif', date_sortie: '2025-09-05' })
        .dossier({ id_dossier: 'A', statut: 'clos', date_entree: '2025-09-06' })
        .actif('B', { statut: '' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 2'),
  );
  statut(
    'N2 statut : hors de la population, un dossier n’est jamais actif',
    (d) =>
      d
        .dossier({ id_dossier: 'A', statut: 'actif' })
        .dossier({ id_dossier: 'B', statut: 'actif', date_sortie: '2025-08-31' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  finDePeriode(
    'N2 hors de la population à fin(F), un dossier qui a une trace dans F n’est pas actif',
    (d) => d.actif('A').actif('B', { date_sortie: '2025-09-20' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  finDePeriode(
    'N2 dans la population à fin(F), la trace peut être n’importe où dans F',
    (d) => d.actif('A', { date_derniere_activite: '2025-09-01' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
});

describe('N3 : dossier indéterminé', () => {
  const cas = serie();

  cas(
    'N3 date_derniere_activite postérieure à fin(F), sans trace dans F : indéterminé',
    (d) => d.actif('T').dossier({ date_derniere_activite: '2025-10-01' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 2');
      expect(vue.bornes('dossiers_actifs')).toEqual([50, 100]);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'dossiers.indetermines': 1 });
    },
  );
  cas(
    'N3 date_derniere_activite postérieure à fin(F), mais une trace dans F : actif',
    (d) => d.actif('T').dossier({ date_derniere_activite: '2025-10-01' }).evenement(),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([100, 100]),
  );
  cas(
    'N3 date_derniere_activite le jour de fin(F) : actif',
    (d) => d.actif('T').dossier({ date_derniere_activite: '2025-09-30' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([100, 100]),
  );
  cas(
    'N3 date_derniere_activite le jour de fin(F), qu’aucun séjour ne couvre : inactif, pas indéterminé',
    (d) => d.actif('T').dossier({ date_sortie: '2025-09-20', date_derniere_activite: '2025-09-30' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]),
  );
  cas(
    'N3 date_derniere_activite avant F : inactif',
    (d) => d.actif('T').dossier({ date_derniere_activite: '2025-08-31' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]),
  );
  cas(
    'N3 une cellule vide dans une colonne présente vaut « jamais utilisé » : inactif',
    (d) => d.actif('T').dossier({ date_derniere_activite: '' }),
    (vue) => {
      expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]);
      expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('dossiers.indetermines');
    },
  );
  cas(
    'N3 une seule ligne postérieure parmi plusieurs suffit',
    (d) =>
      d
        .actif('T')
        .dossier({ date_sortie: '2025-09-10', date_derniere_activite: '2025-08-01' })
        .dossier({ date_entree: '2025-09-11', date_derniere_activite: '2025-12-01' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 100]),
  );
  cas(
    'N3 hors de la population, jamais indéterminé',
    (d) => d.actif('T').dossier({ date_sortie: '2025-08-31', date_derniere_activite: '2025-10-01' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([100, 100]),
  );
  cas(
    'N3 jamais si une table activites couvre l’ESSMS, même par une ligne ancienne d’un autre',
    (d) =>
      d
        .actif('T')
        .dossier({ date_derniere_activite: '2025-10-01' })
        .activite({ id_dossier: 'T', date: '2021-01-01' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]),
  );
});

describe('N3 : colonne date_derniere_activite absente', () => {
  const cas = serie();

  cas(
    'N3 aucun export de ses lignes n’a la colonne, sans trace dans F : indéterminé',
    (d) =>
      d
        .source('dossiers')
        .sansColonne('dossiers', 'date_derniere_activite')
        .dossier({ id_dossier: 'A' })
        .dossier({ id_dossier: 'B' })
        .evenement({ id_dossier: 'A' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 2');
      expect(vue.bornes('dossiers_actifs')).toEqual([50, 100]);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'dossiers.indetermines': 1 });
    },
  );
  cas(
    'N3 un des exports de ses lignes a la colonne, vide : inactif',
    (d) =>
      d
        .source('dossiers')
        .sansColonne('dossiers', 'date_derniere_activite')
        .dossier()
        .source('dossiers')
        .actif('T')
        .dossier(),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]),
  );
  cas(
    'N3 colonne absente, mais activites couvre l’ESSMS : inactif',
    (d) =>
      d
        .source('dossiers')
        .sansColonne('dossiers', 'date_derniere_activite')
        .dossier({ id_dossier: 'A' })
        .dossier({ id_dossier: 'B' })
        .activite({ id_dossier: 'A' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]),
  );
});

describe('N3 : seulement avec la définition activite', () => {
  for (const dossier_actif of ['ouvert', 'statut'] as const) {
    const cas = serie({ definitions: { dossier_actif } });
    cas(
      `N3 avec ${dossier_actif}, aucun dossier n’est indéterminé`,
      (d) => d.actif('T', { statut: 'actif' }).dossier({ date_derniere_activite: '2025-10-01' }),
      (vue) => {
        const [basse, haute] = vue.bornes('dossiers_actifs');
        expect(basse).toBe(haute);
        expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('dossiers.indetermines');
      },
    );
  }
});

describe('N3 : les indéterminés dans projets et agenda', () => {
  const cas = serie();

  cas(
    'N3 un indéterminé avec projet (I₁) élève la borne haute, un indéterminé sans (I₀) abaisse la basse',
    (d) =>
      d
        .actif('T')
        .projet({ id_dossier: 'T' })
        .actif('U')
        .dossier({ id_dossier: 'I0', date_derniere_activite: '2025-10-01' })
        .dossier({ id_dossier: 'I1', date_derniere_activite: '2025-10-01' })
        .projet({ id_dossier: 'I1' }),
    (vue) => {
      expect(vue.valeur('projets')).toBe('1 / 2');
      expect(vue.bornes('projets')).toEqual([33.33, 66.66]);
    },
  );
  cas(
    'N3 en lecture periode, aucun indéterminé n’a d’événement (J₁ nul)',
    (d) =>
      d
        .actif('T')
        .evenement({ id_dossier: 'T' })
        .dossier({ date_derniere_activite: '2025-10-01' })
        .evenement({ date_debut: '2025-08-01' }),
    (vue) => {
      expect(vue.valeur('agenda')).toBe('1 / 1');
      expect(vue.bornes('agenda')).toEqual([50, 100]);
    },
  );
});
