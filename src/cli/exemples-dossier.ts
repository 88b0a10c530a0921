/** Les exemples de l'aide des commandes de dossier. */
export const EXEMPLES_DOSSIER = {
  eligibilite: `
Exemples :
  esms eligibilite mon-depot --annee 2022
  esms eligibilite mon-depot --annee 2022 --tout
  esms eligibilite mon-depot --annee 2022 --format csv --excel --sortie eligibilite.csv
  esms eligibilite mon-depot --annee 2022 --format sarif --sortie eligibilite.sarif

Code de sortie 1 si la grappe ou un ESSMS est inéligible ; « à vérifier » sort 0, et 1 avec
--seuil-gravite avertissement.`,
  financement: `
Exemples :
  esms financement mon-depot --annee 2022
  esms financement mon-depot --annee 2022 --date-reference 2022-10-01 --format markdown --sortie plan.md
  esms financement mon-depot --annee 2022 --lecture reduit_des_le_51e --format json

Code de sortie 1 si un montant est inconnu ou la grappe inéligible.`,
  depenses: `
Exemples :
  esms depenses mon-depot --annee 2022
  esms depenses mon-depot --annee 2022 --format html --sortie depenses.html
  esms depenses mon-depot --annee 2022 --format csv --excel --detail --sortie factures.csv

Code de sortie 1 si une dépense est mise à part (double, hors du projet, poste non éligible).`,
} as const;
