import type { Avertissement } from '../../domaine/financement/commun.ts';
import { proposerPerimetre } from '../../finess/perimetre.ts';
import { direIndex } from '../../rapports/finess/index-cite.ts';
import { accorder } from '../../rapports/nombres.ts';
import type { Contexte } from '../contexte.ts';
import { ErreurUsage } from '../erreurs.ts';
import { avecIndex, citer, exigerIndex, type OptionsIndex } from '../index-finess.ts';

interface Demande extends OptionsIndex {
  readonly finessEj: string;
  /** Donné par l'usager : il l'emporte, et l'écart est dit. */
  readonly essmsOg: number | undefined;
}

/**
 * Les ESSMS ouverts d'un organisme, selon l'index, et ce qu'il faut en dire. Lève `ErreurUsage` sans index, ou si
 * l'organisme n'y est pas.
 */
export async function compterEssms(
  options: Demande,
  contexte: Contexte,
): Promise<{ readonly essmsOg: number; readonly avertissements: readonly Avertissement[] }> {
  const { finessEj, essmsOg } = options;
  const { perimetre, cite } = await avecIndex(await exigerIndex(options, contexte), async (index) => ({
    perimetre: await proposerPerimetre(index, finessEj, false),
    cite: citer(index),
  }));
  if (perimetre === null) {
    throw new ErreurUsage(`--finess-ej : l'entité juridique ${finessEj} n'est pas dans l'index FINESS.`);
  }
  const surs = perimetre.essms.filter((un) => un.essms === true).length;
  const aVerifier = perimetre.essms.length - surs;
  if (surs === 0 && essmsOg === undefined) {
    throw new ErreurUsage(
      `--finess-ej : aucun ESSMS ouvert pour ${finessEj} dans l'index ; donnez --essms-og N.`,
    );
  }
  const reserve =
    aVerifier === 0 ? '' : `, et ${accorder(aVerifier, 'autre')} d'une catégorie à vérifier, non comptés`;
  const ecart =
    essmsOg === undefined || essmsOg === surs ? '' : ` ; --essms-og en dit ${essmsOg}, et l'emporte`;
  const message = `${direIndex(cite)} : ${accorder(surs, 'ESSMS', 'ESSMS')} ouverts, sites secondaires compris${reserve}${ecart}`;
  return { essmsOg: essmsOg ?? surs, avertissements: [{ code: 'sons.essms_de_l_index', message }] };
}
