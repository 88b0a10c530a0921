import type { DepenseClassee, Groupe, Rapprochement } from '../domaine/financement/depenses.ts';
import { CODES_LIGNES, type CodeLigne } from '../domaine/financement/forfaits.ts';
import type { LignePlan, Plan, PlanEssms, Somme } from '../domaine/financement/plan.ts';
import { additionner, type Centimes, centimes, soustraire, ZERO } from '../domaine/montant.ts';
import { estParProjet, forfaitDuPoste } from './postes.ts';
import { reunir, sommer } from './sommes.ts';

const INCONNU: Somme = { connu: ZERO, inconnues: 1 };

function positif(montant: Centimes): Centimes {
  return montant > 0 ? montant : ZERO;
}

function comparer(
  code: Rapprochement['code'],
  prevu: Somme,
  depenses: readonly DepenseClassee[],
  plafond: boolean,
): Rapprochement {
  const somme = (etat: DepenseClassee['etat']): Centimes =>
    additionner(depenses.filter((une) => une.etat === etat).map(({ montant }) => montant));
  const [paye, engage] = [somme('payee'), somme('engagee')];
  const ecart = soustraire(prevu.connu, centimes(paye + engage));
  const connu = prevu.inconnues === 0;
  return {
    code,
    prevu,
    paye,
    engage,
    reste: connu ? positif(ecart) : null,
    depassement: connu ? positif(soustraire(ZERO, ecart)) : null,
    plafond,
  };
}

/** Chaque forfait d'un ensemble de lignes du plan devant les dépenses de cet ensemble. */
function rapprocher(
  lignes: readonly LignePlan[],
  depenses: readonly DepenseClassee[],
  plan: Plan,
): Pick<Groupe, 'postes' | 'total'> {
  const forfait = ({ poste }: DepenseClassee): CodeLigne => forfaitDuPoste(poste, plan);
  const codes = CODES_LIGNES.filter(
    (code) => lignes.some((ligne) => ligne.code === code) || depenses.some((une) => forfait(une) === code),
  );
  const postes = codes.map((code) => {
    const siennes = lignes.filter((ligne) => ligne.code === code);
    // Une dépense admise sans ligne du plan : le type de projet est inconnu, et son forfait aussi.
    const prevu = siennes.length > 0 ? sommer(siennes.map(({ montant }) => montant)) : INCONNU;
    const plafond = siennes.some((ligne) => ligne.plafond);
    return comparer(
      code,
      prevu,
      depenses.filter((une) => forfait(une) === code),
      plafond,
    );
  });
  const total = comparer('total', reunir(postes.map(({ prevu }) => prevu)), depenses, false);
  return { postes, total: avecResteDesPostes(total, postes) };
}

/** Un forfait ne se reporte pas sur un autre : le reste et le dépassement du total sont les sommes des postes. */
function avecResteDesPostes(total: Rapprochement, postes: readonly Rapprochement[]): Rapprochement {
  const somme = (montants: readonly (Centimes | null)[]): Centimes | null => {
    const { connu, inconnues } = sommer(montants);
    return inconnues > 0 ? null : connu;
  };
  return {
    ...total,
    reste: somme(postes.map(({ reste }) => reste)),
    depassement: somme(postes.map(({ depassement }) => depassement)),
  };
}

function sommeDe(depenses: readonly DepenseClassee[]): Centimes {
  return additionner(depenses.map(({ montant }) => montant));
}

/** Une AMOA est une dépense du projet, même facturée pour un ESSMS. */
function estDEssms(depense: DepenseClassee): boolean {
  return depense.finessEt !== null && !estParProjet(depense.poste);
}

function groupeEssms(un: PlanEssms, retenues: readonly DepenseClassee[], plan: Plan): Groupe {
  const siennes = retenues.filter((depense) => depense.finessEt === un.finessEt && estDEssms(depense));
  return {
    niveau: 'essms',
    identifiant: un.finessEt,
    libelle: un.libelle,
    finessEj: un.finessEj,
    ...rapprocher(un.lignes, siennes, plan),
    nonReparti: ZERO,
  };
}

/** Les trois niveaux : la grappe et ses forfaits par projet, chaque OG, chaque ESSMS. */
export function rapprocherTout(
  plan: Plan,
  retenues: readonly DepenseClassee[],
  nomGrappe: string | null,
): { readonly grappe: Groupe; readonly og: readonly Groupe[]; readonly essms: readonly Groupe[] } {
  const lignesEssms = plan.essms.flatMap(({ lignes }) => lignes);
  return {
    grappe: {
      niveau: 'grappe',
      identifiant: 'grappe',
      libelle: nomGrappe ?? 'Grappe',
      finessEj: null,
      ...rapprocher([...lignesEssms, ...plan.projet], retenues, plan),
      nonReparti: sommeDe(retenues.filter((une) => !estDEssms(une))),
    },
    og: plan.og.map(({ finessEj }) => {
      const membres = plan.essms.filter((un) => un.finessEj === finessEj);
      const siennes = retenues.filter(({ og, poste }) => og === finessEj && !estParProjet(poste));
      return {
        niveau: 'og',
        identifiant: finessEj,
        libelle: `OG ${finessEj}`,
        finessEj,
        ...rapprocher(
          membres.flatMap(({ lignes }) => lignes),
          siennes,
          plan,
        ),
        nonReparti: sommeDe(siennes.filter((une) => !estDEssms(une))),
      };
    }),
    essms: plan.essms.map((un) => groupeEssms(un, retenues, plan)),
  };
}
