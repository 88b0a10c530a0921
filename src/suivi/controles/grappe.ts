import type { Constat } from '../../domaine/anomalie.ts';
import { nommerMois } from '../../domaine/date-civile.ts';
import type { Releve } from '../../domaine/releve.ts';
import type { ReleveRecu } from '../../domaine/suivi.ts';

/** Les relevés d'une autre grappe que le dernier : aucune série ne les mêle. */
export function controlerGrappe(intacts: readonly ReleveRecu[]): Constat[] {
  const reference = intacts.at(-1)?.scelle.releve;
  if (reference === undefined) return [];
  return intacts.flatMap(({ fichier, scelle: { releve } }) => {
    const difference = differenceDe(releve, reference);
    return difference === null ? [] : [{ code: 'releve.autre_grappe', fichier, message: difference }];
  });
}

function differenceDe(releve: Releve, reference: Releve): string | null {
  const dernier = `dans le relevé de ${nommerMois(reference.mois)}`;
  const [un, autre] = [releve.grappe, reference.grappe];
  if (seContredisent(un.porteurFinessEj, autre.porteurFinessEj)) {
    return `porteur ${un.porteurFinessEj} ; ${autre.porteurFinessEj} ${dernier}`;
  }
  if (seContredisent(un.nom, autre.nom)) return `grappe « ${un.nom} » ; « ${autre.nom} » ${dernier}`;
  const connus = new Set(reference.perimetre.map(({ finessEt }) => finessEt));
  const commun = releve === reference || releve.perimetre.some(({ finessEt }) => connus.has(finessEt));
  return commun ? null : `aucun ESSMS de ce relevé n'est ${dernier}`;
}

/** Ce qu'un relevé ne dit pas ne contredit rien. */
function seContredisent(un: string | null, autre: string | null): boolean {
  return un !== null && autre !== null && un !== autre;
}
