import type { Secteur } from '../domaine/secteur.ts';

/**
 * Secteur proposé pour chaque catégorie FINESS d'ESSMS active : nomenclature TRE_R397, juin 2026, secteur
 * proposé (aucun texte ne fixe la correspondance). Une catégorie absente d'ici n'a pas de secteur.
 */
const CATEGORIES: Readonly<Record<Secteur, readonly string[]>> = {
  PA: ['202', '500', '501', '502', '207', '381', '463'],
  PH: [
    '183',
    '188',
    '402',
    '186',
    '192',
    '194',
    '195',
    '196',
    '238',
    '390',
    '396',
    '182',
    '189',
    '190',
    '221',
    '255',
    '370',
    '395',
    '448',
    '449',
    '246',
    '198',
    '249',
    '445',
    '446',
    '461',
    '464',
  ],
  DOM: ['640', '209', '354', '460'],
  PDS: ['165', '178', '180', '197', '213', '608'],
  PDE: [
    '166',
    '172',
    '175',
    '176',
    '177',
    '236',
    '411',
    '241',
    '242',
    '440',
    '441',
    '286',
    '295',
    '643',
    '644',
    '378',
    '462',
  ],
  AHI: ['214', '219', '442', '443', '257'],
  PJM: ['344', '340'],
};

const PAR_CODE: ReadonlyMap<string, Secteur> = new Map(
  (Object.entries(CATEGORIES) as [Secteur, readonly string[]][]).flatMap(([secteur, codes]) =>
    codes.map((code) => [code, secteur] as const),
  ),
);

/** Le secteur proposé d'une catégorie FINESS, ou `null` : jamais deviné. */
export function secteurDeCategorie(categorie: string): Secteur | null {
  return PAR_CODE.get(categorie.trim()) ?? null;
}
