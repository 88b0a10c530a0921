import { describe, expect, test } from 'vitest';
import type { Soumission } from '../../../src/domaine/lot.ts';
import type { ReleveFabrique } from '../../suivi/fabrique.ts';
import { type Comptes, controler, dits, ordinaires, releverMois, soumettre } from '../outil.ts';

const MOIS = ['2025-07', '2025-08', '2025-09'];
const trois = (dernier: ReleveFabrique = {}) =>
  MOIS.map((mois, rang) => releverMois(mois, [{ comptes: ordinaires(rang) }], rang === 2 ? dernier : {}));

/** Le dernier relevé n'a plus l'empreinte de son contenu. */
function alterer(soumission: Soumission): Soumission {
  return {
    ...soumission,
    releves: soumission.releves.map((recu, rang, { length }) => ({ ...recu, intact: rang < length - 1 })),
  };
}

describe('la suite des relevés', () => {
  test('trois mois d’accord : aucun constat, de personne', () => {
    expect(controler([soumettre('limagne', trois())])).toEqual([]);
  });

  test.each<[string, ReleveFabrique, string]>([
    [
      'définitions',
      { definitions: { dossier_actif: 'ouvert', population: 'presence', evenement_agenda: 'periode' } },
      'releve.definitions_melees',
    ],
    ['règles', { regles: 'cd'.repeat(32) }, 'releve.regles_melees'],
    ['cibles', { cibleDmp: 20 }, 'releve.cibles_melees'],
  ])('%s mêlées', (_, dernier, code) => {
    expect(dits(code, [soumettre('limagne', trois(dernier))])).toMatchObject([
      { soumission: 'limagne', mois: '2025-09', identifiant: 'grappe' },
    ]);
  });

  test('un mois manquant', () => {
    const [juillet, , septembre] = trois();
    const soumission = soumettre(
      'limagne',
      [juillet, septembre].flatMap((un) => un ?? []),
    );
    expect(dits('releve.mois_absent', [soumission])).toHaveLength(1);
  });

  test('un relevé altéré : dit, et son contenu n’est pas contrôlé', () => {
    const recopie: Comptes = ordinaires();
    const releves = MOIS.map((mois) => releverMois(mois, [{ comptes: recopie }]));
    const [constat] = dits('releve.altere', [alterer(soumettre('limagne', releves))]);
    expect(constat?.nombres).toEqual({ fichier: 'limagne/releve-2025-09.json' });
    expect(constat?.formule).toContain('elle ne prouve aucune honnêteté');
    const recopies = dits('lot.mois_recopie', [alterer(soumettre('limagne', releves))]);
    expect(recopies.map(({ mois }) => mois)).toEqual(['2025-08']);
  });
});
