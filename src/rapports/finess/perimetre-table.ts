import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerPhrases } from '../blocs.ts';
import { accorder } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { assainir, couper } from '../texte.ts';
import { direIndex } from './index-cite.ts';
import type { RapportPerimetre } from './perimetre-json.ts';
import { direReserves } from './reserves.ts';

const NOM_MAXIMUM = 50;

/** Les établissements du périmètre proposé, et les réserves à lever avant de s'en servir. */
export function rendre({ index, perimetre }: RapportPerimetre, presentation: Presentation): string {
  const { palette } = presentation;
  const { finessEj, nom, essms } = perimetre;
  return finirBlocs([
    [
      palette.fort(
        `${nom === null ? '' : `${assainir(nom)}, `}EJ ${finessEj} : ${accorder(essms.length, 'établissement')}`,
      ),
    ],
    alignerColonnes([
      ['FINESS', 'cat.', 'sect', 'dépt', 'raison sociale'],
      ...essms.map((un) => [
        un.finessEt,
        un.categorie ?? '?',
        un.secteur ?? '?',
        un.departement ?? '?',
        couper(assainir(un.raisonSociale), NOM_MAXIMUM),
      ]),
    ]),
    listerPhrases('À vérifier :', direReserves(perimetre), presentation),
    [palette.discret(`${direIndex(index)}.`)],
  ]);
}
