import { enCi } from './ci/formats.ts';
import { ciIndicateurs } from './indicateurs/ci.ts';
import { rendreCsv as indicateursCsv } from './indicateurs/csv.ts';
import { rendreJson as indicateursJson } from './indicateurs/json.ts';
import { rendreMarkdown as indicateursMarkdown } from './indicateurs/markdown.ts';
import { rendreTable as indicateursTable } from './indicateurs/table.ts';
import type { RapportIndicateurs, RapportVerification } from './modele.ts';
import type { Presentation } from './presentation.ts';
import { rendreJson as reglesJson } from './regles/json.ts';
import type { RapportRegles } from './regles/modele.ts';
import { rendreTable as reglesTable } from './regles/table.ts';
import { ciVerification } from './verification/ci.ts';
import { rendreCsv as verificationCsv } from './verification/csv.ts';
import { rendreJson as verificationJson } from './verification/json.ts';
import { rendreTable as verificationTable } from './verification/table.ts';

/** Un rapport est une fonction pure d'un modèle ; son texte vient entier ou par morceaux. */
type Rendu<Modele> = (modele: Modele, presentation: Presentation) => string | Iterable<string>;

/** Les formats de `esms indicateurs`. */
export const RAPPORTS_INDICATEURS = {
  table: indicateursTable,
  csv: indicateursCsv,
  json: indicateursJson,
  markdown: indicateursMarkdown,
  ...enCi(ciIndicateurs),
} as const satisfies Readonly<Record<string, Rendu<RapportIndicateurs>>>;

/** Les formats de `esms verifier`. */
export const RAPPORTS_VERIFICATION = {
  table: verificationTable,
  csv: verificationCsv,
  json: verificationJson,
  ...enCi(ciVerification),
} as const satisfies Readonly<Record<string, Rendu<RapportVerification>>>;

/** Les formats de `esms regles lister`. */
export const RAPPORTS_REGLES = {
  table: reglesTable,
  json: reglesJson,
} as const satisfies Readonly<Record<string, Rendu<RapportRegles>>>;
