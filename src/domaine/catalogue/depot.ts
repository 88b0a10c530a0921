import type { Fiches } from './fiche.ts';

/** Le dépôt et sa configuration. Une configuration fautive est refusée : la deviner changerait les taux. */
export const DEPOT = {
  'depot.absent': {
    gravite: 'erreur',
    titre: 'Dépôt introuvable',
    explication: "Le dossier de dépôt n'existe pas, ou n'est pas un dossier.",
    aide: 'vérifiez le chemin du dossier',
    refus: true,
  },
  'depot.table_absente': {
    gravite: 'erreur',
    titre: 'Table du périmètre absente',
    explication: "Sans la table essms, on ne sait pas quels établissements mesurer : rien n'est calculé.",
    aide: 'ajoutez essms.csv (colonnes finess_et et finess_ej, une ligne par ESSMS)',
    refus: true,
  },
  'depot.yaml_syntaxe': {
    gravite: 'erreur',
    titre: 'Configuration illisible',
    explication: "depot.yaml n'est pas du YAML valide : la configuration est refusée.",
    aide: 'corrigez la ligne indiquée (alignement, deux-points, guillemets)',
    refus: true,
  },
  'depot.cle_inconnue': {
    gravite: 'erreur',
    titre: 'Clé inconnue',
    explication:
      "depot.yaml contient une clé ou un nom que le programme ne connaît pas : l'ignorer cacherait une faute de frappe.",
    aide: 'corrigez le nom de la clé, ou ôtez-la',
    refus: true,
  },
  'depot.type_invalide': {
    gravite: 'erreur',
    titre: 'Valeur de mauvais type',
    explication: "Une valeur de depot.yaml n'a pas la forme attendue (texte, nombre, date, liste).",
    aide: 'écrivez la valeur sous la forme attendue',
    refus: true,
  },
  'depot.version': {
    gravite: 'erreur',
    titre: 'Version de depot.yaml inconnue',
    explication: 'depot.yaml doit commencer par la version du format, et ce programme lit la version 1.',
    aide: 'écrivez version: 1 en tête de depot.yaml',
    refus: true,
  },
  'depot.finess_non_cite': {
    gravite: 'erreur',
    titre: 'FINESS sans guillemets',
    explication:
      'Sans guillemets, YAML lit un FINESS comme un nombre : 010780123 y perd son zéro, 63E7 y devient 630000000.',
    aide: 'mettez le FINESS entre guillemets : "010780123"',
    refus: true,
  },
  'depot.colonne_inexistante': {
    gravite: 'erreur',
    titre: 'En-tête introuvable',
    explication: "colonnes désigne un en-tête que le fichier n'a pas : le fichier est refusé.",
    aide: "recopiez l'en-tête tel qu'il est écrit dans le fichier",
    refus: true,
  },
  'depot.valeur_inconnue': {
    gravite: 'erreur',
    titre: 'Valeur inconnue dans depot.yaml',
    explication: "Une valeur de depot.yaml n'est pas dans la liste fermée attendue.",
    aide: "choisissez l'une des valeurs de la liste",
    refus: true,
  },
  'depot.alias_finess': {
    gravite: 'erreur',
    titre: 'Rattachement contradictoire',
    explication:
      'Un site secondaire se rattache par alias_finess à un ESSMS du périmètre (P7) : le premier ne peut pas être dans la table essms, le second doit y être.',
    aide: "ôtez ce rattachement, ou corrigez l'un des deux numéros dans depot.yaml ou dans essms",
    refus: true,
  },
  'depot.motif_sans_fichier': {
    gravite: 'erreur',
    titre: 'Motif sans fichier',
    explication:
      'Un motif de depot.yaml ne désigne aucun fichier du dépôt : il en manque, ou le motif est faux.',
    aide: 'vérifiez le motif et le dossier des exports',
    refus: true,
  },
  'depot.dossier_temporaire': {
    gravite: 'erreur',
    titre: 'Dossier temporaire inutilisable',
    explication:
      "Les copies de travail vont dans un dossier privé du dossier temporaire du système (TMPDIR, TEMP) : il n'existe pas, ou rien ne peut s'y écrire.",
    aide: 'faites désigner par TMPDIR (TEMP sous Windows) un dossier où écrire',
    refus: true,
  },
} satisfies Fiches;
