import { createRequire } from 'node:module';

const paquet = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** Version du programme, celle de `package.json`. */
export const VERSION = paquet.version;
