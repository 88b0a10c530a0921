import type { DepotLogique } from './depot-logique.ts';
import { type EssmsReference, essmsDe, rattacher } from './perimetre.ts';
import type { LigneLue } from './rejets.ts';

/** E2 : pourquoi une ligne lisible est écartée ; `null` si elle est retenue. */
export type Sort = null | 'perimetre' | 'dossier';

export interface LigneTriee extends LigneLue {
  /** FINESS après `alias_finess`. */
  readonly essms: string;
  readonly sort: Sort;
}

/** Tables dont chaque ligne doit désigner un dossier connu (E2 : « sauf mss »). */
const PAR_DOSSIER = ['activites', 'projets', 'agenda', 'dmp_detail'];

/** N9 : ce que `depot.yaml` dit couvert par une source. */
export function declareCouvrir(source: LigneLue['source'], essms: string, depot: DepotLogique): boolean {
  const declares = [
    ...(source.couvre ?? []),
    ...(source.finessConstant === undefined ? [] : [source.finessConstant]),
  ];
  return declares.some((finess) => rattacher(finess, depot) === essms);
}

/** E2 : sépare les lignes retenues des lignes écartées. */
export function trier(
  lignes: readonly LigneLue[],
  perimetre: readonly EssmsReference[],
  depot: DepotLogique,
): LigneTriee[] {
  const connus = new Set(perimetre.map((e) => e.finess));
  const dossiers = lignes.filter((l) => l.forme === 'dossiers');
  const existants = new Set(dossiers.map((l) => `${essmsDe(l, depot)}/${l.valeurs.get('id_dossier')}`));
  const couverts = (essms: string) =>
    dossiers.some((l) => essmsDe(l, depot) === essms) ||
    depot.sources.some((s) => s.table === 'dossiers' && declareCouvrir(s, essms, depot));
  return lignes.map((ligne) => {
    const essms = essmsDe(ligne, depot);
    const inconnu =
      PAR_DOSSIER.includes(ligne.forme) &&
      couverts(essms) &&
      !existants.has(`${essms}/${ligne.valeurs.get('id_dossier')}`);
    const sort: Sort = !connus.has(essms) ? 'perimetre' : inconnu ? 'dossier' : null;
    return { ...ligne, essms, sort };
  });
}
