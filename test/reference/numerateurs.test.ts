import { describe, expect, it } from 'vitest';
import { calculer, DEMANDE, depotDe, ET, resultat, source, UN_ESSMS, valeur } from './petit-depot.ts';

const DOSSIERS = source('dossiers', [
  'finess_et;id_dossier;date_entree;date_derniere_activite;eligible_projet',
  `${ET};a;2025-01-01;2025-09-15;`,
  `${ET};b;2025-01-01;2025-09-15;`,
  `${ET};c;2025-01-01;2025-09-15;non`,
]);

describe('numérateurs de la référence', () => {
  it.each([
    ['préparation sans date', 'en_preparation;;;', 1],
    ['préparation créée le dernier jour', 'en_preparation;2025-09-30;2026-01-01;', 1],
    ['préparation créée après F', 'en_preparation;2025-10-01;;', 0],
    ['actif sans date', 'actif;;;', 1],
    ['actif commencé après F', 'actif;;2025-10-01;', 0],
    ['actif fini la veille de F', 'actif;;;2025-08-31', 0],
    ['actif fini le premier jour de F', 'actif;;;2025-09-01', 1],
    ['terminé dans F', 'termine;;2025-01-01;2025-09-01', 1],
    ['terminé sans début', 'termine;;;2025-09-15', 0],
    ['terminé sans fin', 'termine;;2025-09-15;', 0],
    ['en pause', 'en_pause;2025-01-01;2025-01-01;', 0],
    ['annulé', 'annule;2025-01-01;2025-01-01;', 0],
  ])('N4 : %s', (_, projet, attendu) => {
    const tete = 'finess_et;id_dossier;statut;date_creation;date_debut;date_fin';
    const depot = depotDe([UN_ESSMS, DOSSIERS, source('projets', [tete, `${ET};a;${projet}`])]);
    expect(valeur(calculer(depot), 'projets')).toBe(`${attendu} / 3`);
  });

  it('N4 : une préparation de plus de douze mois avertit, une de douze mois juste non', () => {
    const avec = (creation: string) => {
      const tete = 'finess_et;id_dossier;statut;date_creation';
      const depot = depotDe([
        UN_ESSMS,
        DOSSIERS,
        source('projets', [tete, `${ET};a;en_preparation;${creation}`]),
      ]);
      const attendu = calculer(depot);
      const rang = attendu.resultats.findIndex((r) => r.identifiant === ET && r.indicateur === 'projets');
      return attendu.avertissements[rang]?.exiges.map((a) => a.code) ?? [];
    };
    expect(avec('2024-08-31')).toContain('projets.preparation_ancienne');
    expect(avec('2024-09-01')).not.toContain('projets.preparation_ancienne');
  });

  it('N5 : existence compte un événement de n’importe quelle date, et dit que la lecture change l’état', () => {
    const agenda = source('agenda', [
      'finess_et;id_dossier;date_debut',
      `${ET};a;2027-01-01`,
      `${ET};b;2020-01-01`,
      `${ET};c;2027-01-01`,
    ]);
    const depot = depotDe([UN_ESSMS, DOSSIERS, agenda]);
    const existence = { ...DEMANDE.definitions, evenement_agenda: 'existence' } as const;
    expect(valeur(calculer(depot), 'agenda')).toBe('0 / 3');
    const attendu = calculer(depot, { definitions: existence });
    expect(valeur(attendu, 'agenda')).toBe('3 / 3');
    const rang = attendu.resultats.findIndex((r) => r.identifiant === ET && r.indicateur === 'agenda');
    expect(attendu.avertissements[rang]?.exiges.map((a) => a.code)).toContain('agenda.lecture');
  });

  it('N5 : en lecture periode, un événement hors du séjour ne compte pas', () => {
    const dossiers = source('dossiers', [
      'finess_et;id_dossier;date_entree;date_derniere_activite',
      `${ET};a;2025-09-10;2025-09-15`,
      `${ET};b;2025-09-10;2025-09-15`,
    ]);
    const agenda = source('agenda', [
      'finess_et;id_dossier;date_debut',
      `${ET};a;2025-09-09`,
      `${ET};b;2025-09-10`,
    ]);
    expect(valeur(calculer(depotDe([UN_ESSMS, dossiers, agenda])), 'agenda')).toBe('1 / 2');
  });

  it('N6 : un identifiant compte une fois, sans identifiant chaque ligne compte', () => {
    const mss = source('mss', [
      'finess_et;date_envoi;destinataire;id_dossier;id_message;sens;etat',
      `${ET};2025-09-01;professionnel;a;m1;;`,
      `${ET};2025-09-02;usager;inconnu;m1;;`,
      `${ET};2025-09-03;usager;;;;`,
      `${ET};2025-09-04;usager;;;envoye;envoye`,
      `${ET};2025-09-05;usager;;m2;recu;`,
      `${ET};2025-09-06;usager;;m3;;rejete`,
      `${ET};2025-08-31;usager;;m4;;`,
    ]);
    expect(valeur(calculer(depotDe([UN_ESSMS, DOSSIERS, mss])), 'mssante')).toBe('3 / 2');
  });

  it('N7 : dossiers distincts, éligibles, avec un dépôt réussi dans F', () => {
    const dmp = source('dmp', [
      'finess_et;id_dossier;date_depot;etat',
      `${ET};a;2025-09-01;`,
      `${ET};a;2025-09-02;depose`,
      `${ET};b;2025-09-02;echec`,
      `${ET};c;2025-09-02;`,
    ]);
    expect(valeur(calculer(depotDe([UN_ESSMS, DOSSIERS, dmp])), 'dmp')).toBe('1 / 2');
  });

  it('N8 : les DMP de trois mois ne s’additionnent pas, leur somme borne en haut', () => {
    const tete = 'finess_et;mois;dossiers_alimentes';
    const effectifs = source('effectifs', [
      'finess_et;mois;personnes_accompagnees;personnes_eligibles_projet;periode',
      `${ET};2025-09;10;10;trimestre`,
    ]);
    const dmp = source('dmp', [tete, `${ET};2025-07;2`, `${ET};2025-08;3`, `${ET};2025-09;1`]);
    const r = resultat(
      calculer(depotDe([UN_ESSMS, DOSSIERS, effectifs, dmp]), { premiereMesure: true }),
      'dmp',
    );
    expect([r.numerateur, r.denominateur, r.borne_basse, r.borne_haute]).toEqual([3, 10, 30, 60]);
  });

  it('N8 : la somme ne dépasse pas E, et le plus grand mois peut le dépasser', () => {
    const tete = 'finess_et;mois;dossiers_alimentes';
    const haute = (...n: number[]) => {
      const mois = n.map((nombre, i) => `${ET};2025-0${7 + i};${nombre}`);
      const depot = depotDe([UN_ESSMS, DOSSIERS, source('dmp', [tete, ...mois])]);
      return resultat(calculer(depot, { premiereMesure: true }), 'dmp').borne_haute;
    };
    expect([haute(1, 1, 1), haute(3, 1, 1)]).toEqual([100, 150]);
  });

  it('N8 : un mois de F absent rend non évaluable, un zéro non', () => {
    const mss = (...lignes: string[]) =>
      source('mss', ['finess_et;mois;messages_professionnels;messages_usagers', ...lignes]);
    const depot = (...lignes: string[]) => depotDe([UN_ESSMS, DOSSIERS, mss(...lignes)]);
    expect(valeur(calculer(depot(`${ET};2025-09;0;0`)), 'mssante')).toBe('0 / 2');
    expect(valeur(calculer(depot(`${ET};2025-09;0;0`), { premiereMesure: true }), 'mssante')).toBe(
      'non_evaluable',
    );
  });

  it('N9 : sans ligne ni déclaration l’ESSMS n’est pas à zéro ; couvre le met à zéro', () => {
    const tete = 'finess_et;id_dossier;date_debut';
    const ailleurs = '630000529;x;2025-09-01';
    expect(
      valeur(calculer(depotDe([UN_ESSMS, DOSSIERS, source('agenda', [tete, ailleurs])])), 'agenda'),
    ).toBe('non_evaluable');
    const couvre = source('agenda', [tete, ailleurs], { couvre: [ET] });
    expect(valeur(calculer(depotDe([UN_ESSMS, DOSSIERS, couvre])), 'agenda')).toBe('0 / 3');
    const ecartee = source('agenda', [tete, `${ET};inconnu;2020-01-01`]);
    expect(valeur(calculer(depotDe([UN_ESSMS, DOSSIERS, ecartee])), 'agenda')).toBe('0 / 3');
  });
});
