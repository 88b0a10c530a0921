import type { Fiches } from './fiche.ts';

/**
 * Les contrôles croisés d'un lot (regles/controles-lot.yaml). Une erreur demande une réponse avant de verser ; un
 * avertissement se lit avant de signer. Ni l'une ni l'autre n'accuse personne.
 */
export const LOT = {
  'lot.essms_hors_convention': {
    gravite: 'erreur',
    titre: 'ESSMS que la convention ne cite pas',
    explication:
      'Le dernier relevé compte un ESSMS absent de la liste de la convention : les sommes de la grappe ne portent pas sur son périmètre.',
    aide: "ôtez-le du périmètre, ou joignez l'avenant qui l'ajoute",
  },
  'lot.essms_absent': {
    gravite: 'erreur',
    titre: 'ESSMS de la convention absent du relevé',
    explication:
      'La convention cite un ESSMS que le dernier relevé ne compte pas : le taire ferait monter les taux. Un ESSMS fermé reste au périmètre, avec sa date_fermeture (P6).',
    aide: "ajoutez-le au périmètre, ou joignez l'avenant qui le retire",
  },
  'lot.cible_differente': {
    gravite: 'erreur',
    titre: 'Cible différente de celle de la convention',
    explication:
      'Le dernier relevé juge un indicateur sur une autre cible que la convention : ses états ne disent rien de la convention.',
    aide: 'refaites les relevés sur la cible de la convention (cibles dans depot.yaml)',
  },
  'lot.niveau_different': {
    gravite: 'erreur',
    titre: 'Niveau de preuve différent de celui de la convention',
    explication:
      'Le dernier relevé nomme un autre niveau qui fait foi que la convention (A6) : la proposition suit la convention.',
    aide: 'corrigez grappe.niveau_preuve, et refaites les relevés',
  },
  'lot.deux_grappes': {
    gravite: 'erreur',
    titre: 'ESSMS dans deux grappes',
    explication:
      'Un même ESSMS est au relevé ou à la convention de plusieurs soumissions : il serait financé et compté plusieurs fois.',
    aide: 'dites quelle grappe le porte, et retirez-le des autres',
  },
  'lot.acquisition_et_conformite': {
    gravite: 'erreur',
    titre: 'Acquisition et mise en conformité pour le même ESSMS',
    explication:
      "Les relevés disent un ESSMS en acquisition, et aussi en montée de version : le logiciel d'une montée de version relève du SONS, auquel un ESSMS financé en acquisition n'a pas droit. Les relevés ne disent pas ce qui a été payé.",
    aide: "dites lequel des deux projets finance le DUI de l'ESSMS, et pour quel logiciel",
  },
  'lot.taille': {
    gravite: 'avertissement',
    titre: 'Groupement plus petit que le seuil',
    explication:
      "Le périmètre compte moins d'ESSMS que le seuil de l'année de la convention (eligibilite.grappe.minimum, ou minimum_outre_mer).",
    aide: "vérifiez le périmètre, ou joignez l'accord de l'ARS",
  },
  'lot.taille_inconnue': {
    gravite: 'avertissement',
    titre: 'Taille du groupement non contrôlée',
    explication:
      "Aucune règle lue ne donne la taille minimale pour l'année de la convention, ou sa date n'est pas dite : rien n'est affirmé.",
    aide: 'écrivez la date de la convention, ou donnez le seuil par --regles',
  },
  'lot.mois_recopie': {
    gravite: 'erreur',
    titre: 'Mois recopié',
    explication:
      "Un ESSMS a les mêmes comptes que le mois d'avant pour presque tous ses indicateurs, ou à la fois pour la MSSanté et le DMP.",
    aide: "joignez les exports des deux mois, ou dites pourquoi rien n'a changé",
  },
  'lot.copie_essms': {
    gravite: 'avertissement',
    titre: 'Comptes identiques dans deux ESSMS',
    explication:
      "Deux ESSMS ont, le même mois, les mêmes personnes, dossiers actifs, messages et DMP. Sur des milliers d'ESSMS, une rencontre par hasard arrive : c'est une erreur seulement dans une même soumission, ou deux mois de suite.",
    aide: "joignez l'export de chacun des ESSMS",
  },
  'lot.places': {
    gravite: 'avertissement',
    titre: 'Personnes loin des places',
    explication:
      'En hébergement permanent, les personnes accompagnées suivent les places : trop peu, il en manque au dénominateur ; trop, le périmètre est peut-être faux.',
    aide: 'donnez la liste des présents, et les places autorisées et installées',
  },
  'lot.denominateur_baisse': {
    gravite: 'avertissement',
    titre: 'Dénominateur en forte baisse',
    explication:
      'Les personnes accompagnées baissent beaucoup en un mois : un taux monte quand son dénominateur fond.',
    aide: 'expliquez les sorties du mois, ou corrigez les effectifs',
  },
  'lot.effectif_population': {
    gravite: 'avertissement',
    titre: 'Effectif déclaré loin des dossiers',
    explication:
      "L'effectif déclaré et la population lue dans les dossiers s'écartent : l'un des deux est faux, et le taux de dossiers actifs en dépend.",
    aide: "dites d'où vient l'effectif, et pourquoi les dossiers en diffèrent",
  },
  'lot.tout_atteint': {
    gravite: 'avertissement',
    titre: 'Tout à cent pour cent',
    explication:
      "Chaque indicateur d'un ESSMS de bonne taille vaut cent pour cent ou plus : l'usage réel laisse presque toujours un dossier en retard.",
    aide: "joignez l'export, ou laissez tirer quelques dossiers",
  },
  'lot.pile_cible': {
    gravite: 'avertissement',
    titre: "Trop d'ESSMS juste à la cible",
    explication:
      "Au voisinage de la cible, le hasard met autant d'ESSMS au-dessous qu'au-dessus ; ici presque tous l'atteignent de justesse.",
    aide: 'dites si des dossiers ont été complétés pour atteindre la cible, et comment',
  },
  'lot.saut': {
    gravite: 'avertissement',
    titre: "Saut d'un taux",
    explication:
      "Un taux change en un mois de plus que le hasard et un déploiement n'expliquent d'ordinaire. La MSSanté, un volume, n'est pas regardée.",
    aide: 'dites ce qui a changé ce mois-là : déploiement, reprise de données, périmètre',
  },
  'lot.un_evenement': {
    gravite: 'avertissement',
    titre: 'Un seul événement par dossier',
    explication:
      "La plupart des dossiers n'ont qu'un événement d'agenda dans la fenêtre : l'indicateur en demande un, l'usage en laisse plusieurs.",
    aide: "montrez l'agenda de quelques dossiers",
  },
  'lot.meme_jour': {
    gravite: 'avertissement',
    titre: 'Premières traces le même jour',
    explication:
      'Beaucoup de dossiers ont leur première trace du mois le même jour, hors des premiers jours : une saisie en masse, ou une reprise.',
    aide: 'dites ce qui a été fait ce jour-là',
  },
  'lot.saisies_tardives': {
    gravite: 'avertissement',
    titre: 'Saisies après coup',
    explication: "Trop d'événements d'agenda ont été saisis plus de cinq jours après la fin de la fenêtre.",
    aide: 'dites pourquoi ces événements ont été saisis après le mois',
  },
} satisfies Fiches;
