import { describe, expect } from 'vitest';
import { serie } from '../outils/serie.ts';

const RETENU = '1 / 1';
const ECARTE = '0 / 1';

describe('N4 : projet retenu dans F', () => {
  const cas = serie();

  for (const [quoi, projet, valeur] of [
    ['en_preparation sans date de création : retenu', { statut: 'en_preparation' }, RETENU],
    [
      'en_preparation créé le jour de fin(F) : retenu',
      { statut: 'en_preparation', date_creation: '2025-09-30' },
      RETENU,
    ],
    [
      'en_preparation créé le lendemain de F : écarté',
      { statut: 'en_preparation', date_creation: '2025-10-01' },
      ECARTE,
    ],
    [
      'en_preparation dont le début est prévu plus tard : retenu',
      { statut: 'en_preparation', date_debut: '2026-01-01' },
      RETENU,
    ],
    ['actif sans dates : retenu', { statut: 'actif' }, RETENU],
    ['actif débutant le jour de fin(F) : retenu', { statut: 'actif', date_debut: '2025-09-30' }, RETENU],
    ['actif débutant le lendemain de F : écarté', { statut: 'actif', date_debut: '2025-10-01' }, ECARTE],
    ['actif finissant le jour de début(F) : retenu', { statut: 'actif', date_fin: '2025-09-01' }, RETENU],
    ['actif fini la veille de F : écarté', { statut: 'actif', date_fin: '2025-08-31' }, ECARTE],
    [
      'actif créé après F, sans date de début : retenu',
      { statut: 'actif', date_creation: '2025-10-15' },
      RETENU,
    ],
    [
      'termine, actif dans F, bornes comprises : retenu',
      { statut: 'termine', date_debut: '2025-09-30', date_fin: '2025-09-30' },
      RETENU,
    ],
    [
      'termine le jour de début(F) : retenu',
      { statut: 'termine', date_debut: '2025-01-01', date_fin: '2025-09-01' },
      RETENU,
    ],
    [
      'termine la veille de F : écarté',
      { statut: 'termine', date_debut: '2025-01-01', date_fin: '2025-08-31' },
      ECARTE,
    ],
    [
      'termine débuté après F : écarté',
      { statut: 'termine', date_debut: '2025-10-01', date_fin: '2025-12-01' },
      ECARTE,
    ],
    ['termine sans date de début : écarté', { statut: 'termine', date_fin: '2025-09-15' }, ECARTE],
    ['termine sans date de fin : écarté', { statut: 'termine', date_debut: '2025-09-15' }, ECARTE],
    ['en_pause : jamais', { statut: 'en_pause', date_debut: '2025-01-01', date_fin: '2025-12-31' }, ECARTE],
    ['annule : jamais', { statut: 'annule', date_debut: '2025-01-01', date_fin: '2025-12-31' }, ECARTE],
  ] as const) {
    cas(
      `N4 ${quoi}`,
      (d) => d.actif().projet(projet),
      (vue) => expect(vue.valeur('projets')).toBe(valeur),
    );
  }

  cas(
    'N4 plusieurs projets d’une personne comptent une fois ; un seul retenu suffit',
    (d) => d.actif().projet({ statut: 'annule' }).projet().projet({ statut: 'en_preparation' }),
    (vue) => expect(vue.valeur('projets')).toBe('1 / 1'),
  );
  cas(
    'N4 le projet d’un dossier inactif ne compte pas',
    (d) => d.actif('T').dossier({ id_dossier: 'B' }).projet({ id_dossier: 'B' }),
    (vue) => expect(vue.valeur('projets')).toBe('0 / 1'),
  );
});

describe('N4 : préparation ancienne', () => {
  const cas = serie();

  for (const [quoi, projet, nombre] of [
    ['créée plus de 12 mois avant début(F) : comptée, avec un avertissement', '2024-08-31', 1],
    ['créée 12 mois tout juste avant début(F) : sans avertissement', '2024-09-01', undefined],
    ['sans date de création : sans avertissement', '', undefined],
  ] as const) {
    cas(
      `N4 préparation ${quoi}`,
      (d) => d.actif().projet({ statut: 'en_preparation', date_creation: projet }),
      (vue) => {
        expect(vue.valeur('projets')).toBe(RETENU);
        expect(vue.avertissements('projets')['projets.preparation_ancienne']).toBe(nombre);
      },
    );
  }
  cas(
    'N4 un projet actif créé il y a longtemps n’appelle pas d’avertissement',
    (d) => d.actif().projet({ date_creation: '2019-01-01' }),
    (vue) => expect(vue.avertissements('projets')).toEqual({}),
  );
});
