import type { Fiches } from './fiche.ts';

/** Fichiers qu'on ne peut pas lire en entier : refusés, jamais lus à moitié (E4). */
export const FICHIERS = {
  'fichier.absent': {
    gravite: 'erreur',
    titre: 'Fichier absent',
    explication: "depot.yaml nomme un fichier qui n'existe pas dans le dépôt : rien n'est calculé sans lui.",
    aide: 'ajoutez le fichier au dépôt, ou corrigez son nom dans depot.yaml',
    refus: true,
  },
  'fichier.vide': {
    gravite: 'erreur',
    titre: 'Fichier vide',
    explication: "Le fichier ne contient rien, pas même un en-tête : l'export a sans doute échoué.",
    aide: "réexportez le fichier ; pour dire « aucune ligne », laissez l'en-tête seul",
    refus: true,
  },
  'fichier.sans_ligne': {
    gravite: 'avertissement',
    titre: 'Fichier sans ligne',
    explication:
      "Le fichier n'a que son en-tête : il est lu, et ne couvre aucun ESSMS, sauf celui que depot.yaml lui donne (N9).",
    aide: "vérifiez le filtre de l'export",
  },
  'fichier.html': {
    gravite: 'erreur',
    titre: "Page web au lieu d'un CSV",
    explication: "Le fichier est une page HTML, souvent celle d'une session expirée : il est refusé.",
    aide: "reconnectez-vous au DUI et téléchargez de nouveau l'export en CSV",
    refus: true,
  },
  'fichier.tableur': {
    gravite: 'erreur',
    titre: "Classeur au lieu d'un CSV",
    explication:
      'Le fichier est un classeur de tableur (XLSX, XLS ou ODS), même si son nom finit par .csv : il est refusé.',
    aide: 'enregistrez la feuille en « CSV UTF-8 », colonnes FINESS et dossier en texte',
    refus: true,
  },
  'fichier.binaire': {
    gravite: 'erreur',
    titre: 'Fichier binaire',
    explication: "Le fichier n'est pas du texte (PDF, image, archive, octets nuls) : il est refusé.",
    aide: 'donnez un export CSV, au besoin compressé en .csv.gz',
    refus: true,
  },
  'fichier.gzip_tronque': {
    gravite: 'erreur',
    titre: 'Fichier compressé incomplet',
    explication: 'Le fichier .gz est coupé ou abîmé : le lire donnerait des comptes partiels, il est refusé.',
    aide: 'recopiez ou recompressez le fichier',
    refus: true,
  },
  'fichier.guillemet_non_referme': {
    gravite: 'erreur',
    titre: 'Guillemet jamais refermé',
    explication:
      "Un guillemet s'ouvre et ne se referme pas : toute la suite du fichier serait avalée, il est refusé (E4).",
    aide: 'corrigez la valeur de cette ligne, ou écrivez guillemets: non dans depot.yaml',
    refus: true,
  },
  'fichier.guillemet_multiligne': {
    gravite: 'erreur',
    titre: 'Guillemet mal formé sur plusieurs lignes',
    explication:
      'Un guillemet mal formé englobe plusieurs lignes physiques : on ne peut pas dire où finit la ligne, le fichier est refusé (E4).',
    aide: 'corrigez la valeur de cette ligne, ou écrivez guillemets: non dans depot.yaml',
    refus: true,
  },
  'fichier.separateur': {
    gravite: 'erreur',
    titre: 'Séparateur introuvable',
    explication:
      "Aucun séparateur usuel (point-virgule, virgule, tabulation, barre) ne découpe l'en-tête, ou celui de depot.yaml n'y figure pas : le fichier est refusé.",
    aide: 'ouvrez le fichier dans un éditeur de texte et indiquez le bon separateur dans depot.yaml',
    refus: true,
  },
  'fichier.entete_demesure': {
    gravite: 'erreur',
    titre: 'En-tête démesuré',
    explication:
      "La première ligne a plus de colonnes qu'un tableur n'en tient, ou ne finit pas : ce n'est pas l'en-tête d'un export, le fichier est refusé.",
    aide: 'ouvrez le fichier dans un éditeur de texte et vérifiez ses fins de ligne, puis réexportez',
    refus: true,
  },
  'fichier.encodage': {
    gravite: 'erreur',
    titre: 'Encodage faux',
    explication:
      "Des octets du fichier ne sont pas permis dans l'encodage que depot.yaml impose : le fichier est refusé.",
    aide: 'écrivez encodage: auto dans depot.yaml, ou le bon encodage',
    refus: true,
  },
  'fichier.caracteres_doubles': {
    gravite: 'avertissement',
    titre: 'Encodages mêlés',
    explication:
      "Le fichier n'est pas tout entier en UTF-8, il est donc lu en windows-1252 ; mais il l'est presque, et des accents seront lus « Ã© ».",
    aide: "réexportez en UTF-8, sans coller de lignes venues d'un autre fichier",
  },
  'fichier.illisible': {
    gravite: 'erreur',
    titre: 'Fichier illisible',
    explication: "Le système refuse de lire le fichier (droits, disque, dossier au lieu d'un fichier).",
    aide: 'vérifiez les droits de lecture du fichier',
    refus: true,
  },
  'fichier.hors_depot': {
    gravite: 'erreur',
    titre: 'Fichier hors du dépôt',
    explication:
      "Le chemin est absolu, remonte par ../ ou passe par un lien : un dépôt ne lit que ce qu'il contient.",
    aide: 'copiez le fichier dans le dépôt et écrivez son chemin relatif',
    refus: true,
  },
  'fichier.doublon': {
    gravite: 'erreur',
    titre: 'Même fichier deux fois',
    explication:
      'Deux fichiers de la table ont exactement le même contenu (« export (1).csv ») : les lire tous deux compterait tout deux fois.',
    aide: "ôtez l'un des deux ; si un autre établissement devait y être, réexportez-le",
    refus: true,
  },
  'fichier.inutilise': {
    gravite: 'avertissement',
    titre: 'Fichier non lu',
    explication: "Un CSV est à la racine du dépôt et aucune table ne le lit : son nom n'est pas attendu.",
    aide: "donnez-lui le nom d'une table, citez-le dans depot.yaml, ou ôtez-le du dépôt",
  },
  'colonne.absente': {
    gravite: 'erreur',
    titre: 'Colonne obligatoire absente',
    explication: 'Aucun en-tête du fichier ne correspond à une colonne obligatoire : le fichier est refusé.',
    aide: "ajoutez la colonne à l'export, ou dites quel en-tête la porte par colonnes dans depot.yaml",
    refus: true,
  },
  'colonne.ambigue': {
    gravite: 'erreur',
    titre: 'Colonne ambiguë',
    explication:
      'Plusieurs en-têtes correspondent à la même colonne : en prendre un au hasard serait deviner, le fichier est refusé.',
    aide: "dites lequel lire par colonnes dans depot.yaml, ou renommez l'autre",
    refus: true,
  },
  'colonne.inconnue_proche': {
    gravite: 'avertissement',
    titre: 'En-tête inconnu mais proche',
    explication:
      "Un en-tête inconnu ressemble à une colonne facultative absente : s'il la désigne, elle n'est pas lue.",
    aide: "renommez l'en-tête, ou faites-le correspondre par colonnes dans depot.yaml",
  },
} satisfies Fiches;
