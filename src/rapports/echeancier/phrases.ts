import { type DateCivile, ecrireDate } from '../../domaine/date-civile.ts';
import type { Echeancier, Etape } from '../../domaine/financement/echeancier.ts';
import { euros } from '../euros.ts';
import { TYPES_EN_MOTS } from '../forfaits/phrases.ts';
import { assainir } from '../texte.ts';

/** « Échéancier Grappe Limagne : acquisition ou renouvellement, convention signée le 15/06/2022 » */
export function direTitre({ nom, type, signature }: Echeancier): string {
  return `Échéancier${nom === null ? '' : ` ${assainir(nom)}`} : ${TYPES_EN_MOTS[type]}, convention signée le ${ecrireDate(signature)}`;
}

/** La fin du délai, et la prochaine date. */
export function direVerdict({ fin, delai, annee, etapes, dateReference }: Echeancier): string {
  if (fin === null) return `FIN INCONNUE : le délai de ${annee} n'a pas été lu.`;
  const prochaine = etapes.find(({ passee }) => !passee);
  return `FIN le ${ecrireDate(fin)} (${delai} mois) ; ${direProchaine(prochaine, dateReference)}.`;
}

function direProchaine(prochaine: Etape | undefined, dateReference: DateCivile): string {
  if (prochaine === undefined) return `au ${ecrireDate(dateReference)}, tout est passé`;
  const titre = enMinuscule(prochaine.titre);
  if (prochaine.debut > dateReference) return `prochaine date : ${ecrireDate(prochaine.debut)}, ${titre}`;
  if (prochaine.fin === dateReference) return `aujourd'hui : ${titre}`;
  return `en cours jusqu'au ${ecrireDate(prochaine.fin)} : ${titre}`;
}

/** « 15/06/2022 », ou « 01/10/2023 – 31/12/2023 » */
export function direDates({ debut, fin }: Pick<Etape, 'debut' | 'fin'>): string {
  return debut === fin ? ecrireDate(debut) : `${ecrireDate(debut)} – ${ecrireDate(fin)}`;
}

/** « avance 50 % au porteur : 494 500,00 € TTC », ou « – » */
export function direVersement({ versement }: Pick<Etape, 'versement'>): string {
  if (versement === null) return '–';
  const { part, pourcent, a, montant } = versement;
  const taux = pourcent === null ? '' : ` ${pourcent} %`;
  const somme = montant === null ? '' : ` : ${euros(montant)} TTC`;
  return `${part}${taux} ${a === 'porteur' ? 'au porteur' : "à l'éditeur"}${somme}`;
}

function enMinuscule(titre: string): string {
  return /^[A-ZÉ][a-zé]/.test(titre) ? titre.charAt(0).toLowerCase() + titre.slice(1) : titre;
}
