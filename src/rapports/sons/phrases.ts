import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import { ecrireDate } from '../../domaine/date-civile.ts';
import { type Avertissement, aConstat } from '../../domaine/financement/commun.ts';
import type { Sons, TrancheSons, VagueSons } from '../../domaine/financement/sons.ts';
import { euros, eurosRonds } from '../euros.ts';
import { accorder, ecrireEntier } from '../nombres.ts';

/** « SONS vague 1 (prestation Ségur, payée à l'éditeur), au 22/11/2026 » */
export function direTitre({ vague, dateReference }: VagueSons): string {
  return `SONS vague ${vague} (prestation Ségur, payée à l'éditeur), au ${ecrireDate(dateReference)}`;
}

export type Issue = 'bon' | 'doute' | 'mauvais';

/** La phrase qui dit si ce montant peut encore se demander. */
export function verdictDe(
  { calendrier, raison }: VagueSons,
  avertissements: readonly Avertissement[],
): {
  readonly issue: Issue;
  readonly phrase: string;
} {
  if (aConstat(avertissements)) {
    const inconnu = avertissements.find(({ code }) => code === 'sons.bareme_inconnu');
    if (inconnu) return { issue: 'mauvais', phrase: `INCONNU : ${raison ?? inconnu.message}.` };
    const empechements = avertissements.filter(({ code }) => EMPECHEMENTS.has(code));
    return {
      issue: 'mauvais',
      phrase: `NON FINANÇABLE : ${empechements.map(({ message }) => message).join(' ; ')}.`,
    };
  }
  const { etat, phrase } = calendrier;
  if (etat === 'close') return { issue: 'mauvais', phrase: `CLOSE : ${phrase}, montant à titre historique.` };
  if (etat === 'ouverte') return { issue: 'bon', phrase: `OUVERTE : ${phrase}.` };
  return { issue: 'doute', phrase: `À VÉRIFIER : ${phrase}.` };
}

const EMPECHEMENTS: ReadonlySet<CodeAnomalie> = new Set([
  'sons.commande_trop_ancienne',
  'sons.commande_hors_periode',
]);

/** « OG de 20 à 99 ESSMS » */
function direBornes({ de, a }: TrancheSons): string {
  if (a === null) return `OG de ${de} ESSMS et plus`;
  return de === a ? `OG de ${de} ESSMS` : `OG de ${de} à ${a} ESSMS`;
}

/** « 43 120,00 € TTC : 35 ESSMS commandés × 1 232 €, tranche E (OG de 20 à 99 ESSMS ; bornes lues) » */
export function direMontant({ tranche, montant, essmsOg, essmsCommande }: Sons): string {
  const commande = `${essmsCommande} ESSMS ${essmsCommande > 1 ? 'commandés' : 'commandé'}`;
  if (tranche === null) return `Montant inconnu : OG de ${essmsOg} ESSMS, ${commande}`;
  return `${euros(montant)} TTC : ${commande} × ${eurosRonds(tranche.montant)}, tranche ${tranche.code} (${direBornes(tranche)}${direLecture(tranche)})`;
}

function direLecture({ lecture }: TrancheSons): string {
  if (lecture === 'lue') return ' ; bornes lues';
  return lecture === 'reconstruite' ? ' ; bornes reconstruites' : '';
}

const DITES_EN_PLUS: ReadonlySet<CodeAnomalie> = new Set([
  'sons.essms_de_l_index',
  'regles.fournies',
  'versement.inconnu',
]);

/** Ce qui reste à dire quand le verdict a parlé. */
export function direRemarques(avertissements: readonly Avertissement[]): string[] {
  return avertissements.flatMap(({ code, message }) => {
    if (code === 'sons.effet_de_seuil')
      return [`Effet de seuil, OG qui commande pour tous ses ESSMS : ${message}`];
    return DITES_EN_PLUS.has(code) ? [message] : [];
  });
}

/** « 3 organismes, 61 ESSMS commandés » */
export function direListe(nombre: number, essms: number): string {
  return `${accorder(nombre, 'organisme')}, ${ecrireEntier(essms)} ESSMS ${essms > 1 ? 'commandés' : 'commandé'}`;
}
