import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../../src/domaine/date-civile.ts';
import type { Fiche } from '../../../src/domaine/finess/verification.ts';
import type { Convention } from '../../../src/domaine/lot.ts';
import { dresserBilan } from '../../../src/lot/bilan.ts';
import { controlerRepertoire } from '../../../src/lot/controles/repertoire.ts';
import { etablirSuivi } from '../../../src/suivi/preuve/etablir.ts';
import { PAR_DEFAUT } from '../../suivi/fabrique.ts';
import { AUTRE_ET, dits, ET, releverMois, soumettre } from '../outil.ts';

const MUETTE: Convention = {
  date: null,
  niveauPreuve: null,
  echeance: null,
  finessEt: [],
  cibles: [],
  pvVsr: null,
  depenses: null,
};
const RELEVE = releverMois('2025-09', [{ id: ET, dit: { libelle: 'EHPAD Mon Repos' } }]);
const codes = (convention: Partial<Convention>, code: string) =>
  dits(code, [soumettre('limagne', [RELEVE], { ...MUETTE, ...convention })]);

describe('la convention contre le relevé', () => {
  test('les mêmes FINESS, ou aucun de cité : rien', () => {
    for (const finessEt of [[ET], []]) {
      expect(codes({ finessEt }, 'lot.essms_hors_convention')).toEqual([]);
      expect(codes({ finessEt }, 'lot.essms_absent')).toEqual([]);
    }
  });

  test('un ESSMS en trop, un ESSMS qui manque : chacun son constat', () => {
    expect(codes({ finessEt: [AUTRE_ET] }, 'lot.essms_hors_convention')).toMatchObject([
      { identifiant: ET, message: `EHPAD Mon Repos ${ET} : au relevé, pas à la convention` },
    ]);
    expect(codes({ finessEt: [AUTRE_ET] }, 'lot.essms_absent')).toMatchObject([
      { identifiant: AUTRE_ET, gravite: 'erreur', nombres: { essms_convention: 1, essms_releve: 1 } },
    ]);
  });

  test('la cible et le niveau : mêmes, rien ; autres, dits', () => {
    const cible = (valeur: number) =>
      codes({ cibles: [{ indicateur: 'dmp', valeur }] }, 'lot.cible_differente');
    expect(cible(70)).toEqual([]);
    expect(cible(20)).toMatchObject([
      { indicateur: 'dmp', message: 'DMP : jugé sur 70 %, la convention dit 20 %' },
    ]);
    expect(codes({ niveauPreuve: 'grappe' }, 'lot.niveau_different')).toEqual([]);
    expect(codes({ niveauPreuve: 'essms' }, 'lot.niveau_different')).toHaveLength(1);
  });
});

describe('taille du groupement', () => {
  const grappe = (nombre: number, prefixe: string) =>
    releverMois(
      '2025-09',
      Array.from({ length: nombre }, (_, rang) => ({ id: `${prefixe}${String(rang).padStart(7, '0')}` })),
    );
  const taille = (code: string, nombre: number, prefixe: string, date: string | null) =>
    dits(code, [
      soumettre('limagne', [grappe(nombre, prefixe)], { ...MUETTE, date: date as DateCivile | null }),
    ]);

  test.each([
    ['63', 15, 0],
    ['63', 14, 1],
    ['2A', 8, 0],
    ['2A', 7, 1],
  ])('département %s, %i ESSMS en 2022 : %i constat', (prefixe, nombre, combien) => {
    expect(taille('lot.taille', nombre, prefixe, '2022-06-01')).toHaveLength(combien);
  });

  test('une année dont le seuil n’est pas lu, ou une date tue : inconnu', () => {
    for (const date of ['2024-01-15', null]) {
      expect(taille('lot.taille', 2, '63', date)).toEqual([]);
      expect(taille('lot.taille_inconnue', 2, '63', date)).toHaveLength(1);
    }
  });
});

describe('le répertoire FINESS', () => {
  const FICHE: Fiche = {
    role: 'etablissement',
    nom: 'MON REPOS',
    ouvert: true,
    finessEj: '630990018',
    nomEj: 'LIMAGNE SOLIDARITES',
    acheminement: null,
    categorie: null,
    secteur: null,
    essms: null,
    sons: null,
  };
  const soumission = soumettre('limagne', [RELEVE], { ...MUETTE, finessEt: [ET] });
  const vue = dresserBilan(soumission, etablirSuivi(soumission.releves, PAR_DEFAUT), {
    constats: [],
    extraits: [],
    proposition: null,
  });
  const lire = async (fiche: Fiche | null, vues = [vue]) => {
    const demandes: string[][] = [];
    const constats = await controlerRepertoire(vues, {
      cite: { dateExtraction: '2026-05-12', etablissements: 1, empreintes: [] },
      lire: async (numeros) => {
        demandes.push([...numeros]);
        return new Map(fiche === null ? [] : [[ET, fiche]]);
      },
    });
    return { constats, demandes };
  };

  test('ouvert, à son entité juridique : rien', async () => {
    expect((await lire(FICHE)).constats).toEqual([]);
  });

  test.each<[string, Fiche | null, string]>([
    ['finess.inconnu', null, 'numéro absent du répertoire (index du 12/05/2026)'],
    ['finess.inconnu', { ...FICHE, role: 'entite_juridique' }, "numéro d'une entité juridique"],
    ['finess.ferme', { ...FICHE, ouvert: false }, 'fermé, selon le répertoire'],
    [
      'finess.autre_ej',
      { ...FICHE, finessEj: '630990026', nomEj: 'HORIZON' },
      'OG 630990018 au relevé, 630990026 (HORIZON) au répertoire',
    ],
  ])('%s', async (code, fiche, message) => {
    const { constats } = await lire(fiche);
    expect(constats).toHaveLength(1);
    expect(constats[0]).toMatchObject({ code, gravite: 'avertissement', mois: '2025-09', identifiant: ET });
    expect(constats[0]?.message).toContain(message);
  });

  test('ce que la convention seule cite est cherché aussi ; une seule lecture pour tout le lot', async () => {
    const autre = { ...vue, nom: 'forez', convention: { ...MUETTE, finessEt: [AUTRE_ET] } };
    const { constats, demandes } = await lire(FICHE, [vue, autre]);
    expect(demandes).toEqual([[ET, AUTRE_ET]]);
    expect(constats).toMatchObject([{ code: 'finess.inconnu', soumission: 'forez', identifiant: AUTRE_ET }]);
  });
});

describe('un ESSMS, une grappe, un projet', () => {
  const releve = (id: string, typeProjet: string | null = null) =>
    releverMois('2025-09', [{ id, dit: { typeProjet } }]);

  test('deux soumissions qui ne partagent rien : rien', () => {
    expect(
      dits('lot.deux_grappes', [soumettre('a', [releve(ET)]), soumettre('b', [releve(AUTRE_ET)])]),
    ).toEqual([]);
  });

  test('le même ESSMS dans deux relevés : dit des deux côtés', () => {
    const constats = dits('lot.deux_grappes', [soumettre('a', [releve(ET)]), soumettre('b', [releve(ET)])]);
    expect(constats.map(({ soumission, message }) => [soumission, message])).toEqual([
      ['a', `${ET} : aussi dans b`],
      ['b', `${ET} : aussi dans a`],
    ]);
  });

  test('au relevé de l’une, à la seule convention de l’autre : dit aussi', () => {
    const constats = dits('lot.deux_grappes', [
      soumettre('a', [releve(ET)]),
      soumettre('b', [releve(AUTRE_ET)], { ...MUETTE, finessEt: [AUTRE_ET, ET] }),
    ]);
    expect(constats.map(({ message }) => message)).toEqual([
      `${ET} : aussi dans b (convention)`,
      `${ET} : aussi dans a`,
    ]);
  });

  test('acquisition ici, montée de version là : dit ; deux acquisitions, non', () => {
    const deux = (un: string, autre: string) =>
      dits('lot.acquisition_et_conformite', [
        soumettre('a', [releve(ET, un)]),
        soumettre('b', [releve(ET, autre)]),
      ]);
    expect(deux('acquisition', 'renouvellement')).toEqual([]);
    expect(deux('acquisition', 'Montée de version')).toMatchObject([
      { soumission: 'a', message: `${ET} : acquisition dans a, montée de version dans b` },
      { soumission: 'b' },
    ]);
  });
});
