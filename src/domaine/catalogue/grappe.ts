import type { Fiches } from './fiche.ts';

/** Grappe, plan de financement et dépenses : ce que les commandes de dépôt ont à dire. */
export const GRAPPE = {
  'essms.type_projet_inconnu': {
    gravite: 'erreur',
    titre: 'Type de projet inconnu',
    explication:
      "Ni la colonne type_projet de l'ESSMS, ni grappe.type_projet de depot.yaml ne dit un type connu : ses montants sont inconnus.",
    aide: 'écrivez acquisition (ou renouvellement) ou montee_de_version (ou mise en conformité)',
  },
  'essms.heures_incoherentes': {
    gravite: 'erreur',
    titre: "Heures d'un service à domicile incohérentes",
    explication:
      "Le prorata d'un service à domicile demande ses heures éligibles et ses heures totales, les premières au plus égales aux secondes, qui ne sont pas nulles : sans elles, ses forfaits sont inconnus.",
    aide: 'remplissez heures_eligibles et heures_totales sur la même période, ou videz les deux',
  },
  'grappe.taille_og': {
    gravite: 'erreur',
    titre: "Taille d'OG incohérente",
    explication:
      "La clé grappe.essms_par_og de depot.yaml donne à un OG moins d'ESSMS que la table essms n'en compte, ou nomme un OG absent de la grappe : elle est ignorée.",
    aide: "donnez le nombre de tous les ESSMS de l'organisme, hors grappe compris",
  },
  'plan.annee_supposee': {
    gravite: 'avertissement',
    titre: 'Année supposée',
    explication:
      "Aucune année n'est demandée : c'est celle de la signature de la convention, alors qu'un appel à projets peut être de l'année précédente.",
    aide: "donnez l'année de l'instruction dont le projet relève par --annee",
  },
  'plan.exclus': {
    gravite: 'avertissement',
    titre: 'ESSMS hors du plan',
    explication: "Un ESSMS inéligible n'est pas financé : il n'est ni dans les montants, ni dans les rangs.",
    aide: "lisez toutes ses raisons par « esms eligibilite », puis ôtez-le de la grappe ou corrigez ce qu'il déclare",
  },
  'plan.taille_og': {
    gravite: 'avertissement',
    titre: "Taille d'OG supposée",
    explication:
      "La taille d'un OG fait sa tranche du SONS et décide des compléments des petits OG (moins de 15 ESSMS) ; sans elle, le programme compte les ESSMS de la table essms, alors qu'un OG en a souvent hors de la grappe.",
    aide: 'donnez-la dans depot.yaml, par exemple grappe: { essms_par_og: { "630000529": 35 } }',
  },
  'plan.rang': {
    gravite: 'avertissement',
    titre: 'Rang des ESSMS supposé',
    explication:
      "À partir de 50 ESSMS une partie est au tarif réduit, et la source ne dit pas laquelle : le programme les range par numéro FINESS. Le total n'en dépend pas si tous ont les mêmes forfaits.",
    aide: "faites confirmer la répartition par l'ARS",
  },
  'plan.sans_heures': {
    gravite: 'avertissement',
    titre: "Heures d'un service à domicile non déclarées",
    explication:
      'Sans heures_eligibles ni heures_totales, un service à domicile est supposé sans activité de confort : ses forfaits sont entiers.',
    aide: 'remplissez heures_eligibles et heures_totales si le service a une activité de confort',
  },
  'plan.sons_inconnu': {
    gravite: 'avertissement',
    titre: 'SONS inconnu',
    explication:
      "L'éligibilité au SONS ou le référencement du DUI est vide : l'ESSMS n'est pas dans la commande, et le total est partiel.",
    aide: 'remplissez eligible_sons et dui_reference (oui ou non)',
  },
  'plan.types_meles': {
    gravite: 'avertissement',
    titre: 'Deux types de projet dans la grappe',
    explication:
      'La grappe mêle acquisition et montée de version : chaque ESSMS a les forfaits de son type, les rangs sont communs et le délai est le plus long des deux. Les textes lus ne traitent pas ce cas.',
    aide: "faites confirmer par l'ARS, ou séparez les deux projets",
  },
  'depense.facture_en_double': {
    gravite: 'erreur',
    titre: 'Facture en double',
    explication:
      'Une autre ligne porte le même fournisseur et le même numéro de facture. Identique en tout, elle est mise à part ; différente, elle est comptée, car une facture se répartit entre des ESSMS ou des postes.',
    aide: 'ôtez la ligne en trop, ou vérifiez que la somme des lignes fait le total de la facture',
  },
  'depense.hors_projet': {
    gravite: 'erreur',
    titre: 'Dépense hors du projet',
    explication:
      'La date de la dépense précède la convention ou suit la fin du délai : elle est mise à part, hors des sommes comparées aux forfaits.',
    aide: "corrigez la date, ou ôtez la dépense de l'état",
  },
  'depense.poste_non_eligible': {
    gravite: 'erreur',
    titre: 'Poste non éligible',
    explication:
      'Le plan de financement ne prévoit pas ce poste pour cet ESSMS, cet OG ou cette grappe : la dépense est mise à part, hors des sommes comparées aux forfaits.',
    aide: "corrigez le poste, ou ôtez la dépense de l'état",
  },
  'depense.og_inconnu': {
    gravite: 'erreur',
    titre: 'Dépense hors de la grappe',
    explication:
      "Le FINESS juridique n'est celui d'aucun ESSMS de la grappe, ni celui du porteur : la dépense est mise à part.",
    aide: 'corrigez le numéro, ou déclarez le porteur par grappe.porteur_finess_ej dans depot.yaml',
  },
  'depense.og_incoherent': {
    gravite: 'avertissement',
    titre: "OG d'une dépense incohérent",
    explication: "L'ESSMS de la dépense relève d'un autre OG que celui qu'elle nomme : l'ESSMS l'emporte.",
    aide: "corrigez l'un des deux numéros",
  },
  'depense.sans_rattachement': {
    gravite: 'avertissement',
    titre: 'Dépense sans rattachement',
    explication:
      "Ni ESSMS, ni OG : la dépense compte pour toute la grappe, et ne se compare à aucun ESSMS. C'est normal pour une AMOA, pas pour un forfait par ESSMS.",
    aide: 'remplissez finess_et, ou finess_ej',
  },
  'depense.sans_facture': {
    gravite: 'avertissement',
    titre: 'Dépense payée sans numéro de facture',
    explication:
      "Une dépense payée a une facture, que l'ARS peut demander ; sans numéro, ses doublons ne se voient pas.",
    aide: 'remplissez numero_facture',
  },
  'depense.payee_avant': {
    gravite: 'avertissement',
    titre: 'Dépense payée avant sa date',
    explication: 'Le paiement précède la date de la facture : un acompte, ou une date fausse.',
    aide: 'vérifiez les deux dates',
  },
  'depense.dates_non_controlees': {
    gravite: 'avertissement',
    titre: 'Dates du projet inconnues',
    explication:
      'La date de la convention, ou le délai du projet, est inconnu : les dates des dépenses ne sont pas toutes contrôlées.',
    aide: 'écrivez grappe.convention dans depot.yaml',
  },
} satisfies Fiches;
