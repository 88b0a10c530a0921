import fc from 'fast-check';

/** Des octets coupés en blocs, aux endroits dits (en part de la longueur) ; un bloc peut être vide. */
export function couper(octets: Buffer, coupes: readonly number[]): Buffer[] {
  const bornes = [0, ...coupes.map((part) => Math.floor(part * octets.length)), octets.length].sort(
    (a, b) => a - b,
  );
  return bornes.slice(1).map((fin, i) => octets.subarray(bornes[i], fin));
}

/** Un octet par bloc : toutes les coupures à la fois. */
export function emietter(octets: Buffer): Buffer[] {
  return [...octets].map((octet) => Buffer.from([octet]));
}

export const coupes = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

export async function* flux(blocs: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* blocs;
}
