import type { Fiches } from './fiche.ts';

/** Lignes illisibles : rejetées, localisées, jamais corrigées en silence (E1, E3). */
export const LIGNES = {
  'ligne.colonnes_manquantes': {
    gravite: 'erreur',
    titre: 'Colonnes manquantes',
    explication:
      "La ligne a moins de valeurs que l'en-tête n'a de colonnes : rien ne dit lesquelles manquent, elle est rejetée (E1).",
    aide: "réexportez le fichier, ou cherchez un retour à la ligne au milieu d'une valeur sans guillemets",
  },
  'ligne.colonnes_en_trop': {
    gravite: 'erreur',
    titre: 'Colonnes en trop',
    explication:
      "La ligne a plus de valeurs que l'en-tête n'a de colonnes : une valeur contient sans doute le séparateur, elle est rejetée (E1).",
    aide: 'faites mettre entre guillemets les valeurs qui contiennent le séparateur, puis réexportez',
  },
  'ligne.entete_repete': {
    gravite: 'erreur',
    titre: 'En-tête répété',
    explication:
      "La ligne répète l'en-tête au milieu du fichier, comme après la mise bout à bout de plusieurs exports : elle est rejetée (E1).",
    aide: 'ôtez cette ligne, ou donnez chaque export dans son propre fichier',
  },
  'ligne.guillemet_mal_forme': {
    gravite: 'erreur',
    titre: 'Guillemet mal formé',
    explication:
      "Un guillemet s'ouvre ou se ferme au milieu d'une valeur : la ligne, qui tient sur une ligne physique, est rejetée (E1).",
    aide: 'doublez les guillemets dans les valeurs, ou écrivez guillemets: non dans depot.yaml',
  },
  'ligne.trop_longue': {
    gravite: 'erreur',
    titre: 'Ligne trop longue',
    explication:
      "La ligne dépasse un mégaoctet, ce qu'aucun export sain ne contient : elle est rejetée (E1).",
    aide: 'regardez la ligne dans un éditeur de texte, ôtez la valeur démesurée et réexportez',
  },
  'ligne.octet_nul': {
    gravite: 'erreur',
    titre: 'Octet nul dans la ligne',
    explication:
      "La ligne contient des octets nuls, signe d'un fichier abîmé ou d'un champ binaire : elle est rejetée (E1).",
    aide: 'réexportez le fichier en CSV texte',
  },
  'ligne.cle_en_double': {
    gravite: 'erreur',
    titre: 'Clé en double',
    explication:
      'Une ligne précédente porte la même clé (ESSMS, ou ESSMS et mois) : rien ne dit laquelle est juste, la seconde est rejetée (E3).',
    aide: "gardez la ligne juste et ôtez l'autre",
  },
} satisfies Fiches;

/** Valeurs illisibles : la ligne est rejetée (E1), sauf mention contraire. */
export const CHAMPS = {
  'champ.vide': {
    gravite: 'erreur',
    titre: 'Valeur obligatoire vide',
    explication:
      'Une colonne obligatoire est vide : la ligne ne peut pas être rattachée, elle est rejetée (E1).',
    aide: 'remplissez la valeur dans le DUI et réexportez, ou donnez-la par constantes dans depot.yaml',
  },
  'champ.date_invalide': {
    gravite: 'erreur',
    titre: 'Date impossible',
    explication: "La valeur n'est pas un jour du calendrier entre 1900 et 2200 : la ligne est rejetée (E1).",
    aide: 'corrigez la date dans le DUI et réexportez',
  },
  'champ.date_autre_format': {
    gravite: 'erreur',
    titre: 'Date dans un autre format',
    explication:
      "La date est possible, mais n'est pas écrite dans le format de sa colonne ; la lire au jugé pourrait échanger le jour et le mois : la ligne est rejetée (E1).",
    aide: 'écrivez toutes les dates de la colonne dans le même format, ou indiquez format_date dans depot.yaml',
  },
  'champ.date_nulle': {
    gravite: 'avertissement',
    titre: 'Date nulle',
    explication: 'Le DUI écrit 00/00/0000 pour une date vide : elle est lue comme vide, la ligne est gardée.',
    aide: 'vérifiez que la date est vraiment vide dans le DUI',
  },
  'champ.mois_invalide': {
    gravite: 'erreur',
    titre: 'Mois illisible',
    explication: "La valeur n'est pas un mois écrit AAAA-MM ou MM/AAAA : la ligne est rejetée (E1).",
    aide: 'écrivez le mois sous la forme 2025-09 ou 09/2025',
  },
  'champ.nombre_invalide': {
    gravite: 'erreur',
    titre: 'Nombre illisible',
    explication:
      "La valeur n'est pas un nombre positif, ou pas un entier là où l'on compte : la ligne est rejetée (E1).",
    aide: 'écrivez le nombre en chiffres, sans unité ni pourcentage, et 0 pour zéro',
  },
  'champ.montant_invalide': {
    gravite: 'erreur',
    titre: 'Montant illisible',
    explication:
      "La valeur n'est pas un montant en euros avec deux décimales au plus (« 1 234,56 ») ; l'arrondir perdrait un centime : la ligne est rejetée (E1).",
    aide: 'écrivez le montant TTC en euros, sous la forme 1234,56, sans point de milliers',
  },
  'champ.booleen_invalide': {
    gravite: 'erreur',
    titre: 'Oui ou non attendu',
    explication: "La valeur n'est ni oui, ni non, ni un équivalent : la ligne est rejetée (E1).",
    aide: 'écrivez oui ou non (admis aussi : o, n, vrai, faux, 1, 0, x)',
  },
  'champ.code_inconnu': {
    gravite: 'erreur',
    titre: "Valeur inconnue d'une liste fermée",
    explication:
      "La valeur n'est ni un code de la liste, ni une écriture usuelle connue ; en deviner une pourrait flatter un taux : la ligne est rejetée (E1).",
    aide: 'faites correspondre cette valeur à un code par valeurs dans depot.yaml',
  },
  'finess.format': {
    gravite: 'erreur',
    titre: 'FINESS de format faux',
    explication:
      'Un FINESS a neuf chiffres, ou 2A ou 2B suivi de sept chiffres. Un tableur ôte souvent le zéro de tête ou écrit 6,3E+08. Jamais réparé en silence : la ligne est rejetée (E1).',
    aide: 'réexportez sans passer par un tableur, ou importez la colonne en texte',
  },
  'finess.cle': {
    gravite: 'avertissement',
    titre: 'Clé de FINESS fausse',
    explication:
      "Le dernier chiffre du FINESS est une clé de contrôle, et elle ne correspond pas : sans doute une faute de frappe. La ligne est gardée : c'est une erreur dans essms, un avertissement ailleurs.",
    aide: 'vérifiez le numéro dans le répertoire FINESS',
  },
} satisfies Fiches;
