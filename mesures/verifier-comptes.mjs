import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CAUSES } from './reference-complete-sql.mjs';

const ECARTEES = ['perimetre.essms_inconnu', 'dossier.inconnu'];

const lireJson = (chemin) => JSON.parse(readFileSync(chemin, 'utf8'));
const nombre = (avertissements, code) => avertissements.find((un) => un.code === code)?.nombre ?? 0;

/** Les comptes élémentaires de chaque ESSMS, relus dans les résultats publiés ; sans valeur, zéro. */
function comptesDe({ resultats }, { resultats: autres }) {
  const essms = {};
  const dit = (liste, identifiant, indicateur) =>
    liste.get(`${identifiant} ${indicateur}`) ?? { numerateur: 0, denominateur: 0, avertissements: [] };
  const parCle = (liste) =>
    new Map(
      liste
        .filter(({ niveau }) => niveau === 'essms')
        .map((un) => [`${un.identifiant} ${un.indicateur}`, un]),
    );
  const periode = parCle(resultats);
  const existence = parCle(autres);
  for (const { identifiant } of periode.values()) {
    const actifs = dit(periode, identifiant, 'dossiers_actifs');
    essms[identifiant] = {
      population: actifs.denominateur ?? 0,
      actifs: actifs.numerateur ?? 0,
      indetermines: nombre(actifs.avertissements, 'dossiers.indetermines'),
      actifs_projet: dit(periode, identifiant, 'projets').numerateur ?? 0,
      actifs_evenement_periode: dit(periode, identifiant, 'agenda').numerateur ?? 0,
      actifs_evenement_existence: dit(existence, identifiant, 'agenda').numerateur ?? 0,
      dmp: dit(periode, identifiant, 'dmp').numerateur ?? 0,
      rejetes: nombre(actifs.avertissements, 'dossiers.rejetes'),
    };
  }
  return essms;
}

/** Par fichier : l'empreinte, le sort de ses lignes, et chaque cause. */
function fichiersDe({ sources }, { anomalies }) {
  const causes = {};
  for (const { fichier, code } of anomalies.details) {
    if (!CAUSES.includes(code)) continue;
    causes[fichier] ??= {};
    causes[fichier][code] = (causes[fichier][code] ?? 0) + 1;
  }
  return Object.fromEntries(
    sources.map(({ fichier, sha256, retenues, rejetees, ecartees }) => [
      fichier,
      { sha256, retenues, rejetees, ecartees, causes: causes[fichier] ?? {} },
    ]),
  );
}

function fichiersAttendus(fichiers) {
  return Object.fromEntries(
    fichiers.map(({ fichier, sha256, sorts }) => {
      const { retenue = 0, ...causes } = sorts;
      const somme = (codes) => codes.reduce((total, code) => total + (causes[code] ?? 0), 0);
      const ecartees = somme(ECARTEES);
      return [
        fichier,
        { sha256, retenues: retenue, rejetees: somme(Object.keys(causes)) - ecartees, ecartees, causes },
      ];
    }),
  );
}

/**
 * Échoue si la requête complète et `esms indicateurs` ne rendent pas les mêmes nombres. `mesure` est le JSON de la
 * commande chronométrée ; `detail`, celui de la lecture `existence` avec toutes les anomalies (deux chemins de fichier).
 * Rend le nombre de lignes rejetées et écartées.
 */
export function verifierComptes(complete, mesure, detail) {
  const { essms, fichiers } = JSON.parse(complete);
  const [mesuree, detaillee] = [lireJson(mesure), lireJson(detail)];
  const attendus = Object.fromEntries(
    essms.map(({ finess_et, ...comptes }) => [
      finess_et,
      Object.fromEntries(Object.entries(comptes).map(([nom, n]) => [nom, n ?? 0])),
    ]),
  );
  deepStrictEqual(comptesDe(mesuree, detaillee), attendus, 'esms et la requête complète comptent autrement');
  const obtenus = fichiersDe(mesuree, detaillee);
  deepStrictEqual(
    obtenus,
    fichiersAttendus(fichiers),
    'esms et la requête complète lisent autrement les fichiers',
  );
  const somme = (cle) => Object.values(obtenus).reduce((total, fichier) => total + fichier[cle], 0);
  return { rejetees: somme('rejetees'), ecartees: somme('ecartees') };
}
