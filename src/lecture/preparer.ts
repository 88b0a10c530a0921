import { join } from 'node:path';
import type { Constat, Recueil } from '../domaine/anomalie.ts';
import type { DossierPrive } from '../moteur/dossier-prive.ts';
import { Analyseur } from './analyse.ts';
import { type Balayage, Balayeur } from './balayage.ts';
import { Copie } from './copie.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import { type Encodage, lireMarque, reconnaitreUtf16, versUtf8 } from './encodage.ts';
import type { FichierPret } from './fichier-pret.ts';
import { GzipTronque, lireTete, nouvelleEmpreinte, ouvrirOctets } from './octets.ts';
import { type Reconnaissance, reconnaitre } from './reconnaissance.ts';
import { reconnaitreNonCsv } from './refus.ts';
import { TAILLE_TETE } from './tete.ts';

/** Caractères que `read_csv` prendrait pour un motif : un tel fichier se lit par sa copie. */
const MOTIF_DUCKDB = /[[\]*?]/;

/** Un fichier refusé en entier : son constat est déjà complet. */
class Refus extends Error {
  readonly constat: Constat;

  constructor(constat: Constat) {
    super(constat.message);
    this.constat = constat;
  }
}

interface Releve {
  readonly sha256: string;
  readonly balayage: Balayage;
  readonly estGzip: boolean;
}

/** Passe une fois sur les octets : empreinte et balayage. Un UTF-16 est transcodé au passage. */
async function relever(chemin: string, separateur: string, utf16: Encodage | null): Promise<Releve> {
  const empreinte = nouvelleEmpreinte();
  const { blocs, estGzip } = await ouvrirOctets(chemin, empreinte);
  const balayeur = new Balayeur(separateur.charCodeAt(0));
  for await (const bloc of utf16 ? versUtf8(blocs, utf16) : blocs) balayeur.ajouter(bloc);
  return { sha256: empreinte.digest('hex'), balayage: balayeur.fin(), estGzip };
}

/** L'échelle des encodages : marque, allure d'UTF-16, UTF-8 strict, windows-1252. */
function choisirEncodage(
  fichier: FichierDepot,
  tete: Buffer,
  balayage: Balayage,
  recueil: Recueil,
): Encodage {
  const voulu = fichier.source.encodage;
  const marque = lireMarque(tete)?.encodage;
  if (voulu !== 'auto') {
    if (voulu === 'utf-8' && !balayage.utf8) {
      throw new Refus({
        code: 'fichier.encodage',
        message: "des octets ne sont pas de l'UTF-8, que depot.yaml impose",
      });
    }
    return voulu;
  }
  const utf16 = marque ?? reconnaitreUtf16(tete);
  if (utf16 && utf16 !== 'utf-8') return utf16;
  if (balayage.utf8) return 'utf-8';
  if (marque === 'utf-8' || /[\xc3\xc2][\x80-\xbf]/.test(tete.toString('latin1'))) {
    recueil.ajouter({
      code: 'fichier.caracteres_doubles',
      fichier: fichier.nom,
      message: "des octets ne sont pas de l'UTF-8, alors que d'autres en ont l'allure : lu en windows-1252",
    });
  }
  return 'windows-1252';
}

/** Vrai si DuckDB lit le fichier même : rien à transcoder, à réparer ni à sauter. */
function estDirect(fichier: FichierDepot, releve: Releve, encodage: Encodage, colonnes: number): boolean {
  const { balayage } = releve;
  const { debut, fin } = fichier.source.lignes_ignorees;
  return (
    encodage === 'utf-8' &&
    !releve.estGzip &&
    debut === 0 &&
    fin === 0 &&
    balayage.finsDeLigneRegulieres &&
    balayage.lignesBlanches === 0 &&
    !balayage.octetsNuls &&
    balayage.lignePlusLongue <= LIGNE_DIRECTE &&
    ((balayage.guillemets && fichier.source.guillemets) || balayage.separateursMaximum <= colonnes) &&
    !MOTIF_DUCKDB.test(fichier.chemin)
  );
}

/** Au-delà, DuckDB saute la ligne sans un mot (`max_line_size`) : la copie la marque. */
const LIGNE_DIRECTE = 1 << 20;

/** Analyse RFC 4180 du fichier, avec ou sans copie. */
async function analyser(
  fichier: FichierDepot,
  { separateur, entetes }: Reconnaissance,
  encodage: Encodage,
  copie: Copie | null,
): Promise<ReturnType<Analyseur['fin']>> {
  const { blocs } = await ouvrirOctets(fichier.chemin);
  const analyseur = new Analyseur({
    separateur: separateur.charCodeAt(0),
    guillemets: fichier.source.guillemets,
    ignorees: fichier.source.lignes_ignorees,
    colonnes: entetes.length,
    ...(copie ? { surEnregistrement: (un) => copie.ecrire(un) } : {}),
  });
  for await (const bloc of versUtf8(blocs, encodage)) analyseur.ajouter(bloc);
  const analyse = analyseur.fin();
  if (analyse.refus) {
    const { motif, ligne } = analyse.refus;
    throw new Refus(
      motif === 'non_referme'
        ? { code: 'fichier.guillemet_non_referme', ligne, message: 'guillemet ouvert ici et jamais refermé' }
        : {
            code: 'fichier.guillemet_multiligne',
            ligne,
            message: 'guillemet mal formé, ouvert ici, qui englobe plusieurs lignes',
          },
    );
  }
  return analyse;
}

async function examiner(
  fichier: FichierDepot,
  rang: number,
  prive: DossierPrive,
  recueil: Recueil,
): Promise<FichierPret> {
  const tete = await lireTete(fichier.chemin, TAILLE_TETE);
  if (tete.length === 0) throw new Refus({ code: 'fichier.vide', message: 'fichier vide' });
  const nonCsv = reconnaitreNonCsv(tete);
  if (nonCsv) throw new Refus(nonCsv);
  const voulu = fichier.source.encodage;
  const utf16 = [voulu, lireMarque(tete)?.encodage, reconnaitreUtf16(tete)].find((un) =>
    un?.startsWith('utf-16'),
  );
  const encodageTete = (utf16 ?? (voulu === 'auto' ? 'utf-8' : voulu)) as Encodage;
  if (!utf16 && tete.subarray(0, 4096).includes(0)) {
    throw new Refus({ code: 'fichier.binaire', message: "octets nuls en tête : ce n'est pas un CSV" });
  }
  const ebauche = reconnaitre(fichier, tete, encodageTete);
  const releve = await relever(fichier.chemin, ebauche.separateur, (utf16 as Encodage | undefined) ?? null);
  const encodage = choisirEncodage(fichier, tete, releve.balayage, recueil);
  const reconnue = encodage === encodageTete ? ebauche : reconnaitre(fichier, tete, encodage);
  if (reconnue.problemes.length > 0) {
    for (const probleme of reconnue.problemes.slice(1))
      recueil.ajouter({ ...probleme, fichier: fichier.nom });
    throw new Refus(reconnue.problemes[0] as Constat);
  }
  for (const avertissement of reconnue.avertissements)
    recueil.ajouter({ ...avertissement, fichier: fichier.nom });

  let direct = estDirect(fichier, releve, encodage, reconnue.entetes.length);
  let enregistrements = releve.balayage.lignesPleines - 1;
  if (direct && releve.balayage.guillemets && fichier.source.guillemets) {
    const analyse = await analyser(fichier, reconnue, encodage, null);
    direct = analyse.reguliere;
    enregistrements = analyse.enregistrements;
  }
  const cheminLu = direct ? fichier.chemin : join(prive.chemin, `${rang}.csv`);
  if (!direct) {
    const copie = new Copie(cheminLu, reconnue.separateur, reconnue.entetes.length);
    try {
      ({ enregistrements } = await analyser(fichier, reconnue, encodage, copie));
    } finally {
      copie.fermer();
    }
  }
  if (enregistrements === 0) {
    recueil.ajouter({
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
    cheminLu,
    estCopie: !direct,
  };
}

/**
 * Reconnaît, balaie et au besoin normalise un fichier. Rend `null` s'il est refusé : la raison, localisée, est
 * dans le recueil.
 */
export async function preparerFichier(
  fichier: FichierDepot,
  rang: number,
  prive: DossierPrive,
  recueil: Recueil,
): Promise<FichierPret | null> {
  try {
    return await examiner(fichier, rang, prive, recueil);
  } catch (erreur) {
    if (erreur instanceof Refus) recueil.ajouter({ ...erreur.constat, fichier: fichier.nom });
    else if (erreur instanceof GzipTronque) {
      recueil.ajouter({
        code: 'fichier.gzip_tronque',
        fichier: fichier.nom,
        message: 'gzip coupé avant sa fin, ou abîmé',
      });
    } else if ((erreur as NodeJS.ErrnoException).code?.startsWith('E')) {
      const { code } = erreur as NodeJS.ErrnoException;
      recueil.ajouter({
        code: 'fichier.illisible',
        fichier: fichier.nom,
        message: `lecture refusée (${code})`,
      });
    } else throw erreur;
    return null;
  }
}
