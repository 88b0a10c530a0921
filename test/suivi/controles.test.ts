import { describe, expect, test } from 'vitest';
import { type Anomalie, Recueil } from '../../src/domaine/anomalie.ts';
import type { ReleveRecu } from '../../src/domaine/suivi.ts';
import { suivre } from '../../src/suivi/suivre.ts';
import { fabriquer, PAR_DEFAUT, type ReleveFabrique, recevoir } from './fabrique.ts';

function controler(...recus: readonly ReleveRecu[]): { readonly recueil: Recueil; readonly dits: string[] } {
  const recueil = new Recueil(100);
  suivre(recus, PAR_DEFAUT, recueil);
  return { recueil, dits: recueil.details.map(({ code, message }) => `${code} ${message}`) };
}

/** Trois mois, le dernier ajusté. */
function trois(dernier: ReleveFabrique, premiers: ReleveFabrique = {}): ReleveRecu[] {
  return [
    recevoir(fabriquer('2025-07', premiers)),
    recevoir(fabriquer('2025-08', premiers)),
    recevoir(fabriquer('2025-09', dernier)),
  ];
}

const codes = (details: readonly Anomalie[]): string[] => details.map(({ code }) => code);

describe('ce que les relevés se contredisent', () => {
  test('trois mois d’accord : rien à dire', () => {
    expect(controler(...trois({})).dits).toEqual([]);
  });

  test.each<[string, ReleveFabrique, string]>([
    [
      'définitions',
      { definitions: { dossier_actif: 'ouvert', population: 'presence', evenement_agenda: 'periode' } },
      'releve.definitions_melees actif=activité en juillet 2025 et août 2025 ; actif=ouvert en septembre 2025',
    ],
    [
      'cibles',
      { cibleDmp: 20 },
      'releve.cibles_melees cible DMP : 70 % en juillet 2025 et août 2025 ; 20 % en septembre 2025',
    ],
    [
      'règles',
      { regles: 'cd'.repeat(32), version: '0.2.0' },
      'releve.regles_melees règles : abababababab, esms 0.1.0 en juillet 2025 et août 2025 ; cdcdcdcdcdcd, esms 0.2.0 en septembre 2025',
    ],
    [
      'niveau qui fait foi',
      { niveauPreuve: 'essms' },
      'releve.niveau_preuve niveau qui fait foi : grappe en juillet 2025 et août 2025 ; essms en septembre 2025',
    ],
    [
      'organisme d’un ESSMS',
      { essms: [{ id: '630991016', ej: '630990026' }] },
      'releve.essms_change_og 630991016 : OG 630990018 en août 2025, 630990026 en septembre 2025',
    ],
    [
      'périmètre',
      { essms: [{ id: '630991016' }, { id: '630991024', nom: 'Les Tilleuls' }] },
      "releve.perimetre_change d'août 2025 à septembre 2025 : 1 ESSMS en plus (Les Tilleuls 630991024)",
    ],
    [
      'mesure avant la fin du mois',
      { provisoire: true },
      'releve.provisoire septembre 2025 : 1 ESSMS sur 1 mesuré avant la fin du mois',
    ],
    [
      'première mesure tardive',
      { premiereMesure: true },
      "releve.premiere_mesure septembre 2025 : première mesure sur trois mois alors qu'un relevé la précède ; elle ne compte pas",
    ],
  ])('%s', (_, dernier, attendu) => {
    const { dits, recueil } = controler(...trois(dernier));
    expect(dits).toEqual([attendu]);
    expect(recueil.details[0]?.fichier).toBe('releves/releve-2025-09.json');
    expect(recueil.aRefus).toBe(false);
  });

  test('un ESSMS qui disparaît est nommé', () => {
    const deux = { essms: [{ id: '630991016' }, { id: '630991024', nom: 'Les Tilleuls' }] };
    expect(controler(...trois({}, deux)).dits).toEqual([
      "releve.perimetre_change d'août 2025 à septembre 2025 : 1 ESSMS en moins (Les Tilleuls 630991024)",
    ]);
  });

  test('ce qui précède les trois mois de la preuve ne la mêle pas', () => {
    const ancien = recevoir(fabriquer('2025-06', { cibleDmp: 20, regles: 'cd'.repeat(32) }));
    expect(controler(ancien, ...trois({})).dits).toEqual([]);
  });

  test('S3 un mois sans relevé est dit', () => {
    const { dits } = controler(recevoir(fabriquer('2025-07')), recevoir(fabriquer('2025-09')));
    expect(dits).toEqual(["releve.mois_absent août 2025 : aucun relevé, les séries s'y rompent"]);
  });

  test('S3 deux relevés du même mois : celui qui l’emporte et celui qu’il écarte sont cités', () => {
    const double = recevoir(fabriquer('2025-09', { dateReference: '2025-10-09' }), { fichier: 'autre.json' });
    const { recueil } = controler(...trois({}), double);
    expect(recueil.details).toMatchObject([
      {
        code: 'releve.mois_double',
        gravite: 'erreur',
        fichier: 'releves/releve-2025-09.json',
        message: 'septembre 2025 a deux relevés : autre.json est retenu, celui-ci est écarté',
      },
    ]);
  });

  test('un relevé altéré est cité, une erreur ; ce qu’il dit n’est comparé à rien', () => {
    const altere = recevoir(fabriquer('2025-10', { cibleDmp: 1, porteur: '990000000', nom: 'X' }), {
      intact: false,
    });
    const { recueil } = controler(...trois({}), altere);
    expect(codes(recueil.details)).toEqual(['releve.altere']);
    expect(recueil.erreurs).toBe(1);
    expect(recueil.aRefus).toBe(false);
  });

  test('un relevé écarté et altéré est dit des deux façons', () => {
    const altere = recevoir(fabriquer('2025-09'), { fichier: 'z.json', intact: false });
    expect(codes(controler(...trois({}), altere).recueil.details)).toEqual([
      'releve.altere',
      'releve.mois_double',
    ]);
  });
});

describe('une autre grappe : tout est refusé', () => {
  test.each<[string, ReleveFabrique, string]>([
    ['porteur', { porteur: '630990026' }, 'porteur 630990018 ; 630990026 dans le relevé de septembre 2025'],
    [
      'nom',
      { nom: 'Grappe Allier' },
      'grappe « Grappe Limagne » ; « Grappe Allier » dans le relevé de septembre 2025',
    ],
    [
      'aucun ESSMS commun',
      { porteur: null, nom: null, essms: [{ id: '030991012' }] },
      "aucun ESSMS de ce relevé n'est dans le relevé de septembre 2025",
    ],
  ])('%s', (_, dernier, message) => {
    const { recueil } = controler(...trois(dernier));
    expect(recueil.aRefus).toBe(true);
    const refus = recueil.details.filter(({ code }) => code === 'releve.autre_grappe');
    expect(refus.map((un) => [un.fichier, un.message])).toEqual([
      ['releves/releve-2025-07.json', message],
      ['releves/releve-2025-08.json', message],
    ]);
  });

  test('même du même mois, il n’en remplace pas un en silence', () => {
    const autre = recevoir(fabriquer('2025-09', { porteur: '630990026' }), { fichier: 'a.json' });
    expect(controler(...trois({}), autre).recueil.aRefus).toBe(true);
  });

  test('ce qu’un relevé ne dit pas ne contredit rien', () => {
    expect(controler(...trois({ porteur: null, nom: null })).recueil.aRefus).toBe(false);
  });
});
