import { describe, expect, it } from 'vitest';
import type { SourceLogique } from './depot-logique.ts';
import { calculer, depotDe, ET, resultat, source, UN_ESSMS, valeur } from './petit-depot.ts';

/** Un dossier présent du 10 au 20 septembre, et les autres tables. */
function actifs(...sources: SourceLogique[]) {
  const dossiers = source('dossiers', [
    'finess_et;id_dossier;date_entree;date_sortie;date_derniere_activite',
    `${ET};a;2025-09-10;2025-09-20;`,
  ]);
  return valeur(calculer(depotDe([UN_ESSMS, dossiers, ...sources])), 'dossiers_actifs');
}

function derniereActivite(lignes: readonly string[], ...sources: SourceLogique[]) {
  const dossiers = source('dossiers', ['finess_et;id_dossier;date_entree;date_derniere_activite', ...lignes]);
  return resultat(calculer(depotDe([UN_ESSMS, dossiers, ...sources])), 'dossiers_actifs');
}

describe('traces de la référence', () => {
  it.each([
    ['une activité', source('activites', ['finess_et;id_dossier;date', `${ET};a;2025-09-10`]), 1],
    [
      'une activité hors du séjour',
      source('activites', ['finess_et;id_dossier;date', `${ET};a;2025-09-09`]),
      0,
    ],
    [
      'un événement',
      source('agenda', ['finess_et;id_dossier;date_debut;statut', `${ET};a;2025-09-20 08:30;`]),
      1,
    ],
    [
      'un événement annulé',
      source('agenda', ['finess_et;id_dossier;date_debut;statut', `${ET};a;2025-09-20;annule`]),
      0,
    ],
    [
      'un événement exclu',
      source('agenda', ['finess_et;id_dossier;date_debut;type', `${ET};a;2025-09-20;absence`], {
        typesExclus: ['absence'],
      }),
      0,
    ],
    [
      'un projet annulé mis à jour',
      source('projets', ['finess_et;id_dossier;statut;date_maj', `${ET};a;annule;2025-09-15`]),
      1,
    ],
    [
      'la fin d’un projet',
      source('projets', ['finess_et;id_dossier;statut;date_fin', `${ET};a;actif;2025-09-15`]),
      0,
    ],
    ['un dépôt DMP', source('dmp', ['finess_et;id_dossier;date_depot', `${ET};a;2025-09-15`]), 1],
    [
      'un dépôt en échec',
      source('dmp', ['finess_et;id_dossier;date_depot;etat', `${ET};a;2025-09-15;echec`]),
      0,
    ],
    [
      'un message envoyé',
      source('mss', ['finess_et;date_envoi;destinataire;id_dossier', `${ET};2025-09-15;usager;a`]),
      1,
    ],
    [
      'un message reçu',
      source('mss', ['finess_et;date_envoi;destinataire;id_dossier;sens', `${ET};2025-09-15;usager;a;recu`]),
      0,
    ],
  ])('N1 : %s', (_, table, attendu) => {
    expect(actifs(table)).toBe(`${attendu} / 1`);
  });

  it('N2 : ouvert prend toute la population, statut une ligne « actif »', () => {
    const depot = depotDe([
      UN_ESSMS,
      source('dossiers', [
        'finess_et;id_dossier;date_entree;statut',
        `${ET};a;2025-01-01;actif`,
        `${ET};b;2025-01-01;`,
      ]),
    ]);
    const selon = (dossier_actif: 'ouvert' | 'statut') =>
      valeur(
        calculer(depot, {
          definitions: { dossier_actif, population: 'presence', evenement_agenda: 'periode' },
        }),
        'dossiers_actifs',
      );
    expect([selon('ouvert'), selon('statut')]).toEqual(['2 / 2', '1 / 2']);
  });

  it('N3 : une activité postérieure à F rend indéterminé, une cellule vide rend inactif', () => {
    const lignes = [`${ET};a;2025-01-01;2025-10-01`, `${ET};b;2025-01-01;`, `${ET};c;2025-01-01;2025-09-30`];
    const sans = derniereActivite(lignes);
    expect([sans.numerateur, sans.borne_basse, sans.borne_haute]).toEqual([1, 33.33, 66.66]);
    const avec = derniereActivite(
      lignes,
      source('activites', ['finess_et;id_dossier;date', `${ET};b;2020-01-01`]),
    );
    expect(avec.borne_haute).toBe(33.33);
  });

  it('N3 : sans la colonne dans aucun export du dossier, indéterminé', () => {
    const dossiers = source('dossiers', ['finess_et;id_dossier;date_entree', `${ET};a;2025-01-01`]);
    const r = resultat(calculer(depotDe([UN_ESSMS, dossiers])), 'dossiers_actifs');
    expect([r.etat, r.borne_basse, r.borne_haute]).toEqual(['incertain', 0, 100]);
  });
});
