import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { ajouterMois, type Mois } from '../../domaine/date-civile.ts';
import { LotIllisible } from '../../lot/inventaire.ts';
import { avecLot, type Lot } from '../../lot/lot.ts';
import { dresserSynthese } from '../../lot/synthese/dresser.ts';
import { DossierTenu } from '../../lot/verrou.ts';
import { rendreAnomalies } from '../../rapports/lot/anomalies.ts';
import { FORMATS_LOT } from '../../rapports/lot/formats.ts';
import { rendreParMorceaux } from '../../rapports/lot/json.ts';
import type { RapportLot } from '../../rapports/lot/modele.ts';
import { rendreSynthese } from '../../rapports/lot/synthese.ts';
import { decrireOutil } from '../../regles/outil.ts';
import { ecrireEnsemble } from '../../terminal/ecriture.ts';
import { creerProgression } from '../../terminal/progression.ts';
import { presenterCi } from '../ci.ts';
import { atteintLeSeuil } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { direReste } from '../estimation.ts';
import { chercherRepertoire } from '../index-finess.ts';
import { presenter } from '../livraison.ts';
import { reglagesPreuve } from '../options-preuve.ts';
import type { OptionsLot } from '../programme-lot.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

/** `esms lot` : 1 s'il y a un échec ou une erreur ; 2 si le lot ne se lit pas, ou si rien ne peut s'écrire. */
export async function lot(dossier: string, options: OptionsLot, contexte: Contexte): Promise<number> {
  const { jeu: regles } = await reglesEnVigueur(options, contexte);
  const { repertoire, fermer, dire } = await chercherRepertoire(options, contexte);
  const progression = creerProgression(contexte.erreur, !options.silencieux);
  const depart = performance.now();
  const chemin = (nom: string) => ({ nom, chemin: resolve(contexte.dossierCourant, nom) });
  const mois = moisDemandes(options);
  const dateReference = options.dateReference ?? contexte.aujourdhui();
  const preuve = reglagesPreuve(options);
  const { sortie } = options;
  try {
    return await avecLot(
      {
        lot: chemin(dossier),
        sortie: sortie === undefined ? null : chemin(sortie),
        reprendre: options.reprendre ?? false,
        taches: options.taches,
        coeurs: availableParallelism(),
        memoire: options.memoire,
        mois,
        dateReference,
        regles,
        preuve,
        repertoire,
        signal: contexte.signal,
        avancer: (faites, total) => {
          const reste = direReste(faites, total, performance.now() - depart);
          progression.montrer({ etape: `lot : ${reste} ; `, fraction: faites / total });
        },
      },
      async (traite) => {
        progression.effacer();
        const rapport: RapportLot = {
          outil: decrireOutil(regles),
          dateReference,
          mois,
          reglages: preuve,
          ...traite,
          synthese: dresserSynthese(traite.bilans, traite.echecs, dateReference),
          indexFiness: repertoire?.cite ?? null,
        };
        if (sortie !== undefined) await deposer(rapport, traite, sortie, options, contexte);
        contexte.signal?.throwIfAborted();
        const format = options.format === 'parquet' ? 'table' : (options.format as keyof typeof FORMATS_LOT);
        const presentation = {
          ...presenter({ ...options, sortie: '-' }, contexte),
          ci: presenterCi(dossier, options, contexte),
        };
        contexte.sortie.write(FORMATS_LOT[format](rapport, presentation));
        dire();
        return codeDe(rapport, options);
      },
    );
  } catch (erreur) {
    if (erreur instanceof LotIllisible || erreur instanceof DossierTenu)
      throw new ErreurUsage(erreur.message);
    throw erreur;
  } finally {
    progression.effacer();
    fermer();
  }
}

async function deposer(
  rapport: RapportLot,
  { lignes, registre }: Lot,
  sortie: string,
  { format, silencieux }: OptionsLot,
  contexte: Contexte,
): Promise<void> {
  const dossier = resolve(contexte.dossierCourant, sortie);
  const fichiers = {
    'lot.csv': lignes(),
    'lot.json': rendreParMorceaux(rapport),
    'anomalies.csv': rendreAnomalies(rapport),
    'synthese.html': rendreSynthese(rapport),
    'registre.json': registre,
  };
  contexte.signal?.throwIfAborted();
  await ecrireEnsemble(Object.entries(fichiers).map(([nom, contenu]) => [join(dossier, nom), contenu]));
  const noms = Object.keys(fichiers);
  if (format === 'parquet') {
    const { ecrireParquet } = await import('../../lot/parquet.ts');
    await ecrireParquet(join(dossier, 'lot.csv'), join(dossier, 'lot.parquet'), contexte.signal);
    noms.push('lot.parquet');
  }
  if (!silencieux) contexte.erreur.write(`Écrit dans ${sortie} : ${noms.join(', ')}\n`);
}

/** `null` : tous les mois des relevés. */
function moisDemandes({ mois, du, au }: OptionsLot): Mois[] | null {
  if (mois !== undefined) {
    if (du !== undefined || au !== undefined) throw new ErreurUsage('--mois ne va pas avec --du et --au.');
    return [mois];
  }
  if (du === undefined && au === undefined) return null;
  if (du === undefined || au === undefined)
    throw new ErreurUsage("--du et --au vont ensemble : l'un manque.");
  if (du > au) throw new ErreurUsage(`--du ${du} est après --au ${au}.`);
  const tous: Mois[] = [];
  for (let un = du; un <= au; un = ajouterMois(un, 1)) tous.push(un);
  return tous;
}

function codeDe({ bilans, echecs }: RapportLot, { seuilGravite }: OptionsLot): number {
  const constats = bilans.flatMap((bilan) => bilan.constats);
  const erreurs = constats.filter(({ gravite }) => gravite === 'erreur').length;
  const avertissements = constats.length - erreurs;
  const constate = echecs.length > 0 || erreurs > 0 || atteintLeSeuil({ avertissements }, seuilGravite);
  return constate ? CODES.constats : CODES.ok;
}
