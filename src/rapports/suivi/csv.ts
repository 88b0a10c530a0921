import type { MesureSuivie, MoisSuivi, PreuveIdentifiant, SerieSuivie } from '../../domaine/suivi.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import { estDeclare } from '../indicateurs/cellule.ts';
import { INSECABLE } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { direManque } from './manque.ts';
import type { RapportSuivi } from './modele.ts';

interface Case {
  readonly preuve: PreuveIdentifiant;
  readonly serie: SerieSuivie;
  readonly mesure: MesureSuivie;
  readonly mois: MoisSuivi | undefined;
}

/** Une rangée par mois, indicateur et identifiant : de quoi faire un tableau croisé. */
export function rendre(rapport: RapportSuivi, { excel }: Pick<Presentation, 'excel'>): string {
  const { suivi, niveaux } = rapport;
  const communes: Readonly<Record<string, Valeur>> = {
    niveau_qui_fait_foi: suivi.niveauPreuve,
    lecture_preuve: suivi.reglages.lecture,
    premiere_mesure_compte: suivi.reglages.premiereMesureCompte,
    version: rapport.outil.version,
  };
  const cases = suivi.niveaux
    .filter(({ niveau }) => niveaux.includes(niveau))
    .flatMap(({ identifiants }) => identifiants)
    .flatMap((preuve) =>
      preuve.series.flatMap((serie) =>
        serie.mesures.map((mesure, rang): Case => ({ preuve, serie, mesure, mois: suivi.mois[rang] })),
      ),
    );
  return ecrireCsv(
    [...Object.keys(COLONNES), ...Object.keys(communes)],
    cases.map((une) => [
      ...Object.values(COLONNES).map((valeurDe) => valeurDe(une)),
      ...Object.values(communes),
    ]),
    excel,
  );
}

const COLONNES: Readonly<Record<string, (une: Case) => Valeur>> = {
  niveau: ({ preuve }) => preuve.niveau,
  identifiant: ({ preuve }) => preuve.identifiant,
  libelle: ({ preuve }) => preuve.nom,
  secteur: ({ preuve }) => preuve.secteur,
  indicateur: ({ serie }) => serie.indicateur,
  cible: ({ serie }) => serie.cible,
  mois: ({ mesure }) => mesure.mois,
  releve: ({ mois }) => mois?.etat ?? null,
  premiere_mesure: ({ mois }) => mois?.premiereMesure ?? null,
  etat: ({ mesure }) => mesure.resultat?.etat ?? null,
  numerateur: ({ mesure }) => mesure.resultat?.numerateur ?? null,
  denominateur: ({ mesure }) => mesure.resultat?.denominateur ?? null,
  taux: ({ mesure }) => mesure.resultat?.taux ?? null,
  borne_basse: ({ mesure }) => mesure.resultat?.borneBasse ?? null,
  borne_haute: ({ mesure }) => mesure.resultat?.borneHaute ?? null,
  provisoire: ({ mesure }) => mesure.resultat?.provisoire ?? null,
  declare: ({ mesure }) => mesure.resultat && estDeclare(mesure.resultat),
  apport: ({ mesure }) => mesure.apport,
  motif: ({ mesure }) => mesure.motif,
  serie: ({ serie }) => serie.serie,
  partages: ({ serie }) => serie.partages,
  mois_restants: ({ serie }) => serie.restants,
  tendance: ({ serie }) => serie.tendance,
  il_manque: ({ serie }) => direManque(serie).replaceAll(INSECABLE, ' '),
  statut: ({ preuve }) => preuve.statut,
  niveau_de_preuve: ({ preuve }) => preuve.preuve,
  au_plus_tot: ({ preuve }) => preuve.auPlusTot,
  au_plus_tot_corrige: ({ preuve }) => preuve.corrigee,
};
