import { CATALOGUE } from '../../domaine/catalogue.ts';
import type { BilanAnomalies, RapportVerification } from '../modele.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { finir } from '../texte.ts';
import { direFournies } from '../vocabulaire.ts';
import { direAnomalie, parFichier } from './anomalies.ts';
import { rendreComptes } from './comptes.ts';

/** Chaque anomalie, groupée par fichier ; puis les comptes de chaque fichier ; puis le verdict. */
export function rendreTable(rapport: RapportVerification, { palette }: Presentation): string {
  const { anomalies, sources, outil } = rapport;
  const blocs = [
    ...parFichier(anomalies.details).map((groupe) =>
      groupe.flatMap((detail) => direAnomalie(detail, palette)),
    ),
    direTotaux(anomalies),
    sources.length > 0 ? rendreComptes(sources, palette) : [],
    outil.fournies ? [`Règles ${outil.regles.slice(0, 12)}${direFournies(outil)}`] : [],
    [teindre(direVerdict(anomalies))],
  ];
  return finir(
    blocs.filter((bloc) => bloc.length > 0).flatMap((bloc, rang) => (rang > 0 ? ['', ...bloc] : bloc)),
  );

  function teindre(verdict: string): string {
    if (anomalies.erreurs > 0) return palette.mauvais(verdict);
    return anomalies.avertissements > 0 ? palette.doute(verdict) : palette.bon(verdict);
  }
}

/** Les totaux par code, du plus fréquent au plus rare : c'est par là qu'on commence. */
function direTotaux({ parCode, details, erreurs, avertissements }: BilanAnomalies): string[] {
  if (parCode.size === 0) return [];
  const tus = erreurs + avertissements - details.length;
  const entete =
    tus > 0
      ? `Par code (${ecrireEntier(tus)} non ${tus > 1 ? 'détaillées' : 'détaillée'} ci-dessus : --max-anomalies) :`
      : 'Par code :';
  const codes = [...parCode].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const largeur = Math.max(...codes.map(([, nombre]) => ecrireEntier(nombre).length));
  return [
    entete,
    ...codes.map(
      ([code, nombre]) => ` ${ecrireEntier(nombre).padStart(largeur)}  ${code} : ${CATALOGUE[code].titre}`,
    ),
  ];
}

/** La phrase qui conclut. */
export function direVerdict({ erreurs, avertissements, parCode }: BilanAnomalies): string {
  const reste = avertissements > 0 ? accorder(avertissements, 'avertissement') : 'aucun avertissement';
  if ([...parCode.keys()].some((code) => CATALOGUE[code].refus)) {
    return `REFUSÉ : un fichier ou la configuration ne se lit pas ; ${accorder(erreurs, 'erreur')}, ${reste}.`;
  }
  if (erreurs > 0) return `À CORRIGER : ${accorder(erreurs, 'erreur')}, ${reste}.`;
  return `SANS ERREUR : ${reste}.`;
}
