import { type Fraction, tauxTronque } from '../../domaine/fraction.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import { ecrireTaux } from '../../rapports/nombres.ts';
import { INDICATEURS } from '../../rapports/vocabulaire.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater, nommerEssms, situer } from './constater.ts';
import { chiffreDe, type MoisLu, pairesDe } from './mois-lus.ts';

/** La MSSanté est un volume : elle varie sans que rien ne change. */
const TAUX = CODES_INDICATEURS.filter((code) => code !== 'mssante');

/** Un taux qui change en un mois de plus que quinze points et que trois écarts-types. */
export function controlerSaut(soumission: string, mois: readonly MoisLu[], seuils: SeuilsLot): ConstatLot[] {
  const { saut_points: points, saut_ecarts_types: ecarts } = seuils.valeurs;
  return pairesDe(mois).flatMap(([avant, apres]) =>
    TAUX.flatMap((indicateur) => {
      const [alors, maintenant] = [chiffreDe(avant, indicateur), chiffreDe(apres, indicateur)];
      if (alors === null || maintenant === null || !saute(alors, maintenant, seuils)) return [];
      return [
        constater({
          ...situer(apres),
          soumission,
          code: 'lot.saut',
          indicateur,
          message: `${nommerEssms(apres.essms)} : ${INDICATEURS[indicateur].court} de ${dire(alors)} à ${dire(maintenant)} en un mois`,
          formule: `|t − t'| > ${points} points et > ${ecarts} √(p(1−p)(1/d + 1/d')), p = (n + n') ÷ (d + d')`,
          nombres: {
            n_avant: alors.numerateur,
            d_avant: alors.denominateur,
            n: maintenant.numerateur,
            d: maintenant.denominateur,
          },
        }),
      ];
    }),
  );
}

/**
 * En entiers exacts : avec e = |n'd − nd'|, l'écart vaut e ÷ dd' ; la racine se compare par les carrés, soit
 * e²(d + d') > k²(n + n')(d + d' − n − n')dd'. Au-dessus de 100 %, p(1−p) est négatif : il ne retient rien.
 */
function saute(avant: Fraction, apres: Fraction, { valeurs }: SeuilsLot): boolean {
  const [n1, d1] = [BigInt(avant.numerateur), BigInt(avant.denominateur)];
  const [n2, d2] = [BigInt(apres.numerateur), BigInt(apres.denominateur)];
  if (d1 === 0n || d2 === 0n) return false;
  const produit = d1 * d2;
  const difference = n2 * d1 - n1 * d2;
  const ecart = difference < 0n ? -difference : difference;
  if (100n * ecart <= BigInt(valeurs.saut_points) * produit) return false;
  const [n, d, k] = [n1 + n2, d1 + d2, BigInt(valeurs.saut_ecarts_types)];
  return ecart * ecart * d > k * k * n * (d - n) * produit;
}

function dire(chiffre: Fraction): string {
  return `${ecrireTaux(tauxTronque(chiffre) ?? 0)} %`;
}
