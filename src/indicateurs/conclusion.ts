import { type CibleEntiere, cibleEntiere, resteAFaire, tauxTronque } from '../domaine/fraction.ts';
import type { AvertissementResultat, CodeIndicateur, Etat, Resultat } from '../domaine/resultat.ts';
import { encadrer } from './bornes.ts';
import { avertirDenominateurNul, avertirLecture, avertirPlusDeCent } from './constats.ts';
import type { Contexte } from './contexte.ts';
import { etatDe } from './etat.ts';
import type { Termes } from './termes.ts';

/** Les comptes d'un ESSMS ou d'un groupe, prêts à être jugés. */
export interface Mesure {
  readonly termes: Termes;
  /** N5 : selon l'autre lecture de l'agenda. */
  readonly autreLecture: Termes;
  /** A3 : une taille vient de `essms.places`, qui ne majore pas les personnes ; `atteint` est alors exclu. */
  readonly surPlaces: boolean;
}

/** La part d'un résultat qui se calcule. */
export type Conclusion = Pick<
  Resultat,
  'numerateur' | 'denominateur' | 'taux' | 'borneBasse' | 'borneHaute' | 'etat' | 'resteAFaire'
> & { readonly avertissements: readonly AvertissementResultat[] };

/** Les états sans taux (T7) : rien de chiffré. */
export function sansTaux(
  etat: Extract<Etat, 'non_evaluable' | 'dispense' | 'hors_periode'>,
  avertissements: readonly AvertissementResultat[] = [],
): Conclusion {
  return {
    numerateur: null,
    denominateur: null,
    taux: null,
    borneBasse: null,
    borneHaute: null,
    etat,
    resteAFaire: null,
    avertissements,
  };
}

/** T1 à T5 : chiffres, état et constats d'une mesure. */
export function conclure(indicateur: CodeIndicateur, mesure: Mesure, contexte: Contexte): Conclusion {
  const cible = cibleEntiere(contexte.cibles[indicateur]);
  const encadres = encadrer(mesure.termes);
  if (encadres === null) return sansTaux('non_evaluable', [avertirDenominateurNul(indicateur)]);
  const { valeur, basse, haute } = encadres;
  const etat = juger(encadres, cible, mesure);
  const etatAutre =
    mesure.autreLecture === mesure.termes ? etat : juger(encadrer(mesure.autreLecture), cible, mesure);
  return {
    ...valeur,
    taux: tauxTronque(valeur),
    borneBasse: tauxTronque(basse),
    borneHaute: haute && tauxTronque(haute),
    etat,
    resteAFaire: resteAFaire(valeur, cible),
    avertissements: [
      ...avertirPlusDeCent(indicateur, valeur),
      ...(etat === etatAutre ? [] : [avertirLecture(mesure, etat, etatAutre, contexte.definitions)]),
    ],
  };
}

function juger(encadres: Termes | null, cible: CibleEntiere, { surPlaces }: Mesure): Etat {
  const etat = etatDe(encadres, cible);
  return etat === 'atteint' && surPlaces ? 'incertain' : etat;
}
