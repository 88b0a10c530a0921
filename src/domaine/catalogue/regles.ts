import type { Fiches } from './fiche.ts';

/** Les fichiers de règles (livrés, ou fournis par `--regles`). Une règle fautive est refusée avec tout le dossier. */
export const REGLES = {
  'regles.dossier_absent': {
    gravite: 'erreur',
    titre: 'Dossier de règles introuvable',
    explication: "Le dossier de --regles n'existe pas, ne se lit pas, ou ne contient aucun fichier .yaml.",
    aide: 'vérifiez le chemin du dossier ; un fichier de règles finit par .yaml',
    refus: true,
  },
  'regles.yaml_syntaxe': {
    gravite: 'erreur',
    titre: 'Fichier de règles illisible',
    explication: "Le fichier de règles n'est pas du YAML valide.",
    aide: 'corrigez la ligne indiquée (alignement, deux-points, guillemets)',
    refus: true,
  },
  'regles.cle_inconnue': {
    gravite: 'erreur',
    titre: 'Clé inconnue dans une règle',
    explication: "Une clé n'est pas prévue à cet endroit : l'ignorer cacherait une faute de frappe.",
    aide: 'corrigez le nom de la clé, ou ôtez-la',
    refus: true,
  },
  'regles.cle_absente': {
    gravite: 'erreur',
    titre: 'Clé absente dans une règle',
    explication:
      "Il manque à une règle une clé sans laquelle sa valeur n'est ni datée, ni citée, ni lisible.",
    aide: 'ajoutez la clé',
    refus: true,
  },
  'regles.valeur_invalide': {
    gravite: 'erreur',
    titre: 'Valeur de règle invalide',
    explication: "Une valeur n'a pas la forme que son type de règle attend.",
    aide: 'écrivez la valeur sous la forme attendue',
    refus: true,
  },
  'regles.source_inconnue': {
    gravite: 'erreur',
    titre: 'Source inconnue',
    explication:
      "Une valeur cite une source qu'aucun fichier ne déclare : un montant sans source n'existe pas.",
    aide: 'déclarez la source sous « sources: » (titre, date), ou corrigez son nom',
    refus: true,
  },
  'regles.source_double': {
    gravite: 'erreur',
    titre: 'Source déclarée deux fois',
    explication: 'Deux déclarations de la même source peuvent se contredire : une seule doit rester.',
    aide: "renommez l'une des deux sources, ou ôtez-la",
    refus: true,
  },
  'regles.identifiant_double': {
    gravite: 'erreur',
    titre: 'Règle écrite deux fois',
    explication: 'Deux règles du même dossier portent le même identifiant.',
    aide: 'réunissez leurs valeurs sous un seul identifiant',
    refus: true,
  },
  'regles.forme_changee': {
    gravite: 'erreur',
    titre: "Règle d'une autre forme que la règle livrée",
    explication:
      "Une règle fournie qui remplace une règle livrée doit en garder le type et l'unité : le calcul ne saurait pas lire une autre forme.",
    aide: "reprenez le type et l'unité que donne « esms regles montrer ID », ou changez l'identifiant",
    refus: true,
  },
  'regles.periode_inversee': {
    gravite: 'erreur',
    titre: 'Période inversée',
    explication: "La fin d'une valeur précède son début.",
    aide: 'corrigez debut ou fin',
    refus: true,
  },
  'regles.trou': {
    gravite: 'erreur',
    titre: 'Trou entre deux valeurs',
    explication:
      "Aucune valeur ne couvre les jours entre deux périodes : ce qui n'est pas connu s'écrit, avec sa raison.",
    aide: 'ajoutez une valeur pour ces jours, au besoin « lecture: inconnue » avec sa raison',
    refus: true,
  },
  'regles.chevauchement': {
    gravite: 'erreur',
    titre: 'Valeurs qui se chevauchent',
    explication: 'Deux valeurs de la même règle couvrent les mêmes jours : laquelle vaut ne se devine pas.',
    aide: "corrigez debut ou fin pour que chaque jour n'ait qu'une valeur",
    refus: true,
  },
  'regles.fin_absente': {
    gravite: 'erreur',
    titre: "Valeur sans fin suivie d'une autre",
    explication: "Seule la dernière valeur d'une règle peut avoir « fin: null ».",
    aide: 'écrivez la date de fin de cette valeur',
    refus: true,
  },
  'regles.inconnue_sans_raison': {
    gravite: 'erreur',
    titre: 'Valeur inconnue sans raison',
    explication: "Une valeur inconnue dit pourquoi elle l'est, et ne porte pas de valeur.",
    aide: "écrivez « raison: », et ôtez « valeur: » s'il y en a une",
    refus: true,
  },
  'regles.valeur_absente': {
    gravite: 'erreur',
    titre: 'Valeur absente',
    explication:
      "Une période dont la lecture n'est pas « inconnue » doit porter sa valeur : le vide ne vaut pas zéro.",
    aide: 'écrivez « valeur: », ou « lecture: inconnue » avec sa raison',
    refus: true,
  },
  'regles.tranches': {
    gravite: 'erreur',
    titre: 'Tranches qui ne se suivent pas',
    explication:
      "Chaque tranche d'un barème commence juste après la précédente, et seule la dernière est sans borne.",
    aide: 'corrigez « de » et « a » pour que chaque nombre soit dans une tranche et une seule',
    refus: true,
  },
  'regles.exemples_absents': {
    gravite: 'erreur',
    titre: 'Règle sans exemple',
    explication: "Chaque règle porte des exemples, qui sont exécutés, ou dit pourquoi elle n'en a pas.",
    aide: 'ajoutez « exemples: » (situation, attendu), ou « exemples: { aucun: la raison } »',
    refus: true,
  },
  'regles.exemple_faux': {
    gravite: 'erreur',
    titre: 'Exemple démenti',
    explication: "Le calcul ne rend pas ce qu'un exemple attend : la règle ou l'exemple est faux.",
    aide: "corrigez la valeur de la règle, ou l'attendu de l'exemple",
    refus: true,
  },
  'regles.cible_inconnue': {
    gravite: 'erreur',
    titre: 'Cible inconnue pour ce mois',
    explication:
      "Aucune règle ne donne la cible d'un indicateur à la fin de la période mesurée : un état se juge contre une cible connue.",
    aide: 'donnez la cible de votre convention (« cibles » de depot.yaml), ou une règle par --regles',
    refus: true,
  },
} satisfies Fiches;
