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
  const compte = await compterOg(options, contexte);
  const { essmsOg, essmsCommande, dates } = lireDemande({
    ...options,
    essmsOg: compte?.essmsOg ?? options.essmsOg,
  });
  const { jeu } = await reglesEnVigueur(options, contexte);
  const vague = resoudreVague(jeu, Number(options.vague), options.dateReference ?? contexte.aujourdhui());
  const calcule = calculerSons(vague, { essmsOg, essmsCommande, dates });
  const resultat = {
    ...calcule,
    avertissements: [...calcule.avertissements, ...(compte?.avertissements ?? [])],
  };
  const { rendre } = await FORMATS_SONS[options.format as keyof typeof FORMATS_SONS]();
  await livrer(rendre({ vague, sons: resultat }, presenter(options, contexte)), options, contexte);
  return aConstat(resultat.avertissements) ? CODES.constats : CODES.ok;
}

/** Le nombre d'ESSMS d'un organisme, compté dans l'index : rien ne se charge sans --finess-ej. */
async function compterOg(options: OptionsSons, contexte: Contexte) {
  const { finessEj, essmsOg } = options;
  if (finessEj === undefined) return null;
  const { compterEssms } = await import('./sons-index.ts');
  return compterEssms({ ...options, finessEj, essmsOg }, contexte);
}

function lireDemande(
  options: Pick<OptionsSons, 'essmsCommande' | 'dateCommande' | 'dateReferencement'> & {
    readonly essmsOg: number | undefined;
  },
) {
  const { dateCommande, dateReferencement } = options;
  const essmsOg = exiger(
    options.essmsOg,
    "--essms-og N, --finess-ej NUMERO, ou un fichier d'organismes",
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
    ['--finess-ej', options.finessEj],
    ['--essms-commande', options.essmsCommande],
    ['--date-commande', options.dateCommande],
    ['--date-referencement', options.dateReferencement],
  ].flatMap(([nom, valeur]) => (valeur === undefined ? [] : [nom]));
  if (presentes.length === 0) return;
  throw new ErreurUsage(
    `${presentes.join(', ')} : à ne pas donner avec une liste, qui a ses propres colonnes.`,
  );
}
