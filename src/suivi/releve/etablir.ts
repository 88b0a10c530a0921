import { basename } from 'node:path';
import { controler } from '../../controles/coherence.ts';
import { controlerRepertoire } from '../../controles/repertoire.ts';
import { type BilanAnomalies, Recueil } from '../../domaine/anomalie.ts';
import type { Mois } from '../../domaine/date-civile.ts';
import { type Fenetre, fenetreDe } from '../../domaine/fenetre.ts';
import type { Releve, ReleveScelle } from '../../domaine/releve.ts';
import { NIVEAUX } from '../../domaine/resultat.ts';
import type { SourceLue } from '../../domaine/source.ts';
import {
  conclureMatiere,
  type Matiere,
  type OptionsCalcul,
  reunirMatiere,
} from '../../indicateurs/calculer.ts';
import { avecDepot, type DepotCharge } from '../../lecture/charger.ts';
import type { Ressources } from '../../moteur/session.ts';
import { jsonReleve } from '../../rapports/releve/json.ts';
import { chargerReglesLivrees } from '../../regles/livrees.ts';
import { decrireOutil } from '../../regles/outil.ts';
import type { Issue } from '../calcul.ts';
import { empreinteDe } from './empreinte.ts';
import { decrirePerimetre, type EssmsDit, lirePerimetre } from './perimetre.ts';
import { lireQualite } from './qualite.ts';
import { lireTableauVa } from './tableau-va.ts';

export type OptionsReleves = Omit<OptionsCalcul, 'mois' | 'niveaux' | 'sensibilite'> & {
  /** Un relevé par mois, dans cet ordre. */
  readonly mois: readonly Mois[];
  readonly ressources?: Ressources | undefined;
};

/** Ce que la session a dit d'un mois : la suite ne la demande plus. */
interface MoisLu extends Pick<Releve, 'tableauVa' | 'qualite'> {
  readonly matiere: Matiere;
  readonly perimetre: readonly EssmsDit[];
}

/**
 * Établit le relevé de chaque mois, en une seule lecture du dépôt : les trois niveaux, le tableau de bord de la VA, les
 * parts de qualité, la provenance. `refus` : un fichier, la configuration ou la cible d'un de ces mois est illisible, et il
 * n'y a alors aucun relevé. Les anomalies ne dépendent pas du mois.
 */
export async function etablirReleves(options: OptionsReleves): Promise<Issue<readonly ReleveScelle[]>> {
  const { repertoire, ressources, signal, progression, regles = chargerReglesLivrees() } = options;
  const recueil = new Recueil(options.maxAnomalies);
  const fenetres = options.mois.map((mois) => fenetreDe(mois, options.premiereMesure));
  const lu = await avecDepot(
    { dossier: options.depot, fenetres, saisies: true, ressources, signal, progression },
    recueil,
    async (charge) => {
      if (recueil.aRefus) return null;
      await controler(charge, recueil);
      const fiches = repertoire && (await controlerRepertoire(charge, recueil, repertoire));
      const mois: MoisLu[] = [];
      for (const fenetre of fenetres) {
        const matiere = await reunirMatiere(charge, recueil, fenetre, { ...options, regles, fiches });
        if (matiere === null) return null;
        mois.push({ matiere, ...(await lireMois(charge)) });
      }
      return { mois, fiches, sources: charge.sources };
    },
  );
  const anomalies = recueil.bilan();
  if (recueil.aRefus || !lu) return { refus: true, anomalies, sources: [] };
  const { mois, fiches, sources } = lu;
  // Comme pour les indicateurs : DuckDB a rendu sa mémoire quand le calcul prend la sienne.
  const rendu = mois.map(({ matiere, perimetre, ...tableaux }): ReleveScelle => {
    const { resultats, declares } = conclureMatiere(matiere, { niveaux: NIVEAUX, fiches });
    const releve: Releve = {
      outil: decrireOutil(regles),
      grappe: matiere.grappe,
      ...dater(matiere.contexte.fenetre),
      definitions: matiere.definitions,
      cibles: matiere.cibles,
      perimetre: decrirePerimetre(matiere.lignes, perimetre, declares),
      resultats,
      ...tableaux,
      sources: sources.map(citer),
      dateReference: options.dateReference,
      anomalies: resumer(anomalies),
    };
    return { releve, empreinte: empreinteDe(jsonReleve(releve)) };
  });
  return { refus: false, rendu, anomalies, sources };
}

async function lireMois({ session }: DepotCharge): Promise<Omit<MoisLu, 'matiere'>> {
  return {
    perimetre: await lirePerimetre(session),
    tableauVa: await lireTableauVa(session),
    qualite: await lireQualite(session),
  };
}

function dater({ mois, debut, fin, premiereMesure }: Fenetre): Pick<Releve, 'mois' | 'fenetre'> {
  return { mois, fenetre: { debut, fin, premiereMesure } };
}

/** Un chemin dit l'organisation d'un poste, et parfois un nom : il n'en reste que le nom du fichier. */
function citer(source: SourceLue): Releve['sources'][number] {
  return {
    table: source.table,
    fichier: basename(source.fichier),
    sha256: source.sha256,
    logiciel: source.logiciel,
    dateExtraction: source.dateExtraction,
    lignes: source.lignes,
    retenues: source.retenues,
    rejetees: source.rejetees,
    ecartees: source.ecartees,
  };
}

function resumer({ erreurs, avertissements, parCode }: BilanAnomalies): Releve['anomalies'] {
  const triees = [...parCode].sort(([a], [b]) => (a < b ? -1 : 1));
  return { erreurs, avertissements, parCode: Object.fromEntries(triees) };
}
