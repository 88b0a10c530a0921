import type { Fiches } from './fiche.ts';

/** Pourquoi une soumission d'un lot n'a pas pu être traitée, et ce que son registre voit changer. */
export const LOT_TRAITEMENT = {
  'lot.illisible': {
    gravite: 'erreur',
    titre: 'Soumission illisible',
    explication: "Le dossier de la soumission, ou l'un de ses fichiers, ne s'ouvre pas.",
    aide: 'vérifiez les droits du dossier et de ses fichiers, ou demandez-les de nouveau',
  },
  'lot.archive': {
    gravite: 'erreur',
    titre: "Archive à la place d'un dossier",
    explication: "Le lot lit des dossiers : une archive n'est jamais ouverte.",
    aide: "décompressez l'archive dans un dossier, puis relancez",
  },
  'lot.dossier_vide': {
    gravite: 'erreur',
    titre: 'Soumission vide',
    explication: 'Le dossier ne contient ni relevé (releve-*.json), ni export (CSV), ni depot.yaml.',
    aide: "demandez à l'organisme ses relevés, ou ses exports",
  },
  'lot.fichier_isole': {
    gravite: 'erreur',
    titre: 'Fichier hors de toute soumission',
    explication:
      "Un relevé ou un export est à la racine du lot, et non dans le dossier d'une grappe : on ne sait pas de quelle soumission il est.",
    aide: 'rangez-le dans le dossier de sa grappe',
  },
  'lot.mois_absent': {
    gravite: 'erreur',
    titre: 'Aucun relevé des mois demandés',
    explication: "La soumission a des relevés, mais d'aucun des mois demandés.",
    aide: 'vérifiez --mois, --du et --au, ou demandez les relevés de ces mois',
  },
  'lot.memoire': {
    gravite: 'erreur',
    titre: 'Mémoire épuisée',
    explication:
      'Le traitement de cette soumission demande plus que la borne de mémoire : il est arrêté, les autres continuent.',
    aide: 'relancez avec une borne plus haute (--memoire), ou vérifiez la taille de ses fichiers',
  },
  'lot.defaut': {
    gravite: 'erreur',
    titre: 'Défaut interne sur une soumission',
    explication: "Le programme a un défaut que cette soumission révèle ; les autres n'en dépendent pas.",
    aide: 'signalez-le avec la version du programme, sans joindre de donnée nominative',
  },
  'lot.releve_change': {
    gravite: 'avertissement',
    titre: 'Relevé changé depuis sa première réception',
    explication:
      "Le registre garde l'empreinte de chaque relevé à sa première réception ; celle-ci est différente. Une empreinte ne prouve pas qu'un relevé est honnête, puisque son auteur peut la recalculer : elle montre seulement qu'il a changé.",
    aide: "demandez à l'organisme ce qu'il a corrigé, et pourquoi",
  },
} satisfies Fiches;
