import { proposerPerimetre } from '../../../finess/perimetre.ts';
import { FORMATS_PERIMETRE } from '../../../rapports/finess/formats.ts';
import { direReserves } from '../../../rapports/finess/reserves.ts';
import { finir, replier } from '../../../rapports/texte.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES } from '../../erreurs.ts';
import { avecIndex, citer, exigerIndex } from '../../index-finess.ts';
import { livrer, presenter } from '../../livraison.ts';
import type { OptionsPerimetre } from '../../options-finess.ts';

/** `esms finess perimetre` : 1 si l'entité juridique est inconnue, ou n'a rien à mettre dans un périmètre. */
export async function perimetre(
  finessEj: string,
  options: OptionsPerimetre,
  contexte: Contexte,
): Promise<number> {
  const rapport = await avecIndex(await exigerIndex(options, contexte), async (index) => ({
    index: citer(index),
    perimetre: await proposerPerimetre(index, finessEj, options.tous ?? false),
  }));
  const { index, perimetre: propose } = rapport;
  if (propose === null || propose.essms.length === 0) {
    contexte.erreur.write(`esms : ${direVide(finessEj, propose === null)}\n`);
    return CODES.constats;
  }
  const { rendre } = await FORMATS_PERIMETRE[options.format as keyof typeof FORMATS_PERIMETRE]();
  await livrer(rendre({ index, perimetre: propose }, presenter(options, contexte)), options, contexte);
  if (!options.silencieux && options.format !== 'table') {
    const { colonnes } = contexte.erreur;
    const reserves = direReserves(propose).flatMap((reserve) => replier(` - ${reserve}`, colonnes, 3));
    contexte.erreur.write(finir(['À vérifier :', ...reserves]));
  }
  return CODES.ok;
}

function direVide(finessEj: string, inconnue: boolean): string {
  return inconnue
    ? `entité juridique ${finessEj} absente de l'index : vérifiez le numéro, ou importez une extraction plus récente.`
    : `aucun ESSMS ouvert pour l'entité juridique ${finessEj} ; --tous montre ses autres établissements.`;
}
