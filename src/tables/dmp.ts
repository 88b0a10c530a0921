import { FINESS_ET, ID_DOSSIER, INS_QUALIFIEE, MOIS } from './champs-communs.ts';
import type { DescriptionTable } from './description.ts';

export const DMP_DETAIL: DescriptionTable = {
  nom: 'dmp_detail',
  nomPublic: 'dmp',
  titre: 'Dépôts au DMP (détail)',
  description: 'Une ligne par document déposé au dossier médical partagé (N7).',
  champs: [
    FINESS_ET,
    ID_DOSSIER,
    {
      nom: 'date_depot',
      type: 'date',
      obligatoire: true,
      titre: 'Date de dépôt',
      description: 'Jour du dépôt, avec ou sans heure.',
      alias: [
        'Date',
        'Déposé le',
        'Date du dépôt',
        'Date dépôt DMP',
        'Date de dépôt au DMP',
        'Date alimentation',
        "Date d'alimentation",
        "Date d'alimentation du DMP",
        'Date envoi',
        "Date d'envoi",
        "Date d'envoi au DMP",
        'Date document',
      ],
    },
    INS_QUALIFIEE,
    {
      nom: 'etat',
      type: 'enumeration',
      valeurs: ['depose', 'echec'],
      titre: 'État',
      description: 'Un dépôt en echec ne compte pas ; vide vaut depose (N7).',
      alias: ['Statut', 'État du dépôt', 'Statut du dépôt', 'Statut DMP', 'Résultat', 'Résultat du dépôt'],
    },
  ],
};

export const DMP_DECOMPTES: DescriptionTable = {
  nom: 'dmp_decomptes',
  nomPublic: 'dmp',
  titre: 'Dépôts au DMP (décomptes)',
  description:
    "Une ligne par ESSMS et par mois, quand l'outil ne donne que des nombres ; un zéro s'écrit (N8).",
  cleUnique: ['finess_et', 'mois'],
  champs: [
    FINESS_ET,
    MOIS,
    {
      nom: 'dossiers_alimentes',
      type: 'entier',
      obligatoire: true,
      titre: 'DMP alimentés',
      description: 'Dossiers distincts ayant au moins un document déposé au DMP dans le mois.',
      alias: [
        'Nb DMP alimentés',
        'Nombre de DMP alimentés',
        'Nb dossiers alimentés',
        'Nombre de dossiers alimentés',
        'Dossiers avec DMP alimenté',
      ],
    },
    {
      nom: 'documents_ins_qualifiee',
      type: 'entier',
      titre: 'Documents avec INS qualifiée',
      description: 'Documents déposés avec une INS qualifiée dans le mois (V1).',
      alias: ['Nb documents INS qualifiée', 'Nombre de documents avec INS qualifiée', 'Documents INS'],
    },
    {
      nom: 'documents_sans_ins',
      type: 'entier',
      titre: 'Documents sans INS qualifiée',
      description: 'Documents déposés sans INS qualifiée dans le mois (V1).',
      alias: [
        'Nb documents sans INS',
        'Nombre de documents sans INS',
        'Nombre de documents sans INS qualifiée',
      ],
    },
  ],
};
