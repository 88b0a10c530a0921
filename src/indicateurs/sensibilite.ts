import { ETATS, type Etat, type Resultat } from '../domaine/resultat.ts';
import type { EtatSelon, Sensibilite } from '../domaine/sensibilite.ts';
import { combiner, decrire } from './conditions.ts';
import type { CleDefinition, Definitions } from './definitions.ts';
import { REGISTRE } from './registre.ts';

/** Les résultats d'un périmètre sous une combinaison de définitions, dans l'ordre du contrat. */
export interface Variante {
  readonly definitions: Definitions;
  readonly resultats: readonly Pick<Resultat, 'niveau' | 'identifiant' | 'indicateur' | 'etat'>[];
}

/**
 * Pour chaque résultat, si son état tient sous toutes les définitions dont il dépend, et sinon sous lesquelles.
 * `variantes` : toutes les combinaisons, des mêmes résultats.
 */
export function mesurerSensibilite(variantes: readonly Variante[], enVigueur: Definitions): Sensibilite[] {
  const sous = new Map(variantes.map(({ definitions, resultats }) => [nommer(definitions), resultats]));
  const dejaDits = new Map<string, readonly EtatSelon[]>();
  return (sous.get(nommer(enVigueur)) ?? []).map(({ niveau, identifiant, indicateur, etat }, rang) => {
    const cles = REGISTRE[indicateur].definitions;
    const cas = combiner(cles).map((definitions) => {
      const variante = sous.get(nommer({ ...enVigueur, ...definitions }))?.[rang];
      if (variante === undefined) throw new Error(`variante absente : ${JSON.stringify(definitions)}`);
      return { definitions, etat: variante.etat };
    });
    const motif = [indicateur, etat, ...cas.map((un) => un.etat)].join(' ');
    const etats = dejaDits.get(motif) ?? rassembler(etat, cas, cles);
    dejaDits.set(motif, etats);
    const tient = etats.length === 1;
    return { niveau, identifiant, indicateur, etat, tient, combinaisons: cas.length, etats };
  });
}

interface CasEprouve {
  readonly definitions: Partial<Definitions>;
  readonly etat: Etat;
}

/** Les états rencontrés, celui des définitions en vigueur d'abord, chacun avec ce qui le rend. */
function rassembler(
  enVigueur: Etat,
  cas: readonly CasEprouve[],
  cles: readonly CleDefinition[],
): readonly EtatSelon[] {
  return [enVigueur, ...ETATS.filter((un) => un !== enVigueur)].flatMap((etat) => {
    const siennes = cas.filter((un) => un.etat === etat).map(({ definitions }) => definitions);
    return siennes.length === 0 ? [] : { etat, nombre: siennes.length, conditions: decrire(siennes, cles) };
  });
}

function nommer({ dossier_actif, population, evenement_agenda }: Definitions): string {
  return `${dossier_actif} ${population} ${evenement_agenda}`;
}
