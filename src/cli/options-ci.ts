import { type Command, Option } from 'commander';
import type { Gravite } from '../domaine/anomalie.ts';
import { choix } from './valeurs.ts';

/** Les formats qu'une CI lit. */
export const FORMATS_CI = ['junit', 'sarif', 'github'] as const;

/** Ce que partagent les commandes qui rendent compte à une CI. */
export interface OptionsCi {
  /** Absente : une erreur fait sortir 1, tout est montré. */
  readonly seuilGravite?: Gravite;
}

const GRAVITES: readonly Gravite[] = ['erreur', 'avertissement'];

export function ajouterCi(commande: Command): Command {
  return commande.addOption(
    new Option(
      '--seuil-gravite <GRAVITE>',
      `${GRAVITES.join(' ou ')} : ce qui fait sortir 1, et ce que montrent junit, sarif et github (défaut : sortir sur une erreur, tout montrer)`,
    ).argParser(choix('--seuil-gravite', GRAVITES)),
  );
}
