import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Où `.ci/run` demande un compte rendu JSON de chaque passage, nommé par son fuseau. */
const { ESMS_RAPPORTS, TZ = 'poste' } = process.env;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/preparation.ts'],
    testTimeout: 60_000,
    ...(ESMS_RAPPORTS
      ? {
          reporters: ['default', 'json'],
          outputFile: { json: join(ESMS_RAPPORTS, `tests-${TZ.replaceAll('/', '-')}.json`) },
        }
      : {}),
  },
});
