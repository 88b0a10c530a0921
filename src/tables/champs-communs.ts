import type { Champ } from './description.ts';

/** Le numéro de l'établissement : la même colonne dans toutes les tables. */
export const FINESS_ET: Champ = {
  nom: 'finess_et',
  type: 'finess',
  obligatoire: true,
  titre: 'FINESS géographique',
  description:
    "Numéro FINESS de l'établissement ou du service (entité géographique) : neuf chiffres, ou 2A ou 2B suivi de sept chiffres.",
  alias: [
    'FINESS',
    'N° FINESS',
    'No FINESS',
    'Num FINESS',
    'Numéro FINESS',
    'Code FINESS',
    'N° FINESS ET',
    'No FINESS ET',
    'Numéro FINESS ET',
    'nofinesset',
    'FINESS geo',
    'N° FINESS géographique',
    'Numéro FINESS géographique',
    'FINESS établissement',
    "FINESS de l'établissement",
    'N° FINESS établissement',
    "N° FINESS de l'établissement",
    'FINESS ESSMS',
    'N° FINESS ESSMS',
    'FINESS site',
    'FINESS du site',
    'FINESS structure',
    'FINESS de la structure',
    'FINESS service',
    'FINESS du service',
  ],
};

/** Le dossier d'une personne dans son établissement. */
export const ID_DOSSIER: Champ = {
  nom: 'id_dossier',
  type: 'identifiant',
  obligatoire: true,
  titre: 'Numéro de dossier',
  description:
    'Identifiant stable de la personne dans le DUI, écrit partout de la même façon (« 482 » et « 00482 » sont deux dossiers).',
  alias: [
    'Dossier',
    'N° dossier',
    'N° de dossier',
    'No dossier',
    'Num dossier',
    'Numéro dossier',
    'N° du dossier',
    'Numéro du dossier',
    'Identifiant dossier',
    'Identifiant du dossier',
    'Code dossier',
    'Référence dossier',
    'Id usager',
    'N° usager',
    'Num usager',
    'Numéro usager',
    "Numéro d'usager",
    'Identifiant usager',
    "Identifiant de l'usager",
    'Code usager',
    'Id résident',
    'N° résident',
    'Numéro résident',
    'Identifiant résident',
    'Code résident',
    'Id bénéficiaire',
    'N° bénéficiaire',
    'Numéro bénéficiaire',
    'Identifiant bénéficiaire',
    'Id personne',
    'N° personne',
    'Identifiant personne',
    'Id patient',
    'N° patient',
    'Identifiant patient',
    'IPP',
    'N° IPP',
  ],
};

/** Le même champ, là où le message ou l'événement peut n'être rattaché à aucun dossier. */
export const ID_DOSSIER_FACULTATIF: Champ = {
  nom: ID_DOSSIER.nom,
  type: ID_DOSSIER.type,
  titre: ID_DOSSIER.titre,
  description: `${ID_DOSSIER.description} Vide si le message n'est rattaché à aucun dossier.`,
  alias: ID_DOSSIER.alias,
};

/** Le mois d'une ligne d'effectifs ou de décompte. */
export const MOIS: Champ = {
  nom: 'mois',
  type: 'mois',
  obligatoire: true,
  titre: 'Mois',
  description: 'Mois civil : AAAA-MM ou MM/AAAA.',
  alias: ['Mois concerné', 'Mois de mesure', 'Mois de référence', 'Mois civil', 'Mois année', 'Année mois'],
};

export const INS_QUALIFIEE: Champ = {
  nom: 'ins_qualifiee',
  type: 'booleen',
  titre: 'INS qualifiée',
  description: "Oui si l'identité nationale de santé de la personne est qualifiée.",
  alias: ['INS qualifié', 'Identité INS qualifiée', 'Identité qualifiée', 'INS validée'],
};
