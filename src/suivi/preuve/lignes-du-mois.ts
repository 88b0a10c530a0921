import type { Releve } from '../../domaine/releve.ts';
import type { CodeIndicateur, Resultat } from '../../domaine/resultat.ts';
import type { MoisSuivi } from '../../domaine/suivi.ts';
import { type Ligne, lignesDe } from '../../rapports/indicateurs/lignes.ts';

/** Les lignes d'un relevé, retrouvées par niveau et identifiant. */
export interface LignesDuMois {
  readonly colonne: MoisSuivi;
  readonly lignes: ReadonlyMap<string, Ligne>;
  readonly essms: readonly Ligne[];
  readonly rattachement: ReadonlyMap<string, string>;
}

export function indexer(colonne: MoisSuivi): LignesDuMois {
  const releve = colonne.etat === 'releve' ? (colonne.recu?.scelle.releve ?? null) : null;
  const lignes = releve === null ? [] : lignesDuReleve(releve);
  return {
    colonne,
    lignes: new Map(lignes.map((ligne) => [cleDe(ligne), ligne])),
    essms: lignes.filter(({ niveau }) => niveau === 'essms'),
    rattachement: new Map(releve?.perimetre.map(({ finessEt, finessEj }) => [finessEt, finessEj]) ?? []),
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
export function membresDe(ligne: Ligne, { essms, rattachement }: LignesDuMois): readonly Ligne[] {
  if (ligne.niveau === 'essms') return [];
  if (ligne.niveau === 'grappe') return essms;
  return essms.filter(({ identifiant }) => rattachement.get(identifiant) === ligne.identifiant);
}
