import { FINESS_ET, MOIS } from './champs-communs.ts';
import type { DescriptionTable } from './description.ts';

export const EFFECTIFS: DescriptionTable = {
  nom: 'effectifs',
  nomPublic: 'effectifs',
  titre: 'Effectifs',
  description:
    'Personnes accompagnées par ESSMS et par mois, dans le DUI ou non : le dénominateur des indicateurs (P4, P5).',
  cleUnique: ['finess_et', 'mois', 'periode'],
  champs: [
    FINESS_ET,
    MOIS,
    {
      nom: 'personnes_accompagnees',
      type: 'entier',
      obligatoire: true,
      titre: 'Personnes accompagnées',
      description: 'Personnes distinctes accompagnées au cours de la période.',
      alias: [
        'Nb personnes accompagnées',
        'Nbre personnes accompagnées',
        'Nombre de personnes accompagnées',
        'Nb de personnes accompagnées',
        'File active',
        'Effectif',
        'Effectifs',
        'Usagers accompagnés',
        'Nb usagers',
        "Nombre d'usagers",
        'Nb résidents',
        'Nombre de résidents',
      ],
    },
    {
      nom: 'personnes_eligibles_projet',
      type: 'entier',
      titre: "Personnes pouvant bénéficier d'un projet",
      description:
        "Parmi elles, personnes pouvant bénéficier d'un projet d'accueil et d'accompagnement. Vide : déduit des dossiers (P5).",
      alias: [
        'Personnes éligibles',
        'Nb personnes éligibles',
        'Nombre de personnes éligibles',
        'Personnes éligibles au projet',
        'Éligibles projet',
      ],
    },
    {
      nom: 'periode',
      type: 'enumeration',
      valeurs: ['mois', 'trimestre'],
      titre: 'Période',
      description:
        'mois : le mois écrit (vide vaut mois). trimestre : les trois mois qui finissent au mois écrit, pour une première mesure (P4).',
      alias: ['Type de période', 'Périodicité'],
    },
  ],
};
