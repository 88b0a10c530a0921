import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import type { Champ, DescriptionTable } from '../../tables/description.ts';

/** Une cause de rejet d'une ligne, désignée en SQL par son rang dans `causesDe(table)`. */
export interface Cause {
  readonly code: CodeAnomalie;
  readonly champ: Champ | null;
}

const DE_STRUCTURE: readonly CodeAnomalie[] = [
  'ligne.colonnes_en_trop',
  'ligne.colonnes_manquantes',
  'ligne.guillemet_mal_forme',
  'ligne.trop_longue',
  'ligne.octet_nul',
  'ligne.entete_repete',
  'ligne.cle_en_double',
];

/** Les codes qu'un champ illisible peut prendre, du plus précis au plus général. */
const DU_TYPE: Readonly<Record<Champ['type'], readonly CodeAnomalie[]>> = {
  finess: ['finess.format'],
  identifiant: [],
  texte: [],
  date: ['champ.date_autre_format', 'champ.date_invalide'],
  mois: ['champ.mois_invalide'],
  entier: ['champ.nombre_invalide'],
  nombre: ['champ.nombre_invalide'],
  montant: ['champ.montant_invalide'],
  booleen: ['champ.booleen_invalide'],
  enumeration: ['champ.code_inconnu'],
};

/** Toutes les causes de rejet d'une table ; le rang 0 veut dire « ligne lisible ». */
export function causesDe(table: DescriptionTable): readonly (Cause | null)[] {
  return [
    null,
    ...DE_STRUCTURE.map((code) => ({ code, champ: null })),
    ...table.champs.flatMap((champ) => [
      ...(champ.obligatoire ? [{ code: 'champ.vide' as const, champ }] : []),
      ...DU_TYPE[champ.type].map((code) => ({ code, champ })),
    ]),
  ];
}

/** Le rang d'une cause, à écrire dans la colonne `rejet`. */
export function rangDe(table: DescriptionTable, code: CodeAnomalie, champ?: Champ): number {
  const rang = causesDe(table).findIndex(
    (cause) => cause?.code === code && (!champ || cause.champ === champ),
  );
  if (rang < 0) throw new Error(`cause inconnue : ${code} (${champ?.nom ?? table.nom})`);
  return rang;
}
