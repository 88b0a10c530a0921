import { accorder, ecrireEntier } from '../nombres.ts';
import { enumerer } from '../texte.ts';
import type { RapportLot } from './modele.ts';

/** « 12 soumissions traitées, 1 échec ; propositions : 3 verser, 9 compléter. » */
export function direConclusion({ bilans, echecs, synthese }: RapportLot): string {
  const { verser, completer, refuser } = synthese.avis;
  const avis = [
    [verser, 'verser'],
    [completer, 'compléter'],
    [refuser, 'refuser'],
  ] as const;
  const dits = avis.flatMap(([nombre, nom]) => (nombre > 0 ? [`${ecrireEntier(nombre)} ${nom}`] : []));
  const traitees = `${accorder(bilans.length, 'soumission traitée', 'soumissions traitées')}, ${accorder(echecs.length, 'échec')}`;
  return dits.length === 0 ? `${traitees}.` : `${traitees} ; propositions : ${enumerer(dits)}.`;
}
