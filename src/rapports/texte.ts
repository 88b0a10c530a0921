import { INSECABLE } from './nombres.ts';

/** Caractères de commande, séparateurs de ligne et bascules de sens d'écriture. */
const INVISIBLES = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/** Un texte venu d'un fichier ne doit ni piloter le terminal ni casser la mise en page. */
export function assainir(texte: string): string {
  return texte.replace(INVISIBLES, (c) => (c === '\n' || c === '\r' || c === '\t' ? ' ' : '\ufffd'));
}

/** Coupe à `largeur` caractères, points de suspension compris. */
export function couper(texte: string, largeur: number): string {
  const caracteres = [...texte];
  return caracteres.length <= largeur ? texte : `${caracteres.slice(0, Math.max(0, largeur - 1)).join('')}…`;
}

/** Replie une phrase ; les lignes suivantes sont en retrait. */
export function replier(texte: string, largeur: number, retrait = 0): string[] {
  const [premier = '', ...mots] = lier(texte).split(/(?<=\S) /);
  const lignes: string[] = [];
  let courante = premier;
  for (const mot of mots) {
    if ([...courante, ...mot].length + 1 > largeur) {
      lignes.push(courante);
      courante = ' '.repeat(retrait) + mot;
    } else {
      courante += ` ${mot}`;
    }
  }
  return [...lignes, courante];
}

/** La ponctuation haute et les guillemets ne se séparent pas de leur mot. */
function lier(texte: string): string {
  return texte.replace(/ (?=[:;!?»%])|(?<=[«§]) /g, INSECABLE);
}

/** Assemble des parties sur une ligne, ou sur plusieurs si elles n'y tiennent pas. */
export function aligner(parties: readonly string[], separateur: string, largeur: number): string[] {
  const lignes: string[] = [];
  for (const partie of parties) {
    const derniere = lignes.at(-1);
    const jointe = `${derniere}${separateur}${partie}`;
    if (derniere !== undefined && [...jointe].length <= largeur) lignes[lignes.length - 1] = jointe;
    else lignes.push(partie);
  }
  return lignes;
}

/** « A », « A et B », « A, B et C ». */
export function enumerer(noms: readonly string[]): string {
  if (noms.length < 2) return noms.join('');
  return `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`;
}

/** Nomme au plus `maximum` éléments, et compte les autres. */
export function nommer(noms: readonly string[], maximum: number): string {
  if (noms.length <= maximum) return enumerer(noms);
  return `${noms.slice(0, maximum).join(', ')} et ${noms.length - maximum} ${noms.length - maximum > 1 ? 'autres' : 'autre'}`;
}

/** Dernière main : espaces simples, pas d'espace en fin de ligne, un saut final. */
export function finir(lignes: readonly string[]): string {
  return `${lignes.map((ligne) => ligne.replaceAll(INSECABLE, ' ').replace(/ +$/, '')).join('\n')}\n`;
}
