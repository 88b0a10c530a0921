import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ouverts = new Set<string>();
let filet = false;

function effacer(chemin: string): void {
  ouverts.delete(chemin);
  rmSync(chemin, { recursive: true, force: true, maxRetries: 3 });
}

/** Un dossier temporaire lisible du seul usager (0700) : il reçoit des copies de données de santé. */
export interface DossierPrive {
  readonly chemin: string;
  /** Efface le dossier et son contenu ; sans effet la seconde fois. */
  readonly effacer: () => void;
}

/**
 * Crée un dossier privé. Il est effacé par `effacer()`, et à défaut à la sortie du processus ; la couche
 * `cli` transforme les signaux en sortie ordinaire.
 */
export function creerDossierPrive(): DossierPrive {
  const chemin = mkdtempSync(join(tmpdir(), 'esms-'));
  ouverts.add(chemin);
  if (!filet) {
    filet = true;
    process.once('exit', () => {
      for (const reste of ouverts) effacer(reste);
    });
  }
  return { chemin, effacer: () => effacer(chemin) };
}
