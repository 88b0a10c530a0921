import { describe, expect, test } from 'vitest';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import type { Avis, BilanSoumission, ConstatLot, EssmsLot, MesureLot } from '../../src/domaine/lot.ts';
import { dresserSynthese } from '../../src/lot/synthese/dresser.ts';
import { rendreSynthese } from '../../src/rapports/lot/synthese.ts';

const DATE = '2025-10-15' as DateCivile;

const mesure = (etat: MesureLot['etat'], taux: number | null = null): MesureLot => ({
  etat,
  numerateur: null,
  denominateur: null,
  taux,
});

function essms(
  finessEt: string,
  mesures: readonly (MesureLot | null)[],
  dit: Partial<EssmsLot> = {},
): EssmsLot {
  return {
    mois: '2025-09' as Mois,
    finessEt,
    finessEj: '630990018',
    libelle: finessEt,
    secteur: 'PA',
    departement: '63',
    typeProjet: null,
    logiciel: 'Alvéole',
    mesures,
    ...dit,
  };
}

function bilan(nom: string, avis: Avis | null, dit: Partial<BilanSoumission> = {}): BilanSoumission {
  return {
    nom,
    nature: 'releves',
    grappe: null,
    convention: null,
    releves: [],
    preuve: { niveau: null, faite: false },
    ensemble: [],
    essms: [],
    extraits: [],
    constats: [],
    anomalies: { erreurs: 0, avertissements: 0, parCode: {} },
    proposition: avis && {
      soumission: nom,
      avis,
      raisons: [{ code: 'cibles', message: `raison de ${nom}` }],
      appels: [`appel de ${nom}`],
    },
    ...dit,
  };
}

const echeance = (date: string): BilanSoumission['convention'] => ({
  date: null,
  niveauPreuve: null,
  echeance: date as DateCivile,
  finessEt: [],
  cibles: [],
  pvVsr: null,
  depenses: null,
});

const constat = (code: string, gravite: ConstatLot['gravite'], soumission: string): ConstatLot => ({
  code,
  gravite,
  soumission,
  mois: null,
  identifiant: null,
  indicateur: null,
  message: '',
  formule: '',
  nombres: {},
  attendu: '',
});

describe('ce que la vue régionale compte', () => {
  const cinq = (dmp: MesureLot | null) => [
    mesure('atteint', 90),
    mesure('atteint', 100),
    mesure('non_atteint', 89.99),
    mesure('dispense'),
    dmp,
  ];
  const synthese = dresserSynthese(
    [
      bilan('limagne', 'completer', {
        essms: [
          essms('1', cinq(mesure('atteint', 70))),
          essms('2', cinq(mesure('non_evaluable')), { secteur: 'PH', logiciel: null }),
        ],
      }),
    ],
    [],
    DATE,
  );

  test('un ESSMS sans donnée n’atteint rien, un dispensé n’est pas compté', () => {
    expect(synthese.essms).toBe(2);
    expect(synthese.axes.departement).toEqual([
      {
        nom: '63',
        essms: 2,
        indicateurs: [
          { atteints: 2, concernes: 2 },
          { atteints: 2, concernes: 2 },
          { atteints: 0, concernes: 2 },
          { atteints: 0, concernes: 0 },
          { atteints: 1, concernes: 2 },
        ],
      },
    ]);
    expect(synthese.axes.secteur.map(({ nom, essms: combien }) => [nom, combien])).toEqual([
      ['PA', 1],
      ['PH', 1],
    ]);
    expect(synthese.axes.logiciel.map(({ nom }) => nom)).toEqual([null, 'Alvéole']);
  });

  test('les tranches gardent leur borne basse', () => {
    const tranches = synthese.distribution.map(({ tranches: siennes, sansChiffre }) => [
      ...siennes,
      sansChiffre,
    ]);
    expect(tranches).toEqual([
      [0, 0, 0, 0, 0, 2, 0, 0],
      [0, 0, 0, 0, 0, 0, 2, 0],
      [0, 0, 0, 0, 2, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 2],
      [0, 0, 0, 1, 0, 0, 0, 1],
    ]);
  });

  test('à rappeler d’abord : sans proposition, puis l’échéance la plus proche, puis le plus de réponses attendues', () => {
    const { soumissions, constats, avis } = dresserSynthese(
      [
        bilan('verse', 'verser', { convention: echeance('2024-01-01') }),
        bilan('tard', 'completer', { convention: echeance('2025-12-31') }),
        bilan('muette', 'completer', { constats: [constat('lot.saut', 'avertissement', 'muette')] }),
        bilan('erreurs', 'completer', {
          constats: [
            constat('lot.places', 'avertissement', 'erreurs'),
            constat('lot.mois_recopie', 'erreur', 'erreurs'),
          ],
        }),
        bilan('alteree', null),
        bilan('tot', 'completer', { convention: echeance('2025-10-31') }),
      ],
      [],
      DATE,
    );
    expect(soumissions.map(({ nom }) => nom)).toEqual([
      'alteree',
      'tot',
      'tard',
      'erreurs',
      'muette',
      'verse',
    ]);
    expect(constats.map(({ code }) => code)).toEqual(['lot.mois_recopie', 'lot.places', 'lot.saut']);
    expect(avis).toEqual({ verser: 1, completer: 4, refuser: 0 });
  });

  test('l’ordre des bilans ne change rien', () => {
    const bilans = ['a', 'b', 'c'].map((nom) => bilan(nom, 'completer', { essms: [essms(nom, cinq(null))] }));
    expect(dresserSynthese([...bilans].reverse(), [], DATE)).toEqual(dresserSynthese(bilans, [], DATE));
  });
});

describe('la page', () => {
  const page = (bilans: readonly BilanSoumission[], echecs: Parameters<typeof dresserSynthese>[1] = []) =>
    rendreSynthese({
      outil: { nom: 'esms', version: '0.1.0', regles: 'ab'.repeat(32) },
      synthese: dresserSynthese(bilans, echecs, DATE),
    });

  test('le verdict, les échecs, les appels et les raisons de chacune', () => {
    const rendue = page(
      [bilan('limagne', 'completer'), bilan('forez', 'verser'), bilan('velay', 'refuser')],
      [{ nom: 'abime', code: 'releve.illisible', message: 'relevé tronqué', aide: 'redemandez-le' }],
    );
    expect(rendue).toContain('Propositions : 1 à verser, 1 à compléter, 1 à refuser, 1 non traitée.');
    expect(rendue).toContain('abime : relevé tronqué ; redemandez-le');
    expect(rendue).toContain('appel de limagne');
    expect(rendue).not.toContain('appel de forez');
    for (const nom of ['limagne', 'forez', 'velay']) expect(rendue).toContain(`raison de ${nom}`);
    expect(rendue).toContain('Rien n&#39;est automatique');
  });

  test('un nom venu d’un dossier ne s’exécute pas', () => {
    const rendue = page([bilan('<script>alert(1)</script>', 'completer')]);
    expect(rendue).not.toContain('<script>');
    expect(rendue).toContain('&lt;script&gt;');
  });

  test('un lot vide se lit encore', () => {
    expect(page([])).toContain('aucun relevé intact');
  });
});
