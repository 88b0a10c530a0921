import { CATALOGUE, type FicheAnomalie } from '../../domaine/catalogue.ts';
import { ecrireJson } from '../json.ts';
import { INSECABLE } from '../nombres.ts';
import { cheminDe, direMessage } from './lieu.ts';
import type { ElementCi, GraviteCi, PresentationCi, RapportCi } from './modele.ts';
import { montresDe, totauxDe } from './seuil.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const NIVEAUX: Readonly<Partial<Record<GraviteCi, 'error' | 'warning' | 'note'>>> = {
  erreur: 'error',
  avertissement: 'warning',
  information: 'note',
};

/** Un journal SARIF 2.1.0 : une exécution, les règles citées, un résultat par constat. Ce qui va bien n'y est pas. */
export function rendreSarif(rapport: RapportCi, ci: PresentationCi): string {
  const montres = montresDe(rapport, ci.seuil).filter(({ gravite }) => NIVEAUX[gravite] !== undefined);
  const codes = [...new Set(montres.map(({ code }) => code))];
  const { outil, commande, tus, conclusion } = rapport;
  const journal = ecrireJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: outil.nom,
            semanticVersion: outil.version,
            language: 'fr',
            rules: codes.map((code) => regleDe(code, rapport)),
          },
        },
        results: montres.map((element) => resultatDe(element, codes.indexOf(element.code), ci)),
        columnKind: 'utf16CodeUnits',
        properties: {
          commande,
          conclusion,
          regles: outil.regles,
          ...totauxDe(rapport),
          non_detailles: tus.erreurs + tus.avertissements,
        },
      },
    ],
  });
  return journal.replaceAll(INSECABLE, ' ');
}

/** La fiche du catalogue, ou celle du rapport ; sans l'une ni l'autre, le code seul. */
function regleDe(code: string, { fiches = {} }: RapportCi) {
  const fiche: Partial<FicheAnomalie> | undefined =
    fiches[code] ?? (CATALOGUE as Readonly<Record<string, FicheAnomalie>>)[code];
  return {
    id: code,
    ...(fiche?.titre && { shortDescription: { text: fiche.titre } }),
    ...(fiche?.explication && { fullDescription: { text: fiche.explication } }),
    ...(fiche?.aide && { help: { text: `${fiche.aide} (esms regles montrer ${code})` } }),
    ...(fiche?.gravite && { defaultConfiguration: { level: NIVEAUX[fiche.gravite] } }),
  };
}

function resultatDe(element: ElementCi, ruleIndex: number, ci: PresentationCi) {
  const { code, gravite, ligne, colonne, aide } = element;
  const message = direMessage(element);
  return {
    ruleId: code,
    ruleIndex,
    level: NIVEAUX[gravite],
    message: { text: sansLien(aide === null ? message : `${message}. Aide : ${aide}`) },
    locations: [
      {
        // GitHub exige un fichier et une ligne : la première, quand le constat porte sur tout le fichier.
        physicalLocation: {
          artifactLocation: { uri: uriDe(cheminDe(element, ci)), uriBaseId: '%SRCROOT%' },
          region: { startLine: ligne ?? 1 },
        },
        ...(colonne !== null && { logicalLocations: [{ name: colonne, kind: 'member' }] }),
      },
    ],
  };
}

/** Un nom de fichier peut porter une moitié de paire UTF-16, qu'aucune adresse ne sait écrire. */
function uriDe(chemin: string): string {
  return chemin
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** « [texte](adresse) » est un lien dans un message SARIF (§ 3.11.6) : une valeur fautive n'en fait pas. */
function sansLien(texte: string): string {
  return texte.replaceAll('](', '] (');
}
