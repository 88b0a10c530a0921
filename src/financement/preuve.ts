import { ajouterMois, type DateCivile, dernierJour, type Mois } from '../domaine/date-civile.ts';

/** Les indicateurs se partagent « tous les mois sur une période de 3 mois » (kit SESAN, partie 3 § 6 ; règle S1). */
const MOIS_DE_PREUVE = 3;

/** La première mesure porte sur trois mois (kit SESAN, partie 3 § 6 ; règle D2). */
const MOIS_DE_PREMIERE_MESURE = 3;

/** Le dernier mois civil fini à cette date, bornes comprises. */
export function dernierMoisEntier(date: DateCivile): Mois {
  const mois = date.slice(0, 7) as Mois;
  return date === dernierJour(mois) ? mois : ajouterMois(mois, -1);
}

/** Le premier des trois derniers mois entiers avant la fin : au plus tard, la preuve commence là. */
export function premierMoisDePreuve(fin: DateCivile): Mois {
  return ajouterMois(dernierMoisEntier(fin), 1 - MOIS_DE_PREUVE);
}

/** Le mois où commence la première mesure de cette preuve. */
export function debutDePremiereMesure(fin: DateCivile): Mois {
  return ajouterMois(premierMoisDePreuve(fin), 1 - MOIS_DE_PREMIERE_MESURE);
}
