import { cibleEntiere, resteAFaire } from '../../domaine/fraction.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import { CODES_INDICATEURS, type CodeIndicateur } from '../../domaine/resultat.ts';
import { INDICATEURS } from '../../rapports/vocabulaire.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater } from './constater.ts';
import { chiffreDe, type EssmsDuMois, type MoisLu } from './mois-lus.ts';

/** Un volume de messages n'a pas de dossier juste à la cible. */
const COMPTES_EN_DOSSIERS = CODES_INDICATEURS.filter((code) => code !== 'mssante');

/** Au voisinage de la cible, presque tous les ESSMS de la grappe l'atteignent : plus que le hasard ne le veut. */
export function controlerPileCible(
  soumission: string,
  mois: readonly MoisLu[],
  { valeurs }: SeuilsLot,
): ConstatLot[] {
  const { pile_cible_dessous: dessous, pile_cible_dessus: dessus } = valeurs;
  const { pile_cible_proches: minimum, pile_cible_atteints: voulus } = valeurs;
  return mois.flatMap(({ releve, essms }) =>
    COMPTES_EN_DOSSIERS.flatMap((indicateur) => {
      const ecarts = [...essms.values()].flatMap((un) => ecartALaCible(un, indicateur) ?? []);
      const proches = ecarts.filter((ecart) => ecart >= -dessous && ecart <= dessus);
      const atteints = proches.filter((ecart) => ecart >= 0).length;
      // La même part que 11 sur 12, quel que soit le nombre de voisins.
      if (proches.length < minimum || minimum * atteints < voulus * proches.length) return [];
      return [
        constater({
          soumission,
          code: 'lot.pile_cible',
          mois: releve.mois,
          identifiant: 'grappe',
          indicateur,
          message: `${INDICATEURS[indicateur].court} : ${atteints} ESSMS sur ${proches.length} au voisinage de la cible l'atteignent`,
          formule: `parmi les ESSMS de −${dessous} à +${dessus} dossier de la cible (${minimum} au moins), ${voulus} sur ${minimum} ou plus l'atteignent`,
          nombres: { proches: proches.length, atteints },
        }),
      ];
    }),
  );
}

/** Dossiers au-dessus (ou au-dessous, négatif) du plus petit numérateur qui atteint la cible. */
function ecartALaCible(un: EssmsDuMois, indicateur: CodeIndicateur): number | null {
  const chiffre = chiffreDe(un, indicateur);
  const cible = un.resultats.get(indicateur)?.cible;
  if (chiffre === null || cible === undefined || chiffre.denominateur === 0) return null;
  return chiffre.numerateur - resteAFaire({ ...chiffre, numerateur: 0 }, cibleEntiere(cible));
}
