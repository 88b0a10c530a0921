import { CODES_INDICATEURS, type CodeIndicateur } from '../../src/domaine/resultat.ts';
import { evaluer } from './agregation.ts';
import { type AvertissementsAttendus, avertir } from './avertissements.ts';
import { type CompteFichier, compterFichiers } from './comptage.ts';
import { compter } from './comptes.ts';
import { type Contexte, fenetreDeReference } from './contexte.ts';
import type { Demande, DepotLogique } from './depot-logique.ts';
import { trier } from './ecarts.ts';
import { lirePerimetre, rattacher } from './perimetre.ts';
import { estProvisoire } from './provisoire.ts';
import { lireTout } from './rejets.ts';
import { type Fiche, type ResultatAttendu, resultatDe, type Sujet, situationsDe } from './resultats.ts';
import { situer } from './situations.ts';

export interface Attendu {
  readonly resultats: readonly ResultatAttendu[];
  /** Même rang que `resultats`. */
  readonly avertissements: readonly AvertissementsAttendus[];
  readonly fichiers: readonly CompteFichier[];
}

/** Section 1. */
const CIBLES: Record<CodeIndicateur, number> = {
  dossiers_actifs: 90,
  projets: 90,
  agenda: 90,
  mssante: 70,
  dmp: 70,
};

export function lireContextes(depot: DepotLogique, demande: Demande) {
  const fenetre = fenetreDeReference(demande);
  const lecture = lireTout(depot);
  const perimetre = lirePerimetre(lecture.lisibles);
  const triees = trier(lecture.lisibles, perimetre, depot);
  const contextes = perimetre.map((essms) => ({
    depot,
    demande,
    fenetre,
    essms,
    lignes: triees.filter((l) => l.essms === essms.finess && l.sort !== 'perimetre'),
    rejetees: lecture.rejetees.filter(
      (l) => l.finess !== null && rattacher(l.finess, depot) === essms.finess,
    ),
  }));
  return { contextes, fichiers: compterFichiers(depot, lecture, triees) };
}

function ficher(contexte: Contexte): Fiche {
  const { demande } = contexte;
  const autre = demande.definitions.evenement_agenda === 'periode' ? 'existence' : 'periode';
  const autreDemande = {
    ...demande,
    definitions: { ...demande.definitions, evenement_agenda: autre } as const,
  };
  return {
    contexte,
    comptes: compter(contexte),
    comptesAutreLecture: compter({ ...contexte, demande: autreDemande }),
    provisoire: estProvisoire(contexte),
  };
}

/** N5 : l'état de l'agenda change-t-il avec la lecture ? */
function aDeuxLectures(sujet: Sujet): boolean {
  if (sujet.indicateur !== 'agenda') return false;
  const autres = sujet.fiches.map((f) => situer('agenda', f.contexte, f.comptesAutreLecture));
  return (
    evaluer('agenda', situationsDe(sujet), sujet.cible).etat !== evaluer('agenda', autres, sujet.cible).etat
  );
}

function avertirEssms(sujet: Sujet, fiche: Fiche): AvertissementsAttendus {
  const seul = { ...sujet, fiches: [fiche] };
  const situations = situationsDe(seul);
  return avertir(fiche.contexte, {
    indicateur: sujet.indicateur,
    ...evaluer(sujet.indicateur, situations, sujet.cible),
    comptes: fiche.comptes,
    manquant: situations[0]?.genre === 'manquant' || situations[0]?.genre === 'vide',
    deuxLectures: aDeuxLectures(seul),
  });
}

/** Un agrégat peut répéter ce que disent ses ESSMS ; il ne doit que ce qui tient à ses propres sommes. */
function avertirGroupe(sujet: Sujet): AvertissementsAttendus {
  const valeur = evaluer(sujet.indicateur, situationsDe(sujet), sujet.cible).encadrement?.valeur;
  const borne = sujet.indicateur === 'dossiers_actifs' || sujet.indicateur === 'dmp';
  const codes = [
    ...(aDeuxLectures(sujet) ? ['agenda.lecture'] : []),
    ...(valeur && borne && valeur.n > valeur.d ? ['taux.superieur_a_100'] : []),
  ];
  const permis = sujet.fiches.flatMap((fiche) => avertirEssms(sujet, fiche).permis);
  return { exiges: codes.map((code) => ({ code, nombre: null })), permis: [...codes, ...permis] };
}

/** La référence : tous les résultats attendus, dans l'ordre du contrat (niveau, identifiant, indicateur). */
export function reference(depot: DepotLogique, demande: Demande): Attendu {
  const { contextes, fichiers } = lireContextes(depot, demande);
  const fiches = contextes.map(ficher);
  const ogs = [...new Set(fiches.map((f) => f.contexte.essms.ej))].sort();
  const groupes: Pick<Sujet, 'niveau' | 'identifiant' | 'fiches'>[] = [
    ...fiches.map((f) => ({ niveau: 'essms' as const, identifiant: f.contexte.essms.finess, fiches: [f] })),
    ...ogs.map((ej) => ({
      niveau: 'og' as const,
      identifiant: ej,
      fiches: fiches.filter((f) => f.contexte.essms.ej === ej),
    })),
    { niveau: 'grappe', identifiant: 'grappe', fiches },
  ];
  const sujets = groupes.flatMap((groupe) =>
    CODES_INDICATEURS.map((indicateur) => ({
      ...groupe,
      indicateur,
      cible: depot.cibles[indicateur] ?? CIBLES[indicateur],
    })),
  );
  return {
    resultats: sujets.map(resultatDe),
    avertissements: sujets.map((sujet) => {
      const [fiche] = sujet.fiches;
      return sujet.niveau === 'essms' && fiche ? avertirEssms(sujet, fiche) : avertirGroupe(sujet);
    }),
    fichiers,
  };
}
