import { CODES_INDICATEURS } from '../domaine/resultat.ts';
import { FINESS_ET, MOIS } from './champs-communs.ts';
import type { DescriptionTable } from './description.ts';

export const DECLARES: DescriptionTable = {
  nom: 'declares',
  nomPublic: 'declares',
  titre: 'Chiffres déclarés',
  description:
    "Une ligne par ESSMS, par mois et par indicateur : ce que montre le tableau de bord de l'éditeur. Là où des exports permettent le calcul, il l'emporte et l'écart est dit ; ailleurs, l'indicateur est « déclaré », jamais « calculé ». Des nombres, pas un taux.",
  cleUnique: ['finess_et', 'mois', 'indicateur'],
  champs: [
    FINESS_ET,
    MOIS,
    {
      nom: 'indicateur',
      type: 'enumeration',
      obligatoire: true,
      valeurs: CODES_INDICATEURS,
      titre: 'Indicateur',
      description: "L'un des cinq indicateurs d'usage.",
      alias: ['Code indicateur', 'Nom indicateur', "Nom de l'indicateur", 'Libellé indicateur'],
    },
    {
      nom: 'numerateur',
      type: 'entier',
      obligatoire: true,
      titre: 'Numérateur',
      description: 'Dossiers, messages ou DMP comptés par le tableau de bord dans le mois.',
      alias: ['Num', 'Valeur numérateur', 'Valeur du numérateur', 'Nombre numérateur'],
    },
    {
      nom: 'denominateur',
      type: 'entier',
      obligatoire: true,
      titre: 'Dénominateur',
      description:
        "Personnes ou dossiers auxquels il les rapporte. Les effectifs, s'il y en a, l'emportent (P4, P5).",
      alias: ['Dénom', 'Valeur dénominateur', 'Valeur du dénominateur', 'Nombre dénominateur'],
    },
  ],
};
