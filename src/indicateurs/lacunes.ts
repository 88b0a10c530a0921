import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { NomPublic, NomTable } from '../tables/description.ts';
import type { Comptes, Decompte } from './comptes.ts';
import { personnesEligibles } from './effectifs.ts';
import { REGISTRE } from './registre.ts';
import { type Signal, signal } from './signaux.ts';
import { detailDmpUtile } from './termes.ts';

/**
 * N8, N9 : pourquoi `termesDe` ne rend rien : table absente du dépôt, ESSMS absent d'une table, mois absent
 * des décomptes. Vide si et seulement si l'indicateur a ses termes.
 */
export function lacunes(
  indicateur: CodeIndicateur,
  comptes: Comptes,
  tables: ReadonlySet<NomTable>,
): Signal[] {
  const manquantes = tablesManquantes(indicateur, comptes);
  const absentes = manquantes.filter((table) => !estDonnee(table, tables));
  const sansEssms = manquantes.filter((table) => estDonnee(table, tables));
  return [
    ...(absentes.length > 0 ? [signal('table.absente', 1, absentes)] : []),
    ...(sansEssms.length > 0 ? [signal('table.essms_absent', 1, sansEssms)] : []),
    ...moisAbsents(indicateur, comptes),
  ];
}

function tablesManquantes(indicateur: CodeIndicateur, comptes: Comptes): NomPublic[] {
  const { couvert, messagesDecompte, dmpDecompte } = comptes;
  switch (indicateur) {
    case 'dossiers_actifs':
    case 'projets':
    case 'agenda':
      return REGISTRE[indicateur].tables.filter((table) => !couvert[table]);
    case 'mssante':
      return [
        ...sansEligibles(comptes),
        ...(couvert.mss || messagesDecompte !== null ? [] : (['mss'] as const)),
      ];
    case 'dmp': {
      if (detailDmpUtile(comptes) || dmpDecompte !== null) return sansEligibles(comptes);
      const sansDossiers = couvert.dossiers ? [] : (['dossiers'] as const);
      return couvert.dmp ? [...sansDossiers] : [...sansEligibles(comptes), 'dmp'];
    }
  }
}

/** N9 : E vient des effectifs ou de `dossiers` ; c'est `dossiers` qu'on réclame. */
function sansEligibles(comptes: Comptes): NomPublic[] {
  return personnesEligibles(comptes) === null ? ['dossiers'] : [];
}

function estDonnee(table: NomPublic, tables: ReadonlySet<NomTable>): boolean {
  if (table === 'mss') return tables.has('mss_detail') || tables.has('mss_decomptes');
  if (table === 'dmp') return tables.has('dmp_detail') || tables.has('dmp_decomptes');
  return tables.has(table);
}

function moisAbsents(indicateur: CodeIndicateur, comptes: Comptes): Signal[] {
  const decompte = decompteLu(indicateur, comptes);
  return decompte === null || decompte.moisAbsents === 0
    ? []
    : [signal('decompte.mois_absent', decompte.moisAbsents)];
}

/** Le décompte dont l'indicateur dépend : aucun si le détail le remplace. */
function decompteLu(indicateur: CodeIndicateur, comptes: Comptes): Decompte | null {
  if (indicateur === 'mssante') return comptes.couvert.mss ? null : comptes.messagesDecompte;
  if (indicateur === 'dmp') return detailDmpUtile(comptes) ? null : comptes.dmpDecompte;
  return null;
}
