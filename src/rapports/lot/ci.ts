import type { ConstatLot, Echec } from '../../domaine/lot.ts';
import type { ElementCi, RapportCi } from '../ci/modele.ts';
import { direConclusion } from './conclusion.ts';
import type { RapportLot } from './modele.ts';

/** Ce qu'une CI lit d'un lot : une suite par soumission. */
export function ciLot(rapport: RapportLot): RapportCi {
  return {
    outil: rapport.outil,
    commande: 'lot',
    elements: [
      ...rapport.echecs.map(elementEchec),
      ...rapport.bilans.flatMap(({ nom, constats }) =>
        constats.length === 0 ? [conforme(nom)] : constats.map(elementConstat),
      ),
    ],
    tus: { erreurs: 0, avertissements: 0 },
    conclusion: direConclusion(rapport),
  };
}

const ICI = { fichier: null, ligne: null, colonne: null };

function elementEchec({ nom, code, message, aide }: Echec): ElementCi {
  return { ...ICI, code, gravite: 'erreur', message: `${nom} : ${message}`, aide, suite: nom, cas: code };
}

function elementConstat({
  soumission,
  code,
  gravite,
  mois,
  identifiant,
  message,
  attendu,
}: ConstatLot): ElementCi {
  const cas = [code, identifiant, mois].filter((partie) => partie !== null).join(' ');
  return {
    ...ICI,
    code,
    gravite,
    message: `${soumission} : ${message}`,
    aide: attendu,
    suite: soumission,
    cas,
  };
}

function conforme(nom: string): ElementCi {
  const message = `${nom} : aucun constat`;
  return {
    ...ICI,
    code: 'lot.conforme',
    gravite: 'conforme',
    message,
    aide: null,
    suite: nom,
    cas: 'contrôles',
  };
}
