import { CONTRATS } from '../../rapports/contrats/registre.ts';
import { ecrireJson } from '../../rapports/json.ts';
import { finir } from '../../rapports/texte.ts';
import { formes, NOMS_PUBLICS } from '../../tables/index.ts';
import { ORGANISMES } from '../../tables/organismes.ts';
import { tableSchema } from '../../tables/table-schema.ts';
import type { Contexte } from '../contexte.ts';
import { CODES, ErreurUsage } from '../erreurs.ts';
import { livrer, paletteDe } from '../livraison.ts';
import type { OptionsSortie } from '../options.ts';
import { vouliezVousDire } from '../suggestion.ts';

interface Publication {
  readonly titre: string;
  readonly schema: () => unknown;
}

/** `esms schema` : la liste des schémas, ou l'un d'eux. */
export async function schema(
  nom: string | undefined,
  options: OptionsSortie,
  contexte: Contexte,
): Promise<number> {
  const sorties = sortiesPubliees();
  const tables = tablesPubliees();
  if (nom === undefined) {
    await livrer(lister(sorties, tables, options, contexte), options, contexte);
    return CODES.ok;
  }
  const publication = sorties.get(nom) ?? tables.get(nom);
  if (!publication) {
    const noms = [...sorties.keys(), ...tables.keys()];
    throw new ErreurUsage(
      `schéma inconnu « ${nom} ».${vouliezVousDire(nom, noms)} « esms schema » en donne la liste.`,
    );
  }
  await livrer(ecrireJson(publication.schema()), options, contexte);
  return CODES.ok;
}

function sortiesPubliees(): Map<string, Publication> {
  return new Map(Object.entries(CONTRATS).map(([nom, { titre, schema }]) => [nom, { titre, schema }]));
}

/** Une table à deux formes se publie sous le nom de chacune (`mss_detail`, `mss_decomptes`). */
function tablesPubliees(): Map<string, Publication> {
  return new Map(
    [...NOMS_PUBLICS.flatMap(formes), ORGANISMES].map((table) => [
      table.nom,
      { titre: table.titre, schema: () => tableSchema(table) },
    ]),
  );
}

/** La place du plus long des noms publiés. */
const LARGEUR_NOM = 20;

function lister(
  sorties: ReadonlyMap<string, Publication>,
  tables: ReadonlyMap<string, Publication>,
  options: OptionsSortie,
  contexte: Contexte,
): string {
  const { fort } = paletteDe(contexte.sortie, options, contexte);
  const rangees = (publications: ReadonlyMap<string, Publication>): string[] =>
    [...publications].map(([nom, { titre }]) => `  ${nom.padEnd(LARGEUR_NOM)} ${titre}`);
  return finir([
    fort('Sorties JSON (JSON Schema)'),
    ...rangees(sorties),
    '',
    fort('Tables lues (Table Schema de Frictionless)'),
    ...rangees(tables),
    '',
    '« esms schema NOM » écrit le schéma.',
  ]);
}
