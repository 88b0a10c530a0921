import { type DateCivile, lireDate } from '../domaine/date-civile.ts';
import { TYPES_PROJET, type TypeProjet } from '../domaine/financement/commun.ts';
import { LECTURES_REDUIT, type LectureReduit } from '../domaine/financement/forfaits.ts';
import { type Centimes, enEuros } from '../domaine/montant.ts';
import { SECTEURS, type Secteur } from '../domaine/secteur.ts';
import { type JeuDeRegles, resoudre } from '../regles/resolution.ts';
import { dresserEcheancier } from './echeancier.ts';
import { calculerForfaits } from './forfaits.ts';
import { jugerTaille } from './grappe.ts';
import { calculerSons, resoudreVague } from './sons.ts';
import { debutAnnee } from './tarifs.ts';

type Situation = Readonly<Record<string, unknown>>;
type Attendu = Record<string, unknown>;

/** Une situation mal écrite dans un exemple de règle. */
class SituationInvalide extends Error {}

/** Ce que le programme calcule dans la situation d'un exemple de règle, en euros. */
export function evaluerExemple(jeu: JeuDeRegles, situation: Situation): Attendu {
  const calculs: Readonly<Record<string, (jeu: JeuDeRegles, situation: Situation) => Attendu>> = {
    sons: evaluerSons,
    forfaits: evaluerForfaits,
    delai: evaluerDelai,
    grappe: evaluerGrappe,
  };
  return choix(situation, 'calcul', calculs)(jeu, situation);
}

/** À l'ouverture de la vague 1, où son barème vaut. */
function evaluerSons(jeu: JeuDeRegles, situation: Situation): Attendu {
  const essmsOg = entier(situation, 'essms_og');
  const essmsCommande = 'essms_commande' in situation ? entier(situation, 'essms_commande') : essmsOg;
  const debut = jeu['sons.vague_1.bareme']?.valeurs[0]?.debut;
  if (debut === undefined) throw new SituationInvalide('aucune règle sons.vague_1.bareme');
  const ouverture = resoudre<DateCivile>(jeu, 'sons.vague_1.ouverture', debut);
  const vague = resoudreVague(jeu, 1, ouverture.connue ? ouverture.valeur : debut);
  const { tranche, montant, versements } = calculerSons(vague, { essmsOg, essmsCommande });
  const [avance, solde] = versements.map((versement) => euros(versement.montant));
  return { tranche: tranche?.code ?? null, montant: euros(montant), avance, solde };
}

function evaluerForfaits(jeu: JeuDeRegles, situation: Situation): Attendu {
  const { lignes, total, versements } = calculerForfaits(jeu, {
    annee: entier(situation, 'annee'),
    type: typeDe(situation),
    secteur: parmi(situation, 'secteur', Object.keys(SECTEURS) as Secteur[]),
    essms: entier(situation, 'essms'),
    essmsPetitsOg: 'essms_petits_og' in situation ? entier(situation, 'essms_petits_og') : 0,
    duiReference: situation.dui_reference !== false,
    lecture:
      'lecture' in situation ? parmi<LectureReduit>(situation, 'lecture', LECTURES_REDUIT) : 'exemple_publie',
  });
  const [avance, solde] = versements.map(({ montant }) => euros(montant));
  return {
    lignes: Object.fromEntries(lignes.map(({ code, montant }) => [code, euros(montant)])),
    total: euros(total),
    avance,
    solde,
  };
}

function evaluerDelai(jeu: JeuDeRegles, situation: Situation): Attendu {
  const signature = lireDate(String(situation.signature));
  if (signature === null) throw new SituationInvalide(`signature : ${String(situation.signature)}`);
  const annee = 'annee' in situation ? { annee: entier(situation, 'annee') } : {};
  const type = typeDe(situation);
  return { fin: dresserEcheancier(jeu, { signature, type, dateReference: signature, ...annee }).fin };
}

function evaluerGrappe(jeu: JeuDeRegles, situation: Situation): Attendu {
  const { suffisante, national } = jugerTaille(jeu, debutAnnee(entier(situation, 'annee')), {
    essms: entier(situation, 'essms'),
    outreMer: situation.outre_mer === true,
  });
  return { taille_suffisante: suffisante, national };
}

function euros(montant: Centimes | null): number | null {
  return montant === null ? null : enEuros(montant);
}

function typeDe(situation: Situation): TypeProjet {
  return parmi<TypeProjet>(situation, 'type', TYPES_PROJET);
}

function entier(situation: Situation, champ: string): number {
  const valeur = situation[champ];
  if (typeof valeur === 'number' && Number.isInteger(valeur)) return valeur;
  throw new SituationInvalide(`${champ} : un entier est attendu, pas ${String(valeur)}`);
}

function parmi<T extends string>(situation: Situation, champ: string, permis: readonly T[]): T {
  const trouve = permis.find((candidat) => candidat === situation[champ]);
  if (trouve !== undefined) return trouve;
  throw new SituationInvalide(`${champ} : ${String(situation[champ])} (permis : ${permis.join(', ')})`);
}

function choix<T>(situation: Situation, champ: string, permis: Readonly<Record<string, T>>): T {
  return permis[parmi(situation, champ, Object.keys(permis))] as T;
}
