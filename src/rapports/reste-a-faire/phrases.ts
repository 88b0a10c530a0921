import { ecrireDate } from '../../domaine/date-civile.ts';
import type {
  DossierAFaire,
  EssmsAFaire,
  GesteDossier,
  IndicateurNommable,
  ManqueEssms,
  ParSituation,
  Situation,
} from '../../domaine/reste-a-faire.ts';
import { accorder, ecrireCible, ecrireEntier } from '../nombres.ts';
import { INDICATEURS, SIGNES } from '../vocabulaire.ts';
import type { RapportResteAFaire } from './modele.ts';

/** La première ligne de la liste, et le bandeau de l'erreur standard. */
export const AVIS =
  'DONNÉES PERSONNELLES : identifiants de dossier. À ne pas transmettre, à effacer après usage.';

export const SITUATIONS_EN_MOTS: Readonly<Record<Situation, string>> = {
  actif: 'actif',
  inactif: 'inactif',
  indetermine: 'indéterminé',
};

/** Ce qui manque, dans une énumération. */
const MANQUES_EN_MOTS: Readonly<Record<IndicateurNommable, string>> = {
  dossiers_actifs: 'trace',
  projets: 'projet',
  agenda: 'événement',
  dmp: 'DMP',
};

const GESTES_EN_MOTS: Readonly<Record<GesteDossier, string>> = {
  evenement: 'un événement',
  projet: 'un projet',
  dmp: 'un document au DMP',
  trace: "une trace d'activité",
  reexporter: 'réexporter : activité inconnue',
  statut: 'le statut à mettre à jour',
};

/** « trace, projet, DMP » */
export function direManques({ manques }: DossierAFaire): string {
  return manques.map((code) => MANQUES_EN_MOTS[code]).join(', ');
}

/** « un événement : règle actifs et agenda », « dater la sortie : dossier clos » */
export function direGeste({ geste, regle, closSansSortie }: DossierAFaire): string {
  if (closSansSortie) return 'dater la sortie : dossier clos';
  const effet = regle.length > 1 ? ` : règle ${regle.map((un) => INDICATEURS[un].court).join(' et ')}` : '';
  return `${GESTES_EN_MOTS[geste]}${effet}`;
}

/** Ce que la liste demande, ou ne demande plus. */
export function direConsigne({ moisClos, fenetre, dateReference }: RapportResteAFaire): string {
  if (moisClos) {
    return `MOIS CLOS au ${ecrireDate(dateReference)} : cette liste explique un résultat, elle ne se rattrape pas. Un geste d'aujourd'hui compte pour le mois en cours.`;
  }
  return `À saisir à sa vraie date, du ${ecrireDate(fenetre.debut)} au ${ecrireDate(fenetre.fin)} : seulement ce qui a eu lieu.`;
}

/** « 212 dossiers dans 14 ESSMS ; pour 38 d'entre eux, un geste règle deux indicateurs » */
export function direTotal({ dossiers, essms, indicateur, finessEt }: RapportResteAFaire): string {
  const limites = [
    ...(indicateur === null ? [] : [`indicateur ${INDICATEURS[indicateur].court}`]),
    ...(finessEt === null ? [] : [`ESSMS ${finessEt}`]),
  ];
  const limite = limites.length > 0 ? ` (${limites.join(', ')} seulement)` : '';
  if (indicateur === 'mssante')
    return `La MSSanté est un volume de messages : aucun dossier à nommer${limite}.`;
  if (dossiers.length === 0) return `Aucun dossier à reprendre${limite}.`;
  const concernes = essms.filter((un) => un.dossiers > 0).length;
  const doubles = dossiers.filter(({ regle }) => regle.length > 1).length;
  const gain = doubles > 0 ? ` ; pour ${ecrireEntier(doubles)}, un geste règle deux indicateurs` : '';
  return `${accorder(dossiers.length, 'dossier')} dans ${accorder(concernes, 'ESSMS', 'ESSMS')}${gain}${limite}.`;
}

function totalDe({ actif, inactif, indetermine }: ParSituation): number {
  return actif + inactif + indetermine;
}

/** « actifs ✗ 15 pour la cible, 29 dossiers », « DMP – sans noms » ; rien pour la MSSanté, qui a sa ligne. */
export function direIndicateurs({ manques }: EssmsAFaire): string[] {
  return manques.flatMap((manque) => {
    const { indicateur, etat, resteAFaire } = manque.resultat;
    if (indicateur === 'mssante' || etat === 'hors_periode') return [];
    const debut = `${INDICATEURS[indicateur].court} ${SIGNES[etat]}`;
    const reste = (resteAFaire ?? 0) > 0 ? ` ${resteAFaire} pour la cible,` : '';
    return [`${debut}${reste} ${direNoms(manque)}`];
  });
}

function direNoms({ nommable, listes, resultat: { etat } }: ManqueEssms): string {
  if (etat === 'dispense') return 'dispensé';
  if (nommable) return accorder(totalDe(listes), 'dossier');
  return 'aucun dossier ne peut être nommé (export absent, décompte ou chiffre déclaré)';
}

/** Une ligne par ESSMS : un volume, sans dossier (N6). */
export function direMssante({ manques }: EssmsAFaire): string {
  const resultat = manques.find((un) => un.resultat.indicateur === 'mssante')?.resultat;
  if (resultat === undefined || resultat.etat === 'hors_periode') return 'MSSanté : hors période';
  const { etat, numerateur, denominateur, cible, resteAFaire } = resultat;
  if (etat === 'dispense') return 'MSSanté : dispensé';
  if (resteAFaire === null) return 'MSSanté – : non évaluable, exports absents';
  const compte = `${accorder(numerateur ?? 0, 'message')} pour ${accorder(denominateur ?? 0, 'personne éligible', 'personnes éligibles')}, cible ${ecrireCible(cible)} %`;
  if (resteAFaire === 0) return `MSSanté ${SIGNES[etat]} : ${compte}`;
  return `MSSanté ${SIGNES[etat]} : ${accorder(resteAFaire, 'message')} à envoyer (${compte}) ; un volume, sans dossier`;
}

/** Ce que la liste tait, et ce qui la précède. */
export function direReserves({ manques, sortis }: EssmsAFaire): string[] {
  const actifs = manques.find((un) => un.resultat.indicateur === 'dossiers_actifs');
  const indetermines = actifs?.listes.indetermine ?? 0;
  const inconnue = accorder(indetermines, "dossier à l'activité inconnue", "dossiers à l'activité inconnue");
  return [
    ...(indetermines > 0
      ? [`${inconnue} : avant tout geste, exportez après la fin du mois, ou fournissez activites`]
      : []),
    ...(manques.some(({ resultat }) => resultat.provisoire)
      ? ['provisoire : exports antérieurs à la fin du mois']
      : []),
    ...(sortis > 0 ? [`hors de la liste : ${accorder(sortis, 'personne sortie', 'personnes sorties')}`] : []),
  ];
}

export function estHorsPeriode({ manques }: EssmsAFaire): boolean {
  return manques.every(({ resultat }) => resultat.etat === 'hors_periode');
}
