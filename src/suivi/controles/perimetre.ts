import type { Constat } from '../../domaine/anomalie.ts';
import { deMois, nommerMois } from '../../domaine/date-civile.ts';
import type { EssmsReleve } from '../../domaine/releve.ts';
import type { ReleveRecu } from '../../domaine/suivi.ts';
import { accorder } from '../../rapports/nombres.ts';
import { nommer } from '../../rapports/texte.ts';

const NOMS_MONTRES = 4;

/** D'un relevé au suivant : les ESSMS qui paraissent, qui disparaissent, qui changent d'organisme. */
export function controlerPerimetre(recus: readonly ReleveRecu[]): Constat[] {
  return recus.slice(1).flatMap((recu, rang) => {
    const avant = recus[rang];
    return avant === undefined ? [] : comparer(avant, recu);
  });
}

function comparer(avant: ReleveRecu, apres: ReleveRecu): Constat[] {
  const [ancien, nouveau] = [avant.scelle.releve, apres.scelle.releve];
  const [anciens, nouveaux] = [parFiness(ancien.perimetre), parFiness(nouveau.perimetre)];
  const partis = ancien.perimetre.filter(({ finessEt }) => !nouveaux.has(finessEt));
  const venus = nouveau.perimetre.filter(({ finessEt }) => !anciens.has(finessEt));
  const changes = [
    ...(partis.length > 0
      ? [`${accorder(partis.length, 'ESSMS', 'ESSMS')} en moins (${citer(partis)})`]
      : []),
    ...(venus.length > 0 ? [`${accorder(venus.length, 'ESSMS', 'ESSMS')} en plus (${citer(venus)})`] : []),
  ];
  const { fichier } = apres;
  const dePuis = `${deMois(ancien.mois)} à ${nommerMois(nouveau.mois)}`;
  return [
    ...(changes.length > 0
      ? [{ code: 'releve.perimetre_change' as const, fichier, message: `${dePuis} : ${changes.join(', ')}` }]
      : []),
    ...nouveau.perimetre.flatMap((essms) => {
      const alors = anciens.get(essms.finessEt);
      if (alors === undefined || alors.finessEj === essms.finessEj) return [];
      const message = `${citer([essms])} : OG ${alors.finessEj} en ${nommerMois(ancien.mois)}, ${essms.finessEj} en ${nommerMois(nouveau.mois)}`;
      return [{ code: 'releve.essms_change_og' as const, fichier, message }];
    }),
  ];
}

function parFiness(perimetre: readonly EssmsReleve[]): Map<string, EssmsReleve> {
  return new Map(perimetre.map((essms) => [essms.finessEt, essms]));
}

function citer(essms: readonly EssmsReleve[]): string {
  return nommer(
    essms.map(({ finessEt, libelle }) => (libelle === finessEt ? finessEt : `${libelle} ${finessEt}`)),
    NOMS_MONTRES,
  );
}
