export interface Avancee {
  readonly etape: string;
  /** De 0 à 1, ou `null` si l'avancement n'est pas connu. */
  readonly fraction: number | null;
}

/** Une ligne de progression, réécrite sur place et effacée à la fin. */
export interface Progression {
  readonly montrer: (avancee: Avancee) => void;
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
    montrer: ({ etape, fraction }) => {
      const avancement = fraction === null ? '…' : ` ${Math.floor(fraction * 100)} %`;
      // Une étape cite un nom de fichier : il ne pilote pas le terminal.
      ecrire(`${etape}${avancement}`.replace(/\p{Cc}/gu, '\ufffd').slice(0, flux.colonnes - 1));
    },
    effacer: () => ecrire(''),
  };
}
