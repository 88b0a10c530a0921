/** Générateur pseudo-aléatoire à graine (mulberry32) : les mêmes mesures portent sur les mêmes octets. */
export function hasard(graine) {
  let etat = graine >>> 0;
  const tirer = () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = etat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** Entier de 0 à n − 1. */
    entier: (n) => Math.floor(tirer() * n),
    parmi: (liste) => liste[Math.floor(tirer() * liste.length)],
    chance: (p) => tirer() < p,
  };
}
