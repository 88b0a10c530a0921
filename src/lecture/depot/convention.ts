import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recueil } from '../../domaine/anomalie.ts';
import type { Convention, Piece } from '../../domaine/lot.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import { meneDehors, sortDuDepot } from './dehors.ts';
import { type DepotLu, NOM_DEPOT } from './depot-lu.ts';

/**
 * Le bloc `convention` de `depot.yaml` ; `null` s'il n'y en a pas. Ce qu'il tait se prend au bloc `grappe` (date,
 * niveau de preuve). Une pièce citée hors du dossier est notée au recueil, et n'est pas cherchée.
 */
export async function lireConvention(
  dossier: string,
  { depot, situer }: DepotLu,
  recueil: Recueil,
): Promise<Convention | null> {
  const { convention, grappe } = depot;
  if (convention === undefined) return null;
  const cibles = convention.cibles ?? {};
  const chercher = async (cle: 'pv_vsr' | 'depenses'): Promise<Piece | null> => {
    const fichier = convention[cle];
    if (fichier === undefined) return null;
    const presente = await estPresente(dossier, fichier);
    if (presente !== 'dehors') return { fichier, presente };
    recueil.ajouter({
      code: 'fichier.hors_depot',
      fichier: NOM_DEPOT,
      ligne: situer(['convention', cle]),
      colonne: `convention.${cle}`,
      message: `« ${fichier} » sort du dossier`,
    });
    return null;
  };
  return {
    date: convention.date ?? grappe.convention ?? null,
    niveauPreuve: convention.niveau_preuve ?? grappe.niveau_preuve ?? null,
    echeance: convention.echeance ?? null,
    finessEt: convention.finess_et ?? [],
    cibles: CODES_INDICATEURS.flatMap((indicateur) => {
      const valeur = cibles[indicateur];
      return valeur === undefined ? [] : { indicateur, valeur };
    }),
    pvVsr: await chercher('pv_vsr'),
    depenses: await chercher('depenses'),
  };
}

async function estPresente(dossier: string, fichier: string): Promise<boolean | 'dehors'> {
  if (sortDuDepot(fichier)) return 'dehors';
  const reel = await realpath(join(dossier, fichier)).catch(() => null);
  if (reel === null) return false;
  if (await meneDehors(dossier, reel)) return 'dehors';
  return (await stat(reel)).isFile();
}
