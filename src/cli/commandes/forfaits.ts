import { aConstat } from '../../domaine/financement/commun.ts';
import type { Heures } from '../../domaine/financement/forfaits.ts';
import { anneesConnues, calculerForfaits, type DemandeForfaits } from '../../financement/forfaits.ts';
import { FORMATS_FORFAITS } from '../../rapports/forfaits/formats.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsForfaits } from '../options-financement.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';
import { exiger } from '../valeurs-financement.ts';

const EXEMPLE = 'esms forfaits --annee 2022 --type acquisition --secteur PA --essms 46';

/** `esms forfaits` : un montant inconnu sort 1, avec tout ce qui est connu. */
export async function forfaits(options: OptionsForfaits, contexte: Contexte): Promise<number> {
  const demande = lireDemande(options);
  const { jeu } = await reglesEnVigueur(options, contexte);
  const annees = anneesConnues(jeu);
  if (!annees.includes(demande.annee)) {
    throw new ErreurUsage(
      `--annee : aucune règle pour ${demande.annee} (connues : ${annees.join(', ')}) ; donnez les vôtres par --regles DOSSIER.`,
    );
  }
  const resultat = calculerForfaits(jeu, demande);
  const { rendre } = await FORMATS_FORFAITS[options.format as keyof typeof FORMATS_FORFAITS]();
  await livrer(rendre(resultat, presenter(options, contexte)), options, contexte);
  return aConstat(resultat.avertissements) ? CODES.constats : CODES.ok;
}

function lireDemande(options: OptionsForfaits): DemandeForfaits {
  const essms = exiger(options.essms, '--essms N, la taille du projet', EXEMPLE);
  const { essmsPetitsOg = 0, lecture } = options;
  if (essmsPetitsOg > essms) {
    throw new ErreurUsage(
      `--essms-petits-og : ${essmsPetitsOg} ESSMS de petits OG dans un projet qui en compte ${essms} (--essms).`,
    );
  }
  return {
    annee: exiger(options.annee, "--annee AAAA, l'année de l'instruction", EXEMPLE),
    type: exiger(options.type, '--type acquisition ou montee_de_version', EXEMPLE),
    secteur: exiger(options.secteur, '--secteur (PA, PH, DOM, PDS, PDE, AHI ou PJM)', EXEMPLE),
    essms,
    essmsPetitsOg,
    lecture,
    duiReference: options.duiNonReference !== true,
    heures: lireHeures(options),
  };
}

function lireHeures({ heuresEligibles, heuresTotales, secteur }: OptionsForfaits): Heures | null {
  if (heuresEligibles === undefined && heuresTotales === undefined) return null;
  if (heuresEligibles === undefined || heuresTotales === undefined) {
    throw new ErreurUsage('--heures-eligibles et --heures-totales vont ensemble.');
  }
  if (secteur !== undefined && secteur !== 'DOM') {
    throw new ErreurUsage(`--heures-eligibles : le prorata ne vaut que pour --secteur DOM, pas ${secteur}.`);
  }
  if (heuresEligibles > heuresTotales) {
    throw new ErreurUsage("--heures-eligibles : plus d'heures éligibles que --heures-totales.");
  }
  return { eligibles: heuresEligibles, totales: heuresTotales };
}
