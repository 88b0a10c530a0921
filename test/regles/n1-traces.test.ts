import { describe, expect } from 'vitest';
import type { ConstructeurDepot } from '../outils/depot.ts';
import { serie } from '../outils/serie.ts';

/** Chaque source de trace : la même personne « A », à une date donnée. */
const SOURCES: Readonly<Record<string, (d: ConstructeurDepot, jour: string) => unknown>> = {
  'activites.date': (d, date) => d.activite({ date }),
  'agenda.date_debut': (d, date_debut) => d.evenement({ date_debut }),
  'projets.date_debut': (d, date_debut) => d.projet({ date_debut }),
  'projets.date_creation': (d, date_creation) => d.projet({ date_creation }),
  'projets.date_maj': (d, date_maj) => d.projet({ date_maj }),
  'dmp.date_depot': (d, date_depot) => d.alimentation({ date_depot }),
  'mss.date_envoi d’un message rattaché à un dossier': (d, date_envoi) =>
    d.message({ date_envoi, id_dossier: 'A' }),
};

describe('N1 : sources de traces', () => {
  const cas = serie();

  cas(
    'N1 dossiers.date_derniere_activite dans F est une trace',
    (d) => d.dossier({ date_derniere_activite: '2025-09-15' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  cas(
    'N1 dossiers.date_derniere_activite avant F n’en est pas une dans F',
    (d) => d.dossier({ date_derniere_activite: '2025-08-31' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
  );
  cas(
    'N1 dossiers.date_derniere_activite que le séjour ne couvre pas n’en est pas une',
    (d) => d.dossier({ date_sortie: '2025-09-10', date_derniere_activite: '2025-09-15' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
  );

  for (const [source, ajouter] of Object.entries(SOURCES)) {
    cas(
      `N1 ${source} dans F est une trace`,
      (d) => ajouter(d.dossier(), '2025-09-15'),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
    );
    cas(
      `N1 ${source} hors de F n’est pas une trace dans F`,
      (d) => ajouter(d.dossier(), '2025-08-31'),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
    );
    cas(
      `N1 ${source} après la sortie, dans F, n’est pas une trace`,
      (d) => ajouter(d.dossier({ date_sortie: '2025-09-14' }), '2025-09-15'),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
    );
    cas(
      `N1 ${source} le jour de la sortie est une trace`,
      (d) => ajouter(d.dossier({ date_sortie: '2025-09-15' }), '2025-09-15'),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
    );
  }
});

describe('N1 : séjours successifs', () => {
  const cas = serie();
  const readmis = (d: ConstructeurDepot) =>
    d.dossier({ date_sortie: '2025-09-09' }).dossier({ date_entree: '2025-09-20' });

  cas(
    'N1 entre deux séjours, rien ne couvre la date : pas de trace',
    (d) => readmis(d).activite({ date: '2025-09-15' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
  );
  cas(
    'N1 un de ses séjours suffit à couvrir la date : le premier',
    (d) => readmis(d).activite({ date: '2025-09-09' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  cas(
    'N1 un de ses séjours suffit à couvrir la date : le second',
    (d) => readmis(d).activite({ date: '2025-09-20' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  cas(
    'N1 la date de dernière activité d’une ligne peut être couverte par une autre',
    (d) =>
      d
        .dossier({ date_sortie: '2025-09-09', date_derniere_activite: '2025-09-25' })
        .dossier({ date_entree: '2025-09-20' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  cas(
    'N1 la sortie ignorée par P2 ne coupe pas le séjour',
    (d) => d.dossier({ date_entree: '2025-09-05', date_sortie: '2024-01-01' }).activite(),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  cas(
    'N1 la trace d’un autre dossier ne compte pas',
    (d) => d.dossier().dossier({ id_dossier: 'B' }).activite({ id_dossier: 'B' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 2'),
  );
});

describe('N1 : ce qui n’est pas une trace', () => {
  const cas = serie();

  for (const [quoi, ajouter] of Object.entries<(d: ConstructeurDepot) => unknown>({
    'un événement annulé': (d) => d.evenement({ statut: 'annule' }),
    'un événement d’un type exclu': (d) =>
      d.source('agenda', { types_exclus: ['absence'] }).evenement({ type: 'Absence' }),
    'la date de saisie d’un événement': (d) =>
      d.evenement({ date_debut: '2025-11-01', date_saisie: '2025-09-15' }),
    'la date de fin d’un projet': (d) => d.projet({ date_fin: '2025-09-15' }),
    'un dépôt au DMP en échec': (d) => d.alimentation({ etat: 'echec' }),
    'un message reçu': (d) => d.message({ id_dossier: 'A', sens: 'recu' }),
    'un message rejeté': (d) => d.message({ id_dossier: 'A', etat: 'rejete' }),
    'un message rattaché à personne': (d) => d.message({ id_dossier: '' }),
    'un message d’un dossier inconnu': (d) => d.message({ id_dossier: 'inconnu' }),
  })) {
    cas(
      `N1 ${quoi} n’est pas une trace`,
      (d) => ajouter(d.dossier()),
      (vue) => expect(vue.valeur('dossiers_actifs')).toBe('0 / 1'),
    );
  }
  cas(
    'N1 la mise à jour d’un projet annulé reste une trace',
    (d) => d.dossier().projet({ statut: 'annule', date_maj: '2025-09-15' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
});
