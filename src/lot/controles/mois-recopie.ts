import { nommerMois } from '../../domaine/date-civile.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import { CODES_INDICATEURS, type CodeIndicateur } from '../../domaine/resultat.ts';
import { enumerer } from '../../rapports/texte.ts';
import { INDICATEURS } from '../../rapports/vocabulaire.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater, nommerEssms, situer } from './constater.ts';
import { chiffreDe, type EssmsDuMois, type MoisLu, pairesDe } from './mois-lus.ts';

const VOLUMES = ['mssante', 'dmp'] as const;

/** Les comptes d'un mois qui redisent ceux du mois d'avant. */
export function controlerMoisRecopie(
  soumission: string,
  mois: readonly MoisLu[],
  { valeurs }: SeuilsLot,
): ConstatLot[] {
  return pairesDe(mois).flatMap(([avant, apres]) => {
    const egaux = CODES_INDICATEURS.filter((code) => sontEgaux(avant, apres, code));
    const grands = egaux.filter(
      (code) => (chiffreDe(apres, code)?.denominateur ?? 0) >= valeurs.mois_recopie_denominateur,
    );
    const volumes = VOLUMES.every(
      (code) =>
        egaux.includes(code) && (chiffreDe(apres, code)?.numerateur ?? 0) >= valeurs.mois_recopie_volume,
    );
    const parNombre = grands.length >= valeurs.mois_recopie_indicateurs;
    if (!parNombre && !volumes) return [];
    const cites: readonly CodeIndicateur[] = parNombre ? grands : VOLUMES;
    return [
      constater({
        ...situer(apres),
        soumission,
        code: 'lot.mois_recopie',
        message: `${nommerEssms(apres.essms)} : mêmes comptes qu'en ${nommerMois(avant.mois)} pour ${enumerer(cites.map((code) => INDICATEURS[code].court))}`,
        formule: parNombre
          ? `même n et même d qu'au mois précédent pour ${valeurs.mois_recopie_indicateurs} indicateurs au moins sur 5, d ≥ ${valeurs.mois_recopie_denominateur}`
          : `même n et même d qu'au mois précédent pour MSS et DMP, n ≥ ${valeurs.mois_recopie_volume}`,
        nombres: Object.fromEntries(egaux.map((code) => [code, direFraction(apres, code)])),
      }),
    ];
  });
}

function sontEgaux(avant: EssmsDuMois, apres: EssmsDuMois, code: CodeIndicateur): boolean {
  const [un, autre] = [chiffreDe(avant, code), chiffreDe(apres, code)];
  return (
    un !== null &&
    autre !== null &&
    un.numerateur === autre.numerateur &&
    un.denominateur === autre.denominateur
  );
}

function direFraction(un: EssmsDuMois, code: CodeIndicateur): string {
  const chiffre = chiffreDe(un, code);
  return chiffre === null ? '' : `${chiffre.numerateur}/${chiffre.denominateur}`;
}
