import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executer } from '../../src/cli/main.ts';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { Cas } from '../aleatoire/construire.ts';
import { ecrireDepot } from '../aleatoire/ecrire.ts';
import type { ResultatAttendu } from '../reference/resultats.ts';

export interface AvertissementRendu {
  readonly code: string;
  readonly nombre: number;
  readonly message: string;
}

export type ResultatRendu = ResultatAttendu & { readonly avertissements: readonly AvertissementRendu[] };

export interface SourceRendue {
  readonly table: string;
  readonly fichier: string;
  readonly lignes: number;
  readonly retenues: number;
  readonly rejetees: number;
  readonly ecartees: number;
}

export interface Rendu {
  readonly resultats: readonly ResultatRendu[];
  readonly sources: readonly SourceRendue[];
  readonly anomalies: { readonly erreurs: number };
}

function flux() {
  let texte = '';
  return {
    write: (ajout: string) => {
      texte += ajout;
    },
    estTerminal: false,
    colonnes: 100,
    lire: () => texte,
  };
}

function argumentsDe({ demande }: Cas, dossier: string): string[] {
  const definitions = Object.entries(demande.definitions).flatMap(([cle, valeur]) => [
    '--definition',
    `${cle}=${valeur}`,
  ]);
  return [
    ...['indicateurs', dossier, '--mois', demande.mois, '--format', 'json'],
    ...['--date-reference', demande.dateReference],
    ...(demande.premiereMesure ? ['--premiere-mesure'] : []),
    ...definitions,
  ];
}

/** Écrit le dépôt, y exécute `esms indicateurs`, et rend le JSON ; refuse tout autre code que 0 et 1. */
export async function mesurer(cas: Cas): Promise<Rendu> {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-propriete-'));
  const [sortie, erreur] = [flux(), flux()];
  try {
    ecrireDepot(cas.depot, dossier);
    const code = await executer(argumentsDe(cas, dossier), {
      sortie,
      erreur,
      env: { ESMS_TRACE: '1' },
      dossierCourant: dossier,
      aujourdhui: () => '2030-01-01' as DateCivile,
    });
    if (code !== 0 && code !== 1) throw new Error(`code de sortie ${code}\n${erreur.lire()}`);
    const rendu = JSON.parse(sortie.lire()) as Rendu;
    if (code !== Number(rendu.anomalies.erreurs > 0))
      throw new Error(`code de sortie ${code} pour ${rendu.anomalies.erreurs} erreurs`);
    return rendu;
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
