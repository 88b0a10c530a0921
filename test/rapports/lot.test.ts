import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { BilanSoumission, Soumission } from '../../src/domaine/lot.ts';
import { dresserBilan } from '../../src/lot/bilan.ts';
import { dresserSynthese } from '../../src/lot/synthese/dresser.ts';
import { ecrireCsv, ecrireRangee, type Valeur } from '../../src/rapports/csv.ts';
import { rendreAnomalies } from '../../src/rapports/lot/anomalies.ts';
import { rendreLignes } from '../../src/rapports/lot/csv.ts';
import { rendre as rendreJson } from '../../src/rapports/lot/json.ts';
import type { RapportLot } from '../../src/rapports/lot/modele.ts';
import { rendre as rendreTable } from '../../src/rapports/lot/table.ts';
import { SANS_COULEUR } from '../../src/rapports/presentation.ts';
import { etablirSuivi } from '../../src/suivi/preuve/etablir.ts';
import { releverMois, soumettre } from '../lot/outil.ts';
import { PAR_DEFAUT, recevoir } from '../suivi/fabrique.ts';

const cellule: fc.Arbitrary<Valeur> = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom(';', '"', '\n', '\r', '=', '+', '-', '@', '\t', ' ', 'é', '\uff1d', 'a'),
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }),
  fc.boolean(),
  fc.constant(null),
);

test('les lignes d’un grand fichier sont celles que la bibliothèque écrirait', () => {
  const rangees = fc.array(fc.array(cellule, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rangees, (lignes) => {
      expect(['', ...lignes.map(ecrireRangee), ''].join('\n')).toBe(ecrireCsv([], lignes, false));
    }),
  );
});

function bilanDe(soumission: Soumission, suite: Partial<BilanSoumission> = {}): BilanSoumission {
  const suivi = etablirSuivi(soumission.releves, PAR_DEFAUT);
  return {
    ...dresserBilan(soumission, suivi, { constats: [], extraits: [], proposition: null }),
    ...suite,
  };
}

function rapportDe(bilans: readonly BilanSoumission[]): RapportLot {
  const dateReference = '2025-10-20' as DateCivile;
  return {
    outil: { nom: 'esms', version: '0.1.0', regles: 'ab'.repeat(32) },
    dateReference,
    mois: null,
    reglages: PAR_DEFAUT,
    bilans,
    echecs: [],
    synthese: dresserSynthese(bilans, [], dateReference),
    reprises: 0,
    indexFiness: null,
  };
}

const MOIS = ['2025-08', '2025-09'];
const releves = MOIS.map((mois) =>
  releverMois(mois, [{}, { id: '630991024' }], { og: [{ id: '630990018', etats: 'non_atteint' }] }),
);

describe('le bilan d’une soumission', () => {
  const bilan = bilanDe(soumettre('a', releves));

  test('chaque ESSMS au dernier mois qui le porte, la grappe à tous', () => {
    expect(bilan.essms.map(({ mois, finessEt }) => `${mois} ${finessEt}`)).toEqual([
      '2025-09 630991016',
      '2025-09 630991024',
    ]);
    expect(bilan.ensemble.map(({ mois, mesures }) => [mois, mesures.map((une) => une?.etat)])).toEqual([
      ['2025-08', Array(5).fill('atteint')],
      ['2025-09', Array(5).fill('atteint')],
    ]);
  });

  test('un relevé altéré ou remplacé est cité, et ne compte pas', () => {
    const [aout, septembre] = releves;
    if (aout === undefined || septembre === undefined) throw new Error('deux mois');
    const soumission: Soumission = {
      ...soumettre('a', []),
      releves: [
        recevoir(aout, { fichier: 'a/1.json', intact: false }),
        recevoir(septembre, { fichier: 'a/2.json' }),
        recevoir({ ...septembre, dateReference: '2025-12-01' as DateCivile }, { fichier: 'a/3.json' }),
      ],
    };
    const { releves: cites, ensemble } = bilanDe(soumission);
    expect(cites.map(({ fichier, etat }) => `${fichier} ${etat}`)).toEqual([
      'a/1.json altere',
      'a/2.json remplace',
      'a/3.json retenu',
    ]);
    expect(ensemble.map(({ mois }) => mois)).toEqual(['2025-09']);
  });

  test('le niveau de la convention prime sur celui des relevés', () => {
    const convention = {
      date: null,
      niveauPreuve: 'og' as const,
      echeance: null,
      finessEt: [],
      cibles: [],
      pvVsr: null,
      depenses: null,
    };
    expect(bilan.preuve).toEqual({ niveau: 'grappe', faite: false });
    expect(bilanDe(soumettre('a', releves, convention)).preuve.niveau).toBe('og');
  });
});

describe('les sorties d’un lot', () => {
  test.each([0, 1, 2])('lot.json de %i soumissions : un JSON mis en page comme les autres', (nombre) => {
    const bilans = ['a', 'b'].slice(0, nombre).map((nom) => bilanDe(soumettre(nom, releves)));
    const texte = rendreJson(rapportDe(bilans));
    expect(texte).toBe(`${JSON.stringify(JSON.parse(texte), null, 2)}\n`);
    expect(JSON.parse(texte).soumissions).toHaveLength(nombre);
  });

  test('lot.csv : un nom qui serait une formule est précédé d’une apostrophe', () => {
    const [ligne = ''] = rendreLignes('=1+1', releves).split('\n');
    expect(ligne).toMatch(/^'=1\+1;Grappe Limagne;/);
  });

  test('anomalies.csv : les constats, puis les comptes de lecture, un code inconnu compris', () => {
    const anomalies = { erreurs: 1, avertissements: 0, parCode: { 'ligne.rejetee': 2, 'autre.version': 1 } };
    const lignes = rendreAnomalies(rapportDe([bilanDe(soumettre('a', releves), { anomalies })])).split('\n');
    expect(lignes[1]).toMatch(/^a;lecture;ligne\.rejetee;/);
    expect(lignes[2]).toBe('a;lecture;autre.version;;1;;;;;;;');
  });

  test('le tableau replie après vingt soumissions, et dit où sont les autres', () => {
    const bilans = Array.from({ length: 22 }, (_, rang) => bilanDe(soumettre(`g${rang}`, releves)));
    const presentation = { largeur: 100, palette: SANS_COULEUR, tout: false, excel: false };
    const replie = rendreTable(rapportDe(bilans), presentation);
    expect(replie).toContain('et 2 autres (--tout, ou --sortie DOSSIER)');
    expect(rendreTable(rapportDe(bilans), { ...presentation, tout: true })).not.toContain('--tout');
  });
});
