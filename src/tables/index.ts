import { ACTIVITES } from './activites.ts';
import { AGENDA } from './agenda.ts';
import { DECLARES } from './declares.ts';
import { DEPENSES } from './depenses.ts';
import type { DescriptionTable, NomPublic, NomTable } from './description.ts';
import { DMP_DECOMPTES, DMP_DETAIL } from './dmp.ts';
import { DOSSIERS } from './dossiers.ts';
import { EFFECTIFS } from './effectifs.ts';
import { ESSMS } from './essms.ts';
import { MSS_DECOMPTES, MSS_DETAIL } from './mss.ts';
import { PROJETS } from './projets.ts';

export const TABLES: Readonly<Record<NomTable, DescriptionTable>> = {
  essms: ESSMS,
  effectifs: EFFECTIFS,
  dossiers: DOSSIERS,
  activites: ACTIVITES,
  projets: PROJETS,
  agenda: AGENDA,
  mss_detail: MSS_DETAIL,
  mss_decomptes: MSS_DECOMPTES,
  dmp_detail: DMP_DETAIL,
  dmp_decomptes: DMP_DECOMPTES,
  declares: DECLARES,
  depenses: DEPENSES,
};

/** Dans l'ordre de lecture : le périmètre d'abord, puis les dossiers, puis ce qui s'y rattache. */
export const NOMS_PUBLICS: readonly NomPublic[] = [
  'essms',
  'effectifs',
  'dossiers',
  'activites',
  'projets',
  'agenda',
  'mss',
  'dmp',
  'declares',
  'depenses',
];

/** Les formes d'une table publique, le détail avant les décomptes. */
export function formes(nomPublic: NomPublic): readonly DescriptionTable[] {
  return Object.values(TABLES).filter((table) => table.nomPublic === nomPublic);
}
