import type { Champ } from './description.ts';
import { ESSMS } from './essms.ts';

/** Le même numéro que dans la table `essms`, sous les mêmes en-têtes. */
const FINESS_EJ = ESSMS.champs.filter(({ nom }) => nom === 'finess_ej');

/** La liste d'organismes que lit `esms sons LISTE` ; elle ne fait pas partie d'un dépôt. */
export const ORGANISMES = {
  nom: 'organismes',
  titre: "Organismes gestionnaires et leur nombre d'ESSMS",
  description: 'Une ligne par organisme : la liste que lit « esms sons LISTE ».',
  cleUnique: ['finess_ej'],
  champs: [
    ...FINESS_EJ,
    {
      nom: 'essms_og',
      type: 'entier',
      obligatoire: true,
      titre: "ESSMS de l'organisme",
      description: "Nombre d'ESSMS de l'organisme gestionnaire : il donne la tranche.",
      alias: ["Nombre d'ESSMS", 'Nb ESSMS', 'ESSMS', 'Nombre ESSMS OG', "Nombre d'ESSMS de l'OG"],
    },
    {
      nom: 'essms_commande',
      type: 'entier',
      titre: 'ESSMS de la commande',
      description: "Nombre d'ESSMS de la commande. Vide : tous ceux de l'organisme.",
      alias: ['Commande', 'ESSMS commandés', "Nombre d'ESSMS commandés", 'Nb ESSMS commandés'],
    },
  ] satisfies readonly Champ[],
} as const;
