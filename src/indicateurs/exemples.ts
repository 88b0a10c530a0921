import { lireMois } from '../domaine/date-civile.ts';
import { fenetreDe } from '../domaine/fenetre.ts';
import { cibleEntiere } from '../domaine/fraction.ts';
import { CODES_INDICATEURS, type CodeIndicateur } from '../domaine/resultat.ts';
import type { Secteur } from '../domaine/secteur.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { resoudreCibles, resoudreDispense } from './cibles.ts';
import { etatDe, exclusion } from './etat.ts';

type Situation = Readonly<Record<string, unknown>>;

/** Les calculs que les exemples des règles d'indicateurs demandent. */
export const CALCULS_INDICATEURS = {
  /** T1 : l'état d'un rapport connu exactement. */
  indicateur: (jeu: JeuDeRegles, situation: Situation) => {
    const fraction = {
      numerateur: Number(situation.numerateur),
      denominateur: Number(situation.denominateur),
    };
    const indicateur = indicateurDe(situation);
    const { citees } = resoudreCibles(jeu, fenetreDesExemples(situation).fin);
    const cible = citees.find((une) => une.indicateur === indicateur);
    if (cible === undefined) return { etat: null };
    const termes = { valeur: fraction, basse: fraction, haute: fraction };
    return { etat: etatDe(termes, cibleEntiere(cible.valeur)) };
  },
  /** T6. */
  dispense: (jeu: JeuDeRegles, situation: Situation) => {
    const fenetre = fenetreDesExemples(situation);
    const essms = {
      finessEt: '',
      finessEj: '',
      libelle: '',
      secteur: situation.secteur as Secteur,
      eligibleSons: situation.eligible_sons as boolean,
      places: null,
      dateOuverture: null,
      dateFermeture: null,
    };
    const contexte = { fenetre, dispense: resoudreDispense(jeu, fenetre.fin) };
    return { dispense: exclusion(indicateurDe(situation), essms, contexte) === 'dispense' };
  },
};

function indicateurDe({ indicateur }: Situation): CodeIndicateur {
  const code = CODES_INDICATEURS.find((un) => un === indicateur);
  if (code === undefined) throw new Error(`indicateur : « ${String(indicateur)} » n'est pas un indicateur`);
  return code;
}

function fenetreDesExemples({ mois }: Situation) {
  const lu = lireMois(String(mois));
  if (lu === null) throw new Error(`mois : « ${String(mois)} » n'est pas un mois`);
  return fenetreDe(lu);
}
