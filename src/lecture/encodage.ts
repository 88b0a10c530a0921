import { isUtf8 } from 'node:buffer';

export const ENCODAGES = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encodage = (typeof ENCODAGES)[number];

const MARQUES: readonly (readonly [Encodage, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** L'encodage dit par la marque d'ordre des octets, et sa longueur. */
export function lireMarque(tete: Buffer): { readonly encodage: Encodage; readonly longueur: number } | null {
  for (const [encodage, marque] of MARQUES) {
    if (marque.every((octet, i) => tete[i] === octet)) return { encodage, longueur: marque.length };
  }
  return null;
}

/**
 * UTF-16 sans marque : du texte occidental y a un octet nul sur deux. Rend `null` si la tête n'en a pas
 * l'allure.
 */
export function reconnaitreUtf16(tete: Buffer): Encodage | null {
  const nuls = [0, 0];
  const longueur = Math.min(tete.length, 4096) & ~1;
  if (longueur < 4) return null;
  for (let i = 0; i < longueur; i++) if (tete[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [pairs = 0, impairs = 0] = nuls;
  const moitie = longueur / 2;
  if (impairs > moitie * 0.7 && pairs < moitie * 0.1) return 'utf-16le';
  if (pairs > moitie * 0.7 && impairs < moitie * 0.1) return 'utf-16be';
  return null;
}

/** L'encodage d'une tête sans marque : ce que ses octets permettent, le fichier entier restant à lire. */
export function devinerEncodage(tete: Buffer): Encodage {
  const controle = new ControleUtf8();
  controle.ajouter(tete);
  return reconnaitreUtf16(tete) ?? (controle.plausible ? 'utf-8' : 'windows-1252');
}

/** Validité UTF-8 d'un flux, bloc par bloc : un caractère coupé entre deux blocs n'est pas une faute. */
export class ControleUtf8 {
  #valide = true;
  #reste: Buffer = Buffer.alloc(0);

  ajouter(bloc: Buffer): void {
    if (!this.#valide) return;
    const suite = this.#reste.length > 0 ? Buffer.concat([this.#reste, bloc]) : bloc;
    const coupe = debutDuCaractereCoupe(suite);
    this.#valide = isUtf8(suite.subarray(0, coupe));
    this.#reste = Buffer.from(suite.subarray(coupe));
  }

  /** Rien de faux jusqu'ici, au caractère coupé près. */
  get plausible(): boolean {
    return this.#valide;
  }

  /** À lire à la fin du flux. */
  get valide(): boolean {
    return this.#valide && this.#reste.length === 0;
  }
}

/** Où commence un caractère de plusieurs octets que la fin du bloc coupe ; la longueur du bloc sinon. */
function debutDuCaractereCoupe(bloc: Buffer): number {
  for (let recul = 1; recul <= Math.min(3, bloc.length); recul++) {
    const octet = bloc[bloc.length - recul] ?? 0;
    if (octet >= 0xc0) {
      const attendus = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2;
      return attendus > recul ? bloc.length - recul : bloc.length;
    }
    if (octet < 0x80) break;
  }
  return bloc.length;
}

/** Transcode un flux vers UTF-8, sans sa marque d'ordre. */
export async function* versUtf8(blocs: AsyncIterable<Buffer>, encodage: Encodage): AsyncGenerator<Buffer> {
  if (encodage === 'utf-8') {
    let premier = true;
    for await (const bloc of blocs) {
      const marque = premier ? lireMarque(bloc) : null;
      premier = false;
      yield marque?.encodage === 'utf-8' ? bloc.subarray(marque.longueur) : bloc;
    }
    return;
  }
  // `stream: true` aussi pour windows-1252 : sans lui, Node rend des contrôles C1 pour € ’ œ.
  const decodeur = new TextDecoder(encodage);
  for await (const bloc of blocs) yield Buffer.from(decodeur.decode(bloc, { stream: true }), 'utf8');
  const reste = decodeur.decode();
  if (reste !== '') yield Buffer.from(reste, 'utf8');
}

/** Décode un début de contenu en texte, sans sa marque ; un caractère coupé à la fin est oublié. */
export function decoderTete(tete: Buffer, encodage: Encodage): string {
  return new TextDecoder(encodage).decode(tete, { stream: true });
}
