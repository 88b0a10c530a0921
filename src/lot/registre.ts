import { readFile } from 'node:fs/promises';
import { type DateCivile, deMois, ecrireDate, lireDate, type Mois } from '../domaine/date-civile.ts';
import type { BilanSoumission, ConstatLot } from '../domaine/lot.ts';
import { ecrireJson } from '../rapports/json.ts';
import { constater } from './controles/constater.ts';
import { LotIllisible } from './inventaire.ts';

const SCHEMA = 'esms/lot-registre@1';
const NOTE =
  "Empreinte de chaque relevé à sa première réception. Son auteur peut la recalculer : elle ne prouve pas qu'un relevé est honnête, elle montre qu'il a changé.";

/** Un relevé, le jour où il a été reçu pour la première fois. */
interface Reception {
  readonly soumission: string;
  readonly mois: Mois;
  readonly empreinte: string;
  readonly recuLe: DateCivile;
}

/** Par soumission et par mois, la première réception. */
export type Registre = ReadonlyMap<string, Reception>;

const cle = (soumission: string, mois: string): string => `${mois} ${soumission}`;

/** Le registre d'un dossier de sortie ; vide s'il n'y en a pas. Illisible, il n'est pas écrasé : lève `LotIllisible`. */
export async function lireRegistre(chemin: string, nom: string): Promise<Registre> {
  let texte: string;
  try {
    texte = await readFile(chemin, 'utf8');
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new Map();
    throw new LotIllisible(`${nom} ne se lit pas (${code}).`);
  }
  const lu = analyser(texte);
  if (lu === null) {
    throw new LotIllisible(`${nom} n'est pas un registre d'esms lot : rendez-le lisible, ou déplacez-le.`);
  }
  return new Map(lu.map((une) => [cle(une.soumission, une.mois), une]));
}

function analyser(texte: string): Reception[] | null {
  try {
    const { schema, releves } = JSON.parse(texte) as { schema?: unknown; releves?: unknown };
    if (schema !== SCHEMA || !Array.isArray(releves)) return null;
    return releves.map(({ soumission, mois, empreinte, recu_le }) => {
      const recuLe = lireDate(String(recu_le));
      if (recuLe === null || typeof soumission !== 'string' || typeof empreinte !== 'string')
        throw new Error();
      return { soumission, mois: String(mois) as Mois, empreinte, recuLe };
    });
  } catch {
    return null;
  }
}

/**
 * Inscrit les relevés reçus pour la première fois, et constate ceux qui ne sont plus les mêmes. Le relevé calculé depuis
 * un dépôt n'est pas reçu : il n'y entre pas.
 */
export function tenirRegistre(
  avant: Registre,
  bilans: readonly BilanSoumission[],
  jour: DateCivile,
): { readonly registre: Registre; readonly constats: readonly ConstatLot[] } {
  const registre = new Map(avant);
  const constats: ConstatLot[] = [];
  for (const { nom, nature, releves } of bilans) {
    if (nature === 'depot') continue;
    for (const { mois, empreinte, etat } of releves) {
      if (etat !== 'retenu') continue;
      const premiere = registre.get(cle(nom, mois));
      if (premiere === undefined) {
        registre.set(cle(nom, mois), { soumission: nom, mois, empreinte, recuLe: jour });
      } else if (premiere.empreinte !== empreinte) constats.push(direChange(premiere, empreinte));
    }
  }
  return { registre, constats };
}

function direChange({ soumission, mois, empreinte, recuLe }: Reception, actuelle: string): ConstatLot {
  return constater({
    code: 'lot.releve_change',
    soumission,
    mois,
    identifiant: 'grappe',
    message: `le relevé ${deMois(mois)} n'est plus celui qui a été reçu le ${ecrireDate(recuLe)}`,
    formule: 'empreinte du relevé = empreinte à sa première réception',
    nombres: { recu_le: recuLe, empreinte_recue: empreinte, empreinte_actuelle: actuelle },
  });
}

/** Le texte de registre.json, trié par soumission puis par mois. */
export function ecrireRegistre(registre: Registre): string {
  const releves = [...registre.values()]
    .sort((a, b) => comparer(a.soumission, b.soumission) || comparer(a.mois, b.mois))
    .map(({ soumission, mois, empreinte, recuLe }) => ({ soumission, mois, empreinte, recu_le: recuLe }));
  return ecrireJson({ schema: SCHEMA, note: NOTE, releves });
}

function comparer(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
