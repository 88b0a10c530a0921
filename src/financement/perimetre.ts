import type { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { Depense, Poste } from '../domaine/financement/depenses.ts';
import type { EssmsDeclare, GrappeDeclaree } from '../domaine/financement/grappe.ts';
import { centimes } from '../domaine/montant.ts';
import type { Secteur } from '../domaine/secteur.ts';
import type { DepotCharge } from '../lecture/charger.ts';
import { secteurDeCategorie } from '../regles/categories.ts';
import { lireHeures } from './heures.ts';
import { lireTypeProjet } from './type-projet.ts';

type Ligne = Readonly<Record<string, string | number | boolean | null>>;

/** Une cellule de texte ; vide vaut absente. */
function texte(ligne: Ligne, nom: string): string | null {
  const valeur = ligne[nom];
  return valeur === null || valeur === undefined || valeur === '' ? null : String(valeur);
}

function ouiNon(ligne: Ligne, nom: string): boolean | null {
  const valeur = ligne[nom];
  return typeof valeur === 'boolean' ? valeur : null;
}

const ESSMS = `SELECT finess_et, finess_ej, raison_sociale, categorie, secteur, departement, type_projet,
    dui_reference, logiciel, eligible_sons, financements_anterieurs,
    strftime(date_ouverture, '%Y-%m-%d') AS date_ouverture, strftime(date_fermeture, '%Y-%m-%d') AS date_fermeture,
    (heures_eligibles * 1000000)::HUGEINT::VARCHAR AS heures_eligibles,
    (heures_totales * 1000000)::HUGEINT::VARCHAR AS heures_totales, fichier::INTEGER AS fichier, ligne
  FROM essms ORDER BY finess_et`;

/** La grappe telle que le dépôt la déclare ; ce qu'elle a d'illisible est noté, avec sa ligne. */
export async function lireGrappe(
  { session, depot, fichiers, situer }: DepotCharge,
  recueil: Recueil,
): Promise<GrappeDeclaree> {
  const { grappe } = depot;
  const essms: EssmsDeclare[] = [];
  for (const ligne of await session.lignes(ESSMS)) {
    const ou = { fichier: fichiers.get(Number(ligne.fichier)) ?? null, ligne: Number(ligne.ligne) };
    const ecrit = texte(ligne, 'type_projet') ?? grappe.type_projet ?? null;
    const typeProjet = ecrit === null ? null : lireTypeProjet(ecrit);
    if (typeProjet === null) {
      const message = ecrit === null ? 'type de projet absent' : 'type de projet inconnu';
      recueil.ajouter({
        ...ou,
        code: 'essms.type_projet_inconnu',
        colonne: 'type_projet',
        valeur: ecrit,
        message,
      });
    }
    const heures = lireHeures(texte(ligne, 'heures_eligibles'), texte(ligne, 'heures_totales'));
    if (heures === 'illisibles') {
      const message = 'heures_eligibles et heures_totales ne font pas un prorata';
      recueil.ajouter({ ...ou, code: 'essms.heures_incoherentes', colonne: 'heures_eligibles', message });
    }
    essms.push(decrire(ligne, typeProjet, heures));
  }
  return {
    nom: grappe.nom ?? null,
    porteurFinessEj: grappe.porteur_finess_ej ?? null,
    convention: grappe.convention ?? null,
    essms,
    essmsParOg: lireTailles(grappe.essms_par_og ?? {}, essms, situer, recueil),
  };
}

function decrire(
  ligne: Ligne,
  typeProjet: EssmsDeclare['typeProjet'],
  heures: EssmsDeclare['heures'],
): EssmsDeclare {
  const finessEt = String(ligne.finess_et);
  const categorie = texte(ligne, 'categorie');
  return {
    finessEt,
    finessEj: String(ligne.finess_ej),
    libelle: texte(ligne, 'raison_sociale') ?? finessEt,
    categorie,
    secteur: (texte(ligne, 'secteur') as Secteur | null) ?? secteurDeCategorie(categorie ?? ''),
    departement: texte(ligne, 'departement'),
    typeProjet,
    duiReference: ouiNon(ligne, 'dui_reference'),
    logiciel: texte(ligne, 'logiciel'),
    heures,
    eligibleSons: ouiNon(ligne, 'eligible_sons'),
    financementsAnterieurs: texte(ligne, 'financements_anterieurs'),
    dateOuverture: texte(ligne, 'date_ouverture') as DateCivile | null,
    dateFermeture: texte(ligne, 'date_fermeture') as DateCivile | null,
  };
}

/** Un OG ne peut pas avoir moins d'ESSMS que la grappe ne lui en connaît. */
function lireTailles(
  dites: Readonly<Record<string, number>>,
  essms: readonly EssmsDeclare[],
  situer: DepotCharge['situer'],
  recueil: Recueil,
): ReadonlyMap<string, number> {
  const tailles = new Map<string, number>();
  for (const [finessEj, taille] of Object.entries(dites)) {
    const connus = essms.filter((un) => un.finessEj === finessEj).length;
    if (connus > 0 && taille >= connus) tailles.set(finessEj, taille);
    else {
      recueil.ajouter({
        code: 'grappe.taille_og',
        fichier: 'depot.yaml',
        ligne: situer(['grappe', 'essms_par_og', finessEj]),
        colonne: `grappe.essms_par_og.${finessEj}`,
        message:
          connus === 0
            ? `l'OG ${finessEj} n'a aucun ESSMS dans la table essms`
            : `${taille} ESSMS ${taille > 1 ? 'donnés' : 'donné'} à l'OG ${finessEj}, qui en a ${connus} dans la table essms`,
      });
    }
  }
  return tailles;
}

const DEPENSES = `SELECT fichier::INTEGER AS fichier, ligne, strftime(date, '%Y-%m-%d') AS date, fournisseur, objet,
    poste, montant_ttc::VARCHAR AS montant_ttc, numero_facture, finess_et, finess_ej,
    strftime(paye_le, '%Y-%m-%d') AS paye_le
  FROM depenses ORDER BY fichier, ligne`;

/** Les dépenses retenues par la lecture, dans l'ordre des fichiers. */
export async function lireDepenses({ session, fichiers }: DepotCharge): Promise<Depense[]> {
  const lignes = await session.lignes(DEPENSES);
  return lignes.map((ligne) => ({
    fichier: fichiers.get(Number(ligne.fichier)) ?? 'depenses.csv',
    ligne: Number(ligne.ligne),
    date: String(ligne.date) as DateCivile,
    fournisseur: String(ligne.fournisseur),
    objet: texte(ligne, 'objet'),
    poste: String(ligne.poste) as Poste,
    montant: centimes(Number(ligne.montant_ttc)),
    numeroFacture: texte(ligne, 'numero_facture'),
    finessEt: texte(ligne, 'finess_et'),
    finessEj: texte(ligne, 'finess_ej'),
    payeLe: texte(ligne, 'paye_le') as DateCivile | null,
  }));
}
