import { FINESS_ET, ID_DOSSIER } from './champs-communs.ts';
import type { DescriptionTable } from './description.ts';

export const ACTIVITES: DescriptionTable = {
  nom: 'activites',
  nomPublic: 'activites',
  titre: 'Activités des dossiers',
  description:
    "Journal d'utilisation : une ligne par dossier et par jour où il a été utilisé. Lève les dossiers indéterminés (N3).",
  champs: [
    FINESS_ET,
    ID_DOSSIER,
    {
      nom: 'date',
      type: 'date',
      obligatoire: true,
      titre: "Date de l'activité",
      description: 'Jour où le dossier a été utilisé (saisie, consultation, transmission…).',
      alias: [
        'Date activité',
        "Date d'activité",
        'Date acte',
        "Date de l'acte",
        'Date action',
        "Date de l'action",
        'Date saisie',
        'Date de saisie',
        'Date transmission',
        'Date de la transmission',
        'Date connexion',
        'Date heure',
        'Date et heure',
        'Horodatage',
        'Jour',
      ],
    },
  ],
};
