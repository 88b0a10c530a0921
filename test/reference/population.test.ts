import { describe, expect, it } from 'vitest';
import { calculer, depotDe, ET, ET2, essms, resultat, source, UN_ESSMS, valeur } from './petit-depot.ts';

const TETE = 'finess_et;id_dossier;date_entree;date_sortie;statut';

/** Taille de la population de septembre 2025 avec ces séjours. */
function population(
  lignes: readonly string[],
  tete: string = TETE,
  definition: 'presence' | 'fin_de_periode' = 'presence',
) {
  const depot = depotDe([UN_ESSMS, source('dossiers', [tete, ...lignes])]);
  const definitions = {
    dossier_actif: 'ouvert',
    population: definition,
    evenement_agenda: 'periode',
  } as const;
  return resultat(calculer(depot, { definitions }), 'dossiers_actifs').denominateur ?? 0;
}

describe('population de la référence', () => {
  it.each([
    ['entré le dernier jour de F', '30/09/2025;;', 1],
    ['entré le lendemain de F', '01/10/2025;;', 0],
    ['sorti le premier jour de F', '01/01/2024;01/09/2025;', 1],
    ['sorti la veille de F', '01/01/2024;31/08/2025;', 0],
    ['sans entrée ni statut', ';;', 0],
    ['sans entrée mais actif', ';;actif', 1],
    ['sans entrée et clos', ';;clos', 0],
    ['en préadmission avec une entrée', '01/01/2024;;preadmission', 0],
    ['en attente avec une entrée', '01/01/2024;;attente', 0],
    ['refusé avec une entrée', '01/01/2024;;refuse', 0],
    ['clos sans sortie', '01/01/2024;;clos', 1],
  ])('P1 : %s', (_, sejour, attendu) => {
    expect(population([`${ET};a;${sejour}`, `${ET};témoin;01/01/2020;;`])).toBe(attendu + 1);
  });

  it('P1 : la colonne date_entree manque, l’entrée est réputée ancienne', () => {
    expect(population([`${ET};a;`, `${ET};b;31/08/2025`], 'finess_et;id_dossier;date_sortie')).toBe(1);
  });

  it('P2 : une sortie avant l’entrée est ignorée', () => {
    expect(population([`${ET};a;01/03/2025;01/02/2025;`])).toBe(1);
  });

  it('P3 : fin_de_periode ne garde que les présents du dernier jour', () => {
    const sejours = [`${ET};a;01/01/2025;29/09/2025;`, `${ET};b;01/01/2025;30/09/2025;`];
    expect(population(sejours)).toBe(2);
    expect(population(sejours, TETE, 'fin_de_periode')).toBe(1);
  });

  it('P3 : plusieurs séjours ne comptent qu’une personne', () => {
    expect(population([`${ET};a;01/09/2025;05/09/2025;`, `${ET};a;10/09/2025;;`])).toBe(1);
  });

  it('P4, P5 : les effectifs du mois priment, ceux du trimestre valent pour la première mesure', () => {
    const depot = depotDe([
      UN_ESSMS,
      source('dossiers', [TETE, `${ET};a;01/01/2025;;`]),
      source('mss', ['finess_et;mois;messages_professionnels;messages_usagers', `${ET};2025-09;7;1`]),
      source('effectifs', [
        'finess_et;mois;personnes_accompagnees;personnes_eligibles_projet;periode',
        `${ET};2025-09;12;10;`,
        `${ET};2025-09;15;;trimestre`,
      ]),
    ]);
    expect(valeur(calculer(depot), 'dossiers_actifs')).toBe('0 / 12');
    expect(valeur(calculer(depot), 'mssante')).toBe('8 / 10');
    expect(valeur(calculer(depot, { premiereMesure: true }), 'dossiers_actifs')).toBe('0 / 15');
  });

  it('P5 : une seule ligne « non » rend la personne non éligible', () => {
    const depot = depotDe([
      UN_ESSMS,
      source('dossiers', [
        'finess_et;id_dossier;date_entree;eligible_projet',
        `${ET};a;2025-01-01;oui`,
        `${ET};a;2025-09-01;non`,
        `${ET};b;2025-01-01;`,
      ]),
      source('mss', ['finess_et;mois;messages_professionnels;messages_usagers', `${ET};09/2025;1;0`]),
    ]);
    expect(valeur(calculer(depot), 'mssante')).toBe('1 / 1');
  });

  it('P6 : ouvert après F ou fermé avant F, tout est hors période', () => {
    const lignes = [`${ET};630000537;PA;;;2025-10-01;`, `${ET2};630000537;PA;;;;2025-08-31`];
    const attendu = calculer(depotDe([essms(...lignes)]));
    expect(new Set(attendu.resultats.map((r) => r.etat))).toEqual(new Set(['hors_periode']));
    const auxBornes = [`${ET};630000537;PA;;;2025-09-30;`, `${ET2};630000537;PA;;;;2025-09-01`];
    const etats = calculer(depotDe([essms(...auxBornes)])).resultats.map((r) => r.etat);
    expect(etats).not.toContain('hors_periode');
  });

  it('P7 : les effectifs de FINESS rattachés s’additionnent', () => {
    const depot = depotDe(
      [
        UN_ESSMS,
        source('dossiers', [TETE, `630999999;a;01/01/2025;;`]),
        source('effectifs', [
          'finess_et;mois;personnes_accompagnees',
          `${ET};2025-09;3`,
          '630999999;2025-09;4',
        ]),
      ],
      { aliasFiness: { '630999999': ET } },
    );
    expect(valeur(calculer(depot), 'dossiers_actifs')).toBe('0 / 7');
  });

  it('P5, P7 : des éligibles remplis à moitié ne se somment pas, la population les remplace', () => {
    const tete = 'finess_et;mois;personnes_accompagnees;personnes_eligibles_projet';
    const depot = depotDe(
      [
        UN_ESSMS,
        source('dossiers', [TETE, `${ET};a;01/01/2025;;`, `630999999;b;01/01/2025;;`]),
        source('effectifs', [tete, `${ET};2025-09;3;1`, '630999999;2025-09;4;']),
        source('mss', ['finess_et;mois;messages_professionnels;messages_usagers', `${ET};2025-09;1;0`]),
      ],
      { aliasFiness: { '630999999': ET } },
    );
    expect(valeur(calculer(depot), 'mssante')).toBe('1 / 2');
  });
});
