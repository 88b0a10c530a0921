import { aConstat } from '../../domaine/financement/commun.ts';
import { calculerSons, resoudreVague } from '../../financement/sons.ts';
import { FORMATS_SONS } from '../../rapports/sons/formats.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsSons } from '../options-financement.ts';
import { reglesEnVigueur } from '../regles-en-vigueur.ts';
import { exiger } from '../valeurs-financement.ts';

/** `esms sons` : une vague sans barème ou une commande non finançable sortent 1 ; une vague close, non. */
export async function sons(
  liste: string | undefined,
  options: OptionsSons,
  contexte: Contexte,
): Promise<number> {
  if (liste !== undefined) {
    refuserAvecListe(options);
    const { sonsDeListe } = await import('./sons-liste.ts');
    return sonsDeListe(liste, options, contexte);
  }
  const { essmsOg, essmsCommande, dates } = lireDemande(options);
  const { jeu } = await reglesEnVigueur(options, contexte);
  const vague = resoudreVague(jeu, Number(options.vague), options.dateReference ?? contexte.aujourdhui());
  const resultat = calculerSons(vague, { essmsOg, essmsCommande, dates });
  const { rendre } = await FORMATS_SONS[options.format as keyof typeof FORMATS_SONS]();
  await livrer(rendre({ vague, sons: resultat }, presenter(options, contexte)), options, contexte);
  return aConstat(resultat.avertissements) ? CODES.constats : CODES.ok;
}

function lireDemande(options: OptionsSons) {
  const { dateCommande, dateReferencement } = options;
  const essmsOg = exiger(
    options.essmsOg,
    "--essms-og N, ou un fichier d'organismes",
    'esms sons --essms-og 35, ou esms sons organismes.csv',
  );
  const essmsCommande = options.essmsCommande ?? essmsOg;
  if (essmsCommande > essmsOg) {
    throw new ErreurUsage(
      `--essms-commande : ${essmsCommande} ESSMS commandés pour un organisme de ${essmsOg} (--essms-og) ; --essms-og compte tous les ESSMS de l'organisme.`,
    );
  }
  if (dateReferencement !== undefined && dateCommande === undefined) {
    throw new ErreurUsage(
      "--date-referencement va avec --date-commande : c'est l'écart entre les deux qui se contrôle.",
    );
  }
  return { essmsOg, essmsCommande, dates: { commande: dateCommande, depot: dateReferencement } };
}

/** Ce qui décrit un seul organisme n'a pas de sens avec une liste. */
function refuserAvecListe(options: OptionsSons): void {
  const presentes = [
    ['--essms-og', options.essmsOg],
    ['--essms-commande', options.essmsCommande],
    ['--date-commande', options.dateCommande],
    ['--date-referencement', options.dateReferencement],
  ].flatMap(([nom, valeur]) => (valeur === undefined ? [] : [nom]));
  if (presentes.length === 0) return;
  throw new ErreurUsage(
    `${presentes.join(', ')} : à ne pas donner avec une liste, qui a ses propres colonnes.`,
  );
}
