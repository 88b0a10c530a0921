import { Recueil } from '../../src/domaine/anomalie.ts';
import { NIVEAUX } from '../../src/domaine/resultat.ts';
import type { ReglagesPreuve, ReleveRecu } from '../../src/domaine/suivi.ts';
import type { RapportSuivi } from '../../src/rapports/suivi/modele.ts';
import { suivre } from '../../src/suivi/suivre.ts';
import {
  type Etats,
  fabriquer,
  type LigneFabriquee,
  PAR_DEFAUT,
  type ReleveFabrique,
  recevoir,
} from './fabrique.ts';

const AUTRE_EJ = '630990026';
const INDETERMINES = { code: 'dossiers.indetermines', nombre: 4, message: '4 dossiers' };
const SANS_LIGNE = { code: 'table.essms_absent', nombre: 1, message: 'aucune ligne' };
const DECLARE = { code: 'declare.seul', nombre: 1, message: 'déclaré' };

/** Ce que chaque ESSMS montre, mois par mois. */
const ESSMS: readonly (Omit<LigneFabriquee, 'etats'> & { readonly mois: readonly [Etats, Etats, Etats] })[] =
  [
    {
      id: '630991016',
      nom: "SAD Val d'Allier",
      secteur: 'DOM',
      mois: [
        'atteint',
        { dmp: 'non_atteint', dossiers_actifs: 'non_atteint' },
        {
          dmp: { etat: 'non_atteint', n: 149, d: 214, reste: 1 },
          dossiers_actifs: { etat: 'non_atteint', n: 171, d: 214, reste: 22 },
          projets: { etat: 'non_atteint', n: 150, d: 171, reste: 24 },
        },
      ],
    },
    {
      id: '630991024',
      nom: 'EHPAD Les Tilleuls',
      secteur: 'PA',
      mois: ['atteint', 'atteint', { dmp: { etat: 'non_atteint', n: 40, d: 82, reste: 18 } }],
    },
    {
      id: '630991032',
      nom: 'IME Les Alizés',
      secteur: 'PH',
      mois: [
        'atteint',
        'atteint',
        { projets: { etat: 'incertain', n: 15, d: 19, avertissements: [INDETERMINES] } },
      ],
    },
    {
      id: '630991040',
      nom: 'SAVS Horizon',
      ej: AUTRE_EJ,
      secteur: 'PH',
      mois: [
        'atteint',
        'atteint',
        {
          mssante: { etat: 'non_evaluable', avertissements: [SANS_LIGNE] },
          dmp: { etat: 'non_evaluable', avertissements: [SANS_LIGNE] },
        },
      ],
    },
    {
      id: '630991057',
      nom: 'CHRS La Passerelle',
      ej: AUTRE_EJ,
      secteur: 'AHI',
      mois: [
        'atteint',
        { mssante: 'dispense', dmp: 'dispense' },
        {
          mssante: 'dispense',
          dmp: 'dispense',
          agenda: { etat: 'atteint', n: 38, d: 39, avertissements: [DECLARE] },
        },
      ],
    },
    {
      id: '630991065',
      nom: 'Foyer de vie Les Grands Champs de la Limagne',
      ej: AUTRE_EJ,
      secteur: 'PH',
      mois: ['non_atteint', 'atteint', 'atteint'],
    },
    {
      id: '630992014',
      nom: 'SESSAD Arc-en-ciel',
      ej: AUTRE_EJ,
      secteur: 'PH',
      mois: ['hors_periode', 'hors_periode', 'hors_periode'],
    },
    {
      id: '630992022',
      nom: 'EHPAD Mon Repos',
      ej: AUTRE_EJ,
      secteur: 'PA',
      mois: ['atteint', 'atteint', 'atteint'],
    },
  ];

const taux = (n: number, etat: 'atteint' | 'non_atteint' = 'atteint', reste = 0) =>
  ({ etat, n, d: 1000, reste }) as const;

/** L'ensemble, mois par mois : celui des maquettes. */
const ENSEMBLE: readonly [Etats, Etats, Etats] = [
  { dossiers_actifs: taux(912), projets: taux(904), agenda: taux(951), mssante: taux(2030), dmp: taux(880) },
  {
    dossiers_actifs: taux(920),
    projets: taux(909),
    agenda: taux(947),
    mssante: taux(813),
    dmp: taux(649, 'non_atteint', 51),
  },
  {
    dossiers_actifs: { ...taux(905), basse: 90.3, haute: 91.2 },
    projets: { etat: 'incertain', n: 905, d: 1000, basse: 89.1, haute: 92.3 },
    agenda: { ...taux(915), basse: 91, haute: 93, avertissements: [DECLARE] },
    mssante: { ...taux(850), basse: 84.2, haute: null },
    dmp: { ...taux(662, 'non_atteint', 38), basse: 66.1, haute: 69.4 },
  },
];

/** Un OG ou la grappe atteint ce qu'atteint l'ensemble ; l'autre OG, tout. */
function moisDe(rang: 0 | 1 | 2, ecarts: ReleveFabrique = {}): ReleveRecu {
  const nom = ['2025-07', '2025-08', '2025-09'][rang] ?? '';
  return recevoir(
    fabriquer(nom, {
      premiereMesure: rang === 0,
      grappe: ENSEMBLE[rang],
      og: [
        { id: '630990018', nom: 'Limagne Solidarités', etats: ENSEMBLE[rang] },
        { id: AUTRE_EJ, nom: 'Association Horizon' },
      ],
      essms: ESSMS.map(({ mois, ...ligne }) => ({ ...ligne, etats: mois[rang] })),
      ...ecarts,
    }),
    { fichier: `releves/releve-630990018-${nom}.json` },
  );
}

/** Trois relevés, une première mesure en tête ; `ecarts` : ce que chacun a de différent, `null` s'il manque. */
export function relevesExemple(ecarts: readonly (ReleveFabrique | null)[] = []): ReleveRecu[] {
  return ([0, 1, 2] as const).flatMap((rang) => {
    const ecart = ecarts[rang];
    return ecart === null ? [] : moisDe(rang, ecart);
  });
}

export function rapportDe(
  recus: readonly ReleveRecu[],
  reglages: Partial<ReglagesPreuve> = {},
): RapportSuivi {
  const recueil = new Recueil(100);
  const suivi = suivre(recus, { ...PAR_DEFAUT, ...reglages }, recueil);
  return { outil: { nom: 'esms', version: '0.1.0' }, suivi, niveaux: NIVEAUX, anomalies: recueil.bilan() };
}
