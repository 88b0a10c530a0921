import type { NumeroVerifie } from '../../domaine/finess/verification.ts';
import { finirBlocs } from '../blocs.ts';
import { accorder } from '../nombres.ts';
import type { Palette, Presentation } from '../presentation.ts';
import { assainir, replier } from '../texte.ts';
import { direIndex } from './index-cite.ts';
import { direCategorie, direLieu, direRaisons } from './phrases.ts';
import type { RapportNumeros } from './verification-json.ts';

const SIGNES: Readonly<Record<NumeroVerifie['etat'], string>> = {
  conforme: '✓',
  a_corriger: '✗',
  partiel: '?',
};

/** Le verdict, puis un numéro par bloc : ceux qui ne vont pas d'abord. */
export function rendre({ index, numeros }: RapportNumeros, { largeur, palette }: Presentation): string {
  const fautifs = numeros.filter(({ etat }) => etat === 'a_corriger');
  const autres = numeros.filter(({ etat }) => etat !== 'a_corriger');
  const portee =
    index === null
      ? 'Sans index FINESS, seules la forme et la clé sont contrôlées : « esms finess importer FICHIER » en construit un.'
      : `${direIndex(index)}.`;
  return finirBlocs([
    [
      fautifs.length > 0
        ? palette.mauvais(`À CORRIGER : ${accorder(fautifs.length, 'numéro')} sur ${numeros.length}.`)
        : palette.bon(`${accorder(numeros.length, 'numéro')} : rien à corriger.`),
      ...replier(portee, largeur),
    ],
    ...fautifs.map((un) => direNumero(un, largeur, palette)),
    autres.flatMap((un) => direNumero(un, largeur, palette)),
  ]);
}

function direNumero(verifie: NumeroVerifie, largeur: number, palette: Palette): string[] {
  const { numero, ligne, etat, fiche } = verifie;
  const teinte = { conforme: palette.bon, a_corriger: palette.mauvais, partiel: palette.doute }[etat];
  const lieu = fiche === null ? '' : `  ${assainir(direLieu(fiche))}`;
  const ou = ligne === null ? '' : ` (ligne ${ligne})`;
  const details = [
    ...direRaisons(verifie).map(assainir),
    ...(fiche === null ? [] : [assainir(direCategorie(fiche))]),
    ...(fiche === null || fiche.role === 'entite_juridique'
      ? []
      : [assainir(`EJ ${fiche.finessEj}${fiche.nomEj === null ? '' : ` ${fiche.nomEj}`}`)]),
  ];
  return [
    `${teinte(SIGNES[etat])} ${palette.fort(assainir(numero))}${ou}${lieu}`,
    ...details.flatMap((detail) => replier(`    ${detail}`, largeur, 4)),
  ];
}
