import { ESSMS, ORGANISMES } from './perimetre.mjs';
import { compter, somme } from './reference.mjs';

/**
 * Bornes, états et sommes (definitions.md § 6 et 7), à partir des comptes naïfs.
 *
 * @typedef {import('./reference.mjs').Comptes} Comptes
 * @typedef {import('./modele.mjs').Essms} Essms
 * @typedef {[number, number]} Fraction
 * @typedef {'dossiers_actifs' | 'projets' | 'agenda' | 'mssante' | 'dmp'} Indicateur
 * @typedef {object} Attendu
 * @property {string} finess_et
 * @property {Indicateur} indicateur
 * @property {number | null} numerateur
 * @property {number | null} denominateur
 * @property {string} etat
 * @property {Fraction | null} borne_basse
 * @property {Fraction | null} borne_haute
 */

/** @type {Readonly<Record<Indicateur, number>>} */
export const CIBLES = { dossiers_actifs: 90, projets: 90, agenda: 90, mssante: 70, dmp: 70 };
export const INDICATEURS = /** @type {Indicateur[]} */ (Object.keys(CIBLES));

/** Valeur, borne basse, borne haute ; `null` si les données manquent. @param {Comptes} c @param {Indicateur} indicateur @returns {{ valeur: Fraction, basse: Fraction, haute: Fraction } | null} */
function fractions(c, indicateur) {
  const { A, I, P, I1, G, D, E, M, B, Bhaut, R, Rd, Re } = c;
  const I0 = I - I1;
  if (indicateur === 'dossiers_actifs')
    return { valeur: [A, D], basse: [A, D + Rd], haute: [A + I + R, D + Rd] };
  if (indicateur === 'projets') {
    return { valeur: [P, A], basse: [P, A + I0 + R], haute: [P + I1 + R, A + I1 + R] };
  }
  // J₁ est nul en lecture `periode` : J₀ = I.
  if (indicateur === 'agenda') return { valeur: [G, A], basse: [G, A + I + R], haute: [G + R, A + R] };
  if (indicateur === 'mssante')
    return M === null ? null : { valeur: [M, E], basse: [M, E + Re], haute: [M, E] };
  if (B === null || Bhaut === null) return null;
  return { valeur: [B, E], basse: [B, E + Re], haute: [Bhaut + Re, E + Re] };
}

/** a < b. @param {Fraction} a @param {Fraction} b */
const inferieure = (a, b) => a[0] * b[1] < b[0] * a[1];

/** T1, T2. @param {Indicateur} indicateur @param {Fraction} valeur @param {Fraction} basse @param {Fraction | null} haute */
function trancher(indicateur, valeur, basse, haute) {
  const cible = CIBLES[indicateur];
  const bas = basse[1] === 0 || inferieure(valeur, basse) ? valeur : basse;
  const haut = haute && (haute[1] === 0 || inferieure(haute, valeur)) ? valeur : haute;
  const tient = (/** @type {Fraction} */ [n, d]) => 100 * n >= cible * d;
  const etat = tient(bas) ? 'atteint' : haut && !tient(haut) ? 'non_atteint' : 'incertain';
  return { numerateur: valeur[0], denominateur: valeur[1], etat, borne_basse: bas, borne_haute: haut };
}

/** @param {string} etat */
const sansValeur = (etat) => ({
  numerateur: null,
  denominateur: null,
  etat,
  borne_basse: null,
  borne_haute: null,
});

/** T6, P6 : ce qui sort des sommes (A2). @param {Essms} essms @param {Indicateur} indicateur @param {import('./reference.mjs').Fenetre} f */
function horsSomme(essms, indicateur, f) {
  if ((essms.dateOuverture ?? '') > f.fin) return 'hors_periode';
  const partage = indicateur === 'mssante' || indicateur === 'dmp';
  const dispense = essms.secteur === 'AHI' && essms.eligibleSons === 'non' && f.fin >= '2025-09-02';
  return partage && dispense ? 'dispense' : null;
}

/**
 * Les résultats attendus, aux trois niveaux.
 *
 * @param {import('./modele.mjs').Tables} tables
 * @param {import('./reference.mjs').Fenetre} f
 * @param {ReadonlyMap<string, number>} rejets R par FINESS.
 */
export function attendre(tables, f, rejets) {
  const comptes = new Map(
    ESSMS.map((e) => [e.finess, compter(e.finess, tables, f, rejets.get(e.finess) ?? 0)]),
  );
  const compteDe = (/** @type {Essms} */ e) => /** @type {Comptes} */ (comptes.get(e.finess));
  /** @type {Attendu[]} */
  const essms = ESSMS.flatMap((e) =>
    INDICATEURS.map((indicateur) => {
      const identite = { finess_et: e.finess, indicateur };
      const etat = horsSomme(e, indicateur, f);
      if (etat) return { ...identite, ...sansValeur(etat) };
      const fr = fractions(compteDe(e), indicateur);
      if (!fr) return { ...identite, ...sansValeur('non_evaluable') };
      return { ...identite, ...trancher(indicateur, fr.valeur, fr.basse, fr.haute) };
    }),
  );
  const groupes = [
    ...Object.entries(ORGANISMES).map(([og, o]) => ({
      niveau: 'og',
      identifiant: o.finess,
      membres: ESSMS.filter((e) => e.og === og),
    })),
    { niveau: 'grappe', identifiant: 'grappe', membres: ESSMS },
  ];
  const agregats = groupes.flatMap(({ niveau, identifiant, membres }) =>
    INDICATEURS.map((indicateur) => {
      const sommes = membres.filter((e) => !horsSomme(e, indicateur, f));
      return { niveau, identifiant, indicateur, ...agreger(indicateur, sommes, compteDe) };
    }),
  );
  return { comptes, essms, agregats };
}

/** A1 à A4. @param {Indicateur} indicateur @param {readonly Essms[]} membres @param {(e: Essms) => Comptes} compteDe */
function agreger(indicateur, membres, compteDe) {
  const evalues = membres.flatMap((e) => {
    const fr = fractions(compteDe(e), indicateur);
    return fr ? [{ e, ...fr }] : [];
  });
  const manquants = membres.filter((e) => !fractions(compteDe(e), indicateur));
  // A3 : mssante et dmp seuls manquent dans la démonstration, et `dossiers` couvre tout le monde.
  const ajout = somme(manquants.map((e) => compteDe(e).E + compteDe(e).Re));
  const cumul = (/** @type {'valeur' | 'basse' | 'haute'} */ cle) =>
    /** @type {Fraction} */ ([somme(evalues.map((x) => x[cle][0])), somme(evalues.map((x) => x[cle][1]))]);
  const [bn, bd] = cumul('basse');
  const [hn, hd] = cumul('haute');
  const haute =
    indicateur === 'mssante' && manquants.length > 0
      ? null
      : /** @type {Fraction} */ ([hn + ajout, hd + ajout]);
  const atteints = evalues.filter((x) => trancher(indicateur, x.valeur, x.basse, x.haute).etat === 'atteint');
  return {
    ...trancher(indicateur, cumul('valeur'), [bn, bd + ajout], haute),
    essms_evalues: evalues.length,
    essms_atteints: atteints.length,
    manquants: manquants.map((e) => e.finess),
  };
}
