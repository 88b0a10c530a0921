import type { Niveau } from '../../domaine/resultat.ts';
import type {
  MoisSuivi,
  PreuveIdentifiant,
  PreuveNiveau,
  ReglagesPreuve,
  ReleveRecu,
  Suivi,
} from '../../domaine/suivi.ts';
import { duPireAuMeilleur, lignesDe } from '../../rapports/indicateurs/lignes.ts';
import { prouverIdentifiant } from './identifiant.ts';
import { indexer, type LignesDuMois } from './lignes-du-mois.ts';
import { choisirReleves, dresserMois } from './mois.ts';

/** A1, de l'ensemble au détail. */
const NIVEAUX_SUIVIS: readonly Niveau[] = ['grappe', 'og', 'essms'];

/** S1 à S3 : ce que des relevés d'une même grappe prouvent ensemble. */
export function etablirSuivi(recus: readonly ReleveRecu[], reglages: ReglagesPreuve): Suivi {
  const { retenus, remplaces } = choisirReleves(recus);
  const mois = dresserMois(retenus, reglages);
  const indexes = mois.map(indexer);
  return {
    reglages,
    reference: retenus.findLast(({ intact }) => intact)?.scelle.releve ?? null,
    niveauPreuve: niveauDit(mois),
    mois,
    remplaces,
    niveaux: NIVEAUX_SUIVIS.map((niveau) => prouverNiveau(niveau, indexes, reglages)),
  };
}

/** A6 : le niveau que disent les relevés intacts ; deux réponses n'en font aucune. */
function niveauDit(mois: readonly MoisSuivi[]): Niveau | null {
  const dits = mois.flatMap(({ etat, recu }) =>
    etat === 'releve' ? (recu?.scelle.releve.grappe.niveauPreuve ?? []) : [],
  );
  const [premier, ...autres] = new Set(dits);
  return autres.length === 0 ? (premier ?? null) : null;
}

/** Les identifiants sont ceux du dernier relevé intact : un ESSMS qui l'a quitté n'a plus rien à prouver. */
function prouverNiveau(
  niveau: Niveau,
  mois: readonly LignesDuMois[],
  reglages: ReglagesPreuve,
): PreuveNiveau {
  const dernier = mois.findLast(({ colonne }) => colonne.etat === 'releve');
  const resultats = dernier?.colonne.recu?.scelle.releve.resultats ?? [];
  const identifiants = duPireAuMeilleur(lignesDe(resultats, niveau))
    .map((ligne) => prouverIdentifiant(ligne, mois, reglages))
    .sort((a, b) => restantsDe(b) - restantsDe(a));
  const requis = identifiants.filter(({ statut }) => statut !== 'sans_objet');
  const faits = requis.filter(({ statut }) => statut === 'faite');
  return {
    niveau,
    faite: requis.length > 0 && faits.length === requis.length,
    requis: requis.length,
    faits: faits.length,
    preuve: requis.some(({ preuve }) => preuve === 'declare') ? 'declare' : 'calcule',
    auPlusTot: laPlusTardive(requis.map(({ auPlusTot }) => auPlusTot)),
    corrigee: laPlusTardive(requis.map(({ corrigee }) => corrigee)),
    identifiants,
  };
}

function restantsDe({ statut, series }: PreuveIdentifiant): number {
  return statut === 'sans_objet' ? -1 : Math.max(...series.map(({ restants }) => restants));
}

function laPlusTardive<Jour extends string>(dates: readonly (Jour | null)[]): Jour | null {
  return (
    dates
      .flatMap((date) => date ?? [])
      .sort()
      .at(-1) ?? null
  );
}
