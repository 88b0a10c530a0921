import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { echouer } from '../echec.ts';
import type { Embauche, Ordre, Rendu, Tache } from './messages.ts';

/** Le même depuis les sources et depuis dist : un fil n'exécute que ce qui est construit. */
const OUVRIER = fileURLToPath(new URL('../../../dist/lot/equipe/ouvrier.js', import.meta.url));

/** Soumissions confiées d'avance à un ouvrier : il n'attend pas la suivante. */
const AVANCE = 3;

/** Le temps laissé à un ouvrier pour fermer ce qu'il a ouvert, en millisecondes. */
const SURSIS = 5000;

export interface Equipe extends Embauche {
  readonly taches: number;
  /** L'environnement des ouvriers : où vont leurs fichiers temporaires, et rien d'autre. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Traite des soumissions en parallèle et rend chacune à `recevoir`, dans l'ordre où elles finissent. Un ouvrier que sa
 * borne de mémoire arrête est remplacé, et sa soumission est un échec ; les autres continuent. Lève la raison du signal,
 * ou ce que `recevoir` lève.
 */
export async function mener(
  taches: readonly Tache[],
  equipe: Equipe,
  recevoir: (rendu: Rendu) => void,
): Promise<void> {
  const interne = new AbortController();
  const arret = AbortSignal.any([interne.signal, ...(equipe.signal ? [equipe.signal] : [])]);
  const reste = [...taches].reverse();
  const tenirUnPoste = async (): Promise<void> => {
    while (reste.length > 0 && !arret.aborted) await employer(reste, equipe, recevoir, arret);
  };
  const postes = Array.from({ length: Math.min(equipe.taches, taches.length) }, () =>
    tenirUnPoste().catch((erreur: unknown) => interne.abort(erreur)),
  );
  await Promise.all(postes);
  arret.throwIfAborted();
}

/** Un ouvrier, de l'embauche au départ. */
function employer(
  reste: Tache[],
  { reglages, cleCommune, env }: Equipe,
  recevoir: (rendu: Rendu) => void,
  arret: AbortSignal,
): Promise<void> {
  const ouvrier = new Worker(OUVRIER, {
    workerData: { reglages, cleCommune } satisfies Embauche,
    resourceLimits: { maxOldGenerationSizeMb: reglages.memoire },
    env,
    execArgv: [],
  });
  const confiees: Tache[] = [];
  const donner = (ordre: Ordre): void => ouvrier.postMessage(ordre);
  const confier = (): void => {
    while (confiees.length < AVANCE && !arret.aborted) {
      const tache = reste.pop();
      if (tache === undefined) break;
      confiees.push(tache);
      donner(tache);
    }
    if (confiees.length === 0) donner('finir');
  };
  let echeance: NodeJS.Timeout | undefined;
  const arreter = (): void => {
    donner('arreter');
    echeance = setTimeout(() => void ouvrier.terminate(), SURSIS);
  };
  arret.addEventListener('abort', arreter, { once: true });
  return new Promise<void>((finir, echouerTout) => {
    let mort: Error | undefined;
    ouvrier.on('message', (rendu: Rendu) => {
      confiees.shift();
      try {
        recevoir(rendu);
        confier();
      } catch (erreur) {
        mort = erreur as Error;
        echouerTout(mort);
      }
    });
    ouvrier.on('error', (erreur) => {
      mort = erreur as Error;
    });
    ouvrier.on('exit', () => {
      clearTimeout(echeance);
      arret.removeEventListener('abort', arreter);
      try {
        const [victime, ...autres] = confiees;
        if (mort && !arret.aborted) {
          // Mort avant d'avoir rien reçu : le remplacer ne servirait à rien.
          if (victime === undefined) return echouerTout(mort);
          reste.push(...autres.reverse());
          recevoir(pleurer(victime, mort, reglages.memoire));
        }
        finir();
      } catch (erreur) {
        echouerTout(erreur);
      }
    });
    confier();
  });
}

/** Un ouvrier traite ses tâches dans l'ordre : celle qui l'a tué est la plus ancienne. */
function pleurer({ place: { nom } }: Tache, erreur: Error & { code?: string }, memoire: number): Rendu {
  const echec =
    erreur.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? echouer(nom, 'lot.memoire', `plus de ${memoire} Mio demandés`)
      : echouer(nom, 'lot.defaut', `l'ouvrier s'est arrêté (${erreur.name})`);
  return { nom, etat: 'echec', echec };
}
