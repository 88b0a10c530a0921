import { type Avertissement, direEuros } from '../domaine/financement/commun.ts';
import type { EligibiliteEssms } from '../domaine/financement/eligibilite.ts';
import type { Plan } from '../domaine/financement/plan.ts';
import type { VagueSons } from '../domaine/financement/sons.ts';
import { signalerFournies } from './resolutions.ts';

type Etabli = Omit<Plan, 'avertissements'>;

/** Ce que le plan doit dire avec ses montants : les inconnues d'abord, puis les hypothèses. */
export function avertirPlan(
  plan: Etabli,
  finances: readonly EligibiliteEssms[],
  vague: VagueSons,
): Avertissement[] {
  return [
    ...inconnues(plan),
    ...exclus(plan),
    ...sons(plan, vague),
    ...lecture(plan),
    ...tailles(plan),
    ...plafonds(plan),
    ...heures(plan, finances),
    ...types(plan),
    ...signalerFournies(plan.sources),
  ];
}

function inconnues({ forfaits }: Etabli): Avertissement[] {
  return forfaits.flatMap(({ code, raisons }) =>
    raisons.map(({ raison, nombre }) => ({
      code: raison.startsWith('non prévu') ? ('forfait.non_prevu' as const) : ('forfait.inconnu' as const),
      message: `${code}, ${nombre} sans montant : ${raison}`,
    })),
  );
}

function exclus({ exclus: hors }: Etabli): Avertissement[] {
  if (hors.length === 0) return [];
  const noms = hors.map(({ finessEt, libelle }) => `${libelle} (${finessEt})`).join(', ');
  return [{ code: 'plan.exclus', message: `hors du plan, car inéligibles : ${noms}` }];
}

function sons({ og, totaux }: Etabli, vague: VagueSons): Avertissement[] {
  const plans = og.flatMap((un) => un.sons ?? []);
  if (plans.length === 0) return [];
  const muets = plans.flatMap(({ essmsInconnus }) => essmsInconnus);
  const historique = totaux.sonsHistorique > 0 ? `, ${direEuros(totaux.sonsHistorique)} hors des totaux` : '';
  return [
    ...vague.avertissements
      .filter(({ code }) => code !== 'regles.fournies')
      .map((un) => (un.code === 'sons.vague_close' ? { ...un, message: `${un.message}${historique}` } : un)),
    ...(muets.length === 0
      ? []
      : [
          {
            code: 'plan.sons_inconnu' as const,
            message: `SONS inconnu, eligible_sons ou dui_reference vide : ${muets.join(', ')}`,
          },
        ]),
  ];
}

function lecture({ lecturesUtiles, lecture: retenue, parLecture, essms }: Etabli): Avertissement[] {
  if (!lecturesUtiles) return [];
  const totaux = parLecture.map((une) => `${une.lecture} ${direEuros(une.porteur.connu)}`).join(', ');
  const reduits = essms.filter(({ tarif }) => tarif === 'reduit').length;
  const oublie = essms.filter(({ tarif }) => tarif === 'aucun').map(({ finessEt }) => finessEt);
  const sans = oublie.length > 0 ? ` ; sans financement : ${oublie.join(', ')}` : '';
  return [
    { code: 'forfait.lecture', message: `lecture ${retenue} ; les trois : ${totaux}` },
    {
      code: 'plan.rang',
      message: `les ESSMS sont rangés par numéro FINESS, les ${reduits} derniers au tarif réduit${sans}`,
    },
  ];
}

function tailles({ og }: Etabli): Avertissement[] {
  const supposees = og.filter(({ tailleSupposee }) => tailleSupposee);
  if (supposees.length === 0) return [];
  const noms = supposees.map(({ finessEj, taille }) => `${finessEj} : ${taille}`).join(', ');
  const message = `taille des OG comptée sur la table essms, ESSMS hors grappe ignorés (${noms})`;
  return [{ code: 'plan.taille_og', message }];
}

function plafonds({ og, totaux, projet, seuilPetitOg }: Etabli): Avertissement[] {
  if (totaux.plafonds.connu === 0 && totaux.plafonds.inconnues === 0 && projet.length === 0) return [];
  const plafond: Avertissement = {
    code: 'forfait.plafond',
    message: "équipement et AMOA sont des plafonds, sous réserve de l'instruction par l'ARS",
  };
  const petits = og.filter(({ petit }) => petit === true);
  if (petits.length === 0 || petits.length === og.length) return [plafond];
  const message = `${petits.length} OG sur ${og.length} de moins de ${seuilPetitOg} ESSMS : équipement pour leurs ESSMS seuls, AMOA une fois par grappe (hypothèse)`;
  return [plafond, { code: 'forfait.grappe_mixte', message }];
}

function heures({ essms }: Etabli, finances: readonly EligibiliteEssms[]): Avertissement[] {
  const proratises = essms.filter(({ lignes }) => lignes.some(({ detail }) => detail?.includes('prorata')));
  const muets = finances.filter((un) => un.essms.secteur === 'DOM' && un.essms.heures === null);
  const avertissements: Avertissement[] = [];
  if (proratises.length > 0) {
    const noms = proratises.map(({ finessEt }) => finessEt).join(', ');
    const message = `prorata des heures éligibles, ESSMS par ESSMS, hors compléments (hypothèse) : ${noms}`;
    avertissements.push({ code: 'forfait.prorata', message });
  }
  if (muets.length > 0) {
    const noms = muets.map((un) => un.essms.finessEt).join(', ');
    const message = `services à domicile sans heures déclarées, supposés sans activité de confort : ${noms}`;
    avertissements.push({ code: 'plan.sans_heures', message });
  }
  return avertissements;
}

function types({ essms }: Etabli): Avertissement[] {
  if (new Set(essms.flatMap(({ typeProjet }) => typeProjet ?? [])).size < 2) return [];
  const message =
    'la grappe mêle acquisition et montée de version : un seul rang pour tous, le plus long des deux délais';
  return [{ code: 'plan.types_meles', message }];
}
