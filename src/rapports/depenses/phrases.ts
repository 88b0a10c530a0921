import { ecrireDate } from '../../domaine/date-civile.ts';
import type {
  DepenseClassee,
  EtatDepenses,
  Groupe,
  MotifEcart,
  Rapprochement,
} from '../../domaine/financement/depenses.ts';
import { ZERO } from '../../domaine/montant.ts';
import { avertirAnnee, direRejets, direSomme, FORFAITS_EN_MOTS } from '../dossier/phrases.ts';
import { euros } from '../euros.ts';
import { accorder } from '../nombres.ts';
import { assainir } from '../texte.ts';
import type { RapportDepenses } from './modele.ts';

export type Issue = 'bon' | 'doute' | 'mauvais';

/** La phrase qui ouvre l'état : à corriger d'abord, sinon ce qui est dépensé et ce qui reste. */
export function verdictDe({ etat }: RapportDepenses): { readonly issue: Issue; readonly phrase: string } {
  const { total } = etat.grappe;
  const ecartees = etat.depenses.filter(({ ecart }) => ecart !== null);
  const sommes = [
    `${euros(total.paye)} payés et ${euros(total.engage)} engagés`,
    `pour ${direSomme(total.prevu)} prévus`,
    ...(total.reste === null ? [] : [`reste ${euros(total.reste)}`]),
    ...(total.depassement === null || total.depassement === 0
      ? []
      : [`dépassement ${euros(total.depassement)}`]),
  ].join(', ');
  if (ecartees.length > 0) {
    const mises = `${accorder(ecartees.length, 'dépense mise', 'dépenses mises')} à part (${euros(etat.ecartees)})`;
    return { issue: 'mauvais', phrase: `À CORRIGER : ${mises} ; ${sommes}.` };
  }
  if (total.depassement !== null && total.depassement > 0) {
    return { issue: 'doute', phrase: `DÉPASSEMENT : ${sommes}.` };
  }
  if (total.prevu.inconnues > 0) return { issue: 'doute', phrase: `FORFAITS PARTIELS : ${sommes}.` };
  return { issue: 'bon', phrase: `EN ORDRE : ${sommes}.` };
}

/** « projet du 15/01/2022 au 15/07/2023 » */
export function direPeriode({ debut, fin }: EtatDepenses): string {
  if (debut === null) return 'dates du projet inconnues';
  return fin === null
    ? `projet depuis le ${ecrireDate(debut)}`
    : `projet du ${ecrireDate(debut)} au ${ecrireDate(fin)}`;
}

function direPoste({ code, plafond }: Rapprochement): string {
  if (code === 'total') return 'Total';
  return `${FORFAITS_EN_MOTS[code]}${plafond ? ' (plafond)' : ''}`;
}

export const TITRES_POSTES = ['poste', 'prévu', 'payé', 'engagé', 'reste', 'dépassement'];

/** Payé, engagé, reste et dépassement d'un poste ; zéro se tait, « inconnu » jamais. */
function cellulesDe({ prevu, paye, engage, reste, depassement }: Rapprochement): string[] {
  const ou = (montant: typeof reste): string => (montant === 0 ? '–' : euros(montant));
  return [direSomme(prevu), ou(paye), ou(engage), ou(reste), ou(depassement)];
}

/** Les rapprochements d'un groupe, le total en dernier. */
export function rangeesDe({
  postes,
  total,
}: Groupe): { readonly rapprochement: Rapprochement; readonly cellules: string[] }[] {
  return [...postes, total].map((rapprochement) => ({
    rapprochement,
    cellules: [direPoste(rapprochement), ...cellulesDe(rapprochement)],
  }));
}

/** « EHPAD La Source (630993061) » ; un OG n'a que son numéro. */
export function nommerGroupe({ niveau, libelle, identifiant }: Groupe): string {
  return niveau === 'essms' ? `${assainir(libelle)} (${identifiant})` : assainir(libelle);
}

/** Un groupe dont rien n'est dépensé ne mérite qu'une ligne. */
export function estDepense({ total }: Groupe): boolean {
  return total.paye !== ZERO || total.engage !== ZERO;
}

export const TITRES_DEPENSES = [
  'date',
  'fournisseur',
  'objet',
  'poste',
  'facture',
  'ESSMS ou OG',
  'montant TTC',
  'payé le',
];

export function rangeeDepense(une: DepenseClassee): string[] {
  return [
    ecrireDate(une.date),
    assainir(une.fournisseur),
    assainir(une.objet ?? ''),
    FORFAITS_EN_MOTS[une.poste],
    assainir(une.numeroFacture ?? ''),
    une.finessEt ?? une.finessEj ?? 'grappe',
    euros(une.montant),
    une.payeLe === null ? 'engagé' : ecrireDate(une.payeLe),
  ];
}

const MOTIFS_EN_MOTS: Readonly<Record<MotifEcart, string>> = {
  doublon: 'facture en double',
  hors_projet: 'hors du projet',
  poste_non_eligible: 'poste non éligible',
  og_inconnu: 'hors de la grappe',
};

/** « depenses.csv, ligne 12 : facture en double (répète depenses.csv, ligne 4), 1 200,00 € » */
export function direEcartee({ fichier, ligne, fournisseur, montant, ecart }: DepenseClassee): string {
  if (ecart === null) return '';
  return `${assainir(fichier)}, ligne ${ligne}, ${assainir(fournisseur)}, ${euros(montant)} : ${MOTIFS_EN_MOTS[ecart.motif]} (${assainir(ecart.message)})`;
}

/** « Lu 12 dépenses, 31 200,00 € = 30 000,00 € retenus + 1 200,00 € mis à part » */
export function direCompte({ depenses, lues, retenues, ecartees }: EtatDepenses): string {
  return `${accorder(depenses.length, 'dépense lue', 'dépenses lues')}, ${euros(lues)} = ${euros(retenues)} retenus + ${euros(ecartees)} mis à part`;
}

/** Un forfait dépassé par un ESSMS ne se rattrape pas sur celui d'un autre : il se dit, même si l'ensemble tient. */
function direDepassements({ essms }: EtatDepenses): string[] {
  return essms.flatMap(({ libelle, identifiant, postes }) =>
    postes.flatMap((poste) =>
      poste.depassement === null || poste.depassement === 0
        ? []
        : [
            `${assainir(libelle)} (${identifiant}) dépasse de ${euros(poste.depassement)} : ${direPoste(poste)}`,
          ],
    ),
  );
}

export function direReserves({ entete, etat }: RapportDepenses): string[] {
  const { nonReparti } = etat.grappe;
  const reserves = [...avertirAnnee(entete), ...etat.avertissements];
  return [
    ...direRejets(entete),
    ...direDepassements(etat),
    ...(nonReparti === 0 ? [] : [`${euros(nonReparti)} ne se rattachent à aucun ESSMS (OG, grappe ou AMOA)`]),
    ...reserves.map(({ code, message }) => `${code} : ${assainir(message)}`),
  ];
}
