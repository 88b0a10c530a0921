import type { Fiches } from './fiche.ts';

/** Les relevés mensuels, relus pour le suivi. */
export const RELEVE = {
  'releve.illisible': {
    gravite: 'erreur',
    titre: 'Relevé illisible',
    explication:
      "Le fichier est tronqué, n'est pas du JSON, ou ne suit pas le contrat d'un relevé : il est refusé.",
    aide: 'refaites-le par « esms releve », ou demandez-le de nouveau à son auteur',
    refus: true,
  },
  'releve.version': {
    gravite: 'erreur',
    titre: "Relevé d'une autre version",
    explication:
      'Le relevé suit une autre version du contrat : le lire à moitié fausserait la preuve, il est refusé.',
    aide: 'mettez à jour le programme, ou refaites le relevé avec cette version',
    refus: true,
  },
} satisfies Fiches;
