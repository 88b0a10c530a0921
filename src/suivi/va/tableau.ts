import type { TableauVa } from '../../domaine/releve.ts';
import type { Element, MesureVa } from '../../domaine/va.ts';

type Compte = Exclude<keyof TableauVa, 'finessEt'>;
type Bord = Pick<MesureVa, 'tableau' | 'vus'>;

/** Ce que les données disent d'un élément : vrai, faux, ou `null` si elles ne disent rien. */
export type Dit = readonly [element: Element, vrai: boolean | null];

/** V1 : les comptes du tableau de bord, dans l'ordre où il se lit. */
const TABLEAU: readonly (readonly [Element, Compte])[] = [
  ['documents_avec_ins', 'documentsAvecIns'],
  ['documents_sans_ins', 'documentsSansIns'],
  ['documents', 'documents'],
  ['messages_professionnels', 'messagesProfessionnels'],
  ['messages_usagers', 'messagesUsagers'],
  ['dossiers_dmp', 'dossiersDmp'],
  ['dossiers_mss_professionnel', 'dossiersMssProfessionnel'],
  ['dossiers_mss_usager', 'dossiersMssUsager'],
  ['dossiers_trois_actions', 'dossiersTroisActions'],
];

/** Le moins que les données prouvent d'un compte. */
function auMoins({ tableau, vus }: Bord, compte: Compte): number {
  return tableau[compte] ?? (compte in vus ? vus[compte as keyof typeof vus] : 0);
}

/** V1 : chaque compte est établi, exact ou « au moins un » ; qu'il soit nul regarde V2. */
export function comptesEtablis(bord: Bord | null): Dit[] {
  return TABLEAU.map(([element, compte]) => {
    const etabli = bord !== null && (bord.tableau[compte] !== null || auMoins(bord, compte) > 0);
    return [element, etabli ? true : null];
  });
}

/**
 * V2 : ce qui doit être non nul ; les documents « sans INS » peuvent l'être. Les `comptes` connus décident ; sinon, un seul
 * de `prouve` non nul le rend non nul, un seul de `borne` nul le rend nul.
 */
const NON_NULS: readonly {
  readonly element: Element;
  readonly comptes: readonly Compte[];
  readonly prouve?: readonly Compte[];
  readonly borne?: readonly Compte[];
}[] = [
  {
    element: 'documents',
    comptes: ['documents'],
    prouve: ['documentsAvecIns', 'documentsSansIns', 'dossiersDmp'],
    borne: ['dossiersDmp'],
  },
  { element: 'messages', comptes: ['messagesProfessionnels', 'messagesUsagers'] },
  { element: 'dossiers_dmp', comptes: ['dossiersDmp'], prouve: ['documents'], borne: ['documents'] },
  {
    element: 'dossiers_mss_professionnel',
    comptes: ['dossiersMssProfessionnel'],
    borne: ['messagesProfessionnels'],
  },
  { element: 'dossiers_mss_usager', comptes: ['dossiersMssUsager'], borne: ['messagesUsagers'] },
  {
    element: 'dossiers_trois_actions',
    comptes: ['dossiersTroisActions'],
    borne: [
      'documents',
      'messagesProfessionnels',
      'messagesUsagers',
      'dossiersDmp',
      'dossiersMssProfessionnel',
      'dossiersMssUsager',
    ],
  },
];

/** V2 : vrai si le compte est non nul, faux s'il est nul, `null` si rien ne le dit. */
export function valeursNonNulles(bord: Bord | null): Dit[] {
  return NON_NULS.map(({ element, comptes, prouve = [], borne = [] }) => {
    if (bord === null) return [element, null];
    if (comptes.every((compte) => bord.tableau[compte] !== null)) {
      return [element, comptes.some((compte) => auMoins(bord, compte) > 0)];
    }
    if ([...comptes, ...prouve].some((compte) => auMoins(bord, compte) > 0)) return [element, true];
    return [element, borne.some((compte) => bord.tableau[compte] === 0) ? false : null];
  });
}
