import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile } from '../domaine/date-civile.ts';
import { lireTete, nouvelleEmpreinte, ouvrirOctets } from '../lecture/octets.ts';
import { Refus, reconnaitreNonCsv } from '../lecture/refus.ts';
import { TAILLE_TETE } from '../lecture/tete.ts';
import type { Session } from '../moteur/session.ts';
import { texte, texteOuNull } from '../moteur/sql.ts';
import { lireFinessPlus } from './finess-plus/lire.ts';
import { chargerHistorique } from './historique/charger.ts';
import { cheminCopie } from './historique/lire.ts';
import { lignesEntites, lignesEtablissements } from './lignes.ts';

export interface FichierAImporter {
  /** Chemin absolu. */
  readonly chemin: string;
  /** Comme l'usager l'a écrit. */
  readonly nom: string;
}

export type Avancement = (avancee: { readonly etape: string; readonly fraction: number | null }) => void;

export interface Chargement {
  readonly session: Session;
  readonly recueil: Recueil;
  readonly fichier: FichierAImporter;
  readonly rang: number;
  /** Où va la copie de travail. */
  readonly dossier: string;
  readonly signal?: AbortSignal | undefined;
  readonly progression?: Avancement | undefined;
}

/** Ce que la table `fichiers` garde de chacun. */
export interface Provenance {
  readonly format: string;
  readonly dateExtraction: DateCivile | null;
  readonly sha256: string;
  readonly octets: number;
  readonly enregistrements: number;
  readonly etablissements: number;
  readonly entites: number;
  readonly ignores: number;
  readonly rejets: number;
}

/** Le compte d'un fichier ne s'accorde pas : un défaut du programme, jamais une donnée. */
class DefautDeCompte extends Error {}

/**
 * Charge un fichier, quel que soit son format, et rend le nombre de ses rejets (localisés dans le recueil). Lève
 * `Refus`, `GzipTronque` ou l'erreur d'accès de Node si le fichier n'est pas lisible.
 */
export async function charger(chargement: Chargement): Promise<number> {
  const { session, fichier, rang, progression } = chargement;
  progression?.({ etape: `lecture de ${fichier.nom}`, fraction: null });
  const { octets: tete } = await lireTete(fichier.chemin, TAILLE_TETE);
  if (tete.length === 0) throw new Refus({ code: 'fichier.vide', message: 'fichier vide' });
  const autre = reconnaitreNonCsv(tete);
  if (autre) throw new Refus({ ...autre, aide: 'téléchargez de nouveau le fichier du répertoire' });
  const estJson = /^(?:\u00ef\u00bb\u00bf)?\s*[{[]/.test(tete.subarray(0, 512).toString('latin1'));
  const lu = estJson
    ? await chargerFinessPlus(chargement)
    : await chargerHistorique(chargement, tete, cheminCopie(chargement.dossier, rang));
  const { enregistrements, etablissements, entites, ignores, rejets } = lu;
  if (enregistrements !== etablissements + entites + ignores + rejets) {
    throw new DefautDeCompte(
      `${fichier.nom} : ${enregistrements} enregistrements, ${etablissements} établissements, ${entites} entités, ${ignores} sans emploi, ${rejets} rejetés`,
    );
  }
  await session.executer(
    `INSERT INTO fichiers VALUES (${rang}, ${texte(basename(fichier.nom))}, ${texte(lu.format)}, ${texteOuNull(lu.dateExtraction)},
      ${texte(lu.sha256)}, ${lu.octets}, ${enregistrements}, ${etablissements}, ${entites}, ${ignores}, ${rejets})`,
  );
  return rejets;
}

/** FINESS+ : au fil de l'eau, quelques milliers d'établissements à la fois. */
async function chargerFinessPlus(chargement: Chargement): Promise<Provenance> {
  const { session, recueil, fichier, rang, signal, progression } = chargement;
  const { size: octets } = await stat(fichier.chemin);
  const hache = nouvelleEmpreinte();
  let lus = 0;
  const { blocs } = await ouvrirOctets(fichier.chemin, {
    update(bloc) {
      hache.update(bloc);
      lus += bloc.length;
    },
  });
  const lecture = lireFinessPlus(blocs);
  let etablissements = 0;
  let entites = 0;
  let rejets = 0;
  for await (const lot of lecture.lots) {
    signal?.throwIfAborted();
    await session.remplir('lus_etablissements', lignesEtablissements(lot.etablissements, rang));
    await session.remplir('lus_entites', lignesEntites(lot.entites, rang));
    for (const rejet of lot.rejets) recueil.ajouter({ ...rejet, fichier: fichier.nom });
    etablissements += lot.etablissements.length;
    entites += lot.entites.length;
    rejets += lot.rejets.length;
    progression?.({ etape: `lecture de ${fichier.nom}`, fraction: octets === 0 ? null : lus / octets });
  }
  const { dateExtraction, enregistrements, ignores } = lecture.bilan();
  const sha256 = hache.digest('hex');
  const { format } = lecture;
  return {
    format,
    dateExtraction,
    sha256,
    octets,
    enregistrements,
    etablissements,
    entites,
    ignores,
    rejets,
  };
}
