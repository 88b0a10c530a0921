// Préchargé (`node --import`) : écrit le pic de mémoire du processus (Ko) sur le descripteur 3, à la sortie.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  try {
    writeSync(3, String(process.resourceUsage().maxRSS));
  } catch {
    // Pas de descripteur 3 : personne n'écoute.
  }
});
