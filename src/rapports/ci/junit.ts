import type { Gravite } from '../../domaine/anomalie.ts';
import { grouper } from '../../domaine/grouper.ts';
import { accorder, INSECABLE } from '../nombres.ts';
import { direLieu, HORS_FICHIER } from '../verification/anomalies.ts';
import { cheminDe } from './lieu.ts';
import type { ElementCi, GraviteCi, PresentationCi, RapportCi } from './modele.ts';
import { estEchec, montresDe, totauxDe } from './seuil.ts';
import { ecrireXml, type Noeud } from './xml.ts';

interface Cas {
  readonly element: ElementCi;
  /** Unique dans tout le compte rendu : GitLab ignore le second cas d'un même nom. */
  readonly nom: string;
  readonly issue: 'reussi' | 'echec' | 'ignore';
}

/**
 * Un compte rendu JUnit, dans ce que GitLab et Jenkins en lisent tous deux. Un échec est ce qui fait sortir 1 ; un
 * avertissement, une information et un sans-objet sont ignorés (`skipped`) : ni échecs, ni réussites.
 */
export function rendreJunit(rapport: RapportCi, ci: PresentationCi): string {
  const elements = [compteDe(rapport, ci.seuil), ...montresDe(rapport, ci.seuil)];
  const cas = casDe(elements, ci.seuil);
  const document = ecrireXml({
    nom: 'testsuites',
    attributs: { name: `esms ${rapport.commande}`, ...comptes(cas) },
    enfants: [...parSuite(cas)].map(([nom, siens]) => suite(nom, siens, rapport, ci)),
  });
  return document.replaceAll(INSECABLE, ' ');
}

const BILAN = 'bilan';

/** Le premier cas : ce qui est compté et non détaillé ne disparaît pas, et un compte rendu n'est jamais vide. */
function compteDe({ tus, conclusion }: RapportCi, seuil: Gravite | undefined): ElementCi {
  const avertissements = seuil === 'erreur' ? 0 : tus.avertissements;
  const commun = { code: BILAN, fichier: null, ligne: null, colonne: null, suite: BILAN };
  const cas = 'toutes les anomalies sont détaillées';
  if (tus.erreurs + avertissements === 0) {
    return { ...commun, cas, gravite: 'conforme', message: conclusion, aide: null };
  }
  return {
    ...commun,
    cas,
    gravite: tus.erreurs > 0 ? 'erreur' : 'avertissement',
    message: `non détaillés : ${accorder(tus.erreurs, 'erreur')}, ${accorder(avertissements, 'avertissement')}`,
    aide: 'augmentez --max-anomalies',
  };
}

function casDe(elements: readonly ElementCi[], seuil: Gravite | undefined): Cas[] {
  const fois = new Map<string, number>();
  return elements.map((element) => {
    const nom = element.cas ?? `${direLieu(element)} ${element.code}`;
    const rang = (fois.get(nom) ?? 0) + 1;
    fois.set(nom, rang);
    return { element, nom: rang > 1 ? `${nom} (${rang})` : nom, issue: issueDe(element.gravite, seuil) };
  });
}

function issueDe(gravite: GraviteCi, seuil: Gravite | undefined): Cas['issue'] {
  if (gravite === 'conforme') return 'reussi';
  return estEchec(gravite, seuil) ? 'echec' : 'ignore';
}

function parSuite(cas: readonly Cas[]): Map<string, Cas[]> {
  return grouper(cas, ({ element }) => element.suite ?? element.fichier ?? HORS_FICHIER);
}

function comptes(cas: readonly Cas[]) {
  const compter = (une: Cas['issue']): number => cas.filter(({ issue }) => issue === une).length;
  return { tests: cas.length, failures: compter('echec'), errors: 0, skipped: compter('ignore') };
}

function suite(nom: string, cas: readonly Cas[], rapport: RapportCi, ci: PresentationCi): Noeud {
  return {
    nom: 'testsuite',
    attributs: { name: nom, ...comptes(cas) },
    enfants: [
      ...(nom === BILAN ? [proprietes(rapport)] : []),
      ...cas.map((un) => noeudDe(un, nom, rapport.commande, ci)),
    ],
  };
}

/** Les totaux vrais, même au-delà du détail. */
function proprietes(rapport: RapportCi): Noeud {
  const { outil, tus } = rapport;
  const { erreurs, avertissements } = totauxDe(rapport);
  const valeurs = {
    version: outil.version,
    regles: outil.regles,
    erreurs,
    avertissements,
    non_detailles: tus.erreurs + tus.avertissements,
  };
  return {
    nom: 'properties',
    enfants: Object.entries(valeurs).map(([name, value]) => ({
      nom: 'property',
      attributs: { name, value },
    })),
  };
}

function noeudDe({ element, nom, issue }: Cas, suite: string, commande: string, ci: PresentationCi): Noeud {
  const { code, fichier, message, aide } = element;
  const texte = aide === null ? message : `${message}\naide : ${aide}`;
  const dedans = {
    reussi: { nom: 'system-out', texte },
    echec: { nom: 'failure', attributs: { type: code, message }, texte },
    ignore: { nom: 'skipped', attributs: { message }, texte },
  } satisfies Record<Cas['issue'], Noeud>;
  return {
    nom: 'testcase',
    attributs: {
      // Jenkins coupe au dernier point : ce qui précède est le paquet, ce qui suit la classe.
      classname: `${commande}.${suite.replaceAll('.', '_')}`,
      name: nom,
      file: fichier === null ? undefined : cheminDe(element, ci),
    },
    enfants: [dedans[issue]],
  };
}
