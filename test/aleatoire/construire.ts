import type { Forme } from '../reference/champs.ts';
import { fenetreDeReference } from '../reference/contexte.ts';
import type { Demande, DepotLogique } from '../reference/depot-logique.ts';
import { glisserDefauts } from './defauts.ts';
import { finess } from './finess.ts';
import { dater } from './jours.ts';
import { lignesDe, tableDe } from './lignes.ts';
import { type Scenario, scenario } from './scenario.ts';
import { monterSources } from './sources.ts';

/** Un dépôt et la mesure demandée. */
export interface Cas {
  readonly depot: DepotLogique;
  readonly demande: Demande;
}

/** Le dépôt d'un scénario, sans plus aucun hasard. */
function construire(s: Scenario): Cas {
  const { mois, premiereMesure, definitions } = s;
  const fenetre = fenetreDeReference({ mois, premiereMesure, definitions, dateReference: '' });
  const dateReference = dater({ ancre: 'fin', ecart: s.referenceAvantFin ? -2 : 60 }, fenetre);
  const lignes = lignesDe(s.essms, { ogs: s.ogs, mois, toutEnDetail: s.canonique }, fenetre);
  glisserDefauts(lignes, s.defauts);
  const sources = (Object.keys(lignes) as Forme[])
    .filter((forme) => forme === 'essms' || !s.dispositions[tableDe(forme)].absente)
    .filter((forme) => lignes[forme].length > 0)
    .flatMap((forme) => monterSources(forme, lignes[forme], s, fenetre));
  const alias = s.essms.flatMap((e, i) =>
    e.aUnSecondaire ? [[finess('secondaire', i), finess('et', i)]] : [],
  );
  const cibles = Object.entries(s.cibles).flatMap(([code, valeur]) =>
    valeur === null ? [] : [[code, valeur]],
  );
  return {
    depot: {
      sources,
      aliasFiness: Object.fromEntries(alias),
      cibles: Object.fromEntries(cibles),
      tablesDeclarees: !s.canonique,
    },
    demande: { mois, premiereMesure, dateReference, definitions },
  };
}

/** Des dépôts petits, cohérents et retors. */
export const cas = scenario.map(construire);
