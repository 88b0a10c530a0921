import { rmSync } from 'node:fs';

/** Une construction part d'un dossier vide : un module supprimé de src ne reste pas dans le paquet. */
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
