import { describe, expect, test } from 'vitest';
import { doitMasquer, masquer } from '../../src/cli/masquage.ts';
import type { Anomalie } from '../../src/domaine/anomalie.ts';
import { DETAILS } from '../rapports/exemple.ts';

const CONNUES = new Set([
  'id_dossier',
  'id_message',
  'id_evenement',
  'id_projet',
  'finess_et',
  'date_entree',
]);

function anomalie(colonne: string | null, fichier: string | null = 'dossiers.csv'): Anomalie {
  const [modele] = DETAILS;
  if (!modele) throw new Error('exemple vide');
  return { ...modele, colonne, fichier, valeur: 'secret' };
}

describe('masquage des valeurs', () => {
  test.each([
    ['id_dossier', '•••'],
    ['id_message', '•••'],
    ['id_evenement', '•••'],
    ['id_projet', '•••'],
    ['Nom de naissance', '•••'],
    [null, '•••'],
    ['finess_et', 'secret'],
    ['date_entree', 'secret'],
  ])('colonne %s : %s', (colonne, attendu) => {
    expect(masquer([anomalie(colonne)], CONNUES)[0]?.valeur).toBe(attendu);
  });

  test('la configuration et les erreurs sans fichier restent lisibles', () => {
    expect(masquer([anomalie(null, 'depot.yaml')], CONNUES)[0]?.valeur).toBe('secret');
    expect(masquer([anomalie(null, null)], CONNUES)[0]?.valeur).toBe('secret');
  });

  test('rien à masquer sans valeur, et rien d’autre ne change', () => {
    const nue = { ...anomalie('id_dossier'), valeur: null };
    expect(masquer([nue], CONNUES)).toEqual([nue]);
    const { valeur: _, ...reste } = anomalie('id_dossier');
    expect(masquer([anomalie('id_dossier')], CONNUES)[0]).toMatchObject(reste);
  });

  test.each([
    [false, true, {}, false],
    [true, false, {}, false],
    [true, true, { CI: 'true' }, false],
    [true, true, { CI: '1' }, false],
    [false, true, { CI: '' }, false],
    [false, false, { CI: 'true' }, true],
  ])(
    'masqué %s : terminal %s, environnement %o, --montrer-valeurs %s',
    (attendu, estTerminal, env, montrer) => {
      expect(doitMasquer({ estTerminal }, env, montrer)).toBe(attendu);
    },
  );
});
