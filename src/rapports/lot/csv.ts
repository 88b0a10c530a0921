import type { Releve } from '../../domaine/releve.ts';
import { CODES_INDICATEURS, type Resultat } from '../../domaine/resultat.ts';
import { ecrireRangee, type Valeur } from '../csv.ts';
import { estDeclare } from '../indicateurs/cellule.ts';

type Essms = Releve['perimetre'][number];

interface Lieu {
  readonly soumission: string;
  readonly releve: Releve;
  readonly essms: Essms;
}

type Colonnes<T> = Readonly<Record<string, (une: T) => Valeur>>;

/** Ce que les cinq indicateurs d'un ESSMS ont en commun, un mois. */
const COLONNES_LIEU: Colonnes<Lieu> = {
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
};

const COLONNES_RESULTAT: Colonnes<Resultat> = {
  numerateur: ({ numerateur }) => numerateur,
  denominateur: ({ denominateur }) => denominateur,
  taux: ({ taux }) => taux,
  borne_basse: ({ borneBasse }) => borneBasse,
  borne_haute: ({ borneHaute }) => borneHaute,
  cible: ({ cible }) => cible,
  etat: ({ etat }) => etat,
  reste_a_faire: ({ resteAFaire }) => resteAFaire,
  provisoire: ({ provisoire }) => provisoire,
  declare: estDeclare,
};

/** L'en-tête de lot.csv. L'ordre et les noms sont stables : d'autres outils les lisent. */
export const ENTETE_LOT = `${ecrireRangee([...Object.keys(COLONNES_LIEU), 'indicateur', ...Object.keys(COLONNES_RESULTAT)])}\n`;

const DU_LIEU = Object.values(COLONNES_LIEU);
const DU_RESULTAT = Object.values(COLONNES_RESULTAT);

/**
 * Les lignes d'une soumission dans lot.csv : une par ESSMS, mois et indicateur que le relevé porte. `releves` : ceux qui
 * comptent, du plus ancien au plus récent.
 */
export function rendreLignes(soumission: string, releves: readonly Releve[]): string {
  return releves.flatMap((releve) => lignesDe(soumission, releve)).join('');
}

function lignesDe(soumission: string, releve: Releve): string[] {
  const parEssms = grouperParEssms(releve);
  return releve.perimetre.flatMap((essms) => {
    const lieu = ecrireRangee(DU_LIEU.map((valeurDe) => valeurDe({ soumission, releve, essms })));
    const siens = parEssms.get(essms.finessEt);
    return CODES_INDICATEURS.flatMap((indicateur) => {
      const resultat = siens?.get(indicateur);
      if (resultat === undefined) return [];
      return `${lieu};${indicateur};${ecrireRangee(DU_RESULTAT.map((valeurDe) => valeurDe(resultat)))}\n`;
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
