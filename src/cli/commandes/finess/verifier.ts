import { resolve } from 'node:path';
import type { NumeroDemande } from '../../../domaine/finess/verification.ts';
import { lireNumeros } from '../../../finess/numeros.ts';
import { verifierNumeros } from '../../../finess/verifier.ts';
import { FORMATS_VERIFICATION_FINESS } from '../../../rapports/finess/formats.ts';
import { finir } from '../../../rapports/texte.ts';
import { direAnomalie } from '../../../rapports/verification/anomalies.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES, ErreurUsage } from '../../erreurs.ts';
import { avecIndex, citer, trouverIndex } from '../../index-finess.ts';
import { livrer, paletteDe, presenter } from '../../livraison.ts';
import type { OptionsVerifierFiness } from '../../options-finess.ts';

/** `esms finess verifier` : 1 si un numéro est faux, inconnu, fermé ou rattaché ailleurs ; 2 si le fichier ne se lit pas. */
export async function verifier(
  numeros: readonly string[],
  options: OptionsVerifierFiness,
  contexte: Contexte,
): Promise<number> {
  const { demandes, erreurs } = await demander(numeros, options, contexte);
  if (demandes === null) return CODES.usage;
  const rapport = await avecIndex(await trouverIndex(options, contexte), async (index) => ({
    index: index && citer(index),
    numeros: await verifierNumeros(demandes, index),
  }));
  const { rendre } =
    await FORMATS_VERIFICATION_FINESS[options.format as keyof typeof FORMATS_VERIFICATION_FINESS]();
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  if (rapport.index === null && !options.silencieux) {
    contexte.erreur.write('Aucun index FINESS : seules la forme et la clé sont contrôlées.\n');
  }
  const fautifs = rapport.numeros.some(({ etat }) => etat === 'a_corriger');
  return fautifs || erreurs > 0 ? CODES.constats : CODES.ok;
}

interface Demande {
  /** `null` : le fichier est refusé, et c'est dit. */
  readonly demandes: readonly NumeroDemande[] | null;
  readonly erreurs: number;
}

async function demander(
  numeros: readonly string[],
  options: OptionsVerifierFiness,
  contexte: Contexte,
): Promise<Demande> {
  const { fichier, finessEj = null } = options;
  if (fichier === undefined) {
    if (numeros.length === 0) {
      throw new ErreurUsage(
        'il manque un NUMERO, ou --fichier CSV. Exemple : esms finess verifier 630991016',
      );
    }
    const demandes = numeros.map((numero) => ({
      numero: numero.trim().toUpperCase(),
      finessEj,
      ligne: null,
    }));
    return { demandes, erreurs: 0 };
  }
  if (numeros.length > 0 || finessEj !== null) {
    throw new ErreurUsage("--fichier remplace les numéros et --finess-ej : donnez l'un ou l'autre.");
  }
  const chemin = resolve(contexte.dossierCourant, fichier);
  const { demandes, anomalies } = await lireNumeros(chemin, fichier, options.maxAnomalies, contexte.signal);
  if (anomalies.details.length > 0) {
    const palette = paletteDe(contexte.erreur, options, contexte);
    contexte.erreur.write(finir(anomalies.details.flatMap((detail) => direAnomalie(detail, palette))));
  }
  return { demandes, erreurs: anomalies.erreurs };
}
