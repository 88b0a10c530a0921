import { describe, expect, it } from 'vitest';
import { calculer, depotDe, ET, essms, resultat, source, UN_ESSMS } from './petit-depot.ts';

const TETE = 'finess_et;id_dossier;date_entree;statut';

function compter(ligne: string) {
  const depot = depotDe([UN_ESSMS, source('dossiers', [TETE, `${ET};témoin;2025-01-01;`, ligne])]);
  const { lignes, retenues, rejetees, ecartees } = calculer(depot).fichiers[1] ?? {};
  return [lignes, retenues, rejetees, ecartees];
}

describe('lignes de la référence', () => {
  it.each([
    ['date impossible', `${ET};a;31/02/2025;`],
    ['année sur deux chiffres', `${ET};a;01/09/25;`],
    ['jour sur un chiffre', `${ET};a;1/9/2025;`],
    ['année hors bornes', `${ET};a;2201-01-01;`],
    ['valeur obligatoire vide', `${ET};;2025-01-01;`],
    ['FINESS de forme fausse', '63078122;a;2025-01-01;'],
    ['code inconnu', `${ET};a;2025-01-01;bizarre`],
    ['colonne en trop', `${ET};a;2025-01-01;;`],
    ['colonne en moins', `${ET};a;2025-01-01`],
    ['en-tête répété', TETE],
  ])('E1 : %s, rejetée', (_, ligne) => {
    expect(compter(ligne)).toEqual([2, 1, 1, 0]);
  });

  it.each([
    ['00/00/0000 vaut vide', `${ET};a;00/00/0000;`],
    ['une heure ne compte pas', `${ET};a;01/09/2025 23:59;ACTIF`],
  ])('E1 : %s, retenue', (_, ligne) => {
    expect(compter(ligne)).toEqual([2, 2, 0, 0]);
  });

  it('E1 : un en-tête répété est rejeté même si chaque cellule se lirait', () => {
    const dossiers = source('dossiers', ['id_dossier', 'a', 'id_dossier'], { finessConstant: ET });
    const attendu = calculer(depotDe([UN_ESSMS, dossiers]));
    expect(attendu.fichiers[1]).toMatchObject({ lignes: 2, retenues: 1, rejetees: 1 });
  });

  it('E1 : une ligne de séparateurs n’est pas une ligne lue', () => {
    expect(compter(' ;;;')).toEqual([1, 1, 0, 0]);
  });

  it('E2 : FINESS hors périmètre, écartée', () => {
    expect(compter('630000529;a;2025-01-01;')).toEqual([2, 1, 0, 1]);
  });

  it('E2 : dossier inconnu écarté, sauf si dossiers ne couvre pas l’ESSMS', () => {
    const agenda = source('agenda', ['finess_et;id_dossier;date_debut', `${ET};x;2025-09-01`]);
    const dossiers = source('dossiers', [TETE, `${ET};a;2025-01-01;`]);
    expect(calculer(depotDe([UN_ESSMS, dossiers, agenda])).fichiers[2]?.ecartees).toBe(1);
    expect(calculer(depotDe([UN_ESSMS, agenda])).fichiers[1]?.ecartees).toBe(0);
  });

  it('E3 : la seconde ligne d’une clé est rejetée, la période vide vaut mois', () => {
    const effectifs = source('effectifs', [
      'finess_et;mois;personnes_accompagnees;periode',
      `${ET};2025-09;10;`,
      `${ET};09/2025;20;mois`,
      `${ET};2025-09;30;trimestre`,
    ]);
    const attendu = calculer(
      depotDe([UN_ESSMS, source('dossiers', [TETE, `${ET};a;2025-01-01;`]), effectifs]),
    );
    expect(attendu.fichiers[2]).toMatchObject({ lignes: 3, retenues: 2, rejetees: 1 });
    expect(resultat(attendu, 'dossiers_actifs').denominateur).toBe(10);
  });

  it('section 6 : R élargit les bornes quand D est déduit', () => {
    const dossiers = source('dossiers', [
      'finess_et;id_dossier;date_entree;date_derniere_activite',
      `${ET};a;2025-01-01;2025-09-15`,
      `${ET};b;2025-02-31;`,
    ]);
    const r = resultat(calculer(depotDe([UN_ESSMS, dossiers])), 'dossiers_actifs');
    expect([r.numerateur, r.denominateur, r.borne_basse, r.borne_haute, r.etat]).toEqual([
      1,
      1,
      50,
      100,
      'incertain',
    ]);
  });

  it('section 6 : R* est nul quand D et E viennent des effectifs, pas R', () => {
    const dossiers = source('dossiers', [
      'finess_et;id_dossier;date_entree;date_derniere_activite',
      `${ET};a;2025-01-01;2025-09-15`,
      `${ET};trop;2025-01-01;;;`,
    ]);
    const tete = 'finess_et;mois;personnes_accompagnees;personnes_eligibles_projet';
    const effectifs = source('effectifs', [tete, `${ET};2025-09;4;4`]);
    const mss = source('mss', [
      'finess_et;mois;messages_professionnels;messages_usagers',
      `${ET};2025-09;1;0`,
    ]);
    const attendu = calculer(depotDe([UN_ESSMS, dossiers, effectifs, mss]));
    const bornes = (indicateur: 'dossiers_actifs' | 'mssante') => {
      const r = resultat(attendu, indicateur);
      return [r.borne_basse, r.borne_haute];
    };
    expect([bornes('dossiers_actifs'), bornes('mssante')]).toEqual([
      [25, 50],
      [25, 25],
    ]);
  });

  it('E3 : une ligne d’essms rejetée ne tient pas la clé, la seconde bonne est rejetée', () => {
    const perimetre = essms(
      `${ET};630000537;PA;;;31/02/2025;`,
      `${ET};630000537;PA;;;;`,
      `${ET};630000537;PH;;;;`,
    );
    const attendu = calculer(depotDe([perimetre]));
    expect(attendu.fichiers[0]).toMatchObject({ lignes: 3, retenues: 1, rejetees: 2 });
    expect(attendu.resultats[0]?.secteur).toBe('PA');
  });

  it('E2, P7 : un dossier du FINESS secondaire est connu de l’ESSMS', () => {
    const dossiers = source('dossiers', [TETE, '630999999;a;2025-01-01;']);
    const agenda = source('agenda', ['finess_et;id_dossier;date_debut', `${ET};a;2025-09-01`]);
    const depot = depotDe([UN_ESSMS, dossiers, agenda], { aliasFiness: { '630999999': ET } });
    expect(calculer(depot).fichiers[2]).toMatchObject({ retenues: 1, ecartees: 0 });
  });
});
