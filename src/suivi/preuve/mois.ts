import { ajouterMois, type Mois } from '../../domaine/date-civile.ts';
import { grouper } from '../../domaine/grouper.ts';
import {
  MOIS_DE_PREUVE,
  type MoisSuivi,
  type RangPremiereMesure,
  type ReglagesPreuve,
  type ReleveRecu,
} from '../../domaine/suivi.ts';

/**
 * S3 : le plus récent d'abord, quel que soit l'ordre des fichiers : la date de référence, la version de l'outil, le nom.
 * Un relevé altéré ne remplace jamais un relevé intact.
 */
function plusRecentDAbord(a: ReleveRecu, b: ReleveRecu): number {
  const [un, autre] = [a.scelle.releve, b.scelle.releve];
  return (
    Number(b.intact) - Number(a.intact) ||
    comparer(autre.dateReference, un.dateReference) ||
    comparerVersions(autre.outil.version, un.outil.version) ||
    comparer(b.fichier, a.fichier)
  );
}

function comparer(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** « 0.10.0 » suit « 0.9.0 ». */
function comparerVersions(a: string, b: string): number {
  const nombres = (version: string) => (version.match(/\d+/g) ?? []).map(Number);
  const [gauche, droite] = [nombres(a), nombres(b)];
  const rang = gauche.findIndex((n, i) => n !== droite[i]);
  if (rang < 0) return gauche.length - droite.length;
  return (gauche[rang] ?? 0) - (droite[rang] ?? -1);
}

/** S3 : un relevé par mois, et ceux qu'il remplace. */
export function choisirReleves(recus: readonly ReleveRecu[]): {
  readonly retenus: readonly ReleveRecu[];
  readonly remplaces: readonly ReleveRecu[];
} {
  const parMois = grouper([...recus].sort(plusRecentDAbord), ({ scelle }) => scelle.releve.mois);
  const groupes = [...parMois].sort(([a], [b]) => comparer(a, b)).map(([, groupe]) => groupe);
  return {
    retenus: groupes.flatMap(([premier]) => premier ?? []),
    remplaces: groupes.flatMap((groupe) => groupe.slice(1)),
  };
}

/**
 * Les colonnes, du plus ancien mois donné au dernier, trois au moins ; une première mesure en tête couvre à elle seule
 * les trois siens (D2). S3 : un mois sans relevé garde sa colonne.
 */
export function dresserMois(
  retenus: readonly ReleveRecu[],
  { premiereMesureCompte }: Pick<ReglagesPreuve, 'premiereMesureCompte'>,
): MoisSuivi[] {
  const parMois = new Map(retenus.map((recu) => [recu.scelle.releve.mois, recu]));
  const donnes = [...parMois.keys()].sort();
  const [premier, dernier] = [donnes[0], donnes.at(-1)];
  if (premier === undefined || dernier === undefined) return [];
  const troisMois = ajouterMois(dernier, 1 - MOIS_DE_PREUVE);
  const ouvre = parMois.get(premier)?.scelle.releve.fenetre.premiereMesure ?? false;
  const colonnes: MoisSuivi[] = [];
  for (let mois = ouvre || premier < troisMois ? premier : troisMois; mois <= dernier; mois = suivant(mois)) {
    const recu = parMois.get(mois) ?? null;
    const premiereMesure = recu && rangDe(recu, mois === premier, premiereMesureCompte);
    colonnes.push({ mois, recu, premiereMesure, etat: etatDe(recu) });
  }
  return colonnes;
}

function suivant(mois: Mois): Mois {
  return ajouterMois(mois, 1);
}

function etatDe(recu: ReleveRecu | null): MoisSuivi['etat'] {
  if (recu === null) return 'absent';
  return recu.intact ? 'releve' : 'altere';
}

/** Trois mois cumulés ne valent que pour commencer : répétés, ils gonfleraient des volumes comme ceux de la MSSanté. */
function rangDe(recu: ReleveRecu, enTete: boolean, compte: boolean): RangPremiereMesure | null {
  if (!recu.scelle.releve.fenetre.premiereMesure) return null;
  if (!enTete) return 'tardive';
  return compte ? 'comptee' : 'non_comptee';
}
