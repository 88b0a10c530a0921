import { describe, expect, it } from 'vitest';
import { CODES_INDICATEURS, type CodeIndicateur } from '../../src/domaine/resultat.ts';
import {
  avertissement,
  codes,
  decompte,
  grappe,
  ligne,
  mesurer,
  SANS_DOSSIERS,
  SANS_EFFECTIFS,
  TABLES_COMPLETES,
} from './situations.ts';

/** Les indicateurs qui portent ce code. */
function porteurs(code: string, ...situation: Tail<Parameters<typeof mesurer>>): CodeIndicateur[] {
  return CODES_INDICATEURS.filter((i) => avertissement(mesurer(i, ...situation), code) !== undefined);
}
type Tail<T extends unknown[]> = T extends [unknown, ...infer Reste] ? Reste : never;

describe('un ESSMS complet', () => {
  it("n'a aucun avertissement", () => {
    for (const code of CODES_INDICATEURS) expect(codes(mesurer(code))).toEqual([]);
  });
});

describe("chaque avertissement va aux indicateurs qu'il touche", () => {
  it('P4, P5 effectifs.deduits : là où D ou E vient de la population', () => {
    expect(porteurs('effectifs.deduits', SANS_EFFECTIFS)).toEqual(['dossiers_actifs', 'mssante', 'dmp']);
    expect(porteurs('effectifs.deduits', { effectifEligibles: null })).toEqual(['mssante', 'dmp']);
  });

  it("P4 le message nomme la ligne d'effectifs attendue", () => {
    const mois = avertissement(mesurer('dossiers_actifs', SANS_EFFECTIFS), 'effectifs.deduits');
    expect(mois?.message).toContain(
      '« personnes_accompagnees » dans « effectifs » (mois 2025-09, periode mois)',
    );
    const trimestre = mesurer('dmp', SANS_EFFECTIFS, { premiereMesure: true });
    expect(avertissement(trimestre, 'effectifs.deduits')?.message).toContain(
      '« personnes_eligibles_projet » dans « effectifs » (mois 2025-09, periode trimestre)',
    );
  });

  it('N3 dossiers.indetermines : les trois taux de dossiers actifs, avec leur nombre', () => {
    expect(porteurs('dossiers.indetermines', { indetermines: 8 })).toEqual([
      'dossiers_actifs',
      'projets',
      'agenda',
    ]);
    const r = mesurer('projets', { indetermines: 8 });
    expect(avertissement(r, 'dossiers.indetermines')).toMatchObject({ nombre: 8 });
  });

  it('section 6 dossiers.rejetes : tout indicateur que `dossiers` nourrit', () => {
    expect(porteurs('dossiers.rejetes', { rejetes: 2, ...SANS_EFFECTIFS })).toEqual([...CODES_INDICATEURS]);
    const declares = { rejetes: 2, couvert: { dmp: false }, dmpDecompte: decompte(80) };
    expect(porteurs('dossiers.rejetes', declares)).toEqual(['dossiers_actifs', 'projets', 'agenda']);
    expect(avertissement(mesurer('dmp', { rejetes: 2 }), 'dossiers.rejetes')).toMatchObject({ nombre: 2 });
  });

  it('N9 dossiers.rejetes se voit même si aucune ligne de `dossiers` n’est lisible', () => {
    const r = mesurer('dossiers_actifs', { ...SANS_DOSSIERS, rejetes: 40 });
    expect(avertissement(r, 'dossiers.rejetes')).toMatchObject({ nombre: 40 });
  });

  it('P1, P2 sejour.* : avec leur nombre, là où la population compte', () => {
    const sejours = { sejoursEntreeAbsente: 3, sejoursClosSansSortie: 2, sejoursSortieAvantEntree: 1 };
    const r = mesurer('agenda', sejours);
    expect(r.avertissements.map(({ code, nombre }) => [code, nombre])).toEqual([
      ['sejour.entree_absente', 3],
      ['sejour.clos_sans_sortie', 2],
      ['sejour.sortie_avant_entree', 1],
    ]);
    expect(porteurs('sejour.clos_sans_sortie', sejours)).toEqual([
      'dossiers_actifs',
      'projets',
      'agenda',
      'dmp',
    ]);
  });

  it('N4 projets.preparation_ancienne : projets seulement', () => {
    expect(porteurs('projets.preparation_ancienne', { preparationsAnciennes: 4 })).toEqual(['projets']);
  });

  it('N8 decompte.mois_absent : le nombre de mois', () => {
    const r = mesurer(
      'mssante',
      { couvert: { mss: false }, messagesDecompte: decompte(3, null, null) },
      { premiereMesure: true },
    );
    expect(codes(r)).toEqual(['decompte.mois_absent']);
    expect(avertissement(r, 'decompte.mois_absent')).toMatchObject({ nombre: 2 });
  });

  it('decompte.ignore : le détail et les décomptes parlent tous deux de l’ESSMS', () => {
    const deux = { messagesDecompte: decompte(5), dmpDecompte: decompte(5) };
    expect(porteurs('decompte.ignore', deux)).toEqual(['mssante', 'dmp']);
    expect(porteurs('decompte.ignore', { ...SANS_DOSSIERS, ...deux })).toEqual(['mssante']);
  });

  it('N9 table.absente ou table.essms_absent, selon ce que le dépôt donne', () => {
    const sansAgenda = { couvert: { agenda: false } };
    expect(codes(mesurer('agenda', sansAgenda))).toEqual(['table.essms_absent']);
    const tables = TABLES_COMPLETES.filter((t) => t !== 'agenda');
    const absente = mesurer('agenda', sansAgenda, { tables });
    expect(codes(absente)).toEqual(['table.absente']);
    expect(avertissement(absente, 'table.absente')?.message).toContain('« agenda »');
    expect(porteurs('table.absente', sansAgenda, { tables })).toEqual(['agenda']);
  });

  it('N9 une forme de `mss` ou de `dmp` suffit à donner la table', () => {
    const sans = { couvert: { mss: false, dmp: false } };
    const tables = ['dossiers', 'mss_decomptes', 'dmp_decomptes'] as const;
    expect(codes(mesurer('mssante', sans, { tables }))).toEqual(['table.essms_absent']);
    expect(codes(mesurer('dmp', sans, { tables }))).toEqual(['table.essms_absent']);
    expect(codes(mesurer('dmp', sans, { tables: ['dossiers'] }))).toEqual(['table.absente']);
  });

  it('N9 toutes les tables qui manquent sont nommées', () => {
    const r = mesurer('projets', { ...SANS_DOSSIERS, couvert: { dossiers: false, projets: false } });
    expect(avertissement(r, 'table.essms_absent')?.message).toContain('« dossiers », « projets »');
    const dmp = mesurer('dmp', {
      ...SANS_DOSSIERS,
      ...SANS_EFFECTIFS,
      couvert: { dossiers: false, dmp: false },
    });
    expect(avertissement(dmp, 'table.essms_absent')?.message).toContain('« dmp », « dossiers »');
    expect(avertissement(dmp, 'table.essms_absent')?.message).toContain('« personnes_eligibles_projet »');
  });
});

describe('N9 le DMP en détail', () => {
  it('N9 détail utile : un mois absent des décomptes ignorés ne se réclame pas', () => {
    expect(codes(mesurer('dmp', { dmpDecompte: decompte(null) }))).toEqual(['decompte.ignore']);
  });

  it("N9 détail sans `dossiers` : c'est `dossiers` qui manque", () => {
    const r = mesurer('dmp', SANS_DOSSIERS);
    expect(codes(r)).toEqual(['table.essms_absent']);
    expect(avertissement(r, 'table.essms_absent')?.message).toContain('dans « dossiers » :');
  });
});

describe('N5 agenda.lecture', () => {
  const lectures = { actifsAvecEvenement: { periode: 85, existence: 95 } };

  it("N5 quand les deux lectures changent l'état, le résultat dit les deux", () => {
    const r = mesurer('agenda', lectures);
    expect(r).toMatchObject({ numerateur: 85, etat: 'non_atteint' });
    expect(avertissement(r, 'agenda.lecture')).toMatchObject({ nombre: 10 });
    expect(avertissement(r, 'agenda.lecture')?.message).toMatch(/85,0 %, non atteint ; .*95,0 %, atteint/);
  });

  it("N5 l'autre lecture aussi, quand c'est elle qui est choisie", () => {
    const r = mesurer('agenda', lectures, { definitions: { evenement_agenda: 'existence' } });
    expect(r).toMatchObject({ numerateur: 95, etat: 'atteint' });
    expect(avertissement(r, 'agenda.lecture')?.message).toMatch(/95,0 %, atteint ; .*85,0 %, non atteint/);
  });

  it("N5 rien à dire si l'état est le même, ni sur un autre indicateur", () => {
    expect(codes(mesurer('agenda', { actifsAvecEvenement: { periode: 92, existence: 95 } }))).toEqual([]);
    expect(porteurs('agenda.lecture', lectures)).toEqual(['agenda']);
  });

  it('N5 un écart sur les seuls indéterminés compte', () => {
    const r = mesurer('agenda', {
      actifs: 90,
      evenements: 80,
      indetermines: 10,
      indeterminesAvecEvenement: { periode: 0, existence: 10 },
    });
    expect(r).toMatchObject({ etat: 'non_atteint' }); // 80/90 au plus ; 90/100 en lecture « existence »
    expect(avertissement(r, 'agenda.lecture')).toMatchObject({ nombre: 10 });
  });

  it('N5 un agrégat compare aussi ses deux lectures, à son niveau', () => {
    const bas = ligne('630000001', lectures);
    const haut = ligne('630000002', { actifs: 300 });
    expect(avertissement(grappe('agenda', [bas]), 'agenda.lecture')).toMatchObject({ nombre: 10 });
    expect(avertissement(grappe('agenda', [bas, haut]), 'agenda.lecture')).toBeUndefined();
  });
});

describe('dans un agrégat', () => {
  it('A1 les nombres s’additionnent, et le message dit combien d’ESSMS', () => {
    const r = grappe('dossiers_actifs', [
      ligne('630000001', { indetermines: 3 }),
      ligne('630000002', { indetermines: 4, ...SANS_EFFECTIFS }),
      ligne('630000003'),
    ]);
    expect(avertissement(r, 'dossiers.indetermines')).toMatchObject({ nombre: 7 });
    expect(avertissement(r, 'dossiers.indetermines')?.message).toMatch(/^7 dossiers .*\(2 ESSMS\)/);
    expect(avertissement(r, 'effectifs.deduits')).toMatchObject({ nombre: 1 });
  });

  it('T5 le dépassement se juge sur la somme', () => {
    const trop = ligne('630000001', { effectifPersonnes: 80 });
    expect(codes(grappe('dossiers_actifs', [trop]))).toEqual(['taux.superieur_a_100']);
    expect(codes(grappe('dossiers_actifs', [trop, ligne('630000002', { effectifPersonnes: 200 })]))).toEqual(
      [],
    );
  });

  it('chaque message dit quoi faire, sans trou ni « undefined »', () => {
    const tout = {
      ...SANS_EFFECTIFS,
      rejetes: 1,
      indetermines: 1,
      sejoursEntreeAbsente: 1,
      sejoursClosSansSortie: 1,
      sejoursSortieAvantEntree: 1,
      preparationsAnciennes: 1,
      messagesDecompte: decompte(1),
      dmpDecompte: decompte(1),
    };
    const lignes = [ligne('630000001', tout, { secteur: 'AHI' }), ligne('630000002', SANS_DOSSIERS)];
    for (const code of CODES_INDICATEURS) {
      const seul = mesurer(code, tout, {}, { secteur: 'AHI' });
      for (const { message, nombre } of [...seul.avertissements, ...grappe(code, lignes).avertissements]) {
        expect(message).toMatch(/ [:;] .{10}/);
        expect(message).not.toMatch(/undefined|null|NaN| {2}/);
        expect(nombre).toBeGreaterThan(0);
      }
    }
  });
});
