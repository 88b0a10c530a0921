import { type Avertissement, direEuros } from '../domaine/financement/commun.ts';
import type { Forfaits } from '../domaine/financement/forfaits.ts';
import type { TailleGrappe } from './grappe.ts';
import { signalerFournies } from './resolutions.ts';

type Constates = Omit<Forfaits, 'avertissements'>;

interface Contexte {
  /** Codes des lignes que la source ne prévoit pas. */
  readonly nonPrevues: ReadonlySet<string>;
  readonly taille: TailleGrappe;
}

/** Ce que le plan doit dire avec ses montants, du plus grave au plus accessoire. */
export function avertirForfaits(forfaits: Constates, { nonPrevues, taille }: Contexte): Avertissement[] {
  return [
    ...lignesInconnues(forfaits, nonPrevues),
    ...tailleInsuffisante(forfaits, taille),
    ...lectureRetenue(forfaits),
    ...plafonds(forfaits),
    ...prorata(forfaits),
    ...sansEffet(forfaits),
    ...avanceInconnue(forfaits),
    ...signalerFournies(forfaits.sources),
  ];
}

function lignesInconnues({ lignes }: Constates, nonPrevues: ReadonlySet<string>): Avertissement[] {
  return lignes.flatMap(({ code, raison }) =>
    raison === null
      ? []
      : [
          {
            code: nonPrevues.has(code) ? ('forfait.non_prevu' as const) : ('forfait.inconnu' as const),
            message: `${code} : ${raison}`,
          },
        ],
  );
}

function tailleInsuffisante({ essms }: Constates, { suffisante, minimum }: TailleGrappe): Avertissement[] {
  if (suffisante !== false || !minimum.connue) return [];
  const message = `${essms} ESSMS : une grappe en compte au moins ${minimum.valeur} en métropole ; rejoignez-en une`;
  return [{ code: 'forfait.taille', message }];
}

function lectureRetenue({ lecturesUtiles, lecture, parLecture, essms, lignes }: Constates): Avertissement[] {
  if (!lecturesUtiles) return [];
  const totaux = parLecture
    .map((une) => `${une.lecture} ${une.total === null ? 'inconnu' : direEuros(une.total)}`)
    .join(', ');
  const usages = lignes.find(({ code, montant }) => code === 'usages' && montant !== null);
  const oublies = usages ? essms - usages.quantite : 0;
  const reste = oublies > 0 ? `, qui laisse ${oublies} ESSMS sans financement` : '';
  const message = `appel à projets national ; lecture ${lecture}${reste} ; les trois : ${totaux}`;
  return [{ code: 'forfait.lecture', message }];
}

function plafonds({ essmsPetitsOg, essms }: Constates): Avertissement[] {
  if (essmsPetitsOg === 0) return [];
  const plafond: Avertissement = {
    code: 'forfait.plafond',
    message: "équipement et AMOA sont des plafonds, sous réserve de l'instruction par l'ARS",
  };
  if (essmsPetitsOg === essms) return [plafond];
  const message = `${essmsPetitsOg} ESSMS sur ${essms} relèvent de petits OG : équipement pour eux seuls, AMOA une fois par projet (hypothèse)`;
  return [plafond, { code: 'forfait.grappe_mixte', message }];
}

function prorata({ heures }: Constates): Avertissement[] {
  if (heures === null) return [];
  const message = `prorata des heures éligibles : ${direHeures(heures.eligibles)} sur ${direHeures(heures.totales)}, appliqué à chaque ESSMS, hors forfaits complémentaires (hypothèse)`;
  return [{ code: 'forfait.prorata', message }];
}

function direHeures(centiemes: number): string {
  const [entieres = '', decimales] = String(centiemes / 100).split('.');
  const groupees = entieres.replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${groupees}${decimales === undefined ? '' : `,${decimales}`} h`;
}

/** L'amorçage ne distingue ni les secteurs, ni le référencement. */
function sansEffet({ lignes, duiReference }: Constates): Avertissement[] {
  if (duiReference || !lignes.some(({ code }) => code === 'amorcage')) return [];
  const message = "le forfait d'amorçage ne dépend pas du référencement du DUI";
  return [{ code: 'forfait.sans_effet', message }];
}

function avanceInconnue({ total, versements: [avance], annee }: Constates): Avertissement[] {
  if (total === null || avance.pourcent !== null) return [];
  return [{ code: 'versement.inconnu', message: `part de l'avance inconnue pour ${annee}` }];
}
