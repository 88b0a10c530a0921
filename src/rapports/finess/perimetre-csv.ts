import { ecrireCsv } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportPerimetre } from './perimetre-json.ts';

/** La table `essms`, prête à poser dans un dépôt : « esms schema essms » en dit les colonnes. */
export function rendre({ perimetre }: RapportPerimetre, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    ['finess_et', 'finess_ej', 'raison_sociale', 'categorie', 'secteur', 'departement', 'date_ouverture'],
    perimetre.essms.map((un) => [
      un.finessEt,
      un.finessEj,
      un.raisonSociale,
      un.categorie,
      un.secteur,
      un.departement,
      un.dateOuverture,
    ]),
    excel,
  );
}
