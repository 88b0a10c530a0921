import { type Analyse, Analyseur } from './analyse.ts';
import { type Balayage, Balayeur } from './balayage.ts';
import type { Copie } from './copie.ts';
import type { FichierDepot } from './depot/fichiers.ts';
import { type Encodage, versUtf8 } from './encodage.ts';
import { nouvelleEmpreinte, ouvrirOctets } from './octets.ts';
import { Refus } from './refus.ts';

/** Ce que le premier passage sur un fichier entier rend. */
export interface Releve {
  readonly sha256: string;
  readonly balayage: Balayage;
}

/**
 * Premier passage : empreinte et balayage, sans la marque d'ordre. Un UTF-16 est transcodé au passage ; le
 * reste est balayé tel quel.
 */
export async function relever(
  chemin: string,
  separateur: string,
  utf16: Encodage | null,
  signal: AbortSignal | undefined,
): Promise<Releve> {
  const empreinte = nouvelleEmpreinte();
  const { blocs } = await ouvrirOctets(chemin, empreinte, { passagers: true });
  const balayeur = new Balayeur(separateur.charCodeAt(0));
  for await (const bloc of versUtf8(blocs, utf16 ?? 'utf-8')) {
    signal?.throwIfAborted();
    balayeur.ajouter(bloc);
  }
  return { sha256: empreinte.digest('hex'), balayage: balayeur.fin() };
}

/** Second passage : l'analyse RFC 4180, avec ou sans copie. */
export async function analyser(
  fichier: Pick<FichierDepot, 'chemin'> & {
    readonly source: Pick<FichierDepot['source'], 'guillemets' | 'lignes_ignorees'>;
  },
  { separateur, entetes }: { readonly separateur: string; readonly entetes: readonly unknown[] },
  encodage: Encodage,
  copie: Copie | null,
  signal: AbortSignal | undefined,
): Promise<Analyse> {
  const { blocs } = await ouvrirOctets(fichier.chemin, null, { passagers: true });
  const analyseur = new Analyseur({
    separateur: separateur.charCodeAt(0),
    guillemets: fichier.source.guillemets,
    ignorees: fichier.source.lignes_ignorees,
    colonnes: entetes.length,
    ...(copie ? { surEnregistrement: (un) => copie.ecrire(un) } : {}),
  });
  for await (const bloc of versUtf8(blocs, encodage)) {
    signal?.throwIfAborted();
    analyseur.ajouter(bloc);
  }
  return analyseur.fin();
}

/** E4 : le refus d'un fichier dont un guillemet avale plusieurs lignes. */
export function refuserGuillemet({ motif, ligne }: NonNullable<Analyse['refus']>): Refus {
  return motif === 'non_referme'
    ? new Refus({
        code: 'fichier.guillemet_non_referme',
        ligne,
        message: 'guillemet ouvert ici et jamais refermé',
      })
    : new Refus({
        code: 'fichier.guillemet_multiligne',
        ligne,
        message: 'guillemet mal formé, ouvert ici, qui englobe plusieurs lignes',
      });
}
