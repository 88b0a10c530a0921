import { type DateCivile, joursEntre, type Mois } from '../../domaine/date-civile.ts';
import { fenetreDe } from '../../domaine/fenetre.ts';
import type { RapportResteAFaire } from '../../rapports/reste-a-faire/modele.ts';
import { decrireOutil } from '../../regles/outil.ts';
import { avecCalcul, type Issue, type OptionsLecture } from '../calcul.ts';
import { dresserListe, type Restriction } from './dresser.ts';
import { lireManquants } from './lire.ts';

/** Jours après la fin d'un mois pendant lesquels on saisit encore ce qui y a eu lieu. */
export const JOURS_DE_SAISIE = 10;

export interface OptionsResteAFaire extends OptionsLecture, Restriction {
  readonly mois: Mois;
  readonly premiereMesure: boolean;
}

/** L'ESSMS demandé n'est pas au périmètre : voici ceux qui y sont. */
interface HorsPerimetre {
  readonly perimetre: readonly string[];
}

/** Vrai si le mois est fini depuis trop longtemps pour qu'une liste de travail n'invite pas à antidater. */
export function estClos(mois: Mois, dateReference: DateCivile): boolean {
  return joursEntre(fenetreDe(mois).fin, dateReference) > JOURS_DE_SAISIE;
}

/** Établit la liste de travail d'un mois. Un FINESS secondaire vaut celui auquel `alias_finess` le rattache (P7). */
export async function etablirResteAFaire(
  options: OptionsResteAFaire,
): Promise<Issue<HorsPerimetre | { readonly rapport: Omit<RapportResteAFaire, 'anomalies' | 'sources'> }>> {
  const { mois, dateReference, indicateur, regles, repertoire } = options;
  const fenetre = fenetreDe(mois, options.premiereMesure);
  return await avecCalcul(options, fenetre, async ({ charge: { session, depot }, calcul }) => {
    if (calcul === null) throw new Error('une liste de travail demande une fenêtre');
    const { definitions, grappe, lignes } = calcul;
    const finessEt =
      options.finessEt === null ? null : (depot.alias_finess[options.finessEt] ?? options.finessEt);
    const perimetre = lignes.map(({ essms }) => essms.finessEt);
    if (finessEt !== null && !perimetre.includes(finessEt)) return { perimetre };
    const manquants = await lireManquants(session, definitions);
    return {
      rapport: {
        outil: decrireOutil(regles),
        dateReference,
        fenetre,
        moisClos: estClos(mois, dateReference),
        definitions,
        grappe,
        indicateur,
        finessEt,
        ...dresserListe(manquants, calcul, { indicateur, finessEt }),
        indexFiness: repertoire?.cite ?? null,
      },
    };
  });
}
