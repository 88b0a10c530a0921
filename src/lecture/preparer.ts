import { join } from 'node:path';
import type { Noter } from '../domaine/anomalie.ts';
import type { DossierPrive } from '../moteur/dossier-prive.ts';
import { LONGUEUR_MAXIMALE } from './analyse.ts';
import type { Balayage } from './balayage.ts';
import { Copie } from './copie.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import { decoderTete, devinerEncodage, type Encodage, lireMarque } from './encodage.ts';
import type { FichierPret, FichierReconnu } from './fichier-pret.ts';
import { GzipTronque, lireTete } from './octets.ts';
import { analyser, refuserGuillemet, relever } from './passes.ts';
import { type Reconnaissance, reconnaitre } from './reconnaissance.ts';
import { Refus, reconnaitreNonCsv } from './refus.ts';
import { SEPARATEURS, TAILLE_TETE } from './tete.ts';

/** Caractères que `read_csv` prendrait pour un motif : un tel fichier se lit par sa copie. */
const MOTIF_DUCKDB = /[[\]*?]/;

/** À qui un examen parle. */
export interface Ecoute {
  readonly noter: Noter;
  /** Reçoit, dès la tête lue, ce que le fichier sera si la suite lui ressemble ; rien s'il lui faudra une copie. */
  readonly annoncer?: (reconnu: FichierReconnu) => void;
}

interface Tete {
  readonly octets: Buffer;
  readonly estGzip: boolean;
  /** L'encodage dans lequel la tête se décode, avant que le fichier entier n'ait tranché. */
  readonly encodage: Encodage;
  readonly utf16: Encodage | null;
}

/** L'échelle des encodages : marque, allure d'UTF-16, UTF-8 strict, windows-1252. */
function choisirEncodage(fichier: FichierDepot, tete: Tete, balayage: Balayage, noter: Noter): Encodage {
  const voulu = fichier.source.encodage;
  if (voulu === 'utf-8' && !balayage.utf8) {
    throw new Refus({
      code: 'fichier.encodage',
      message: "des octets ne sont pas de l'UTF-8, que depot.yaml impose",
    });
  }
  if (voulu !== 'auto' || tete.utf16 || balayage.utf8) return tete.encodage;
  if (lireMarque(tete.octets) || /[\xc3\xc2][\x80-\xbf]/.test(tete.octets.toString('latin1'))) {
    noter({
      code: 'fichier.caracteres_doubles',
      fichier: fichier.nom,
      message: "des octets ne sont pas de l'UTF-8, alors que d'autres en ont l'allure : lu en windows-1252",
    });
  }
  return 'windows-1252';
}

/** Vrai si rien, dès la tête, n'empêche DuckDB de lire le fichier même : rien à transcoder ni à sauter. */
function prometDirect({ chemin, source }: FichierDepot, { estGzip }: Tete, encodage: Encodage): boolean {
  const { debut, fin } = source.lignes_ignorees;
  return encodage === 'utf-8' && !estGzip && debut === 0 && fin === 0 && !MOTIF_DUCKDB.test(chemin);
}

/** Vrai si le fichier entier le permet : rien à réparer. */
function estRegulier(balayage: Balayage): boolean {
  return (
    balayage.finsDeLigneRegulieres &&
    balayage.lignesBlanches === 0 &&
    !balayage.octetsNuls &&
    balayage.lignePlusLongue <= LONGUEUR_MAXIMALE
  );
}

/** Ce que veulent dire les refus du système les plus courants. */
const RAISONS: Readonly<Record<string, string>> = {
  EACCES: 'lecture refusée : accès interdit',
  EPERM: 'lecture refusée : accès interdit',
  ENOENT: 'le fichier a disparu pendant la lecture',
  EIO: 'le disque ne rend pas le fichier',
  ENOSPC: 'plus de place dans le dossier temporaire pour sa copie de travail',
};

/** Lit la tête du fichier, et le refuse s'il se voit déjà qu'il n'est pas du CSV. */
async function examinerTete({ chemin, source }: FichierDepot): Promise<Tete> {
  const { octets, estGzip } = await lireTete(chemin, TAILLE_TETE);
  const nonCsv = reconnaitreNonCsv(octets);
  if (nonCsv) throw new Refus(nonCsv);
  const devine = lireMarque(octets)?.encodage ?? devinerEncodage(octets);
  const encodage = source.encodage === 'auto' ? devine : source.encodage;
  if (octets.length < TAILLE_TETE && !/[^\s;,|]/.test(decoderTete(octets, encodage))) {
    throw new Refus({ code: 'fichier.vide', message: 'le fichier ne contient rien, pas même un en-tête' });
  }
  return { octets, estGzip, encodage, utf16: encodage.startsWith('utf-16') ? encodage : null };
}

/** Refuse un fichier dont l'en-tête ne convient pas, et dit pourquoi : la cause première d'abord. */
async function refuserEntete(
  fichier: FichierDepot,
  tete: Tete,
  reconnue: Reconnaissance,
  encodage: Encodage,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [probleme, ...autres] = reconnue.problemes;
  const nulEnTete = tete.utf16 === null && tete.octets.subarray(0, 4096).includes(0);
  if (reconnue.entetes.some((entete) => entete.includes('\0')) || (probleme && nulEnTete)) {
    throw new Refus({ code: 'fichier.binaire', message: "octets nuls en tête : ce n'est pas un CSV" });
  }
  if (!probleme) return;
  await refuserGuillemetEntete(fichier, tete, encodage, signal);
  throw new Refus(probleme, ...autres);
}

/** E4 : un guillemet qui s'ouvre dans l'en-tête et ne s'y referme pas l'avale, et avec lui son séparateur. */
async function refuserGuillemetEntete(
  fichier: FichierDepot,
  tete: Tete,
  encodage: Encodage,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { guillemets, lignes_ignorees, separateur } = fichier.source;
  const { debut } = lignes_ignorees;
  const ligne = decoderTete(tete.octets, encodage).split(/\r\n|\r|\n/, debut + 1)[debut];
  if (!guillemets || !ligne?.includes('"')) return;
  for (const un of separateur === null ? SEPARATEURS : [separateur]) {
    const { refus } = await analyser(fichier, { separateur: un, entetes: [] }, encodage, null, signal);
    if (refus?.ligne === debut + 1) throw refuserGuillemet(refus);
  }
}

async function examiner(
  fichier: FichierDepot,
  rang: number,
  prive: DossierPrive,
  { noter, annoncer }: Ecoute,
  signal: AbortSignal | undefined,
): Promise<FichierPret> {
  const copie = cheminCopie(prive, rang);
  const tete = await examinerTete(fichier);
  const ebauche = reconnaitre(fichier, tete.octets, tete.encodage);
  if (ebauche.problemes.length === 0 && prometDirect(fichier, tete, tete.encodage)) {
    annoncer?.({
      fichier,
      ...ebauche,
      encodage: tete.encodage,
      enregistrements: null,
      cheminLu: fichier.chemin,
      estCopie: false,
      cheminCopie: copie,
    });
  }
  const releve = await relever(fichier.chemin, ebauche.separateur, tete.utf16, signal);
  const encodage = choisirEncodage(fichier, tete, releve.balayage, noter);
  const reconnue = encodage === tete.encodage ? ebauche : reconnaitre(fichier, tete.octets, encodage);
  await refuserEntete(fichier, tete, reconnue, encodage, signal);
  for (const avertissement of reconnue.avertissements) noter({ ...avertissement, fichier: fichier.nom });

  let direct = prometDirect(fichier, tete, encodage) && estRegulier(releve.balayage);
  let enregistrements = releve.balayage.lignesPleines - 1;
  if (direct && releve.balayage.guillemets && fichier.source.guillemets) {
    const analyse = await analyser(fichier, reconnue, encodage, null, signal);
    if (analyse.refus) throw refuserGuillemet(analyse.refus);
    direct = analyse.reguliere;
    enregistrements = analyse.enregistrements;
  }
  if (!direct) enregistrements = await copier(fichier, reconnue, encodage, copie, signal);
  if (enregistrements === 0) {
    noter({
      code: 'fichier.sans_ligne',
      fichier: fichier.nom,
      message: 'un en-tête, et aucune ligne',
    });
  }
  return {
    fichier,
    ...reconnue,
    sha256: releve.sha256,
    octets: releve.balayage.octets,
    encodage,
    enregistrements,
    cheminLu: direct ? fichier.chemin : copie,
    estCopie: !direct,
    cheminCopie: copie,
  };
}

/** Où s'écrit la copie normalisée du fichier de ce rang. */
export function cheminCopie(prive: DossierPrive, rang: number): string {
  return join(prive.chemin, `${rang}.csv`);
}

/** Écrit la copie normalisée et rend le nombre de ses enregistrements. Lève `Refus` (E4) et les erreurs d'accès. */
async function copier(
  fichier: FichierDepot,
  forme: Pick<Reconnaissance, 'separateur' | 'entetes'>,
  encodage: Encodage,
  chemin: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const copie = new Copie(chemin, forme.separateur, forme.entetes.length);
  try {
    const analyse = await analyser(fichier, forme, encodage, copie, signal);
    if (analyse.refus) throw refuserGuillemet(analyse.refus);
    return analyse.enregistrements;
  } finally {
    copie.fermer();
  }
}

/**
 * Remplace un fichier que DuckDB n'a pas lu tout entier par sa copie normalisée. Rend `null` si elle n'a pas pu
 * s'écrire : la raison est notée.
 */
export async function recopier(
  pret: FichierPret,
  noter: Noter,
  signal: AbortSignal | undefined,
): Promise<FichierPret | null> {
  const { fichier, encodage, cheminCopie: copie } = pret;
  try {
    const enregistrements = await copier(fichier, pret, encodage, copie, signal);
    return { ...pret, enregistrements, cheminLu: copie, estCopie: true };
  } catch (erreur) {
    noterRefus(erreur, fichier, noter);
    return null;
  }
}

/** Dit pourquoi un fichier est refusé ; lève de nouveau ce qui n'est pas un refus. */
function noterRefus(erreur: unknown, { nom }: FichierDepot, noter: Noter): void {
  if (erreur instanceof Refus) {
    for (const constat of erreur.constats) noter({ ...constat, fichier: nom });
  } else if (erreur instanceof GzipTronque) {
    noter({
      code: 'fichier.gzip_tronque',
      fichier: nom,
      message: 'gzip coupé avant sa fin, ou abîmé',
    });
  } else {
    const { code = '' } = erreur as NodeJS.ErrnoException;
    if (!/^E(?!RR_)/.test(code)) throw erreur;
    const message = RAISONS[code] ?? `lecture refusée (${code})`;
    noter({ code: 'fichier.illisible', fichier: nom, message });
  }
}

/**
 * Reconnaît, balaie et au besoin normalise un fichier. Rend `null` s'il est refusé : la raison, localisée, est
 * notée.
 */
export async function preparerFichier(
  fichier: FichierDepot,
  rang: number,
  prive: DossierPrive,
  ecoute: Ecoute,
  signal?: AbortSignal,
): Promise<FichierPret | null> {
  try {
    return await examiner(fichier, rang, prive, ecoute, signal);
  } catch (erreur) {
    noterRefus(erreur, fichier, ecoute.noter);
    return null;
  }
}
