import { describe, expect, it } from 'vitest';
import { depot } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';
import { serie } from '../outils/serie.ts';

/** Le témoin « T » est présent et actif : le dénominateur est 2 quand le séjour du cas couvre un jour de F. */
const COUVRE = '1 / 2';
const NE_COUVRE_PAS = '1 / 1';

describe('P1 : un séjour couvre un jour', () => {
  const cas = serie();

  for (const [quoi, sejour, valeur] of [
    ['entré le dernier jour de F, couvre', { date_entree: '2025-09-30' }, COUVRE],
    ['entré le lendemain de F, ne couvre rien', { date_entree: '2025-10-01' }, NE_COUVRE_PAS],
    ['sorti le premier jour de F, couvre', { date_sortie: '2025-09-01' }, COUVRE],
    ['sorti la veille de F, ne couvre rien', { date_sortie: '2025-08-31' }, NE_COUVRE_PAS],
    ['sortie vide : le séjour est en cours', { date_sortie: '' }, COUVRE],
    ['sortie prévue dans le futur, couvre', { date_sortie: '2099-12-31' }, COUVRE],
    ['d’un seul jour, dans F, couvre', { date_entree: '2025-09-12', date_sortie: '2025-09-12' }, COUVRE],
  ] as const) {
    cas(
      `P1 séjour ${quoi}`,
      (d) => d.actif('T').dossier(sejour),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe(valeur),
    );
  }

  cas(
    'P1 date_entree vide : le séjour ne couvre rien, avec un avertissement',
    (d) => d.actif('T').dossier({ date_entree: '' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'sejour.entree_absente': 1 });
    },
  );
  cas(
    'P1 date_entree vide et statut actif : l’entrée est réputée ancienne, avec un avertissement',
    (d) => d.actif('T').dossier({ date_entree: '', statut: 'actif' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe(COUVRE);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'sejour.entree_absente': 1 });
    },
  );
  cas(
    'P1 entrée réputée ancienne, mais sortie avant F : ne couvre rien',
    (d) => d.actif('T').dossier({ date_entree: '', statut: 'actif', date_sortie: '2025-08-31' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS),
  );
  cas(
    'P1 date_entree vide et statut clos : ne couvre rien',
    (d) => d.actif('T').dossier({ date_entree: '', statut: 'clos' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS),
  );

  for (const statut of ['preadmission', 'attente', 'refuse']) {
    cas(
      `P1 statut ${statut} : ne couvre rien, même entré`,
      (d) => d.actif('T').dossier({ statut }),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS),
    );
    cas(
      `P1 statut ${statut} sans date d’entrée : rien que de normal, pas d’avertissement`,
      (d) => d.actif('T').dossier({ statut, date_entree: '' }),
      (vue) => expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('sejour.entree_absente'),
    );
  }

  cas(
    'P1 clos sans date_sortie : le séjour court toujours, avec un avertissement',
    (d) => d.actif('T').dossier({ statut: 'clos' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe(COUVRE);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'sejour.clos_sans_sortie': 1 });
    },
  );
  cas(
    'P1 clos avec date_sortie : pas d’avertissement',
    (d) => d.actif('T').dossier({ statut: 'clos', date_sortie: '2025-09-10' }),
    (vue) => expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('sejour.clos_sans_sortie'),
  );
  cas(
    'P1 l’avertissement compte les séjours, pas les personnes',
    (d) => d.actif('T').dossier({ date_entree: '' }).dossier({ date_entree: '' }),
    (vue) => expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'sejour.entree_absente': 2 }),
  );
});

describe('P1 : colonne date_entree absente', () => {
  const cas = serie();

  cas(
    'P1 la colonne date_entree manque dans le fichier de la ligne : l’entrée est réputée ancienne',
    (d) => d.source('dossiers').sansColonne('dossiers', 'date_entree').actif('T').dossier(),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe(COUVRE);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'sejour.entree_absente': 2 });
    },
  );
  cas(
    'P1 la colonne manque dans un fichier, pas dans l’autre : chaque ligne se lit selon le sien',
    (d) =>
      d
        .source('dossiers')
        .sansColonne('dossiers', 'date_entree')
        .actif('T')
        .source('dossiers')
        .dossier({ date_entree: '' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS),
  );
  cas(
    'P1 colonne date_entree absente : preadmission ne couvre rien pour autant',
    (d) =>
      d
        .source('dossiers')
        .sansColonne('dossiers', 'date_entree')
        .actif('T')
        .dossier({ statut: 'preadmission' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS),
  );
});

describe('P2 : sortie avant entrée', () => {
  const cas = serie();

  cas(
    'P2 date_sortie < date_entree : la sortie est ignorée, avec un avertissement',
    (d) => d.actif('T').dossier({ date_entree: '2025-03-01', date_sortie: '2024-06-30' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe(COUVRE);
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'sejour.sortie_avant_entree': 1 });
    },
  );
  cas(
    'P2 entré après F : ne couvre rien, même avec une sortie antérieure',
    (d) => d.actif('T').dossier({ date_entree: '2025-10-01', date_sortie: '2025-09-15' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS),
  );
  cas(
    'P2 sortie le jour de l’entrée : rien d’étrange',
    (d) => d.actif('T').dossier({ date_entree: '2025-03-01', date_sortie: '2025-03-01' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe(NE_COUVRE_PAS);
      expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('sejour.sortie_avant_entree');
    },
  );
});

describe('P3 : population', () => {
  const presence = serie();
  const fin = serie({ definitions: { population: 'fin_de_periode' } });

  presence(
    'P3 presence : un séjour qui couvre un jour de F suffit',
    (d) => d.actif('T').dossier({ date_sortie: '2025-09-29' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 2'),
  );
  fin(
    'P3 fin_de_periode : sorti la veille de fin(F), hors de la population',
    (d) => d.actif('T').dossier({ date_sortie: '2025-09-29' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  fin(
    'P3 fin_de_periode : sorti le jour de fin(F), dans la population',
    (d) => d.actif('T').dossier({ date_sortie: '2025-09-30' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 2'),
  );
  presence(
    'P3 plusieurs séjours d’un même dossier sont une seule personne',
    (d) => d.actif('A', { date_sortie: '2025-09-05' }).actif('A', { date_entree: '2025-09-20' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
  );
  presence(
    'P3 un identifiant écrit autrement est une autre personne (482 et 00482)',
    (d) => d.actif('482').dossier({ id_dossier: '00482' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 2'),
  );

  it('P3 un même identifiant dans deux ESSMS est deux personnes', async () => {
    const d = depot().essms('630000016').actif('A').essms('630781227').actif('A');
    expect((await mesurer(d)).grappe.valeur('dossiers_actifs')).toBe('2 / 2');
  });
});
