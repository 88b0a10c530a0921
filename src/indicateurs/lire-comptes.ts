import type { DateCivile } from '../domaine/date-civile.ts';
import { SECTEURS, type Secteur } from '../domaine/secteur.ts';
import { lireRequete } from '../moteur/requetes.ts';
import type { Ligne as LigneSql, Session } from '../moteur/session.ts';
import { date, texte } from '../moteur/sql.ts';
import { secteurDeCategorie } from '../regles/categories.ts';
import type { Comptes, Decompte, Essms } from './comptes.ts';
import type { Definitions } from './definitions.ts';
import { lireDeclares } from './lire-declares.ts';
import type { Ligne } from './perimetre.ts';

/** Dans l'ordre où elles s'appuient l'une sur l'autre ; `comptes` rend le résultat. */
const REQUETES = [
  'sejours',
  'mssante',
  'dmp',
  'decomptes',
  'projets',
  'personnes',
  'effectifs',
  'provisoire',
  'declares',
];

function nombre(ligne: LigneSql, cle: string): number {
  return Number(ligne[cle] ?? 0);
}

function nombreOuNull(ligne: LigneSql, cle: string): number | null {
  const valeur = ligne[cle];
  return valeur === null || valeur === undefined ? null : Number(valeur);
}

function decompte(ligne: LigneSql, nom: 'mss' | 'dmp'): Decompte | null {
  if (ligne[`${nom}_somme`] === null) return null;
  return {
    somme: nombre(ligne, `${nom}_somme`),
    maximum: nombre(ligne, `${nom}_maximum`),
    moisAbsents: nombre(ligne, `${nom}_mois_absents`),
  };
}

function lireEssms(ligne: LigneSql): Essms {
  const dit = ligne.secteur as string | null;
  const categorie = ligne.categorie as string | null;
  const secteur = dit !== null && dit in SECTEURS ? (dit as Secteur) : null;
  return {
    finessEt: String(ligne.finess_et),
    finessEj: String(ligne.finess_ej),
    libelle: String(ligne.raison_sociale ?? ligne.finess_et),
    secteur: secteur ?? (categorie === null ? null : secteurDeCategorie(categorie)),
    eligibleSons: ligne.eligible_sons as boolean | null,
    places: nombreOuNull(ligne, 'places'),
    dateOuverture: ligne.date_ouverture as DateCivile | null,
    dateFermeture: ligne.date_fermeture as DateCivile | null,
  };
}

function lireComptes(ligne: LigneSql, declares: Comptes['declares'] = {}): Comptes {
  const couvre = (nom: string): boolean => ligne[`couvre_${nom}`] === true;
  return {
    finessEt: String(ligne.finess_et),
    couvert: {
      dossiers: couvre('dossiers'),
      activites: couvre('activites'),
      projets: couvre('projets'),
      agenda: couvre('agenda'),
      mss: couvre('mss'),
      dmp: couvre('dmp'),
    },
    effectifPersonnes: nombreOuNull(ligne, 'personnes'),
    effectifEligibles: nombreOuNull(ligne, 'eligibles'),
    population: nombre(ligne, 'population'),
    populationEligible: nombre(ligne, 'population_eligible'),
    rejetes: nombre(ligne, 'rejetes'),
    actifs: nombre(ligne, 'actifs'),
    indetermines: nombre(ligne, 'indetermines'),
    actifsAvecProjet: nombre(ligne, 'actifs_projet'),
    indeterminesAvecProjet: nombre(ligne, 'indetermines_projet'),
    actifsAvecEvenement: {
      periode: nombre(ligne, 'actifs_evenement_periode'),
      existence: nombre(ligne, 'actifs_evenement_existence'),
    },
    indeterminesAvecEvenement: {
      periode: nombre(ligne, 'indetermines_evenement_periode'),
      existence: nombre(ligne, 'indetermines_evenement_existence'),
    },
    messages: nombre(ligne, 'messages'),
    messagesDecompte: decompte(ligne, 'mss'),
    dmp: nombre(ligne, 'dmp'),
    dmpDecompte: decompte(ligne, 'dmp'),
    declares,
    sejoursEntreeAbsente: nombre(ligne, 'entree_absente'),
    sejoursClosSansSortie: nombre(ligne, 'clos_sans_sortie'),
    sejoursSortieAvantEntree: nombre(ligne, 'sortie_avant_entree'),
    preparationsAnciennes: nombre(ligne, 'preparations_anciennes'),
    provisoire: ligne.provisoire === true,
  };
}

/**
 * Exécute les requêtes d'indicateurs sur un dépôt chargé, placé sur une fenêtre, et rend une ligne par ESSMS du périmètre.
 */
export async function lireLignes(
  session: Session,
  options: { readonly definitions: Definitions; readonly dateReference: DateCivile },
): Promise<Ligne[]> {
  const { definitions, dateReference } = options;
  await session.executer(`SET VARIABLE date_reference = ${date(dateReference)}`);
  for (const nom of REQUETES) await session.executer(lireRequete(nom));
  return await compterSous(session, definitions);
}

/**
 * Recompte sous ces définitions un dépôt que `lireLignes` a lu : rien d'autre ne se rejoue. Elles restent celles de la
 * session.
 */
export async function compterSous(session: Session, definitions: Definitions): Promise<Ligne[]> {
  await fixerDefinitions(session, definitions);
  const lignes = await session.lignes(lireRequete('comptes'));
  const declares = await lireDeclares(session);
  return lignes.map((ligne) => {
    const essms = lireEssms(ligne);
    return { essms, comptes: lireComptes(ligne, declares.get(essms.finessEt)) };
  });
}

/** Les définitions sous lesquelles la vue `personnes` se lit. */
export async function fixerDefinitions(session: Session, definitions: Definitions): Promise<void> {
  await session.executer(
    `SET VARIABLE population = ${texte(definitions.population)};
     SET VARIABLE dossier_actif = ${texte(definitions.dossier_actif)};`,
  );
}
