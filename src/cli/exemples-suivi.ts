/** Les exemples de l'aide des commandes de suivi. */
export const EXEMPLES_SUIVI = {
  releve: `
Exemples :
  esms releve mon-depot --mois 2025-09 --sortie releves
  esms releve mon-depot --mois 2025-07 --premiere-mesure --sortie releves
  esms releve mon-depot --mois 2025-09 --sortie releves --remplacer

Un fichier JSON par mois (releve-PORTEUR-AAAA-MM.json) : des nombres par établissement, la provenance des
fichiers, et une empreinte. Un relevé qui dit autre chose n'est remplacé qu'avec --remplacer.`,
} as const;
