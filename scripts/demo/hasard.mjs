/**
 * Un tirage par sujet (« agenda 630991013 ») : changer une table ne déplace pas les autres.
 *
 * @typedef {ReturnType<typeof hasardDe>} Hasard
 */

const GRAINE = 'esms-demo-1';

/** FNV-1a, 32 bits. @param {string} texte */
function empreinte(texte) {
  let h = 0x811c9dc5;
  for (const lettre of texte) h = Math.imul(h ^ (lettre.codePointAt(0) ?? 0), 0x01000193);
  return h >>> 0;
}

/** Tirages reproductibles sur toute machine : mulberry32, arithmétique entière. @param {string} sujet */
export function hasardDe(sujet) {
  let etat = empreinte(`${GRAINE} ${sujet}`);
  const suivant = () => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  /** Bornes comprises. @param {number} min @param {number} max */
  const entier = (min, max) => min + (suivant() % (max - min + 1));
  /** @param {number} pourcent */
  const chance = (pourcent) => entier(1, 100) <= pourcent;
  /** @template T @param {readonly T[]} liste @returns {T} */
  const choisir = (liste) => /** @type {T} */ (liste[entier(0, liste.length - 1)]);
  /** Une copie mélangée (Fisher-Yates). @template T @param {readonly T[]} liste */
  const melanger = (liste) => {
    const copie = [...liste];
    for (let i = copie.length - 1; i > 0; i--) {
      const j = entier(0, i);
      const garde = /** @type {T} */ (copie[i]);
      copie[i] = /** @type {T} */ (copie[j]);
      copie[j] = garde;
    }
    return copie;
  };
  return { entier, chance, choisir, melanger };
}
