import type { Fiches } from './fiche.ts';

/** Le répertoire FINESS : ce qu'il dit du périmètre, et l'index où le programme le garde. */
export const REPERTOIRE = {
  'finess.tableur': {
    gravite: 'erreur',
    titre: 'Extraction FINESS passée par un tableur',
    explication:
      "Un tableur a réécrit le fichier : zéros de tête perdus, SIRET en notation scientifique, dates en JJ/MM/AAAA. Ce qu'il a perdu ne se retrouve pas : la ligne est rejetée.",
    aide: "téléchargez de nouveau l'extraction, et donnez-la telle quelle, sans l'ouvrir dans un tableur",
  },
  'finess.format_inconnu': {
    gravite: 'erreur',
    titre: 'Fichier qui ne vient pas du répertoire FINESS',
    explication:
      "Ni une extraction historique (sa première ligne commence par « finess;etalab »), ni un CSV à en-tête qui ait nofinesset, nofinessej, rs et categetab, ni du JSON FINESS+ : rien n'est lu.",
    aide: 'donnez un fichier etalab-cs1100501, cs1100502 ou cs1100507, ou une extraction FINESS+',
    refus: true,
  },
  'finess.json_tronque': {
    gravite: 'erreur',
    titre: 'Extraction FINESS+ incomplète',
    explication: "Le JSON s'arrête avant sa fin : le lire donnerait un répertoire partiel, il est refusé.",
    aide: 'téléchargez de nouveau le fichier en entier',
    refus: true,
  },
  'finess.json_invalide': {
    gravite: 'erreur',
    titre: 'Extraction FINESS+ mal formée',
    explication: "Le fichier commence comme du JSON et n'en est pas : rien n'en est gardé.",
    aide: "donnez le fichier tel que le répertoire le publie, sans l'éditer",
    refus: true,
  },
  'finess.section_inconnue': {
    gravite: 'erreur',
    titre: "Section inconnue d'une extraction FINESS",
    explication:
      "Chaque ligne d'une extraction historique commence par structureet, geolocalisation ou structureej : une autre est rejetée.",
    aide: "vérifiez que le fichier est l'extraction d'origine",
  },
  'finess.index_illisible': {
    gravite: 'erreur',
    titre: 'Index FINESS illisible',
    explication: "Le fichier n'est pas un index, ou il est abîmé : rien n'est contrôlé à moitié.",
    aide: 'refaites-le : esms finess importer FICHIER…',
    refus: true,
  },
  'finess.index_perime': {
    gravite: 'erreur',
    titre: "Index FINESS d'une autre version",
    explication: "L'index vient d'une version du programme qui l'écrivait autrement : il ne se devine pas.",
    aide: 'refaites-le : esms finess importer FICHIER…',
    refus: true,
  },
  'finess.index_recule': {
    gravite: 'avertissement',
    titre: 'Extraction FINESS plus ancienne que la précédente',
    explication:
      "L'index qui vient d'être remplacé portait une extraction plus récente : des ouvertures et des fermetures ont pu se perdre.",
    aide: 'donnez la dernière extraction, ou les deux fichiers à la fois',
  },
  'finess.inconnu': {
    gravite: 'avertissement',
    titre: "FINESS absent de l'index",
    explication:
      "Le numéro n'est pas dans le répertoire importé : faux, fermé avant son extraction, ou ouvert depuis.",
    aide: 'vérifiez le numéro par « esms finess verifier », ou importez une extraction plus récente',
  },
  'finess.ferme': {
    gravite: 'avertissement',
    titre: 'Établissement fermé, selon le répertoire',
    explication: "L'établissement, ou son entité juridique, est fermé dans le répertoire importé.",
    aide: 'ôtez-le du périmètre, ou remplissez sa date de fermeture',
  },
  'finess.autre_ej': {
    gravite: 'avertissement',
    titre: 'Rattaché à une autre entité juridique',
    explication:
      "Le répertoire rattache l'établissement à une autre entité juridique que celle que la table déclare : ses sommes vont à l'OG déclaré.",
    aide: 'corrigez finess_ej, ou faites mettre à jour le répertoire',
  },
  'finess.categorie_differente': {
    gravite: 'avertissement',
    titre: 'Catégorie différente de celle du répertoire',
    explication: "La catégorie déclarée n'est pas celle du répertoire importé : le secteur peut en dépendre.",
    aide: 'corrigez la catégorie, ou faites mettre à jour le répertoire',
  },
  'sons.essms_de_l_index': {
    gravite: 'avertissement',
    titre: "Nombre d'ESSMS compté dans le répertoire",
    explication:
      "Le nombre d'ESSMS de l'organisme, qui fait sa tranche, est compté dans l'index FINESS : ses établissements ouverts d'une catégorie d'ESSMS, sites secondaires compris. La catégorie dit ce que la nomenclature propose, pas ce que l'ARS retient.",
    aide: "faites confirmer le nombre par l'ARS, et donnez-le par --essms-og s'il diffère",
  },
  'essms.secteur_de_l_index': {
    gravite: 'avertissement',
    titre: 'Secteur tiré du répertoire FINESS',
    explication:
      "La table essms ne donne ni secteur, ni catégorie dont il se déduise : le secteur est celui que la nomenclature propose pour la catégorie du répertoire. Il décide d'une dispense (T6), qui demande aussi eligible_sons.",
    aide: 'remplissez secteur ou categorie',
  },
} satisfies Fiches;
