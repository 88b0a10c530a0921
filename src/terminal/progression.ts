/** Une ligne de progression, réécrite sur place et effacée à la fin. */
export interface Progression {
  /** `fraction` : de 0 à 1, ou `null` si l'avancement n'est pas connu. */
  readonly montrer: (etape: string, fraction: number | null) => void;
  readonly effacer: () => void;
}

const EFFACER_LIGNE = '\r\u001b[2K';
const MUETTE: Progression = { montrer: () => undefined, effacer: () => undefined };

/** N'écrit que sur un terminal, et seulement quand le texte change. */
export function creerProgression(
  flux: { write(texte: string): void; readonly estTerminal: boolean; readonly colonnes: number },
  voulue: boolean,
): Progression {
  if (!voulue || !flux.estTerminal) return MUETTE;
  let affiche = '';
  const ecrire = (texte: string): void => {
    if (texte === affiche) return;
    affiche = texte;
    flux.write(EFFACER_LIGNE + texte);
  };
  return {
    montrer: (etape, fraction) => {
      const avancement = fraction === null ? '…' : ` ${Math.floor(fraction * 100)} %`;
      ecrire(`${etape}${avancement}`.slice(0, flux.colonnes - 1));
    },
    effacer: () => ecrire(''),
  };
}
