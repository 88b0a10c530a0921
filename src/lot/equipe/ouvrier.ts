import { parentPort, workerData } from 'node:worker_threads';
import type { Echec } from '../../domaine/lot.ts';
import { calculerCle } from '../cle.ts';
import { lireContenus } from '../contenus.ts';
import { echouer, echouerALire } from '../echec.ts';
import { ecrireEnregistrement, type ResultatSoumission } from '../journal.ts';
import { traiter } from '../traiter.ts';
import type { Embauche, Ordre, Rendu, Tache } from './messages.ts';

/** Un fil qui traite des soumissions, l'une après l'autre, jusqu'à ce qu'on l'arrête. */
const port = parentPort;
const { reglages, cleCommune } = workerData as Embauche;
const arret = new AbortController();
let suite = Promise.resolve();

port?.on('message', (ordre: Ordre) => {
  if (ordre === 'arreter') {
    arret.abort();
    suite = suite.then(() => port.close());
  } else if (ordre === 'finir') suite = suite.then(() => port.close());
  else {
    suite = suite.then(async () => {
      if (arret.signal.aborted) return;
      const rendu = await rendre(ordre);
      if (!arret.signal.aborted)
        port.postMessage(rendu, rendu.etat === 'traitee' ? [rendu.enregistrement.buffer as ArrayBuffer] : []);
    });
  }
});

async function rendre({ place, connue }: Tache): Promise<Rendu> {
  const { nom } = place;
  try {
    const contenus = lireContenus(place, reglages.memoire);
    if ('code' in contenus) return { nom, etat: 'echec', echec: contenus };
    const cle = await calculerCle(place, contenus, cleCommune);
    if (cle === connue) return { nom, etat: 'inchangee' };
    const traitee = await traiter(place, reglages, contenus, arret.signal);
    const { csv = '', ...garde } = 'code' in traitee ? { echec: traitee, csv: '' } : traitee;
    const resultat = JSON.stringify(garde satisfies ResultatSoumission);
    return { nom, etat: 'traitee', enregistrement: ecrireEnregistrement(nom, cle, resultat, csv), resultat };
  } catch (erreur) {
    return { nom, etat: 'echec', echec: expliquer(nom, erreur) };
  }
}

/** Le message d'une exception peut citer une donnée : seul son nom est montré. */
function expliquer(nom: string, erreur: unknown): Echec {
  if (!(erreur instanceof Error)) return echouer(nom, 'lot.defaut', 'exception sans nom');
  if ('syscall' in erreur) return echouerALire(nom, erreur);
  if (/out of memory|could not allocate/i.test(erreur.message)) {
    return echouer(nom, 'lot.memoire', `plus de ${reglages.memoire} Mio demandés`);
  }
  return echouer(nom, 'lot.defaut', `exception interne (${erreur.name})`);
}
