import { basename } from 'node:path';
import { controler } from '../../controles/coherence.ts';
import { controlerRepertoire } from '../../controles/repertoire.ts';
import { type BilanAnomalies, Recueil } from '../../domaine/anomalie.ts';
import { type Fenetre, fenetreDe } from '../../domaine/fenetre.ts';
import type { Releve, ReleveScelle } from '../../domaine/releve.ts';
import { NIVEAUX } from '../../domaine/resultat.ts';
import type { SourceLue } from '../../domaine/source.ts';
import { type Calcul, calculerDepot, type OptionsCalcul } from '../../indicateurs/calculer.ts';
import { avecDepot, type DepotCharge } from '../../lecture/charger.ts';
import type { Ressources } from '../../moteur/session.ts';
import { jsonReleve } from '../../rapports/releve/json.ts';
import { chargerReglesLivrees } from '../../regles/livrees.ts';
import { decrireOutil } from '../../regles/outil.ts';
import { empreinteDe } from './empreinte.ts';
import { decrirePerimetre } from './perimetre.ts';
import { lireQualite } from './qualite.ts';
import { lireTableauVa } from './tableau-va.ts';

export type OptionsReleve = Omit<OptionsCalcul, 'niveaux' | 'sensibilite'> & {
  readonly ressources?: Ressources | undefined;
};

export interface ReleveEtabli {
  /** Un fichier ou la configuration est illisible : il n'y a pas de relevé. */
  readonly refus: boolean;
  readonly scelle: ReleveScelle | null;
  readonly anomalies: BilanAnomalies;
  readonly sources: readonly SourceLue[];
}

/** Établit le relevé d'un mois : les trois niveaux, le tableau de bord de la VA, les parts de qualité, la provenance. */
export async function etablirReleve(options: OptionsReleve): Promise<ReleveEtabli> {
  const { repertoire, ressources, signal, progression, regles = chargerReglesLivrees() } = options;
  const recueil = new Recueil(options.maxAnomalies);
  const fenetre = fenetreDe(options.mois, options.premiereMesure);
  const lu = await avecDepot(
    { dossier: options.depot, fenetre, ressources, signal, progression },
    recueil,
    async (charge) => {
      if (recueil.aRefus) return null;
      await controler(charge, recueil);
      const fiches = repertoire && (await controlerRepertoire(charge, recueil, repertoire));
      const calcul = await calculerDepot(charge, recueil, fenetre, {
        ...options,
        niveaux: NIVEAUX,
        regles,
        fiches,
      });
      return calcul && { matiere: await assembler(charge, calcul, fenetre), sources: charge.sources };
    },
  );
  const anomalies = recueil.bilan();
  if (recueil.aRefus || !lu) return { refus: true, scelle: null, anomalies, sources: lu?.sources ?? [] };
  const releve: Releve = {
    outil: decrireOutil(regles),
    ...lu.matiere,
    dateReference: options.dateReference,
    anomalies: {
      erreurs: anomalies.erreurs,
      avertissements: anomalies.avertissements,
      parCode: Object.fromEntries([...anomalies.parCode].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
  const scelle = { releve, empreinte: empreinteDe(jsonReleve(releve)) };
  return { refus: false, scelle, anomalies, sources: lu.sources };
}

type Matiere = Omit<Releve, 'outil' | 'dateReference' | 'anomalies'>;

async function assembler(charge: DepotCharge, calcul: Calcul, fenetre: Fenetre): Promise<Matiere> {
  const { mois, debut, fin, premiereMesure } = fenetre;
  return {
    grappe: calcul.grappe,
    mois,
    fenetre: { debut, fin, premiereMesure },
    definitions: calcul.definitions,
    cibles: calcul.cibles,
    perimetre: await decrirePerimetre(charge.session, calcul),
    resultats: calcul.resultats,
    tableauVa: await lireTableauVa(charge.session),
    qualite: await lireQualite(charge.session),
    sources: charge.sources.map((source) => ({
      table: source.table,
      // Un chemin dit l'organisation d'un poste, et parfois un nom.
      fichier: basename(source.fichier),
      sha256: source.sha256,
      logiciel: source.logiciel,
      dateExtraction: source.dateExtraction,
      lignes: source.lignes,
      retenues: source.retenues,
      rejetees: source.rejetees,
      ecartees: source.ecartees,
    })),
  };
}
