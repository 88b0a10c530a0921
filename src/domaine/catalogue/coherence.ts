import type { Fiches } from './fiche.ts';

/** Cohérence entre les tables, et réserves du calcul : dites, comptées, jamais tues. */
export const COHERENCE = {
  'perimetre.essms_inconnu': {
    gravite: 'avertissement',
    titre: 'ESSMS hors du périmètre',
    explication:
      "Le FINESS n'est pas dans la table essms : un export couvre souvent d'autres sites, la ligne est écartée (E2).",
    aide: "ajoutez l'ESSMS à essms, ou rattachez ce FINESS par alias_finess dans depot.yaml",
  },
  'dossier.inconnu': {
    gravite: 'avertissement',
    titre: 'Dossier inconnu',
    explication:
      "Le dossier n'existe pas dans la table dossiers, qui couvre pourtant l'ESSMS : la ligne est écartée (E2) ; un message MSSanté est compté quand même (N6).",
    aide: 'vérifiez que les deux exports ont le même périmètre et la même date',
  },
  'dossier.cle_incoherente': {
    gravite: 'erreur',
    titre: 'Identifiants de dossier incohérents',
    explication:
      "Plus de la moitié des lignes d'un ESSMS sont écartées pour leur dossier : les deux exports n'écrivent sans doute pas les identifiants de la même façon (« 482 » et « 00482 ») (E2).",
    aide: 'exportez le même identifiant dans les deux tables, en texte',
  },
  'essms.secteur_inconnu': {
    gravite: 'avertissement',
    titre: 'Secteur inconnu',
    explication:
      "La colonne secteur est vide et la catégorie FINESS ne permet pas de le déduire : aucune règle propre à un secteur (dispense T6) ne s'applique.",
    aide: 'remplissez la colonne secteur (PA, PH, DOM, PDS, PDE, AHI ou PJM)',
  },
  'effectifs.deduits': {
    gravite: 'avertissement',
    titre: 'Effectifs déduits des dossiers',
    explication:
      "Aucune ligne d'effectifs pour cet ESSMS et cette période : le dénominateur est le nombre de personnes de la table dossiers, et une personne sans dossier est invisible (P4).",
    aide: 'ajoutez le nombre de personnes accompagnées dans effectifs.csv',
  },
  'sejour.entree_absente': {
    gravite: 'avertissement',
    titre: "Séjours sans date d'entrée",
    explication:
      "Sans date d'entrée, un séjour ne couvre aucun jour, sauf si son statut est actif ou si le fichier n'a pas cette colonne : l'entrée est alors réputée ancienne (P1).",
    aide: "remplissez les dates d'entrée dans le DUI, ou exportez la colonne statut",
  },
  'sejour.clos_sans_sortie': {
    gravite: 'avertissement',
    titre: 'Séjours clos sans date de sortie',
    explication: 'Le statut est clos et la date de sortie est vide : le séjour compte encore (P1).',
    aide: 'remplissez les dates de sortie dans le DUI',
  },
  'sejour.sortie_avant_entree': {
    gravite: 'avertissement',
    titre: 'Sorties avant entrée',
    explication:
      "La date de sortie précède la date d'entrée, souvent celle d'un séjour ancien après une réadmission : la sortie est ignorée (P2).",
    aide: "effacez l'ancienne date de sortie dans le DUI",
  },
  'dossiers.indetermines': {
    gravite: 'avertissement',
    titre: 'Dossiers indéterminés',
    explication:
      "On ne sait pas si ces dossiers étaient actifs dans la période : leur dernière activité est postérieure, ou l'export n'en donne pas. Ils élargissent l'intervalle du taux (N3).",
    aide: 'exportez les dossiers le dernier jour du mois, ou fournissez la table activites',
  },
  'dossiers.rejetes': {
    gravite: 'avertissement',
    titre: 'Lignes de dossiers rejetées',
    explication:
      "Chaque ligne de dossiers rejetée cache peut-être une personne : elle élargit l'intervalle du taux (section 6 des règles).",
    aide: 'corrigez les lignes rejetées de la table dossiers et réexportez',
  },
  'projets.preparation_ancienne': {
    gravite: 'avertissement',
    titre: 'Projets en préparation depuis plus de douze mois',
    explication:
      'Un projet en préparation compte, même créé plus de douze mois avant la période ; il est signalé (N4).',
    aide: 'faites signer ou clore ces projets dans le DUI',
  },
  'agenda.lecture': {
    gravite: 'avertissement',
    titre: "L'état dépend de la lecture de l'agenda",
    explication:
      "Les textes ne disent pas si l'événement doit tomber dans la période : ici les deux lectures (periode, existence) donnent deux états (N5).",
    aide: "demandez à l'ARS la lecture à retenir et fixez definitions.evenement_agenda dans depot.yaml",
  },
  'declare.seul': {
    gravite: 'avertissement',
    titre: 'Chiffres déclarés, non calculés',
    explication:
      "Aucun export ne permet de calculer l'indicateur : il vient de la table declares, le tableau de bord de l'éditeur. Son niveau de preuve est « déclaré », celui d'un ensemble qui le somme aussi ; les effectifs gardent le dénominateur (P4, P5), et la borne basse retient le plus grand des dénominateurs connus.",
    aide: "ajoutez les exports du DUI, pour que l'indicateur se calcule",
  },
  'declare.ecart': {
    gravite: 'avertissement',
    titre: 'Écart entre le déclaré et le calculé',
    explication:
      "Le tableau de bord de l'éditeur et les exports ne donnent pas les mêmes nombres : le calcul l'emporte toujours. La table declares n'a pas d'identifiant de dossier : ce qui explique l'écart se dit en comptes, qui peuvent se recouper.",
    aide: "demandez à l'éditeur ce que son tableau de bord compte, ou corrigez les exports",
  },
  'declare.denominateur': {
    gravite: 'avertissement',
    titre: 'Dénominateurs contradictoires',
    explication:
      "Un indicateur déclaré se rapporte à un nombre que les exports ou les effectifs contredisent : la borne basse retient le plus grand des deux, pour qu'un chiffre déclaré ne vaille jamais mieux qu'un calcul.",
    aide: "vérifiez le mois et le périmètre du tableau de bord, ou ajoutez l'export qui manque",
  },
  'declare.mois_absent': {
    gravite: 'avertissement',
    titre: 'Mois absent des chiffres déclarés',
    explication:
      "La table declares parle de l'ESSMS et de l'indicateur, mais pas de tous les mois de la période : l'indicateur reste non évaluable.",
    aide: 'ajoutez la ligne du mois à declares, ou les exports du DUI',
  },
  'declare.premiere_mesure': {
    gravite: 'avertissement',
    titre: 'Chiffres déclarés sans usage sur trois mois',
    explication:
      "Un tableau de bord compte des personnes mois par mois : sur les trois mois d'une première mesure (D2), elles ne s'additionnent pas. Seuls les messages et les DMP alimentés se lisent alors comme des décomptes (N8), sur un nombre de personnes éligibles qui n'est pas déclaré.",
    aide: 'fournissez les exports, ou mesurez chaque mois',
  },
  'declare.numerateur_trop_grand': {
    gravite: 'avertissement',
    titre: "Plus au numérateur qu'au dénominateur",
    explication:
      "Un chiffre déclaré dépasse 100 % là où l'on compte des dossiers parmi d'autres : il est rendu tel quel, mais il se contredit (T5).",
    aide: 'vérifiez la ligne : les deux nombres sont peut-être échangés, ou de deux périmètres',
  },
  'declare.denominateur_nul': {
    gravite: 'avertissement',
    titre: 'Dénominateur déclaré nul',
    explication:
      "Un taux ne se rapporte pas à zéro : sans autre dénominateur, l'indicateur est non évaluable (T2).",
    aide: 'vérifiez le nombre, ou ôtez la ligne',
  },
  'decompte.mois_absent': {
    gravite: 'avertissement',
    titre: 'Mois absent des décomptes',
    explication:
      "Un mois de la période n'a pas de ligne de décompte : ce n'est pas un zéro, l'indicateur est non évaluable (N8).",
    aide: "ajoutez la ligne du mois, avec 0 si rien ne s'est fait",
  },
  'decompte.ignore': {
    gravite: 'avertissement',
    titre: 'Décomptes ignorés',
    explication:
      'Le détail et les décomptes parlent du même ESSMS : seul le détail, vérifiable, est compté, les additionner compterait deux fois.',
    aide: "ôtez l'une des deux formes pour cet ESSMS",
  },
  'table.essms_absent': {
    gravite: 'avertissement',
    titre: "ESSMS absent d'une table",
    explication:
      "La table n'a aucune ligne lisible pour cet ESSMS : ce n'est pas un zéro, l'indicateur est non évaluable (N9).",
    aide: "ajoutez l'export de cet ESSMS, ou écrivez couvre dans depot.yaml si l'export n'a vraiment rien à dire",
  },
  'table.absente': {
    gravite: 'avertissement',
    titre: 'Table absente',
    explication: "Le dépôt n'a pas cette table : l'indicateur qui en dépend est non évaluable (N9).",
    aide: 'ajoutez le fichier de la table au dépôt',
  },
  'taux.superieur_a_100': {
    gravite: 'avertissement',
    titre: 'Taux supérieur à 100 %',
    explication:
      'Plus de dossiers que de personnes : le taux est rendu tel quel, mais les deux sources se contredisent (T5).',
    aide: "comparez effectifs.csv et l'export des dossiers (séjours finis, doublons, périmètre)",
  },
  'dispense.a_verifier': {
    gravite: 'avertissement',
    titre: 'Dispense à vérifier',
    explication:
      "Un ESSMS du secteur AHI non éligible au SONS est dispensé de MSSanté et de DMP ; eligible_sons est vide, il ne l'est donc pas ici (T6).",
    aide: 'remplissez eligible_sons dans essms (oui ou non)',
  },
  'denominateur.nul': {
    gravite: 'avertissement',
    titre: 'Dénominateur nul',
    explication:
      "Personne à compter sur la période : aucun taux ne se calcule, l'indicateur est non évaluable (T2).",
    aide: 'vérifiez le mois demandé et les dates des exports',
  },
  'groupe.places': {
    gravite: 'avertissement',
    titre: 'Taille connue par les seules places',
    explication:
      "Un ESSMS sans données n'a pour taille que ses places, qui ne majorent pas les personnes : le groupe ne peut pas être dit atteint (A3).",
    aide: "fournissez les exports de cet ESSMS, ou au moins sa ligne d'effectifs",
  },
  'groupe.taille_inconnue': {
    gravite: 'avertissement',
    titre: 'Taille inconnue',
    explication: "Rien ne dit la taille d'un ESSMS sans données : le groupe n'est pas évaluable (A3).",
    aide: "fournissez ses exports, sa ligne d'effectifs, ou places dans essms",
  },
} satisfies Fiches;
