import type { BilanAnomalies } from '../../domaine/anomalie.ts';
import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import { fenetreDe } from '../../domaine/fenetre.ts';
import type { Releve } from '../../domaine/releve.ts';
import type { RapportIndicateurs } from '../../rapports/modele.ts';

/** Les indicateurs d'un relevé ; ses anomalies n'y sont que des comptes. */
export function mesureDe(releve: Releve): RapportIndicateurs {
  const { outil, dateReference, definitions, grappe, cibles, resultats, sources } = releve;
  return {
    outil,
    dateReference,
    fenetre: fenetreDe(releve.mois, releve.fenetre.premiereMesure),
    definitions,
    grappe,
    cibles,
    resultats,
    anomalies: comptesDe(releve),
    sources,
  };
}

function comptesDe({ anomalies: { erreurs, avertissements, parCode } }: Releve): BilanAnomalies {
  // Un relevé d'une autre version du programme peut porter un code que celle-ci ne connaît pas : il se montre tel quel.
  const codes = Object.entries(parCode) as [CodeAnomalie, number][];
  return { erreurs, avertissements, details: [], parCode: new Map(codes) };
}
