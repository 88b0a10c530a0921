/** Les exemples de l'aide des commandes FINESS. */
export const EXEMPLES_FINESS = {
  finess: `
Exemples :
  esms finess importer etalab-cs1100502-stock.csv
  esms finess verifier --fichier mon-depot/essms.csv
  esms finess perimetre 630990018 --sortie mon-depot/essms.csv`,
  importer: `
Exemples :
  esms finess importer etalab-cs1100502-stock.csv etalab-cs1100501-stock.csv
  esms finess importer structures.json.gz --index finess.duckdb

Formats : extractions « etalab » cs1100501, cs1100502 et cs1100507, leurs variantes à en-tête, et
FINESS+ (JSON) ; compressés en .gz ou non. L'index d'avant reste en place si l'import échoue.`,
  verifier: `
Exemples :
  esms finess verifier 630991016 630991024
  esms finess verifier 630991016 --finess-ej 630990018
  esms finess verifier --fichier mon-depot/essms.csv --format csv --excel --sortie finess.csv

Code de sortie 1 si un numéro est faux, inconnu, fermé ou rattaché ailleurs. Sans index, seules la forme
et la clé sont contrôlées.`,
  chercher: `
Exemples :
  esms finess chercher tilleuls clermont
  esms finess chercher ehpad --departement 63 --limite 50
  esms finess chercher --finess-ej 630990018 --secteur PA --format csv --sortie ehpad.csv`,
  perimetre: `
Exemples :
  esms finess perimetre 630990018 --sortie mon-depot/essms.csv
  esms finess perimetre 630990018 --format table
  esms finess perimetre 630990018 --tous --format json`,
} as const;
