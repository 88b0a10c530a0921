import { chercher as chercherDansIndex } from '../../../finess/chercher.ts';
import { FORMATS_RECHERCHE } from '../../../rapports/finess/formats.ts';
import type { Contexte } from '../../contexte.ts';
import { CODES, ErreurUsage } from '../../erreurs.ts';
import { avecIndex, citer, exigerIndex } from '../../index-finess.ts';
import { livrer, presenter } from '../../livraison.ts';
import type { OptionsChercher } from '../../options-finess.ts';

/** `esms finess chercher` : 1 si rien ne convient. */
export async function chercher(
  mots: readonly string[],
  options: OptionsChercher,
  contexte: Contexte,
): Promise<number> {
  const { departement = null, categorie = null, secteur = null, finessEj = null, limite } = options;
  if (mots.length === 0 && [departement, categorie, secteur, finessEj].every((un) => un === null)) {
    throw new ErreurUsage(
      'il manque un mot à chercher, ou un critère. Exemple : esms finess chercher tilleuls --departement 63',
    );
  }
  const fermes = options.fermes ?? false;
  const criteres = { mots: mots.join(' '), departement, categorie, secteur, finessEj, fermes, limite };
  const rapport = await avecIndex(await exigerIndex(options, contexte), async (index) => ({
    index: citer(index),
    ...(await chercherDansIndex(index, criteres)),
  }));
  const { rendre } = await FORMATS_RECHERCHE[options.format as keyof typeof FORMATS_RECHERCHE]();
  await livrer(rendre(rapport, presenter(options, contexte)), options, contexte);
  return rapport.total > 0 ? CODES.ok : CODES.constats;
}
