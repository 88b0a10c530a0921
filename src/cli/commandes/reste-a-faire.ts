import { dernierJour, ecrireDate, type Mois, nommerMois } from '../../domaine/date-civile.ts';
import { FORMATS_RESTE_A_FAIRE } from '../../rapports/reste-a-faire/formats.ts';
import { AVIS } from '../../rapports/reste-a-faire/phrases.ts';
import { nommer } from '../../rapports/texte.ts';
import { estClos, etablirResteAFaire, JOURS_DE_SAISIE } from '../../suivi/reste-a-faire/etablir.ts';
import { codeDesConstats } from '../code-sortie.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { livrer, presenter } from '../livraison.ts';
import type { OptionsResteAFaire } from '../programme-suivi/reste-a-faire.ts';
import { mesurer } from './mesure.ts';

type Options = OptionsResteAFaire & { readonly mois: Mois };

/** `esms reste-a-faire` : la seule sortie qui porte des identifiants de dossier. */
export async function resteAFaire(depot: string, options: Options, contexte: Contexte): Promise<number> {
  refuserMoisClos(options, contexte);
  refuserTube(options, contexte);
  const { mois, premiereMesure = false, indicateur = null, essms = null } = options;
  const issue = await mesurer({ depot, options, rien: 'aucune liste' }, contexte, (lecture) =>
    etablirResteAFaire({ ...lecture, mois, premiereMesure, indicateur, finessEt: essms }),
  );
  if (issue === null) return CODES.usage;
  const { rendu, anomalies, sources, conclure } = issue;
  if ('perimetre' in rendu) {
    throw new ErreurUsage(`--essms : ${essms} n'est pas au périmètre (${nommer(rendu.perimetre, 5)}).`);
  }
  if (!options.silencieux) contexte.erreur.write(`${AVIS}\n`);
  const { rendre } = await FORMATS_RESTE_A_FAIRE[options.format as keyof typeof FORMATS_RESTE_A_FAIRE]();
  await livrer(
    rendre({ ...rendu.rapport, anomalies, sources }, presenter(options, contexte)),
    options,
    contexte,
  );
  conclure();
  return codeDesConstats({ refus: false, anomalies, sources }, options.tolererRejets);
}

function refuserMoisClos({ mois, moisClos, dateReference }: Options, contexte: Contexte): void {
  const reference = dateReference ?? contexte.aujourdhui();
  if (moisClos || !estClos(mois, reference)) return;
  throw new ErreurUsage(
    `${nommerMois(mois)} est clos : fini le ${ecrireDate(dernierJour(mois))}, plus de ${JOURS_DE_SAISIE} jours avant le ${ecrireDate(reference)}. Une liste de travail pour un mois clos inviterait à antidater ; un geste d'aujourd'hui compte pour le mois en cours. Pour comprendre ce mois sans rien y saisir : --mois-clos.`,
  );
}

/** Un tube finit souvent dans un journal ou un courriel ; une CI, toujours dans un journal. */
function refuserTube({ sortie, montrerValeurs }: Options, { sortie: flux, env }: Contexte): void {
  if (montrerValeurs) return;
  const cette = 'cette liste porte des identifiants de dossier :';
  if ((env.CI ?? '') !== '') {
    throw new ErreurUsage(
      `${cette} dans une CI (la variable CI est définie), elle ne s'écrit qu'avec --montrer-valeurs.`,
    );
  }
  if (sortie === '-' && !flux.estTerminal) {
    throw new ErreurUsage(
      `${cette} hors d'un terminal, elle ne s'écrit que dans un fichier (--sortie FICHIER), ou avec --montrer-valeurs.`,
    );
  }
}
