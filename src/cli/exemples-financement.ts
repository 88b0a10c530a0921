/** Les exemples de l'aide des calculs de financement. */
export const EXEMPLES_FINANCEMENT = {
  sons: `
Exemples :
  esms sons --essms-og 35
  esms sons --essms-og 35 --essms-commande 12 --date-reference 2023-06-30
  esms sons --essms-og 8 --date-commande 2022-05-02 --date-referencement 2022-08-15
  esms sons organismes.csv --format csv --excel --sortie sons.csv

La liste est un CSV « finess_ej;essms_og;essms_commande », une ligne par organisme.
Montants TTC. Code de sortie 1 : barème inconnu, commande non finançable, ligne rejetée.`,
  forfaits: `
Exemples :
  esms forfaits --annee 2022 --type acquisition --secteur PA --essms 46
  esms forfaits --annee 2022 --type acquisition --secteur PH --essms 20 --essms-petits-og 8
  esms forfaits --annee 2022 --type acquisition --secteur PA --essms 64 --lecture reduit_des_le_51e
  esms forfaits --annee 2022 --type acquisition --secteur DOM --essms 15 \\
    --heures-eligibles 12500 --heures-totales 20000

Montants TTC. Code de sortie 1 : un montant est inconnu, et donc le total.`,
  echeancier: `
Exemples :
  esms echeancier --signature 2022-06-15 --type acquisition
  esms echeancier --signature 2022-06-15 --type acquisition --montant 989000
  esms echeancier --signature 2024-01-15 --type montee_de_version --delai-mois 9
  esms echeancier --signature 2022-06-15 --type acquisition --nom "Grappe Limagne" \\
    --format ics --sortie projet.ics

Code de sortie 1 : le délai est inconnu.`,
} as const;
