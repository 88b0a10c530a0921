import { type AvertissementsAttendus, CODES_NOMMES } from '../reference/avertissements.ts';
import type { Attendu } from '../reference/reference.ts';
import type { ResultatAttendu } from '../reference/resultats.ts';
import type { AvertissementRendu, Rendu, ResultatRendu } from './outil.ts';

/** Les clés du contrat que tout résultat porte, dans n'importe quel état. */
const CLES_DU_CONTRAT = [
  'niveau',
  'identifiant',
  'libelle',
  'secteur',
  'indicateur',
  'numerateur',
  'denominateur',
  'taux',
  'borne_basse',
  'borne_haute',
  'cible',
  'etat',
  'reste_a_faire',
  'provisoire',
  'avertissements',
] as const;

function egaux(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function comparerAvertissements(
  rendus: readonly AvertissementRendu[],
  attendus: AvertissementsAttendus,
): string[] {
  const trop = rendus.filter((r) => CODES_NOMMES.includes(r.code) && !attendus.permis.includes(r.code));
  const manquants = attendus.exiges.filter(
    ({ code, nombre }) => !rendus.some((r) => r.code === code && (nombre === null || r.nombre === nombre)),
  );
  return [
    ...trop.map((r) => `avertissement de trop ${r.code} (${r.nombre})`),
    ...manquants.map(
      (a) =>
        `avertissement attendu ${a.code} (${a.nombre ?? 'n'}), rendu ${JSON.stringify(rendus.find((r) => r.code === a.code)?.nombre)}`,
    ),
  ];
}

function comparerUn(
  rendu: ResultatRendu | undefined,
  attendu: ResultatAttendu,
  avertissements: AvertissementsAttendus,
): string[] {
  const nom = `${attendu.niveau} ${attendu.identifiant} ${attendu.indicateur}`;
  if (!rendu) return [`${nom} : absent`];
  const absentes = CLES_DU_CONTRAT.filter((cle) => !(cle in rendu)).map((cle) => `clé absente ${cle}`);
  const facultatives = ['essms_evalues', 'essms_atteints', 'plus_bas', 'partiel', 'manquants'] as const;
  const cles = new Set([...Object.keys(attendu), ...facultatives]) as Set<keyof ResultatAttendu>;
  const ecarts = [...cles]
    .filter((cle) => !egaux(rendu[cle], attendu[cle]))
    .map((cle) => `${cle} attendu ${JSON.stringify(attendu[cle])}, rendu ${JSON.stringify(rendu[cle])}`);
  return [...absentes, ...ecarts, ...comparerAvertissements(rendu.avertissements, avertissements)].map(
    (ecart) => `${nom} : ${ecart}`,
  );
}

/** Tous les écarts entre l'outil et la référence, un par ligne ; vide s'ils s'accordent. */
export function comparer(rendu: Rendu, attendu: Attendu): string[] {
  const parFichier = (fichiers: Attendu['fichiers']) =>
    fichiers
      .map(({ table, fichier, lignes, retenues, rejetees, ecartees }) => ({
        table,
        fichier,
        lignes,
        retenues,
        rejetees,
        ecartees,
      }))
      .sort((a, b) => (a.fichier < b.fichier ? -1 : 1));
  const [lus, voulus] = [parFichier(rendu.sources), parFichier(attendu.fichiers)];
  return [
    ...voulus.flatMap((v, i) =>
      egaux(lus[i], v)
        ? []
        : [`fichier attendu ${JSON.stringify(v)}\n        rendu   ${JSON.stringify(lus[i])}`],
    ),
    ...(lus.length === voulus.length ? [] : [`${lus.length} fichiers rendus, ${voulus.length} attendus`]),
    ...(rendu.resultats.length === attendu.resultats.length ? [] : ['nombre de résultats']),
    ...attendu.resultats.flatMap((a, i) =>
      comparerUn(rendu.resultats[i], a, attendu.avertissements[i] ?? { exiges: [], permis: [] }),
    ),
  ];
}
