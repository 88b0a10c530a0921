/** Les exemples de l'aide, commande par commande. */
export const EXEMPLES = {
  esms: `
Exemples :
  esms demo                                     voir ce que l'outil rend
  esms verifier mon-depot                       contrôler ses fichiers
  esms indicateurs mon-depot --mois 2025-09     calculer ses indicateurs
  esms sons --essms-og 35                       ce que le SONS paie à l'éditeur
  esms financement mon-depot --annee 2022       le plan de financement de la grappe
  esms indicateurs --aide                       toutes les options d'une commande

Codes de sortie : 0 tout va bien ; 1 constats (erreurs, lignes rejetées) ;
2 appel ou fichier illisible ; 70 défaut interne ; 130 interrompu.
Aucune donnée ne quitte ce poste.`,
  demo: `
Exemple :
  esms demo`,
  verifier: `
Exemples :
  esms verifier mon-depot
  esms verifier mon-depot --format csv --excel --sortie anomalies.csv
  esms verifier mon-depot --tolerer-rejets 10 --max-anomalies 20
  esms verifier mon-depot --format junit --sortie esms-verifier.xml`,
  indicateurs: `
Exemples :
  esms indicateurs mon-depot --mois 2025-09
  esms indicateurs mon-depot --mois 2025-09 --premiere-mesure --tout
  esms indicateurs mon-depot --mois 2025-09 --definition dossier_actif=ouvert
  esms indicateurs mon-depot --mois 2025-09 --sensibilite
  esms indicateurs mon-depot --mois 2025-09 --format csv --excel --sortie indicateurs.csv
  esms indicateurs mon-depot --mois 2025-09 --niveau grappe --exiger-cibles --format json
  esms indicateurs mon-depot --mois 2025-09 --exiger-cibles --format junit --sortie esms-indicateurs.xml`,
  schema: `
Exemples :
  esms schema
  esms schema indicateurs
  esms schema dossiers --sortie dossiers.schema.json`,
  regles: `
Exemples :
  esms regles lister
  esms regles montrer sons.vague_1.bareme
  esms regles montrer champ.date_invalide
  esms regles verifier mes-regles`,
  lister: `
Exemples :
  esms regles lister
  esms regles lister --date-reference 2027-12-31
  esms regles lister --regles mes-regles --format json`,
  montrer: `
Exemples :
  esms regles montrer sons.vague_1.bareme
  esms regles montrer champ.date_invalide`,
  verifierRegles: `
Exemples :
  esms regles verifier
  esms regles verifier mes-regles`,
} as const;
