import { resolve } from 'node:path';
import type { Anomalie } from '../../domaine/anomalie.ts';
import { aConstat } from '../../domaine/financement/commun.ts';
import type { Sons, VagueSons } from '../../domaine/financement/sons.ts';
import { additionner, type Centimes } from '../../domaine/montant.ts';
import { calculerSons, resoudreVague } from '../../financement/sons.ts';
import { lireOrganismes } from '../../lecture/organismes.ts';
import { accorder } from '../../rapports/nombres.ts';
import { FORMATS_LISTE_SONS } from '../../rapports/sons/formats.ts';
import type { RapportListeSons } from '../../rapports/sons/modele.ts';
import { finir } from '../../rapports/texte.ts';
import { direAnomalie } from '../../rapports/verification/anomalies.ts';
import type { Contexte } from '../contexte.ts';
import { CODES } from '../erreurs.ts';
import { livrer, paletteDe, presenter } from '../livraison.ts';
import type { OptionsSons } from '../options-financement.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';

/** `esms sons LISTE` : un fichier refusé ne laisse rien sortir (code 2) ; des lignes rejetées, si (code 1). */
export async function sonsDeListe(liste: string, options: OptionsSons, contexte: Contexte): Promise<number> {
  const { jeu } = await reglesEnVigueur(options, contexte);
  const vague = resoudreVague(jeu, Number(options.vague), options.dateReference ?? contexte.aujourdhui());
  const chemin = resolve(contexte.dossierCourant, liste);
  const { organismes, anomalies, fichier } = await lireOrganismes(
    chemin,
    liste,
    options.maxAnomalies,
    contexte.signal,
  );
  const bilan = anomalies.bilan();
  if (fichier === null) {
    signaler(bilan.details, bilan.erreurs, options, contexte);
    return CODES.usage;
  }
  const resultats = organismes.map(({ finessEj, ligne, essmsOg, essmsCommande }) => ({
    finessEj,
    ligne,
    sons: calculerSons(vague, { essmsOg, essmsCommande }),
  }));
  const rapport: RapportListeSons = {
    vague,
    organismes: resultats,
    totaux: totauxDe(
      vague,
      resultats.map(({ sons }) => sons),
    ),
    anomalies: bilan,
    fichier,
  };
  const { rendre } = await FORMATS_LISTE_SONS[options.format as keyof typeof FORMATS_LISTE_SONS]();
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  if (!options.silencieux) signaler(bilan.details, bilan.erreurs + bilan.avertissements, options, contexte);
  const constat = resultats.some(({ sons }) => aConstat(sons.avertissements));
  return bilan.erreurs > 0 || constat ? CODES.constats : CODES.ok;
}

/** La somme des parts, et non la part de la somme : chaque commande est payée séparément. */
function totauxDe({ bareme }: VagueSons, tous: readonly Sons[]): RapportListeSons['totaux'] {
  const sommer = (montants: readonly (Centimes | null)[]): Centimes | null => {
    const connus = montants.flatMap((montant) => montant ?? []);
    return bareme === null || connus.length < montants.length ? null : additionner(connus);
  };
  return {
    essmsCommande: tous.reduce((somme, { essmsCommande }) => somme + essmsCommande, 0),
    montant: sommer(tous.map(({ montant }) => montant)),
    avance: sommer(tous.map(({ versements }) => versements[0].montant)),
    solde: sommer(tous.map(({ versements }) => versements[1].montant)),
  };
}

function signaler(
  details: readonly Anomalie[],
  total: number,
  options: OptionsSons,
  contexte: Contexte,
): void {
  if (total === 0) return;
  const palette = paletteDe(contexte.erreur, options, contexte);
  const lignes = details.flatMap((detail) => direAnomalie(detail, palette));
  if (total > details.length) lignes.push(`… et ${accorder(total - details.length, 'autre')}.`);
  contexte.erreur.write(finir(lignes));
}
