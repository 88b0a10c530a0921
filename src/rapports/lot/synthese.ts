import { CATALOGUE } from '../../domaine/catalogue.ts';
import { ecrireDate, nommerMois } from '../../domaine/date-civile.ts';
import type { Avis } from '../../domaine/lot.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import { SECTEURS } from '../../domaine/secteur.ts';
import {
  type Axe,
  type GroupeSynthese,
  type SoumissionSynthese,
  type Synthese,
  TRANCHES,
} from '../../domaine/synthese-lot.ts';
import { elementHtml, listeHtml, pageHtml, type RangeeHtml, tableauHtml } from '../html.ts';
import type { Outil } from '../modele.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import { INDICATEURS } from '../vocabulaire.ts';

export interface RapportSynthese {
  readonly outil: Outil;
  readonly synthese: Synthese;
}

const AVIS_EN_MOTS: Readonly<Record<Avis, string>> = {
  verser: 'verser',
  completer: 'compléter',
  refuser: 'refuser',
};

const AXES_EN_MOTS: Readonly<Record<Axe, string>> = {
  secteur: 'Par secteur',
  departement: 'Par département',
  logiciel: 'Par éditeur (logiciel)',
};

const NOMBRES = new Set([1, 2, 3, 4, 5, 6]);
const A_RAPPELER = 30;

/** La vue régionale d'un lot, à lire à l'écran ou à imprimer. */
export function rendreSynthese({ outil, synthese }: RapportSynthese): string {
  const { soumissions, echecs, axes } = synthese;
  const titre = `Synthèse régionale : ${accorder(soumissions.length + echecs.length, 'soumission')}`;
  const aRappeler = soumissions.filter(({ proposition }) => proposition?.avis !== 'verser');
  return pageHtml(titre, [
    elementHtml('h1', titre),
    elementHtml('p', direSituation(synthese)),
    elementHtml(
      'p',
      direVerdict(synthese),
      `verdict ${echecs.length > 0 || aRappeler.length > 0 ? 'doute' : 'bon'}`,
    ),
    elementHtml(
      'p',
      "Rien n'est automatique : chaque avis est une proposition, avec ses raisons ; l'ARS décide. Un constat n'accuse personne : il pose une question. Une empreinte qu'un déclarant peut recalculer ne prouve aucune honnêteté.",
    ),
    ...listeHtml(
      'Soumissions non traitées',
      echecs.map(({ nom, message, aide }) => `${nom} : ${message} ; ${aide}`),
    ),
    ...rappels(aRappeler),
    elementHtml('h2', 'Cibles atteintes'),
    elementHtml(
      'p',
      `ESSMS qui atteignent leur cible, sur ceux qu'elle concerne (ni dispensés, ni hors période ; un ESSMS sans donnée compte comme non atteint), chacun à son dernier mois.`,
    ),
    ...(Object.keys(AXES_EN_MOTS) as Axe[]).map((axe) => croisement(axe, axes[axe])),
    elementHtml('h2', 'Distribution des taux'),
    distribution(synthese),
    ...constats(synthese),
    elementHtml('h2', 'Proposition de chaque soumission'),
    propositions(soumissions),
    elementHtml('p', `esms ${outil.version}, règles ${outil.regles.slice(0, 12)}.`, 'discret'),
  ]);
}

function direSituation({ dateReference, mois, essms }: Synthese): string {
  const [premier, dernier] = [mois[0], mois.at(-1)];
  const quand =
    premier === undefined || dernier === undefined
      ? 'aucun relevé intact'
      : premier === dernier
        ? nommerMois(premier)
        : `de ${nommerMois(premier)} à ${nommerMois(dernier)}`;
  return `Au ${ecrireDate(dateReference)}, ${accorder(essms, 'ESSMS', 'ESSMS')}, ${quand}.`;
}

function direVerdict({ avis, echecs }: Synthese): string {
  const parties = [
    `${ecrireEntier(avis.verser)} à verser`,
    `${ecrireEntier(avis.completer)} à compléter`,
    `${ecrireEntier(avis.refuser)} à refuser`,
    ...(echecs.length > 0 ? [accorder(echecs.length, 'non traitée', 'non traitées')] : []),
  ];
  return `Propositions : ${parties.join(', ')}.`;
}

/** Les premières à rappeler : celles qui attendent une réponse, l'échéance la plus proche d'abord. */
function rappels(soumissions: readonly SoumissionSynthese[]): string[] {
  if (soumissions.length === 0) return [];
  const montrees = soumissions.slice(0, A_RAPPELER);
  const reste = soumissions.length - montrees.length;
  return [
    elementHtml('h2', "À rappeler d'abord"),
    tableauHtml(
      `${reste > 0 ? `Les ${A_RAPPELER} premières sur ${ecrireEntier(soumissions.length)}` : 'Toutes'} : l'échéance la plus proche d'abord, puis le plus de réponses attendues`,
      ['soumission', 'échéance', 'proposition', 'premiers appels'],
      montrees.map((une) => ({
        cellules: [
          nommer(une),
          une.echeance === null ? 'non dite' : ecrireDate(une.echeance),
          direAvis(une),
          une.proposition?.appels.slice(0, 2).join(' ; puis : ') ?? '',
        ],
      })),
      new Set(),
      true,
    ),
  ];
}

function croisement(axe: Axe, groupes: readonly GroupeSynthese[]): string {
  return tableauHtml(
    AXES_EN_MOTS[axe],
    [
      axe === 'departement' ? 'département' : axe,
      'ESSMS',
      ...CODES_INDICATEURS.map((code) => INDICATEURS[code].court),
    ],
    groupes.map(({ nom, essms, indicateurs }) => ({
      cellules: [
        nommerGroupe(axe, nom),
        ecrireEntier(essms),
        ...indicateurs.map(({ atteints, concernes }) =>
          concernes === 0 ? '–' : `${ecrireEntier(atteints)} / ${ecrireEntier(concernes)}`,
        ),
      ],
    })),
    NOMBRES,
    groupes.length > 12,
  );
}

function nommerGroupe(axe: Axe, nom: string | null): string {
  if (nom === null) return 'non dit';
  return axe === 'secteur' ? ((SECTEURS as Readonly<Record<string, string>>)[nom] ?? nom) : nom;
}

function distribution({ distribution: indicateurs }: Synthese): string {
  const titres = TRANCHES.map((borne, rang) => {
    const suivante = TRANCHES[rang + 1];
    if (suivante === undefined) return `${borne} % et plus`;
    return rang === 0 ? `moins de ${suivante} %` : `${borne} à ${suivante} %`;
  });
  return tableauHtml(
    "Nombre d'ESSMS par tranche de taux (borne basse comprise)",
    ['indicateur', ...titres, 'sans chiffre'],
    indicateurs.map(({ indicateur, tranches, sansChiffre }) => ({
      cellules: [INDICATEURS[indicateur].court, ...[...tranches, sansChiffre].map(ecrireEntier)],
    })),
    new Set(titres.map((_, rang) => rang + 1).concat(titres.length + 1)),
  );
}

function constats({ constats: comptes }: Synthese): string[] {
  if (comptes.length === 0) return [];
  return [
    elementHtml('h2', 'Constats'),
    tableauHtml(
      'Les réponses attendues (erreurs), puis ce qui se lit avant de signer',
      ['constat', 'gravité', 'soumissions', 'constats'],
      comptes.map(({ code, gravite, nombre, soumissions }) => ({
        cellules: [`${titreDe(code)} [${code}]`, gravite, ecrireEntier(soumissions), ecrireEntier(nombre)],
      })),
      new Set([2, 3]),
      comptes.length > 12,
    ),
  ];
}

function titreDe(code: string): string {
  return (CATALOGUE as Readonly<Record<string, { readonly titre: string }>>)[code]?.titre ?? code;
}

function propositions(soumissions: readonly SoumissionSynthese[]): string {
  const rangees = soumissions.map(
    (une): RangeeHtml => ({
      cellules: [
        nommer(une),
        ecrireEntier(une.essms),
        direAvis(une),
        une.proposition?.raisons.map(({ message }) => message).join(' ; ') ?? '',
      ],
      ...(une.proposition?.avis === 'refuser' && { classe: 'trop' }),
    }),
  );
  return tableauHtml(
    "Raisons, dans l'ordre : cibles, mois partagés, chiffres provisoires ou déclarés, périmètre et pièces, échéance, constats",
    ['soumission', 'ESSMS', 'proposition', 'raisons'],
    rangees,
    new Set([1]),
    true,
  );
}

function nommer({ nom, grappe }: SoumissionSynthese): string {
  return grappe === null || grappe === nom ? nom : `${nom} (${grappe})`;
}

function direAvis({ proposition }: SoumissionSynthese): string {
  return proposition === null ? 'aucune' : AVIS_EN_MOTS[proposition.avis];
}
