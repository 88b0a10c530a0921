import { describe, expect, it } from 'vitest';
import { CODES_INDICATEURS } from '../../src/domaine/resultat.ts';
import { citerCibles, valeursCibles } from '../../src/indicateurs/cibles.ts';
import { REGISTRE } from '../../src/indicateurs/registre.ts';

describe('section 1 : les cinq indicateurs du kit', () => {
  it('cinq indicateurs, aux cibles 90, 90, 90, 70 et 70 %', () => {
    expect(CODES_INDICATEURS.map((code) => REGISTRE[code].cible)).toEqual([90, 90, 90, 70, 70]);
  });

  it('chaque fiche porte son code et cite sa source, cible comprise', () => {
    for (const code of CODES_INDICATEURS) {
      expect(REGISTRE[code].code).toBe(code);
      expect(REGISTRE[code].source).toMatch(/^kit SESAN, partie 3 § 6, « .+ valeur cible \d\d % »$/);
      expect(REGISTRE[code].source).toContain(`valeur cible ${REGISTRE[code].cible} %`);
    }
  });

  it('sans convention, les cibles sont celles du kit, dans son ordre', () => {
    expect(citerCibles().map(({ indicateur }) => indicateur)).toEqual([...CODES_INDICATEURS]);
    expect(citerCibles()[0]).toEqual({
      indicateur: 'dossiers_actifs',
      valeur: 90,
      reference: REGISTRE.dossiers_actifs.source,
    });
  });

  it('la convention remplace une cible et sa référence, pas les autres', () => {
    const convenues = { dmp: { valeur: 62.5, reference: 'convention du 15/01/2024, art. 4' } };
    expect(citerCibles(convenues).at(-1)).toEqual({ indicateur: 'dmp', ...convenues.dmp });
    expect(valeursCibles(convenues)).toEqual({
      dossiers_actifs: 90,
      projets: 90,
      agenda: 90,
      mssante: 70,
      dmp: 62.5,
    });
  });
});
