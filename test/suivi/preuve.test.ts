import { describe, expect, test } from 'vitest';
import type { Etat } from '../../src/domaine/resultat.ts';
import { preuveFaite } from '../../src/domaine/suivi.ts';
import { etablirSuivi } from '../../src/suivi/preuve/etablir.ts';
import { fabriquer, PAR_DEFAUT, prouver, recevoir, serieDmp, suite } from './fabrique.ts';

const OUVERTURE = (mois: string, etat: Etat = 'atteint') =>
  recevoir(fabriquer(mois, { premiereMesure: true, grappe: { dmp: etat } }));
const mois = (nom: string, etat: Etat = 'atteint') => recevoir(fabriquer(nom, { grappe: { dmp: etat } }));

describe('S1 la première mesure', () => {
  test('S1 vaut pour le rang de son mois, pas pour les deux d’avant', () => {
    expect(serieDmp([OUVERTURE('2025-07')])).toMatchObject({ serie: 1, restants: 2 });
    expect(serieDmp([OUVERTURE('2025-07'), mois('2025-08'), mois('2025-09')])).toMatchObject({
      serie: 3,
      restants: 0,
    });
  });

  test('S1 en tête, elle tient dans une colonne : les deux mois qu’elle couvre ne sont pas absents', () => {
    const { mois: colonnes } = etablirSuivi([OUVERTURE('2025-07'), mois('2025-08')], PAR_DEFAUT);
    expect(colonnes.map((une) => [une.mois, une.etat, une.premiereMesure])).toEqual([
      ['2025-07', 'releve', 'comptee'],
      ['2025-08', 'releve', null],
    ]);
  });

  test('S1 « non » : elle ne compte ni comme atteinte ni comme partagée', () => {
    const recus = [OUVERTURE('2025-07'), mois('2025-08'), mois('2025-09')];
    expect(serieDmp(recus, { premiereMesureCompte: false })).toMatchObject({ serie: 2, restants: 1 });
    expect(serieDmp(recus, { premiereMesureCompte: false, lecture: 'dernier_atteint' })).toMatchObject({
      partages: 2,
      restants: 1,
    });
  });

  test('S1 après un autre relevé, elle cumule trois mois là où un seul se mesure : elle ne compte pas', () => {
    const recus = [mois('2025-07'), mois('2025-08'), OUVERTURE('2025-09')];
    const { serie, mesures } = serieDmp(recus);
    expect(serie).toBe(0);
    expect(mesures.at(-1)).toMatchObject({ motif: 'premiere_mesure_tardive', partagee: false });
  });
});

describe('S1 la lecture de la preuve', () => {
  test('S1 trois_atteints : trois mois atteints, pas deux', () => {
    expect(prouver(suite('atteint', 'atteint', 'atteint')).statut).toBe('faite');
    expect(prouver(suite('non_atteint', 'atteint', 'atteint')).statut).toBe('non_faite');
  });

  test('S1 dernier_atteint : trois mois partagés, et le dernier atteint', () => {
    const lecture = { lecture: 'dernier_atteint' } as const;
    expect(prouver(suite('non_atteint', 'incertain', 'atteint'), lecture).statut).toBe('faite');
    expect(prouver(suite('atteint', 'atteint', 'non_atteint'), lecture)).toMatchObject({
      statut: 'non_faite',
      auPlusTot: '2025-04-30',
    });
    expect(prouver(suite('atteint', 'atteint'), lecture).statut).toBe('non_faite');
  });

  test('S1 dernier_atteint : un mois sans chiffre n’est pas partagé', () => {
    const lecture = { lecture: 'dernier_atteint' } as const;
    expect(serieDmp(suite('atteint', 'non_evaluable', 'atteint'), lecture)).toMatchObject({
      partages: 1,
      restants: 2,
    });
  });

  test('S1 une seule des cinq séries manque : la preuve n’est pas faite', () => {
    const recus = suite('atteint', 'atteint', { agenda: 'incertain' });
    const preuve = prouver(recus);
    expect(preuve.statut).toBe('non_faite');
    expect(preuve.series.map(({ serie }) => serie)).toEqual([3, 3, 0, 3, 3]);
  });
});

describe('S2 la série', () => {
  test.each<[Etat, number]>([
    ['atteint', 3],
    ['dispense', 3],
    ['hors_periode', 2],
    ['non_atteint', 1],
    ['incertain', 1],
    ['non_evaluable', 1],
  ])('S2 « %s » au milieu de deux mois atteints : série de %i', (etat, attendue) => {
    expect(serieDmp(suite('atteint', etat, 'atteint')).serie).toBe(attendue);
  });

  test('S2 finit au dernier mois : trois mois atteints puis un manqué ne valent plus rien', () => {
    expect(serieDmp(suite('atteint', 'atteint', 'atteint', 'non_atteint')).serie).toBe(0);
  });

  test('S2 continue au-delà de trois', () => {
    expect(serieDmp(suite('atteint', 'atteint', 'atteint', 'atteint', 'atteint')).serie).toBe(5);
  });

  test('S2 D4 un mois provisoire n’est jamais probant, même atteint ou dispensé', () => {
    for (const etat of ['atteint', 'dispense'] as const) {
      const dernier = recevoir(fabriquer('2025-03', { grappe: etat, provisoire: true }));
      const serie = serieDmp([...suite('atteint', 'atteint'), dernier]);
      expect(serie.serie).toBe(0);
      expect(serie.blocages[0]).toEqual({
        mois: '2025-03',
        motif: 'provisoire',
        gestes: [{ geste: 'réexporter après le 31/03/2025', essms: [] }],
      });
    }
  });

  test('S2 un relevé altéré n’est jamais probant, et aucun de ses chiffres n’est repris', () => {
    const altere = recevoir(fabriquer('2025-03'), { intact: false });
    const { serie, mesures } = serieDmp([...suite('atteint', 'atteint'), altere]);
    expect(serie).toBe(0);
    expect(mesures.at(-1)).toMatchObject({ resultat: null, motif: 'altere' });
  });

  test('S2 tout hors période au dernier relevé : il n’y a rien à prouver', () => {
    expect(prouver(suite('atteint', 'hors_periode'))).toMatchObject({
      statut: 'sans_objet',
      auPlusTot: null,
      gestes: [],
    });
    const { niveaux } = etablirSuivi(suite('atteint', 'hors_periode'), PAR_DEFAUT);
    expect(niveaux.map(({ faite, requis }) => [faite, requis])).toEqual(Array(3).fill([false, 0]));
  });
});

describe('S3 mois manquants et mois doubles', () => {
  test('S3 un mois sans relevé garde sa colonne et rompt la série', () => {
    const { serie, mesures } = serieDmp(suite('atteint', null, 'atteint'));
    expect(serie).toBe(1);
    expect(mesures.map(({ motif }) => motif)).toEqual([null, 'absent', null]);
  });

  test('S3 trois colonnes au moins, davantage si on les donne', () => {
    const colonnes = (...recus: Parameters<typeof etablirSuivi>[0]) =>
      etablirSuivi(recus, PAR_DEFAUT).mois.map((une) => une.mois);
    expect(colonnes(mois('2025-01'))).toEqual(['2024-11', '2024-12', '2025-01']);
    expect(colonnes(mois('2025-01'), mois('2025-05'))).toHaveLength(5);
  });

  test.each([
    ['la date de référence', { dateReference: '2025-10-02' }, { dateReference: '2025-10-09' }, 'a', 'b'],
    ['puis la version, lue en nombres', { version: '0.9.0' }, { version: '0.10.0' }, 'b', 'a'],
    ['puis le nom', {}, {}, 'a', 'b'],
  ])('S3 deux relevés du même mois, le plus récent : %s', (_, ancien, recent, nomAncien, nomRecent) => {
    const [un, deux] = [
      recevoir(fabriquer('2025-09', ancien), { fichier: nomAncien }),
      recevoir(fabriquer('2025-09', recent), { fichier: nomRecent }),
    ];
    for (const ordre of [
      [un, deux],
      [deux, un],
    ]) {
      const { mois: colonnes, remplaces } = etablirSuivi(ordre, PAR_DEFAUT);
      expect(colonnes.at(-1)?.recu?.fichier).toBe(nomRecent);
      expect(remplaces.map(({ fichier }) => fichier)).toEqual([nomAncien]);
    }
  });

  test('S3 un relevé altéré, même plus récent, ne remplace pas un relevé intact', () => {
    const intact = recevoir(fabriquer('2025-09', { dateReference: '2025-10-02' }), { fichier: 'a' });
    const altere = recevoir(fabriquer('2025-09', { dateReference: '2025-12-31' }), {
      fichier: 'b',
      intact: false,
    });
    expect(etablirSuivi([altere, intact], PAR_DEFAUT).mois.at(-1)?.recu).toBe(intact);
  });
});

describe('la date au plus tôt', () => {
  test('la fin du mois où la plus courte des cinq séries atteint trois', () => {
    expect(prouver(suite('atteint', 'atteint', { dmp: 'non_atteint' })).auPlusTot).toBe('2025-06-30');
    expect(prouver(suite('non_atteint', { mssante: 'non_atteint' }, 'atteint')).auPlusTot).toBe('2025-05-31');
    expect(prouver(suite('atteint', 'atteint', 'atteint')).auPlusTot).toBeNull();
  });

  test('une dispense et une première mesure y comptent', () => {
    expect(prouver([OUVERTURE('2025-07', 'dispense'), mois('2025-08', 'dispense')]).auPlusTot).toBe(
      '2025-09-30',
    );
    expect(prouver([OUVERTURE('2025-07'), mois('2025-08')], { premiereMesureCompte: false }).auPlusTot).toBe(
      '2025-10-31',
    );
  });

  test('plus tôt si l’on corrige ce que les données laissent ouvert, jamais un mois manqué', () => {
    expect(prouver(suite('atteint', 'atteint', 'incertain'))).toMatchObject({
      auPlusTot: '2025-06-30',
      corrigee: '2025-03-31',
    });
    expect(prouver(suite('atteint', null, 'atteint')).corrigee).toBe('2025-03-31');
    expect(prouver(suite('atteint', 'non_atteint', 'incertain')).corrigee).toBe('2025-05-31');
    expect(prouver(suite('atteint', 'atteint', 'non_atteint'))).toMatchObject({
      auPlusTot: '2025-06-30',
      corrigee: '2025-06-30',
    });
  });
});

describe('les niveaux', () => {
  const [A, B] = ['630991016', '630991024'];
  const tenir = (nom: string, dernier: Etat) =>
    recevoir(
      fabriquer(nom, {
        essms: [{ id: A }, { id: B, etats: { dmp: dernier } }],
        niveauPreuve: 'essms',
      }),
    );

  test('A6 au niveau essms, chacun doit avoir ses cinq séries', () => {
    const suivi = (dernier: Etat) =>
      etablirSuivi(
        [tenir('2025-07', 'atteint'), tenir('2025-08', 'atteint'), tenir('2025-09', dernier)],
        PAR_DEFAUT,
      );
    expect(preuveFaite(suivi('atteint'), [])).toBe(true);
    expect(preuveFaite(suivi('non_atteint'), [])).toBe(false);
    const [, , essms] = suivi('non_atteint').niveaux;
    expect(essms).toMatchObject({ niveau: 'essms', requis: 2, faits: 1, auPlusTot: '2025-12-31' });
    expect(essms?.identifiants.map(({ identifiant }) => identifiant)).toEqual([B, A]);
  });

  test('A6 sans niveau dit, la preuve se fait à tous ceux qui sont montrés', () => {
    const sans = ['2025-07', '2025-08', '2025-09'].map((nom) =>
      recevoir(fabriquer(nom, { essms: [{ id: A, etats: 'non_atteint' }], niveauPreuve: null })),
    );
    const suivi = etablirSuivi(sans, PAR_DEFAUT);
    expect(suivi.niveauPreuve).toBeNull();
    expect(preuveFaite(suivi, ['grappe'])).toBe(true);
    expect(preuveFaite(suivi, ['grappe', 'og', 'essms'])).toBe(false);
    expect(preuveFaite(suivi, [])).toBe(false);
  });

  test('A6 dit de deux façons, il n’est pas dit ; un relevé qui se tait ne contredit rien', () => {
    const dire = (...niveaux: ('grappe' | 'essms' | null)[]) =>
      etablirSuivi(
        niveaux.map((niveauPreuve, rang) => recevoir(fabriquer(`2025-0${rang + 1}`, { niveauPreuve }))),
        PAR_DEFAUT,
      ).niveauPreuve;
    expect(dire('grappe', 'essms')).toBeNull();
    expect(dire('grappe', null)).toBe('grappe');
  });

  test('un ESSMS hors période au dernier relevé n’est pas exigé ; un ESSMS nouveau l’est', () => {
    const essms = (nom: string, ...lignes: readonly (readonly [string, Etat])[]) =>
      recevoir(fabriquer(nom, { essms: lignes.map(([id, etats]) => ({ id, etats })) }));
    const ferme = [
      essms('2025-07', [A, 'atteint'], [B, 'atteint']),
      essms('2025-08', [A, 'atteint'], [B, 'non_atteint']),
      essms('2025-09', [A, 'atteint'], [B, 'hors_periode']),
    ];
    expect(etablirSuivi(ferme, PAR_DEFAUT).niveaux[2]).toMatchObject({ requis: 1, faite: true });
    const nouveau = [
      essms('2025-07', [A, 'atteint']),
      essms('2025-08', [A, 'atteint']),
      essms('2025-09', [A, 'atteint'], [B, 'atteint']),
    ];
    const niveau = etablirSuivi(nouveau, PAR_DEFAUT).niveaux[2];
    expect(niveau).toMatchObject({ requis: 2, faite: false, auPlusTot: '2025-11-30' });
    expect(niveau?.identifiants[0]?.series[0]?.mesures[0]).toMatchObject({ motif: 'hors_releve' });
  });

  test('un chiffre déclaré dans les trois derniers mois : la preuve dit son niveau', () => {
    const declare = (etat: Etat) => ({
      etat,
      n: 9,
      d: 10,
      avertissements: [{ code: 'declare.seul', nombre: 1, message: 'déclaré' }],
    });
    const recus = suite({ dmp: declare('atteint') }, 'atteint', 'atteint');
    expect(prouver(recus)).toMatchObject({ statut: 'faite', preuve: 'declare' });
    const ancien = suite({ dmp: declare('atteint') }, 'atteint', 'atteint', 'atteint');
    expect(prouver(ancien).preuve).toBe('calcule');
  });
});

describe('ce qui manque', () => {
  const INDETERMINES = { code: 'dossiers.indetermines', nombre: 4, message: '4 dossiers' };
  const SANS_LIGNE = { code: 'table.essms_absent', nombre: 1, message: 'aucune ligne' };

  test('une cible manquée : le reste à faire', () => {
    const serie = serieDmp(
      suite('atteint', 'atteint', { dmp: { etat: 'non_atteint', n: 40, d: 100, reste: 30 } }),
    );
    expect(serie.blocages).toEqual([
      { mois: '2025-03', motif: 'non_atteint', gestes: [{ geste: '30 DMP', essms: [] }] },
    ]);
  });

  test('un ensemble incertain le doit à certains ESSMS : ce sont eux que l’on nomme', () => {
    const dernier = fabriquer('2025-03', {
      grappe: { dmp: { etat: 'non_evaluable', avertissements: [SANS_LIGNE] } },
      essms: [
        {
          id: '1',
          nom: 'IME Les Alizés',
          etats: { dmp: { etat: 'incertain', n: 4, d: 8, avertissements: [INDETERMINES] } },
        },
        {
          id: '2',
          nom: 'SAVS Horizon',
          etats: { dmp: { etat: 'non_evaluable', avertissements: [SANS_LIGNE] } },
        },
        { id: '3', nom: 'EHPAD' },
      ],
    });
    const { blocages } = serieDmp([...suite('atteint', 'atteint'), recevoir(dernier)]);
    expect(blocages[0]?.gestes).toEqual([
      { geste: 'réexporter', essms: [{ identifiant: '1', nom: 'IME Les Alizés' }] },
      { geste: "fournir l'export", essms: [{ identifiant: '2', nom: 'SAVS Horizon' }] },
    ]);
  });

  test('à l’OG, seuls ses ESSMS', () => {
    const incertain = { dmp: { etat: 'incertain', n: 4, d: 8, avertissements: [INDETERMINES] } } as const;
    const releve = fabriquer('2025-03', {
      og: [
        { id: 'X', etats: { dmp: 'incertain' } },
        { id: 'Y', etats: { dmp: 'incertain' } },
      ],
      essms: [
        { id: '1', nom: 'Un', ej: 'X', etats: incertain },
        { id: '2', nom: 'Deux', ej: 'Y', etats: incertain },
      ],
    });
    const og = etablirSuivi([recevoir(releve)], PAR_DEFAUT).niveaux[1];
    const parOg = og?.identifiants.map(({ identifiant, series }) => [
      identifiant,
      series[4]?.blocages[0]?.gestes.flatMap(({ essms }) => essms.map(({ nom }) => nom)),
    ]);
    expect(Object.fromEntries(parOg ?? [])).toEqual({ X: ['Un'], Y: ['Deux'] });
  });

  test('au-delà d’un mois manqué, corriger les autres ne servirait à rien', () => {
    const { blocages } = serieDmp(suite('incertain', 'non_atteint', 'incertain'));
    expect(blocages.map(({ mois: un, motif }) => [un, motif])).toEqual([
      ['2025-03', 'incertain'],
      ['2025-02', 'non_atteint'],
    ]);
  });

  test('rien que du temps : aucun blocage', () => {
    expect(serieDmp([OUVERTURE('2025-07')]).blocages).toEqual([]);
    expect(prouver([OUVERTURE('2025-07')]).gestes).toEqual(['tenir 2 mois']);
  });
});

describe('la tendance', () => {
  const dmp = (n: number, basse?: number, haute?: number | null) => ({
    dmp: {
      etat: 'incertain',
      n,
      d: 100,
      ...(basse !== undefined && { basse }),
      ...(haute !== undefined && { haute }),
    } as const,
  });

  test.each([
    ['hausse', dmp(60), dmp(61)],
    ['baisse', dmp(61), dmp(60)],
    ['stable', dmp(60), dmp(60)],
  ])('%s', (attendue, avant, apres) => {
    expect(serieDmp(suite(avant, apres)).tendance).toBe(attendue);
  });

  test('des intervalles qui se recouvrent, ou sans borne haute, ne disent rien', () => {
    expect(serieDmp(suite(dmp(60, 50, 70), dmp(65, 60, 80))).tendance).toBeNull();
    expect(serieDmp(suite(dmp(60, 50, null), dmp(90))).tendance).toBeNull();
    expect(serieDmp(suite(dmp(60, 50, 70), dmp(80, 71, null))).tendance).toBe('hausse');
  });

  test('une première mesure ne se compare pas à un mois', () => {
    expect(serieDmp([OUVERTURE('2025-07'), mois('2025-08', 'non_atteint')]).tendance).toBeNull();
  });

  test('un dernier mois sans chiffre n’a pas de tendance', () => {
    expect(serieDmp(suite(dmp(60), dmp(70), 'non_evaluable')).tendance).toBeNull();
  });
});
