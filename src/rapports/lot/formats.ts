import { enCi } from '../ci/formats.ts';
import { ciLot } from './ci.ts';
import { rendre as rendreJson } from './json.ts';
import { rendre as rendreTable } from './table.ts';

/** Ce que `esms lot` rend sur la sortie standard. */
export const FORMATS_LOT = { table: rendreTable, json: rendreJson, ...enCi(ciLot) };
