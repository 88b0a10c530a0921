import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NOMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Le navigateur du poste, trouvé sur le PATH ; `null` : il n'y en a pas. */
export const NAVIGATEUR: string | null = chercher();

function chercher(): string | null {
  for (const dossier of (process.env.PATH ?? '').split(delimiter)) {
    for (const nom of NOMS) {
      const chemin = join(dossier, nom);
      try {
        accessSync(chemin, constants.X_OK);
        return chemin;
      } catch {
        // Pas ici.
      }
    }
  }
  return null;
}

/** Le lance sans réseau de fond, avec un profil neuf. */
export async function ouvrirNavigateur(executablePath: string): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
