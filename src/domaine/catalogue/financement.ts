import type { Fiches } from './fiche.ts';

/** Financement : ce qu'un montant doit dire de lui. Un constat (erreur) vaut le code de sortie 1. */
export const FINANCEMENT = {
  'sons.vague_close': {
    gravite: 'avertissement',
    titre: 'Vague du SONS close',
    explication:
      "À la date de référence, plus aucune demande n'est reçue pour cette vague : le montant est donné à titre historique.",
    aide: "si la prestation n'est pas soldée, voyez avec l'éditeur : il doit alors rendre l'avance",
  },
  'sons.avances_closes': {
    gravite: 'avertissement',
    titre: "Demandes d'avance closes",
    explication:
      "À la date de référence, les demandes d'avance ne sont plus reçues, mais les demandes de solde le sont encore.",
    aide: "faites signer la vérification d'aptitude à temps pour la demande de solde",
  },
  'sons.bareme_inconnu': {
    gravite: 'erreur',
    titre: 'Barème du SONS inconnu',
    explication:
      "Le barème de cette vague n'a pas été lu, ou n'existe pas à la date de référence : aucun montant n'est donné, et jamais celui d'une autre vague.",
    aide: 'donnez le barème par --regles DOSSIER si vous avez le texte',
  },
  'sons.effet_de_seuil': {
    gravite: 'avertissement',
    titre: 'Effet de seuil du SONS',
    explication:
      "Le tarif d'une tranche vaut pour tous les ESSMS commandés : un ESSMS de plus fait changer de tranche et peut faire baisser le montant.",
    aide: "comptez les ESSMS de l'OG avec soin : le nombre qui vaut est celui du répertoire FINESS",
  },
  'sons.commande_trop_ancienne': {
    gravite: 'erreur',
    titre: 'Commande trop antérieure au référencement',
    explication:
      "Une commande passée sous condition de référencement l'est au plus 120 jours calendaires avant le dépôt d'un dossier complet de référencement : au-delà, elle n'est pas finançable.",
    aide: "demandez à l'éditeur la date de dépôt de son dossier, ou passez une nouvelle commande",
  },
  'sons.commande_hors_periode': {
    gravite: 'erreur',
    titre: 'Commande hors de la vague',
    explication:
      "La commande est passée avant l'ouverture de la vague, ou après la fin des demandes d'avance : elle n'est pas finançable.",
    aide: 'vérifiez la date du bon de commande signé',
  },
  'sons.commande_trop_grande': {
    gravite: 'erreur',
    titre: "Commande plus grande que l'organisme",
    explication:
      "La commande compte plus d'ESSMS que l'organisme gestionnaire n'en a : l'un des deux nombres est faux, la ligne est rejetée.",
    aide: "vérifiez les deux nombres ; essms_og compte tous les ESSMS de l'organisme",
  },
  'forfait.inconnu': {
    gravite: 'erreur',
    titre: 'Montant inconnu',
    explication:
      "Le texte qui fixe ce montant n'a pas été lu : la ligne reste sans montant et le total aussi, plutôt que de reprendre celui d'une autre année.",
    aide: 'donnez le montant par --regles DOSSIER si vous avez le texte',
  },
  'forfait.non_prevu': {
    gravite: 'erreur',
    titre: 'Cas non prévu par la source',
    explication:
      'La source lue ne prévoit aucun montant pour ce cas : la ligne reste sans montant, et le total aussi.',
    aide: "choisissez un DUI référencé Ségur, ou demandez à l'ARS",
  },
  'forfait.lecture': {
    gravite: 'avertissement',
    titre: 'Trois lectures du tarif réduit',
    explication:
      'À partir de 50 ESSMS la source ne dit pas clairement lesquels sont au tarif réduit : le résultat suit une lecture nommée, et donne la fourchette des trois.',
    aide: "demandez à l'ARS la lecture à retenir et fixez-la par --lecture",
  },
  'forfait.plafond': {
    gravite: 'avertissement',
    titre: 'Forfaits complémentaires : des plafonds',
    explication:
      "L'équipement et les deux AMOA sont des maximums, que l'ARS instruit : le total les compte en entier.",
    aide: 'présentez un besoin chiffré pour chacun dans le dossier de candidature',
  },
  'forfait.grappe_mixte': {
    gravite: 'avertissement',
    titre: 'Grappe mixte',
    explication:
      "Une partie des ESSMS relève d'OG de moins de 15 : l'équipement ne vaut que pour eux, et chaque AMOA compte une fois dès qu'un petit OG participe. C'est une hypothèse, que la source ne tranche pas.",
    aide: "faites confirmer cette lecture par l'ARS",
  },
  'forfait.prorata': {
    gravite: 'avertissement',
    titre: 'Prorata des heures éligibles',
    explication:
      "Un service à domicile qui a aussi une activité de confort est aidé au prorata de ses heures éligibles, ESSMS par ESSMS, tronqué au centime ; les forfaits complémentaires, qui sont des plafonds, n'y sont pas soumis (hypothèse).",
    aide: 'gardez le décompte des heures qui justifie ce prorata',
  },
  'forfait.sans_effet': {
    gravite: 'avertissement',
    titre: 'Option sans effet',
    explication: "Une option donnée ne change rien au montant de cette année-là, qui n'en dépend pas.",
    aide: "ôtez l'option, ou vérifiez l'année",
  },
  'forfait.taille': {
    gravite: 'avertissement',
    titre: 'Grappe trop petite',
    explication:
      "Le projet compte moins d'ESSMS que le minimum d'une grappe : les montants sont calculés, mais il faut se regrouper pour être éligible.",
    aide: 'rejoignez une grappe, ou vérifiez --essms, qui est la taille du projet entier',
  },
  'versement.inconnu': {
    gravite: 'avertissement',
    titre: "Part de l'avance inconnue",
    explication:
      "La règle qui partage le financement entre l'avance et le solde n'est pas connue pour cette année : les deux parts restent sans montant.",
    aide: 'lisez les parts dans la convention',
  },
  'echeancier.delai_inconnu': {
    gravite: 'erreur',
    titre: 'Délai inconnu',
    explication:
      "Le délai du projet n'a pas été lu pour cette année : la fin et la période de preuve ne peuvent pas être datées.",
    aide: "donnez le délai de votre convention par --delai-mois, ou l'année de votre appel à projets par --annee",
  },
  'echeancier.preuve_trop_courte': {
    gravite: 'avertissement',
    titre: 'Délai trop court pour la preuve',
    explication:
      'Trois mois civils entiers ne tiennent pas entre la signature et la fin du délai : la période de preuve commence avant la signature.',
    aide: 'vérifiez le délai et la date de signature',
  },
  'regles.fournies': {
    gravite: 'avertissement',
    titre: "Règles fournies par l'usager",
    explication:
      'Une partie des règles vient de --regles et non du programme : le résultat en dépend, et le dit.',
    aide: 'joignez vos règles au résultat quand vous le transmettez',
  },
} satisfies Fiches;
