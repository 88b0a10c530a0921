import type { Controle, EtatControle } from '../../domaine/financement/eligibilite.ts';
import { elementsDe, tusDe } from '../ci/anomalies.ts';
import { enCi } from '../ci/formats.ts';
import type { ElementCi, GraviteCi, RapportCi } from '../ci/modele.ts';
import { direNom } from '../dossier/phrases.ts';
import { assainir } from '../texte.ts';
import type { RapportEligibilite } from './modele.ts';
import { CONTROLES_EN_MOTS, direRegle, direVerdict } from './phrases.ts';

const GRAVITES: Readonly<Record<EtatControle, GraviteCi>> = {
  conforme: 'conforme',
  non_controle: 'sans_objet',
  a_verifier: 'avertissement',
  ineligible: 'erreur',
};

/** Un élément par contrôle de la grappe et de chaque ESSMS, puis les anomalies de la lecture. */
export function ciEligibilite({ entete, eligibilite }: RapportEligibilite): RapportCi {
  const { grappe, essms } = eligibilite;
  const controles = [
    ...grappe.controles.map((un) => elementDe(un, direNom(entete))),
    ...essms.flatMap(({ essms: { libelle, finessEt }, controles: siens }) =>
      siens.map((un) => elementDe(un, `${assainir(libelle)} (${finessEt})`)),
    ),
  ];
  return {
    outil: entete.outil,
    commande: 'eligibilite',
    elements: [...controles, ...elementsDe(entete.anomalies)],
    tus: tusDe(entete.anomalies),
    conclusion: direVerdict(eligibilite),
    fiches: FICHES,
  };
}

function elementDe(controle: Controle, suite: string): ElementCi {
  const { code, etat, message, aide } = controle;
  const regle = direRegle(controle);
  return {
    code: `eligibilite.${code}`,
    gravite: GRAVITES[etat],
    fichier: null,
    ligne: null,
    colonne: null,
    suite,
    cas: `${suite} : ${CONTROLES_EN_MOTS[code]}`,
    message: assainir([message, ...(regle === null ? [] : [regle])].join(' ; ')),
    aide: aide === null ? null : assainir(aide),
  };
}

const FICHES = Object.fromEntries(
  Object.entries(CONTROLES_EN_MOTS).map(([code, mots]) => [
    `eligibilite.${code}`,
    { titre: `Éligibilité : ${mots}`, explication: `Contrôle d'éligibilité au programme : ${mots}.` },
  ]),
);

const { junit, sarif, github } = enCi(ciEligibilite);

export { github, junit, sarif };
