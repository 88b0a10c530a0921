import { grouper } from '../../domaine/grouper.ts';
import type { CodeCondition, Condition, Element, EssmsVerifie } from '../../domaine/va.ts';
import { assainir, nommer } from '../texte.ts';
import { direCode, ETATS_EN_MOTS, NOMS_MONTRES } from './phrases.ts';

const ELEMENTS_EN_MOTS: Readonly<Record<Element, string>> = {
  documents_avec_ins: 'documents au DMP avec INS qualifiée',
  documents_sans_ins: 'documents au DMP sans INS qualifiée',
  documents: 'documents au DMP',
  messages_professionnels: 'messages MSSanté à des professionnels',
  messages_usagers: 'messages MSSanté à des usagers',
  messages: 'messages MSSanté',
  dossiers_dmp: 'dossiers (a) au DMP',
  dossiers_mss_professionnel: 'dossiers (b) MSSanté à un professionnel',
  dossiers_mss_usager: 'dossiers (c) Mon espace santé',
  dossiers_trois_actions: 'dossiers aux trois actions',
  dossiers_actifs: 'taux de dossiers actifs',
  projets: 'taux avec projet',
  agenda: 'taux avec événement',
  deploiement_termine: 'déploiement',
  formations_terminees: 'formations',
  bugs_corriges: 'correction des bugs',
};

/** Ce qui empêche une condition, et ce qu'il faut fournir. */
const MOTIFS: Readonly<
  Record<
    Exclude<CodeCondition, 'bugs'>,
    { readonly faux: string; readonly inconnu: string; readonly aide: string }
  >
> = {
  V1: {
    faux: 'absent',
    inconnu: 'non compté',
    aide: 'fournissez mss et dmp, avec id_dossier et ins_qualifiee',
  },
  V2: { faux: 'nul', inconnu: 'non compté', aide: 'fournissez mss et dmp, avec id_dossier' },
  V3: { faux: 'dénominateur nul', inconnu: 'non évaluable', aide: 'fournissez dossiers, projets et agenda' },
  V4: {
    faux: 'non terminé',
    inconnu: 'non déclaré',
    aide: 'remplissez deploiement_termine et formations_terminees dans essms',
  },
};

/** Ce qui n'est pas rempli d'un ESSMS, condition par condition. */
function direMotifs({ conditions, mesure }: EssmsVerifie): string[] {
  const aDire = conditions.filter(({ etat }) => etat === 'non_remplie' || etat === 'inconnue');
  if (mesure === null) {
    const declarees = aDire.filter(({ origine }) => origine === 'declare');
    return [
      'V1, V2 et V3 inconnues : aucun mois mesuré (--mois AAAA-MM)',
      ...declarees.map((une) => direMotif(une)),
    ];
  }
  // Ce que V2 ne sait pas, V1 ne le sait pas non plus : une phrase pour les deux.
  const deuxFois = aDire.some(({ code }) => code === 'V1') && aDire.some(estMuette);
  return aDire
    .filter((condition) => !(deuxFois && estMuette(condition)))
    .map((condition) =>
      direMotif(condition, deuxFois && condition.code === 'V1' ? 'V1 et V2 inconnues' : null),
    );
}

function estMuette({ code, faux }: Condition): boolean {
  return code === 'V2' && faux.length === 0;
}

/** « V2 non remplie : nul : dossiers (c) Mon espace santé » */
function direMotif({ code, etat, faux, inconnus }: Condition, titre: string | null = null): string {
  if (code === 'bugs') return 'correction des bugs non déclarée (--bugs-corriges)';
  const { faux: mot, inconnu, aide } = MOTIFS[code];
  const dire = (quoi: string, elements: readonly Element[]): string[] =>
    elements.length === 0 ? [] : [`${quoi} : ${direElements(elements)}`];
  const motifs = [...dire(mot, faux), ...dire(inconnu, inconnus)].join(' ; ');
  const debut = titre ?? `${direCode(code)} ${ETATS_EN_MOTS[etat]}`;
  return `${debut}, ${motifs}${inconnus.length > 0 ? ` ; ${aide}` : ''}`;
}

const TOUT_LE_TABLEAU = 9;

function direElements(elements: readonly Element[]): string {
  if (elements.length === TOUT_LE_TABLEAU) return 'tout le tableau de bord';
  return elements.map((un) => ELEMENTS_EN_MOTS[un]).join(', ');
}

/** Les mêmes, une fois chacun, avec les ESSMS que chacun concerne. */
export function direManques(essms: readonly EssmsVerifie[], maximum = NOMS_MONTRES): string[] {
  const dits = essms.flatMap((un) => direMotifs(un).map((motif) => ({ motif, nom: assainir(un.libelle) })));
  return [...grouper(dits, ({ motif }) => motif)].map(([motif, siens]) => {
    const noms = siens.map(({ nom }) => nom);
    const qui = noms.length === essms.length && noms.length > 1 ? 'Tous' : nommer(noms, maximum);
    return `${qui} : ${motif}`;
  });
}
