import { describe, expect, test } from 'vitest';
import { AUTRE_ET, type Comptes, dire, dits, ET, releverMois, soumettre } from '../outil.ts';

const deuxMois = (avant: Comptes, apres: Comptes) => [
  releverMois('2025-08', [{ comptes: avant }]),
  releverMois('2025-09', [{ comptes: apres }]),
];

/** Quatre indicateurs de dénominateur `d`, le cinquième à part. */
const quatre = (d: number, dmp: number): Comptes => ({
  dossiers_actifs: [d - 1, d],
  projets: [d - 2, d],
  agenda: [d - 1, d],
  mssante: [15, d],
  dmp: [dmp, d],
});

describe('mois recopié', () => {
  test('quatre indicateurs sur cinq aux mêmes comptes, d = 20', () => {
    const [constat, ...autres] = dire('lot.mois_recopie', ...deuxMois(quatre(20, 12), quatre(20, 13)));
    expect(autres).toEqual([]);
    expect(constat).toMatchObject({
      gravite: 'erreur',
      soumission: 'limagne',
      mois: '2025-09',
      identifiant: '630991016',
      nombres: { dossiers_actifs: '19/20', projets: '18/20', agenda: '19/20', mssante: '15/20' },
    });
    expect(constat?.formule).toContain('4 indicateurs au moins sur 5');
    expect(constat?.attendu).toContain('exports des deux mois');
  });

  test('d = 19 : rien', () => {
    expect(dire('lot.mois_recopie', ...deuxMois(quatre(19, 12), quatre(19, 13)))).toEqual([]);
  });

  test('trois indicateurs seulement : rien', () => {
    const apres = { ...quatre(20, 13), mssante: [16, 20] as const };
    expect(dire('lot.mois_recopie', ...deuxMois(quatre(20, 12), apres))).toEqual([]);
  });

  test.each([
    [20, 1],
    [19, 0],
  ])('MSS et DMP égaux tous deux, n = %i : %i constat', (n, combien) => {
    const mois = (actifs: number): Comptes => ({
      dossiers_actifs: [actifs, 100],
      projets: [actifs - 5, actifs],
      agenda: [actifs - 4, actifs],
      mssante: [n, 100],
      dmp: [n + 1, 100],
    });
    expect(dire('lot.mois_recopie', ...deuxMois(mois(95), mois(91)))).toHaveLength(combien);
  });

  test('un mois d’écart, ou une première mesure : rien', () => {
    const essms = [{ comptes: quatre(20, 12) }];
    expect(dire('lot.mois_recopie', releverMois('2025-07', essms), releverMois('2025-09', essms))).toEqual(
      [],
    );
    expect(
      dire(
        'lot.mois_recopie',
        releverMois('2025-08', essms, { premiereMesure: true }),
        releverMois('2025-09', essms),
      ),
    ).toEqual([]);
  });
});

describe('copie entre ESSMS', () => {
  const comptes = (d: number): Comptes => ({
    dossiers_actifs: [d - 1, d],
    projets: [d - 3, d - 1],
    agenda: [d - 2, d - 1],
    mssante: [33, d],
    dmp: [15, d],
  });
  const deux = (un: Comptes, autre: Comptes, mois = '2025-09') => [
    soumettre('limagne', [releverMois('2025-09', [{ comptes: un }])]),
    soumettre('forez', [releverMois(mois, [{ id: AUTRE_ET, comptes: autre }])]),
  ];

  test('les quatre comptes égaux, D = 20 : un constat de chaque côté', () => {
    const constats = dits('lot.copie_essms', deux(comptes(20), comptes(20)));
    expect(constats.map(({ soumission, identifiant }) => [soumission, identifiant])).toEqual([
      ['limagne', '630991016'],
      ['forez', AUTRE_ET],
    ]);
    expect(constats[0]?.message).toBe(`630991016 : mêmes comptes que ${AUTRE_ET} (forez)`);
    expect(constats[0]?.nombres).toEqual({ personnes: 20, actifs: 19, messages: 33, dmp: 15, autres: 1 });
  });

  test('une rencontre d’un mois, entre soumissions, n’est qu’un avertissement', () => {
    const gravites = dits('lot.copie_essms', deux(comptes(20), comptes(20))).map(({ gravite }) => gravite);
    expect(gravites).toEqual(['avertissement', 'avertissement']);
  });

  test('dans une même soumission : une erreur', () => {
    const releve = releverMois('2025-09', [{ comptes: comptes(20) }, { id: AUTRE_ET, comptes: comptes(20) }]);
    const gravites = dire('lot.copie_essms', releve).map(({ gravite }) => gravite);
    expect(gravites).toEqual(['erreur', 'erreur']);
  });

  test('deux mois de suite, entre soumissions : une erreur ; deux mois, avec deux ESSMS différents : non', () => {
    const TROISIEME = '630991032';
    const suite = (id: string, juillet: Comptes, aout: Comptes) => [
      releverMois('2025-07', [{ id, comptes: juillet }]),
      releverMois('2025-08', [{ id, comptes: aout }]),
    ];
    const rencontrer = (...lot: ReturnType<typeof soumettre>[]) =>
      dits('lot.copie_essms', lot).map(({ soumission, gravite }) => `${soumission} ${gravite}`);
    expect(
      rencontrer(
        soumettre('limagne', suite(ET, comptes(20), comptes(21))),
        soumettre('forez', suite(AUTRE_ET, comptes(20), comptes(21))),
      ),
    ).toEqual(['limagne erreur', 'forez erreur', 'limagne erreur', 'forez erreur']);
    expect(
      rencontrer(
        soumettre('limagne', suite(ET, comptes(20), comptes(21))),
        soumettre('forez', suite(AUTRE_ET, comptes(20), comptes(30))),
        soumettre('velay', suite(TROISIEME, comptes(31), comptes(21))),
      ),
    ).toEqual([
      'limagne avertissement',
      'forez avertissement',
      'limagne avertissement',
      'velay avertissement',
    ]);
  });

  test.each([
    ['D = 19', comptes(19), comptes(19), '2025-09'],
    ['un DMP de plus', comptes(20), { ...comptes(20), dmp: [16, 20] as const }, '2025-09'],
    ['un autre mois', comptes(20), comptes(20), '2025-08'],
  ])('%s : rien', (_, un, autre, mois) => {
    expect(dits('lot.copie_essms', deux(un, autre, mois))).toEqual([]);
  });

  test('le même ESSMS dans deux soumissions se redit : ce n’est pas une copie', () => {
    const releve = releverMois('2025-09', [{ comptes: comptes(20) }]);
    const soumissions = [soumettre('limagne', [releve]), soumettre('forez', [releve])];
    expect(dits('lot.copie_essms', soumissions)).toEqual([]);
    expect(dits('lot.deux_grappes', soumissions)).toHaveLength(2);
  });
});
