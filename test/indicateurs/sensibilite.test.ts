import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ETATS, type Etat } from '../../src/domaine/resultat.ts';
import type { Condition } from '../../src/domaine/sensibilite.ts';
import { combiner, decrire } from '../../src/indicateurs/conditions.ts';
import {
  type CleDefinition,
  DEFINITIONS_PAR_DEFAUT,
  type Definitions,
} from '../../src/indicateurs/definitions.ts';
import { mesurerSensibilite, type Variante } from '../../src/indicateurs/sensibilite.ts';

const CLES: readonly CleDefinition[] = ['dossier_actif', 'population', 'evenement_agenda'];
const DOUZE = combiner(CLES) as Definitions[];

function remplit(definitions: Partial<Definitions>, condition: Condition): boolean {
  return Object.entries(condition).every(([cle, valeurs]) =>
    valeurs.includes(definitions[cle as CleDefinition] ?? ''),
  );
}

/** Les variantes d'un seul résultat, dont l'état suit les définitions. */
function variantes(etatDe: (definitions: Definitions) => Etat): Variante[] {
  return DOUZE.map((definitions) => ({
    definitions,
    resultats: [
      { niveau: 'essms', identifiant: '630781227', indicateur: 'agenda', etat: etatDe(definitions) },
    ],
  }));
}

describe('conditions', () => {
  it('douze combinaisons, distinctes, celle par défaut d’abord', () => {
    expect(new Set(DOUZE.map((une) => JSON.stringify(une))).size).toBe(12);
    expect(DOUZE[0]).toEqual(DEFINITIONS_PAR_DEFAUT);
  });

  it('disent exactement l’ensemble donné, quel qu’il soit', () =>
    fc.assert(
      fc.property(fc.subarray(DOUZE, { minLength: 1 }), (voulues) => {
        const conditions = decrire(voulues, CLES);
        expect(DOUZE.filter((une) => conditions.some((c) => remplit(une, c)))).toEqual(voulues);
        expect(conditions.length).toBeLessThanOrEqual(voulues.length);
      }),
    ));

  it('ne nomment pas une définition qui admet toutes ses valeurs', () => {
    expect(decrire(DOUZE, CLES)).toEqual([{}]);
    const ouverts = DOUZE.filter(({ dossier_actif }) => dossier_actif === 'ouvert');
    expect(decrire(ouverts, CLES)).toEqual([{ dossier_actif: ['ouvert'] }]);
  });

  it('réunissent deux valeurs d’une définition plutôt que deux conditions', () => {
    const autres = DOUZE.filter(({ dossier_actif }) => dossier_actif !== 'activite');
    expect(decrire(autres, CLES)).toEqual([{ dossier_actif: ['ouvert', 'statut'] }]);
  });
});

describe('sensibilité', () => {
  it('un état qui ne change jamais tient', () => {
    expect(
      mesurerSensibilite(
        variantes(() => 'atteint'),
        DEFINITIONS_PAR_DEFAUT,
      ),
    ).toEqual([
      {
        niveau: 'essms',
        identifiant: '630781227',
        indicateur: 'agenda',
        etat: 'atteint',
        tient: true,
        combinaisons: 12,
        etats: [{ etat: 'atteint', nombre: 12, conditions: [{}] }],
      },
    ]);
  });

  it('l’état en vigueur vient d’abord, avec ce qui le rend et ce qui le change', () => {
    const etatDe = ({ dossier_actif, evenement_agenda }: Definitions): Etat => {
      if (evenement_agenda === 'periode') return dossier_actif === 'activite' ? 'incertain' : 'non_atteint';
      return 'atteint';
    };
    const [mesuree] = mesurerSensibilite(variantes(etatDe), DEFINITIONS_PAR_DEFAUT);
    expect(mesuree?.tient).toBe(false);
    expect(mesuree?.etats).toEqual([
      {
        etat: 'incertain',
        nombre: 2,
        conditions: [{ dossier_actif: ['activite'], evenement_agenda: ['periode'] }],
      },
      { etat: 'atteint', nombre: 6, conditions: [{ evenement_agenda: ['existence'] }] },
      {
        etat: 'non_atteint',
        nombre: 4,
        conditions: [{ dossier_actif: ['ouvert', 'statut'], evenement_agenda: ['periode'] }],
      },
    ]);
  });

  it('les états se partagent les combinaisons, sans reste ni double', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ETATS), { minLength: 12, maxLength: 12 }), (etats) => {
        const [mesuree] = mesurerSensibilite(
          variantes((definitions) => etats[DOUZE.indexOf(definitions)] ?? 'incertain'),
          DEFINITIONS_PAR_DEFAUT,
        );
        for (const [rang, definitions] of DOUZE.entries()) {
          const admis = mesuree?.etats.filter(({ conditions }) =>
            conditions.some((c) => remplit(definitions, c)),
          );
          expect(admis?.map(({ etat }) => etat)).toEqual([etats[rang]]);
        }
      }),
    ));

  it('les définitions dont l’indicateur ne dépend pas sont confondues', () => {
    const dmp = DOUZE.map((definitions): Variante => {
      const etat = definitions.population === 'presence' ? 'non_atteint' : 'atteint';
      return {
        definitions,
        resultats: [{ niveau: 'grappe', identifiant: 'grappe', indicateur: 'dmp', etat }],
      };
    });
    expect(mesurerSensibilite(dmp, DEFINITIONS_PAR_DEFAUT)[0]).toMatchObject({
      combinaisons: 2,
      etats: [{ nombre: 1 }, { etat: 'atteint', conditions: [{ population: ['fin_de_periode'] }] }],
    });
  });
});
