import type { Resultat } from '../../domaine/resultat.ts';
import type { Sensibilite } from '../../domaine/sensibilite.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import type { RapportIndicateurs } from '../modele.ts';
import type { Presentation } from '../presentation.ts';
import { direEtats } from './sensibilite.ts';

/** Une ligne par résultat : le contrat JSON mis à plat, avec ce qui permet de relire un fichier isolé. */
export function rendreCsv(rapport: RapportIndicateurs, { excel }: Pick<Presentation, 'excel'>): string {
  const { fenetre, definitions, dateReference, outil, sensibilite } = rapport;
  const communes: Record<string, Valeur> = {
    mois: fenetre.mois,
    premiere_mesure: fenetre.premiereMesure,
    debut: fenetre.debut,
    fin: fenetre.fin,
    ...definitions,
    date_reference: dateReference,
    version: outil.version,
    regles: outil.regles,
    // Une colonne de plus seulement quand elle dit quelque chose.
    ...(outil.fournies && { regles_fournies: outil.fournies.join(' ') }),
  };
  return ecrireCsv(
    [...Object.keys(COLONNES), ...Object.keys(communes), ...(sensibilite ? ['tient', 'sensibilite'] : [])],
    rapport.resultats.map((resultat, rang) => [
      ...Object.values(COLONNES).map((valeurDe) => valeurDe(resultat)),
      ...Object.values(communes),
      ...cellulesSensibilite(sensibilite?.[rang]),
    ]),
    excel,
  );
}

function cellulesSensibilite(sensibilite: Sensibilite | undefined): Valeur[] {
  return sensibilite ? [sensibilite.tient, direEtats(sensibilite)] : [];
}

const COLONNES: Readonly<Record<string, (resultat: Resultat) => Valeur>> = {
  niveau: (r) => r.niveau,
  identifiant: (r) => r.identifiant,
  libelle: (r) => r.libelle,
  secteur: (r) => r.secteur,
  indicateur: (r) => r.indicateur,
  numerateur: (r) => r.numerateur,
  denominateur: (r) => r.denominateur,
  taux: (r) => r.taux,
  borne_basse: (r) => r.borneBasse,
  borne_haute: (r) => r.borneHaute,
  cible: (r) => r.cible,
  etat: (r) => r.etat,
  reste_a_faire: (r) => r.resteAFaire,
  provisoire: (r) => r.provisoire,
  avertissements: (r) => r.avertissements.map(({ message }) => message).join(' | '),
  essms_evalues: (r) => r.agregat?.essmsEvalues ?? null,
  essms_atteints: (r) => r.agregat?.essmsAtteints ?? null,
  plus_bas_identifiant: (r) => r.agregat?.plusBas?.identifiant ?? null,
  plus_bas_taux: (r) => r.agregat?.plusBas?.taux ?? null,
  manquants: (r) => r.agregat?.manquants.join(' ') ?? null,
};
