import { grouper } from '../../domaine/grouper.ts';
import type { Releve } from '../../domaine/releve.ts';
import type { CodeIndicateur, Resultat } from '../../domaine/resultat.ts';
import type { MoisSuivi } from '../../domaine/suivi.ts';
import { type Ligne, lignesDe } from '../../rapports/indicateurs/lignes.ts';

/** Les lignes d'un relevé, retrouvées par niveau et identifiant. */
export interface LignesDuMois {
  readonly colonne: MoisSuivi;
  readonly lignes: ReadonlyMap<string, Ligne>;
  readonly essms: readonly Ligne[];
  /** Les mêmes, par l'OG qui les porte ce mois-là. */
  readonly parOg: ReadonlyMap<string, readonly Ligne[]>;
}

export function indexer(colonne: MoisSuivi): LignesDuMois {
  const releve = colonne.etat === 'releve' ? (colonne.recu?.scelle.releve ?? null) : null;
  const lignes = releve === null ? [] : lignesDuReleve(releve);
  const essms = lignes.filter(({ niveau }) => niveau === 'essms');
  const rattachement = new Map(releve?.perimetre.map(({ finessEt, finessEj }) => [finessEt, finessEj]) ?? []);
  return {
    colonne,
    lignes: new Map(lignes.map((ligne) => [cleDe(ligne), ligne])),
    essms,
    parOg: grouper(essms, ({ identifiant }) => rattachement.get(identifiant) ?? ''),
  };
}

function lignesDuReleve({ resultats }: Releve): Ligne[] {
  return (['essms', 'og', 'grappe'] as const).flatMap((niveau) => lignesDe(resultats, niveau));
}

function cleDe({ niveau, identifiant }: Pick<Ligne, 'niveau' | 'identifiant'>): string {
  return `${niveau} ${identifiant}`;
}

/** Le résultat d'une ligne, ce mois-là ; `null` : mois absent ou altéré, ou ligne absente du relevé. */
export function resultatDe(
  ligne: Ligne,
  indicateur: CodeIndicateur,
  { lignes }: LignesDuMois,
): Resultat | null {
  return lignes.get(cleDe(ligne))?.resultats.find((r) => r.indicateur === indicateur) ?? null;
}

/** Les ESSMS que somme une ligne, ce mois-là. */
export function membresDe(ligne: Ligne, { essms, parOg }: LignesDuMois): readonly Ligne[] {
  if (ligne.niveau === 'essms') return [];
  if (ligne.niveau === 'grappe') return essms;
  return parOg.get(ligne.identifiant) ?? [];
}
