import { CHAMPS, type Forme } from '../reference/champs.ts';
import type { Presentation } from './scenario.ts';

function dateEcrite(valeur: string, francaise: boolean): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(valeur);
  return m && francaise ? `${m[3]}/${m[2]}/${m[1]}${m[4]}` : valeur;
}

function moisEcrit(valeur: string, francais: boolean): string {
  const m = /^(\d{4})-(\d{2})$/.exec(valeur);
  return m && francais ? `${m[2]}/${m[1]}` : valeur;
}

function codeEcrit(valeur: string, style: Presentation['styleCodes']): string {
  if (style === 'canonique') return valeur;
  if (style === 'MAJUSCULES') return valeur.toUpperCase();
  return `${valeur.slice(0, 1).toUpperCase()}${valeur.slice(1).toLowerCase()}`;
}

/** Un entier à la française : « 1 234 », l'espace parfois insécable. */
function entierEcrit(valeur: string, rang: number): string {
  const espace = ['', ' ', '\u00a0'][rang % 3] ?? '';
  return valeur.replace(/(\d)(\d{3})$/, `$1${espace}$2`);
}

/** La valeur abstraite, écrite selon les habitudes du fichier. */
export function ecrireCellule(
  forme: Forme,
  colonne: string,
  valeur: string,
  presentation: Presentation,
  rang: number,
): string {
  const type = CHAMPS[forme][colonne]?.type;
  if (typeof type === 'object') return codeEcrit(valeur, presentation.styleCodes);
  switch (type) {
    case 'date':
      return dateEcrite(valeur, presentation.datesFrancaises);
    case 'mois':
      return moisEcrit(valeur, presentation.moisFrancais);
    case 'entier':
      return entierEcrit(valeur, rang);
    default:
      return valeur;
  }
}

/** Un nom canonique, écrit comme un export pourrait l'écrire : même nom sans casse, accents ni ponctuation. */
export function ecrireEntete(nom: string, style: Presentation['styleEntetes']): string {
  switch (style) {
    case 'canonique':
      return nom;
    case 'majuscules':
      return nom.toUpperCase();
    case 'espaces':
      return nom.replaceAll('_', ' ');
    case 'accents':
      return `${nom.slice(0, 1).toUpperCase()}${nom.slice(1).replace('e', 'é').replaceAll('_', '-')}`;
  }
}

const SAGES = ['', 'RAS', 'vu avec l’équipe – 12 €'];
const PIEGES = [
  ...SAGES,
  'dit : « ça va » ; à revoir, demain',
  'ligne 1\nligne 2',
  'a dit "oui"',
  'a|b\tc',
  '"',
];

/** Un commentaire : piégé seulement si le fichier a des guillemets pour l'entourer. */
export function commentaire(rang: number, guillemets: Presentation['guillemets']): string {
  const liste = guillemets === 'jamais' ? SAGES : PIEGES;
  return liste[rang % liste.length] ?? '';
}
