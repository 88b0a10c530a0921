import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../../src/domaine/date-civile.ts';
import type { ConstatLot, Convention, Proposition, Soumission } from '../../../src/domaine/lot.ts';
import type { ReglagesPreuve } from '../../../src/domaine/suivi.ts';
import { proposer, reprendre } from '../../../src/lot/proposition/proposer.ts';
import { etablirSuivi } from '../../../src/suivi/preuve/etablir.ts';
import { type Etats, fabriquer, PAR_DEFAUT, recevoir } from '../../suivi/fabrique.ts';

const CONVENTION: Convention = {
  date: '2024-01-15' as DateCivile,
  niveauPreuve: 'grappe',
  echeance: '2025-09-30' as DateCivile,
  finessEt: ['630991016'],
  cibles: [],
  pvVsr: { fichier: 'pv-vsr.pdf', presente: true },
  depenses: { fichier: 'depenses.csv', presente: true },
};

const AVANT = '2025-09-30' as DateCivile;
const APRES = '2025-10-15' as DateCivile;
const MOIS = ['2025-07', '2025-08', '2025-09', '2025-10'];
const MANQUE: Etats = { dmp: { etat: 'non_atteint', n: 60, d: 100, reste: 10 } };

interface Demande {
  readonly etats?: readonly (Etats | null)[];
  readonly convention?: Partial<Convention> | null;
  readonly constats?: readonly ConstatLot[];
  readonly dateReference?: DateCivile;
  readonly reglages?: ReglagesPreuve;
  readonly niveauDit?: 'grappe' | null;
}

function soumettre({
  etats = ['atteint', 'atteint', 'atteint'],
  convention = {},
  niveauDit = 'grappe',
}: Demande): Soumission {
  return {
    nom: 'limagne',
    nature: 'releves',
    releves: etats.flatMap((grappe, rang) =>
      grappe === null ? [] : recevoir(fabriquer(MOIS[rang] ?? '', { grappe, niveauPreuve: niveauDit })),
    ),
    convention: convention && { ...CONVENTION, ...convention },
  };
}

function rendre(demande: Demande = {}): Proposition {
  const soumission = soumettre(demande);
  const suivi = etablirSuivi(soumission.releves, demande.reglages ?? PAR_DEFAUT);
  return proposer(soumission, suivi, demande.constats ?? [], demande.dateReference ?? AVANT);
}

const constat = (gravite: ConstatLot['gravite'], code = 'lot.mois_recopie'): ConstatLot => ({
  code,
  gravite,
  soumission: 'limagne',
  mois: null,
  identifiant: '630991016',
  indicateur: null,
  message: 'mêmes comptes',
  formule: '',
  nombres: {},
  attendu: 'joignez les exports',
});

const raison = ({ raisons }: Proposition, code: string): string =>
  raisons
    .filter((une) => une.code === code)
    .map(({ message }) => message)
    .join(' | ');

describe('verser', () => {
  test('tout est là : les raisons, dans l’ordre', () => {
    const proposition = rendre();
    expect(proposition.avis).toBe('verser');
    expect(proposition.raisons).toEqual([
      { code: 'cibles', message: 'cibles atteintes au niveau grappe : les cinq séries sur 3 mois' },
      { code: 'mois', message: '3 mois consécutifs partagés' },
      { code: 'perimetre', message: 'la convention liste 1 ESSMS' },
      { code: 'pieces', message: 'PV de VSR : pv-vsr.pdf' },
      { code: 'pieces', message: 'état récapitulatif des dépenses : depenses.csv' },
      { code: 'echeance', message: "preuve faite avant l'échéance du 30/09/2025" },
    ]);
    expect(proposition.appels).toEqual([]);
  });

  test('l’échéance passée ne retire rien d’une preuve faite à temps', () => {
    expect(rendre({ dateReference: APRES }).avis).toBe('verser');
    // Un mois manqué après l'échéance n'y change rien non plus.
    expect(rendre({ etats: ['atteint', 'atteint', 'atteint', MANQUE], dateReference: APRES }).avis).toBe(
      'verser',
    );
  });

  test('un avertissement se lit avant de signer, sans empêcher', () => {
    const proposition = rendre({ constats: [constat('avertissement', 'lot.saut')] });
    expect(proposition.avis).toBe('verser');
    expect(raison(proposition, 'constats')).toBe("à lire avant de signer, 1 avertissement : saut d'un taux");
    expect(proposition.appels).toHaveLength(1);
  });
});

describe('compléter : ce qui manque ou reste incertain', () => {
  test.each<[string, Demande, string, RegExp]>([
    ['aucune convention', { convention: null }, 'convention', /^aucune convention/],
    [
      'aucun niveau dit',
      { convention: { niveauPreuve: null }, niveauDit: null },
      'cibles',
      /quel niveau fait foi/,
    ],
    [
      'un mois absent',
      { etats: ['atteint', null, 'atteint'] },
      'mois',
      /^1 mois partagés sur 3 \(août 2025 absent\)$/,
    ],
    [
      'une cible incertaine',
      { etats: ['atteint', 'atteint', { dmp: 'incertain' }] },
      'cibles',
      /^cibles non prouvées au niveau grappe : DMP/,
    ],
    [
      'des chiffres provisoires',
      { etats: ['atteint', 'atteint', { dmp: { etat: 'atteint', n: 80, d: 100, provisoire: true } }] },
      'provisoire',
      /septembre 2025/,
    ],
    [
      'un chiffre déclaré',
      {
        etats: [
          'atteint',
          'atteint',
          {
            dmp: {
              etat: 'atteint',
              n: 80,
              d: 100,
              avertissements: [{ code: 'declare.seul', nombre: 1, message: '' }],
            },
          },
        ],
      },
      'declare',
      /^1 indicateur déclaré, en tout ou partie \(DMP\)/,
    ],
    ['une convention sans liste', { convention: { finessEt: [] } }, 'perimetre', /ne liste pas/],
    ['un PV non cité', { convention: { pvVsr: null } }, 'pieces', /PV de VSR : la convention ne cite pas/],
    [
      'une pièce absente',
      { convention: { depenses: { fichier: 'd.csv', presente: false } } },
      'pieces',
      /d\.csv est cité, et n'est pas dans le dossier/,
    ],
    ['une échéance tue', { convention: { echeance: null } }, 'echeance', /ne dit pas d'échéance/],
    [
      'une réponse attendue',
      { constats: [constat('erreur')] },
      'constats',
      /^1 réponse attendue : mois recopié$/,
    ],
    ['un relevé altéré', { constats: [constat('erreur', 'releve.altere')] }, 'releves', /relevé altéré/],
    [
      'un ESSMS en trop',
      { constats: [constat('erreur', 'lot.essms_hors_convention')] },
      'perimetre',
      /ESSMS/,
    ],
  ])('%s', (_, demande, code, attendue) => {
    // Passée l'échéance, ce qui manque ne se refuse pas pour autant.
    for (const dateReference of [AVANT, APRES]) {
      const proposition = rendre({ ...demande, dateReference });
      expect(proposition.avis).toBe('completer');
      expect(raison(proposition, code)).toMatch(attendue);
    }
  });

  test('une cible manquée avant l’échéance', () => {
    expect(rendre({ etats: ['atteint', 'atteint', MANQUE], dateReference: AVANT }).avis).toBe('completer');
  });

  test('une preuve faite après l’échéance : à l’ARS de dire', () => {
    const proposition = rendre({
      etats: [MANQUE, 'atteint', 'atteint', 'atteint'],
      dateReference: APRES,
    });
    expect(proposition.avis).toBe('completer');
    expect(raison(proposition, 'echeance')).toContain("après l'échéance");
  });

  test('le PV de VSR est facultatif pour une montée de version (V5)', () => {
    const soumission = soumettre({ convention: { pvVsr: null } });
    const releves = soumission.releves.map(({ scelle: { releve } }) =>
      recevoir({
        ...releve,
        perimetre: releve.perimetre.map((un) => ({ ...un, typeProjet: 'montée de version' })),
      }),
    );
    const suivi = etablirSuivi(releves, PAR_DEFAUT);
    expect(proposer({ ...soumission, releves }, suivi, [], AVANT).avis).toBe('verser');
  });
});

describe('refuser : seulement ce que les données prouvent', () => {
  const tard = (etats: readonly (Etats | null)[], demande: Demande = {}) =>
    rendre({ etats, dateReference: APRES, ...demande });

  test('échéance passée, tous les mois là, cible manquée', () => {
    const proposition = tard(['atteint', 'atteint', MANQUE]);
    expect(proposition.avis).toBe('refuser');
    expect(raison(proposition, 'echeance')).toContain('prouvent une cible manquée');
    expect(proposition.appels[0]).toContain('Avant tout refus');
  });

  test('« trois atteints » : un mois manqué au milieu suffit, même si le dernier est atteint', () => {
    expect(tard(['atteint', MANQUE, 'atteint']).avis).toBe('refuser');
  });

  test('le jour de l’échéance, elle n’est pas passée', () => {
    expect(tard(['atteint', 'atteint', MANQUE], { dateReference: AVANT }).avis).toBe('completer');
  });

  test.each<[string, readonly (Etats | null)[], Demande]>([
    ['un mois de preuve absent', ['atteint', null, MANQUE], {}],
    [
      'le dernier mois avant l’échéance absent',
      ['atteint', 'atteint', MANQUE],
      { convention: { echeance: '2025-10-31' as DateCivile }, dateReference: '2025-11-15' as DateCivile },
    ],
    ['une cible seulement incertaine', ['atteint', 'atteint', { dmp: 'incertain' }], {}],
    [
      'un chiffre manqué, mais provisoire',
      ['atteint', 'atteint', { dmp: { etat: 'non_atteint', n: 6, d: 10, provisoire: true } }],
      {},
    ],
    ['une réponse attendue', ['atteint', 'atteint', MANQUE], { constats: [constat('erreur')] }],
    ['aucune convention', ['atteint', 'atteint', MANQUE], { convention: null }],
  ])('%s : compléter', (_, etats, demande) => {
    expect(tard(etats, demande).avis).toBe('completer');
  });

  test('trois mois atteints plus tôt, avant un mois manqué : compléter', () => {
    expect(
      tard(['atteint', 'atteint', 'atteint', MANQUE], {
        convention: { echeance: '2025-10-31' as DateCivile },
        dateReference: '2025-11-15' as DateCivile,
      }).avis,
    ).toBe('completer');
  });

  test('« dernier atteint » : un mois manqué suivi d’un mois atteint n’est pas un manque', () => {
    const reglages = { ...PAR_DEFAUT, lecture: 'dernier_atteint' as const };
    expect(tard(['atteint', MANQUE, 'atteint'], { reglages }).avis).toBe('verser');
    expect(tard(['atteint', 'atteint', MANQUE], { reglages }).avis).toBe('refuser');
  });
});

describe('reprendre, avec les constats entre soumissions', () => {
  test('aucun : rien ne change', () => {
    const proposition = rendre();
    expect(reprendre(proposition, [])).toBe(proposition);
  });

  test('une erreur attend sa réponse avant de verser comme de refuser', () => {
    for (const etats of [
      ['atteint', 'atteint', 'atteint'],
      ['atteint', 'atteint', MANQUE],
    ] as const) {
      const proposition = reprendre(rendre({ etats, dateReference: APRES }), [
        constat('erreur', 'lot.deux_grappes'),
      ]);
      expect(proposition.avis).toBe('completer');
      expect(raison(proposition, 'perimetre')).toContain('ESSMS dans deux grappes');
      expect(proposition.appels[0]).toBe('mêmes comptes : joignez les exports');
      const codes = proposition.raisons.map(({ code }) => code);
      expect(codes.indexOf('perimetre')).toBeLessThan(codes.indexOf('pieces'));
    }
  });
});
