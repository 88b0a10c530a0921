import { describe, expect, it } from 'vitest';
import { calculer, DEUX_ESSMS, depotDe, ET, ET2, essms, resultat, source, valeur } from './petit-depot.ts';

const TETE = 'finess_et;id_dossier;date_entree;date_derniere_activite';
const DEUX_ACTIFS = [`${ET};a;2025-01-01;2025-09-15`, `${ET};b;2025-01-01;2025-09-15`];
const EJ = '630000537';

describe('agrégation de la référence', () => {
  it('A1, A5 : cinq lignes par ESSMS, par OG et pour la grappe, dans l’ordre', () => {
    const { resultats } = calculer(depotDe([DEUX_ESSMS]));
    expect(resultats.map((r) => r.identifiant).filter((_, i) => i % 5 === 0)).toEqual([
      ET2,
      ET,
      EJ,
      'grappe',
    ]);
    expect(resultats).toHaveLength(20);
  });

  it('A3 : un ESSMS manquant sans rien de connu rend l’agrégat non évaluable, mais nommé', () => {
    const r = resultat(
      calculer(depotDe([DEUX_ESSMS, source('dossiers', [TETE, ...DEUX_ACTIFS])])),
      'dossiers_actifs',
      'grappe',
    );
    expect([r.etat, r.partiel, r.manquants]).toEqual(['non_evaluable', true, [ET2]]);
    expect([r.essms_evalues, r.essms_atteints, r.plus_bas]).toEqual([1, 1, { identifiant: ET, taux: 100 }]);
  });

  it('A3 : les places bornent, sans jamais rendre atteint', () => {
    const perimetre = essms(`${ET};${EJ};PA;;;;`, `${ET2};${EJ};PH;3;;;`);
    const depot = depotDe([perimetre, source('dossiers', [TETE, ...DEUX_ACTIFS])], {
      cibles: { dossiers_actifs: 40 },
    });
    const r = resultat(calculer(depot), 'dossiers_actifs', 'grappe');
    expect([r.etat, r.numerateur, r.denominateur, r.borne_basse, r.borne_haute]).toEqual([
      'incertain',
      2,
      2,
      40,
      100,
    ]);
  });

  it('A3 : un manquant sans personne n’ajoute rien', () => {
    const effectifs = source('effectifs', ['finess_et;mois;personnes_accompagnees', `${ET2};2025-09;0`]);
    const depot = depotDe([DEUX_ESSMS, source('dossiers', [TETE, ...DEUX_ACTIFS]), effectifs]);
    const r = resultat(calculer(depot), 'dossiers_actifs', 'grappe');
    expect([r.etat, r.borne_basse, r.partiel]).toEqual(['atteint', 100, undefined]);
  });

  it('A3 : mssante avec un manquant n’a pas de borne haute, et E + R* entre en bas', () => {
    const depot = depotDe([
      DEUX_ESSMS,
      source('dossiers', [TETE, ...DEUX_ACTIFS, `${ET2};c;2025-01-01;`, `${ET2};d;illisible;`]),
      source('mss', ['finess_et;mois;messages_professionnels;messages_usagers', `${ET};2025-09;1;1`]),
    ]);
    const r = resultat(calculer(depot), 'mssante', 'grappe');
    expect([r.numerateur, r.denominateur, r.borne_basse, r.borne_haute, r.etat]).toEqual([
      2,
      2,
      50,
      null,
      'incertain',
    ]);
  });

  it('A2 : dispensés et hors période ensemble, l’agrégat est dispensé', () => {
    const depot = depotDe([essms(`${ET};${EJ};AHI;;non;;`, `${ET2};${EJ};PH;;;2026-01-01;`)]);
    expect(valeur(calculer(depot), 'dmp', 'grappe')).toBe('dispense');
  });

  it('A4 : le plus bas, le plus petit FINESS à égalité', () => {
    const deux = source('dossiers', [TETE, ...DEUX_ACTIFS, `${ET2};c;2025-01-01;2025-09-15`]);
    const un = source('dossiers', [
      TETE,
      ...DEUX_ACTIFS,
      `${ET};d;2025-01-01;`,
      `${ET2};c;2025-01-01;2025-09-15`,
    ]);
    const bas = (dossiers: typeof un) =>
      resultat(calculer(depotDe([DEUX_ESSMS, dossiers])), 'dossiers_actifs', 'grappe').plus_bas;
    expect([bas(deux), bas(un)]).toEqual([
      { identifiant: ET2, taux: 100 },
      { identifiant: ET, taux: 66.66 },
    ]);
  });

  it('A3 : sans la table projets d’un ESSMS, son A + I + R entre dans les bornes', () => {
    const depot = depotDe([
      DEUX_ESSMS,
      source('dossiers', [
        TETE,
        ...DEUX_ACTIFS,
        `${ET2};c;2025-01-01;2025-09-15`,
        `${ET2};d;2025-01-01;2025-10-15`,
      ]),
      source('projets', ['finess_et;id_dossier;statut', `${ET};a;actif`, `${ET};b;actif`]),
    ]);
    const r = resultat(calculer(depot), 'projets', 'grappe');
    expect([r.numerateur, r.denominateur, r.borne_basse, r.borne_haute, r.etat]).toEqual([
      2,
      2,
      50,
      100,
      'incertain',
    ]);
  });

  it('A2, T6 : un AHI non éligible SONS est dispensé depuis septembre 2025, et sort des sommes', () => {
    const perimetre = essms(`${ET};${EJ};PA;;;;`, `${ET2};${EJ};AHI;;non;;`);
    const mss = source('mss', [
      'finess_et;mois;messages_professionnels;messages_usagers',
      `${ET};2025-09;1;0`,
      `${ET};2025-08;1;0`,
    ]);
    const depot = depotDe([perimetre, source('dossiers', [TETE, ...DEUX_ACTIFS]), mss]);
    expect(valeur(calculer(depot), 'mssante', ET2)).toBe('dispense');
    expect(valeur(calculer(depot), 'mssante', 'grappe')).toBe('1 / 2');
    expect(valeur(calculer(depot, { mois: '2025-08' }), 'mssante', ET2)).toBe('non_evaluable');
    const nonAhi = depotDe([essms(`${ET};${EJ};PA;;non;;`), source('dossiers', [TETE, ...DEUX_ACTIFS]), mss]);
    expect(valeur(calculer(nonAhi), 'mssante')).toBe('1 / 2');
  });

  it('D4 : un agrégat est provisoire si un ESSMS sommé l’est', () => {
    const depot = depotDe([
      DEUX_ESSMS,
      source('dossiers', [TETE, ...DEUX_ACTIFS], { dateExtraction: '2025-09-29' }),
      source('effectifs', ['finess_et;mois;personnes_accompagnees', `${ET2};2025-09;4`]),
    ]);
    const provisoires = calculer(depot)
      .resultats.filter((r) => r.indicateur === 'dossiers_actifs')
      .map((r) => r.provisoire);
    expect(provisoires).toEqual([false, true, true, true]);
  });
});
