import type { ConstatLot } from '../../domaine/lot.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater, nommerEssms, situer } from './constater.ts';
import { estHebergement } from './hebergement.ts';
import { type EssmsDuMois, type MoisLu, pairesDe, personnesDe, tousLesEssms } from './mois-lus.ts';

/** Un dénominateur qui fond : loin des places, en baisse d'un mois à l'autre, ou loin des dossiers. */
export function controlerDenominateur(
  soumission: string,
  mois: readonly MoisLu[],
  seuils: SeuilsLot,
): ConstatLot[] {
  const tous = tousLesEssms(mois);
  return [
    ...tous.flatMap((un) => controlerPlaces(soumission, un, seuils)),
    ...pairesDe(mois).flatMap((paire) => controlerBaisse(soumission, paire, seuils)),
    ...tous.flatMap((un) => controlerEffectif(soumission, un, seuils)),
  ];
}

/** Une première mesure compte tous ceux passés en trois mois : les places ne la bornent pas. */
function controlerPlaces(soumission: string, un: EssmsDuMois, seuils: SeuilsLot): ConstatLot[] {
  const { places_bas: bas, places_haut: haut } = seuils.valeurs;
  const { places } = un.essms;
  const personnes = personnesDe(un);
  if (un.premiereMesure || personnes === null || places === null || places === 0) return [];
  if (!estHebergement(un.essms, seuils)) return [];
  if (100 * personnes >= bas * places && 100 * personnes <= haut * places) return [];
  return [
    constater({
      ...situer(un),
      soumission,
      code: 'lot.places',
      message: `${nommerEssms(un.essms)} : ${personnes} personnes pour ${places} places, en hébergement permanent`,
      formule: `D ÷ places hors de ${bas} % à ${haut} %`,
      nombres: { personnes, places },
    }),
  ];
}

function controlerBaisse(
  soumission: string,
  [avant, apres]: readonly [EssmsDuMois, EssmsDuMois],
  { valeurs }: SeuilsLot,
): ConstatLot[] {
  const [alors, maintenant] = [personnesDe(avant), personnesDe(apres)];
  const part = valeurs.baisse_denominateur;
  if (alors === null || maintenant === null || 100 * (alors - maintenant) <= part * alors) return [];
  return [
    constater({
      ...situer(apres),
      soumission,
      code: 'lot.denominateur_baisse',
      message: `${nommerEssms(apres.essms)} : ${alors} personnes le mois précédent, ${maintenant} ce mois-ci`,
      formule: `D baisse de plus de ${part} % en un mois`,
      nombres: { personnes_avant: alors, personnes: maintenant },
    }),
  ];
}

function controlerEffectif(soumission: string, un: EssmsDuMois, { valeurs }: SeuilsLot): ConstatLot[] {
  const { personnesDeclarees: declare, population } = un.essms;
  const { effectif_ecart_part: part, effectif_ecart_personnes: nombre } = valeurs;
  if (declare === null || population === null) return [];
  const ecart = Math.abs(declare - population);
  if (ecart <= nombre || 100 * ecart <= part * declare) return [];
  return [
    constater({
      ...situer(un),
      soumission,
      code: 'lot.effectif_population',
      message: `${nommerEssms(un.essms)} : effectif déclaré ${declare}, ${population} personnes dans les dossiers`,
      formule: `|effectif − population| > ${part} % de l'effectif, et > ${nombre} personnes`,
      nombres: { effectif: declare, population },
    }),
  ];
}
