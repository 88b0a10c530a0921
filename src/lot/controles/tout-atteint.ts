import type { ConstatLot } from '../../domaine/lot.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater, nommerEssms, situer } from './constater.ts';
import { chiffreDe, type EssmsDuMois, type MoisLu, personnesDe, tousLesEssms } from './mois-lus.ts';

/** Tout vaut cent pour cent (un volume, au moins) ; un indicateur dispensé n'y compte pas, un autre sans chiffre l'empêche. */
export function controlerToutAtteint(
  soumission: string,
  mois: readonly MoisLu[],
  { valeurs }: SeuilsLot,
): ConstatLot[] {
  return tousLesEssms(mois).flatMap((un) => {
    const personnes = personnesDe(un) ?? 0;
    if (personnes < valeurs.tout_atteint_personnes || !estTout(un)) return [];
    return [
      constater({
        ...situer(un),
        soumission,
        code: 'lot.tout_atteint',
        message: `${nommerEssms(un.essms)} : chaque indicateur à 100 % ou plus, pour ${personnes} personnes`,
        formule: `n ≥ d pour chaque indicateur, D ≥ ${valeurs.tout_atteint_personnes}`,
        nombres: Object.fromEntries(
          CODES_INDICATEURS.flatMap((code) => {
            const chiffre = chiffreDe(un, code);
            return chiffre === null ? [] : [[code, `${chiffre.numerateur}/${chiffre.denominateur}`]];
          }),
        ),
      }),
    ];
  });
}

function estTout(un: EssmsDuMois): boolean {
  return CODES_INDICATEURS.every((code) => {
    const chiffre = chiffreDe(un, code);
    if (chiffre === null) return un.resultats.get(code)?.etat === 'dispense';
    return chiffre.denominateur > 0 && chiffre.numerateur >= chiffre.denominateur;
  });
}
