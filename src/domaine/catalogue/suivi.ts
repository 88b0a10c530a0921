import type { Fiches } from './fiche.ts';

/** Ce que des relevés se contredisent, ou ne disent pas, quand on les suit ensemble. */
export const SUIVI = {
  'releve.introuvable': {
    gravite: 'erreur',
    titre: 'Relevé introuvable',
    explication:
      "Le fichier ou le dossier n'existe pas, ne se lit pas, ou le dossier ne contient aucun relevé (releve-*.json) : rien n'est suivi.",
    aide: 'vérifiez le chemin ; « esms releve » écrit les relevés',
    refus: true,
  },
  'releve.autre_grappe': {
    gravite: 'erreur',
    titre: "Relevé d'une autre grappe",
    explication:
      "Le porteur ou le nom de la grappe n'est pas celui du dernier relevé, ou aucun ESSMS n'est commun : une série de deux grappes ne prouverait rien, tout est refusé.",
    aide: "ne donnez que les relevés d'une grappe ; si elle a changé de nom ou de porteur, refaites les anciens sous le nouveau",
    refus: true,
  },
  'releve.altere': {
    gravite: 'erreur',
    titre: 'Relevé altéré',
    explication:
      "L'empreinte écrite n'est pas celle du contenu : le fichier a été retouché après coup. Il n'est jamais probant, et aucun de ses chiffres n'est montré.",
    aide: 'refaites-le par « esms releve --remplacer », ou demandez-le de nouveau à son auteur',
  },
  'releve.mois_double': {
    gravite: 'erreur',
    titre: 'Deux relevés du même mois',
    explication:
      'Un seul compte, et il ne se choisit pas : un relevé intact, puis la date de référence la plus récente, la version du programme, le nom du fichier (S3).',
    aide: 'ne gardez que le relevé transmis',
  },
  'releve.mois_absent': {
    gravite: 'avertissement',
    titre: 'Mois sans relevé',
    explication: 'Aucun relevé de ce mois : il rompt les séries (S3).',
    aide: "ajoutez le relevé de ce mois, s'il a été établi",
  },
  'releve.provisoire': {
    gravite: 'avertissement',
    titre: 'Relevé provisoire',
    explication:
      "Des exports précèdent la fin du mois qu'ils mesurent : leurs chiffres ne sont jamais probants (D4).",
    aide: 'réexportez après la fin du mois et refaites le relevé',
  },
  'releve.premiere_mesure': {
    gravite: 'avertissement',
    titre: 'Première mesure après un autre relevé',
    explication:
      "Une première mesure cumule trois mois (D2) : elle ouvre un suivi. Après un autre relevé, elle gonflerait les volumes d'un mois, et ne compte pas (S1).",
    aide: 'refaites ce relevé sans --premiere-mesure',
  },
  'releve.definitions_melees': {
    gravite: 'erreur',
    titre: 'Définitions mêlées',
    explication:
      "Les trois derniers mois n'ont pas été calculés selon les mêmes définitions : leurs taux ne se comparent pas.",
    aide: 'refaites les relevés sous une seule définition (definitions dans depot.yaml)',
  },
  'releve.cibles_melees': {
    gravite: 'erreur',
    titre: 'Cibles mêlées',
    explication: "Les trois derniers mois n'ont pas été jugés sur la même cible.",
    aide: 'refaites les relevés sur la cible de la convention (cibles dans depot.yaml)',
  },
  'releve.regles_melees': {
    gravite: 'avertissement',
    titre: 'Règles mêlées',
    explication:
      "Les trois derniers mois n'ont pas été calculés par les mêmes règles : le programme a changé de version, ou l'usager en a fourni.",
    aide: 'en cas de doute, refaites les relevés avec une seule version du programme',
  },
  'releve.niveau_preuve': {
    gravite: 'avertissement',
    titre: 'Niveau de preuve dit de deux façons',
    explication:
      "Les relevés ne s'accordent pas sur le niveau qui fait foi : aucun n'est élu, les trois sont montrés (A6).",
    aide: 'écrivez grappe.niveau_preuve de la convention dans depot.yaml, et refaites les relevés',
  },
  'releve.essms_change_og': {
    gravite: 'avertissement',
    titre: "ESSMS qui change d'organisme",
    explication:
      "Un ESSMS n'est pas rattaché au même organisme d'un mois à l'autre : les sommes de ces organismes ne portent pas sur les mêmes ESSMS.",
    aide: 'vérifiez finess_ej dans essms',
  },
  'releve.perimetre_change': {
    gravite: 'avertissement',
    titre: 'Périmètre qui change',
    explication:
      "Un ESSMS paraît ou disparaît d'un mois à l'autre : les sommes ne portent pas sur les mêmes ESSMS. Un ESSMS fermé reste au périmètre, avec sa date_fermeture (P6).",
    aide: 'vérifiez que la convention prévoit ce périmètre',
  },
} satisfies Fiches;
