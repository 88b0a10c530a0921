import type { Releve } from '../../domaine/releve.ts';
import { CODES_INDICATEURS, type Resultat } from '../../domaine/resultat.ts';
import { ecrireLignesCsv, type Valeur } from '../csv.ts';
import { estDeclare } from '../indicateurs/cellule.ts';

type Essms = Releve['perimetre'][number];

interface Case {
  readonly soumission: string;
  readonly releve: Releve;
  readonly essms: Essms;
  readonly resultat: Resultat;
}

/** Un ESSMS, un mois, un indicateur. L'ordre et les noms sont stables : d'autres outils les lisent. */
const COLONNES: Readonly<Record<string, (une: Case) => Valeur>> = {
  soumission: ({ soumission }) => soumission,
  grappe: ({ releve }) => releve.grappe.nom,
  porteur_finess_ej: ({ releve }) => releve.grappe.porteurFinessEj,
  finess_et: ({ essms }) => essms.finessEt,
  finess_ej: ({ essms }) => essms.finessEj,
  libelle: ({ essms }) => essms.libelle,
  categorie: ({ essms }) => essms.categorie,
  secteur: ({ essms }) => essms.secteur,
  mode_accueil: ({ essms }) => essms.modeAccueil,
  departement: ({ essms }) => essms.departement,
  type_projet: ({ essms }) => essms.typeProjet,
  logiciel: ({ essms }) => essms.logiciel,
  places: ({ essms }) => essms.places,
  personnes_declarees: ({ essms }) => essms.personnesDeclarees,
  population: ({ essms }) => essms.population,
  mois: ({ releve }) => releve.mois,
  premiere_mesure: ({ releve }) => releve.fenetre.premiereMesure,
  indicateur: ({ resultat }) => resultat.indicateur,
  numerateur: ({ resultat }) => resultat.numerateur,
  denominateur: ({ resultat }) => resultat.denominateur,
  taux: ({ resultat }) => resultat.taux,
  borne_basse: ({ resultat }) => resultat.borneBasse,
  borne_haute: ({ resultat }) => resultat.borneHaute,
  cible: ({ resultat }) => resultat.cible,
  etat: ({ resultat }) => resultat.etat,
  reste_a_faire: ({ resultat }) => resultat.resteAFaire,
  provisoire: ({ resultat }) => resultat.provisoire,
  declare: ({ resultat }) => estDeclare(resultat),
};

const ENTETES = Object.keys(COLONNES);
const VALEURS = Object.values(COLONNES);

/** L'en-tête de lot.csv. */
export const ENTETE_LOT = ecrireLignesCsv([ENTETES]);

/** Les lignes d'une soumission dans lot.csv ; `releves` : ceux qui comptent, du plus ancien au plus récent. */
export function rendreLignes(soumission: string, releves: readonly Releve[]): string {
  return ecrireLignesCsv(releves.flatMap((releve) => lignesDe(soumission, releve)));
}

/** Une ligne par indicateur que le relevé porte, dans l'ordre du contrat. */
function lignesDe(soumission: string, releve: Releve): Valeur[][] {
  const parEssms = grouperParEssms(releve);
  return releve.perimetre.flatMap((essms) => {
    const siens = parEssms.get(essms.finessEt);
    return CODES_INDICATEURS.flatMap((indicateur) => {
      const resultat = siens?.get(indicateur);
      if (resultat === undefined) return [];
      const une = { soumission, releve, essms, resultat };
      return [VALEURS.map((valeurDe) => valeurDe(une))];
    });
  });
}

function grouperParEssms({ resultats }: Releve): Map<string, Map<string, Resultat>> {
  const parEssms = new Map<string, Map<string, Resultat>>();
  for (const resultat of resultats) {
    if (resultat.niveau !== 'essms') continue;
    const siens = parEssms.get(resultat.identifiant) ?? new Map<string, Resultat>();
    parEssms.set(resultat.identifiant, siens.set(resultat.indicateur, resultat));
  }
  return parEssms;
}
