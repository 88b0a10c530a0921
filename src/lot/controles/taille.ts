import type { DateCivile } from '../../domaine/date-civile.ts';
import type { ConstatLot, Convention } from '../../domaine/lot.ts';
import type { Releve } from '../../domaine/releve.ts';
import { territoireDe } from '../../financement/territoire.ts';
import type { JeuDeRegles } from '../../regles/modele.ts';
import { type Resolution, resoudre } from '../../regles/resolution.ts';
import { constater } from './constater.ts';

/** La taille du groupement, si une règle lue la fixe à la date de la convention ; sans convention, rien n'est à juger. */
export function controlerTaille(
  soumission: string,
  convention: Convention | null,
  reference: Releve | null,
  regles: JeuDeRegles,
): ConstatLot[] {
  if (convention === null || reference === null) return [];
  const essms = reference.perimetre.length;
  const commun = { soumission, mois: reference.mois, identifiant: 'grappe' };
  const minimum = minimumAu(convention.date, reference, regles);
  if (!minimum.connue) {
    return [
      constater({
        ...commun,
        code: 'lot.taille_inconnue',
        message: `${essms} ESSMS : ${minimum.raison}`,
        formule: 'ESSMS du relevé ≥ taille minimale à la date de la convention (inconnue)',
        nombres: { essms },
      }),
    ];
  }
  if (essms >= minimum.valeur) return [];
  return [
    constater({
      ...commun,
      code: 'lot.taille',
      message: `${essms} ESSMS, ${minimum.valeur} au moins`,
      formule: 'ESSMS du relevé ≥ taille minimale à la date de la convention',
      nombres: { essms, minimum: minimum.valeur },
    }),
  ];
}

/** Un département qui contredit un numéro laisse le territoire incertain : le plus petit seuil ne flatte ni n'accuse. */
function minimumAu(date: DateCivile | null, { perimetre }: Releve, regles: JeuDeRegles): Resolution<number> {
  if (date === null) {
    return { connue: false, raison: "la date de la convention n'est pas dite", citation: null };
  }
  const loin = perimetre.every(
    ({ finessEt, departement }) => territoireDe(finessEt, departement) !== 'metropole',
  );
  return resoudre<number>(
    regles,
    loin ? 'eligibilite.grappe.minimum_outre_mer' : 'eligibilite.grappe.minimum',
    date,
  );
}
