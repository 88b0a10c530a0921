import type { Gravite } from '../../domaine/anomalie.ts';
import type { BilanAnomalies } from '../modele.ts';
import { assainir } from '../texte.ts';
import { direValeur } from '../verification/anomalies.ts';
import type { ElementCi, Tus } from './modele.ts';

/** Les anomalies détaillées, la valeur fautive dans le message, telle que le bilan la donne : masquée s'il le faut. */
export function elementsDe({ details }: Pick<BilanAnomalies, 'details'>): ElementCi[] {
  return details.map(({ code, gravite, fichier, ligne, colonne, valeur, message, aide }) => ({
    code,
    gravite,
    fichier: fichier !== null && ABSOLU.test(fichier) ? null : fichier,
    ligne,
    colonne,
    message: `${direValeur(valeur)}${assainir(message)}`,
    aide: assainir(aide),
  }));
}

/** Le chemin d'un dépôt introuvable : la CI n'a pas de fichier de ce nom, et les dossiers du poste ne la regardent pas. */
const ABSOLU = /^([\\/]|[A-Za-z]:)/;

/** Ce que le bilan compte sans le détailler. */
export function tusDe({ erreurs, avertissements, details }: BilanAnomalies): Tus {
  const detaillees = (une: Gravite): number => details.filter(({ gravite }) => gravite === une).length;
  return {
    erreurs: erreurs - detaillees('erreur'),
    avertissements: avertissements - detaillees('avertissement'),
  };
}
