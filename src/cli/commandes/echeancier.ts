import { aConstat } from '../../domaine/financement/commun.ts';
import { type DemandeEcheancier, dresserEcheancier } from '../../financement/echeancier.ts';
import { FORMATS_ECHEANCIER } from '../../rapports/echeancier/formats.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsEcheancier } from '../options-financement.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';
import { exiger } from '../valeurs-financement.ts';

const EXEMPLE = 'esms echeancier --signature 2022-06-15 --type acquisition';

/** `esms echeancier` : un délai inconnu sort 1, avec les dates qui n'en dépendent pas. */
export async function echeancier(options: OptionsEcheancier, contexte: Contexte): Promise<number> {
  const demande = lireDemande(options, contexte);
  const { jeu } = await reglesEnVigueur(options, contexte);
  const resultat = dresserEcheancier(jeu, demande);
  const { rendre } = await FORMATS_ECHEANCIER[options.format as keyof typeof FORMATS_ECHEANCIER]();
  await livrer(rendre(resultat, presenter(options, contexte)), options, contexte);
  return aConstat(resultat.avertissements) ? CODES.constats : CODES.ok;
}

function lireDemande(options: OptionsEcheancier, contexte: Contexte): DemandeEcheancier {
  const { annee, delaiMois, montant, montantSons, nom } = options;
  const type = exiger(options.type, '--type acquisition ou montee_de_version', EXEMPLE);
  if (montantSons !== undefined && type === 'acquisition') {
    throw new ErreurUsage(
      "--montant-sons : une acquisition financée n'a pas droit au SONS ; il va avec --type montee_de_version.",
    );
  }
  return {
    signature: exiger(options.signature, '--signature AAAA-MM-JJ', EXEMPLE),
    type,
    dateReference: options.dateReference ?? contexte.aujourdhui(),
    ...(annee !== undefined && { annee }),
    ...(delaiMois !== undefined && { delaiMois }),
    ...(montant !== undefined && { montant }),
    ...(montantSons !== undefined && { montantSons }),
    ...(nom !== undefined && nom.trim() !== '' && { nom: nom.trim() }),
  };
}
