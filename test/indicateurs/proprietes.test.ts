import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES_INDICATEURS, type CodeIndicateur, type Resultat } from '../../src/domaine/resultat.ts';
import { evaluerPerimetre, type Ligne } from '../../src/indicateurs/perimetre.ts';
import { choisir, contexte, grappe, ligne } from './situations.ts';

const CADRE = { premiereMesure: true, mois: '2025-08' } as const;

const petit = fc.nat({ max: 40 });
const peutEtre = fc.option(petit);
const decompteQuelconque = fc.option(
  fc
    .record({
      mois: fc.array(petit, { minLength: 3, maxLength: 3 }),
      moisAbsents: fc.constantFrom(0, 0, 0, 1),
    })
    .map(({ mois, moisAbsents }) => ({
      somme: mois.reduce((a, b) => a + b, 0),
      maximum: Math.max(...mois),
      moisAbsents,
    })),
);

const couvertureTotale = {
  dossiers: true,
  activites: false,
  projets: true,
  agenda: true,
  mss: true,
  dmp: true,
};
const couvertureQuelconque = fc.record({
  dossiers: fc.constantFrom(true, true, false),
  activites: fc.boolean(),
  projets: fc.boolean(),
  agenda: fc.boolean(),
  mss: fc.boolean(),
  dmp: fc.boolean(),
});

/** Des comptes possibles : parties de A et de I, A et I parties de la population ; vides sans `dossiers`. */
function ligneQuelconque(couvertures: fc.Arbitrary<typeof couvertureTotale>) {
  return fc
    .record({
      couvert: couvertures,
      finess: fc.nat({ max: 8 }),
      ej: fc.nat({ max: 2 }),
      places: peutEtre,
      effectifPersonnes: peutEtre,
      effectifEligibles: peutEtre,
      actifs: petit,
      indetermines: fc.nat({ max: 12 }),
      inactifs: petit,
      rejetes: fc.nat({ max: 5 }),
      messages: petit,
      messagesDecompte: decompteQuelconque,
      dmpDecompte: decompteQuelconque,
      provisoire: fc.boolean(),
    })
    .chain((tirage) => {
      const present = tirage.couvert.dossiers ? 1 : 0;
      const [actifs, indetermines] = [tirage.actifs * present, tirage.indetermines * present];
      const population = actifs + indetermines + tirage.inactifs * present;
      const parmi = (total: number) => fc.nat({ max: total });
      const deux = (total: number) =>
        fc.tuple(parmi(total), parmi(total)).map(([a, b]) => ({
          periode: Math.min(a, b),
          existence: Math.max(a, b),
        }));
      return fc
        .record({
          populationEligible: parmi(population),
          actifsAvecProjet: parmi(actifs),
          indeterminesAvecProjet: parmi(indetermines),
          actifsAvecEvenement: deux(actifs),
          indeterminesAvecEvenement: deux(indetermines).map(({ existence }) => ({ periode: 0, existence })),
          dmp: parmi(population),
        })
        .map((comptes): Ligne => {
          const { finess, ej, places, inactifs: _, ...autres } = tirage;
          return ligne(
            `63000000${finess}`,
            { ...autres, ...comptes, actifs, indetermines, population },
            { finessEj: `63000100${ej}`, places },
          );
        });
    });
}

const uneLigne = ligneQuelconque(couvertureQuelconque);
const complete = ligneQuelconque(fc.constant(couvertureTotale));
const perimetre = fc.uniqueArray(uneLigne, {
  selector: ({ essms }) => essms.finessEt,
  minLength: 1,
  maxLength: 6,
});
const unCode = fc.constantFrom(...CODES_INDICATEURS);

function tous(lignes: readonly Ligne[]): Resultat[] {
  return evaluerPerimetre(lignes, contexte(CADRE));
}

function unEssms(indicateur: CodeIndicateur, une: Ligne): Resultat {
  return choisir(evaluerPerimetre([une], contexte(CADRE), { niveaux: ['essms'] }), indicateur);
}

describe('propriétés', () => {
  it('T2 les bornes encadrent toujours la valeur, à tous les niveaux', () => {
    fc.assert(
      fc.property(perimetre, (lignes) => {
        for (const { taux, borneBasse, borneHaute } of tous(lignes)) {
          if (taux === null || borneBasse === null) continue;
          expect(borneBasse).toBeLessThanOrEqual(taux);
          if (borneHaute !== null) expect(borneHaute).toBeGreaterThanOrEqual(taux);
        }
      }),
    );
  });

  it('T7 un état chiffré a tous ses chiffres, un autre n’en a aucun', () => {
    fc.assert(
      fc.property(perimetre, (lignes) => {
        for (const r of tous(lignes)) {
          const chiffres = [r.numerateur, r.denominateur, r.taux, r.borneBasse, r.resteAFaire];
          const evalue = ['atteint', 'non_atteint', 'incertain'].includes(r.etat);
          expect(chiffres.every((c) => (c !== null) === evalue)).toBe(true);
        }
      }),
    );
  });

  it('N9 un ESSMS sans taux dit pourquoi, un ESSMS évalué ne réclame aucune table', () => {
    fc.assert(
      fc.property(uneLigne, unCode, (une, code) => {
        const { etat, avertissements } = unEssms(code, une);
        const motifs = avertissements.filter((a) =>
          /^(table\.|decompte\.mois_absent|denominateur\.nul)/.test(a.code),
        );
        expect(motifs.length > 0).toBe(etat === 'non_evaluable');
      }),
    );
  });

  it('A1 les sommes ne dépendent pas de l’ordre des ESSMS', () => {
    fc.assert(
      fc.property(
        perimetre.chain((l) => fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length }))),
        ([lignes, melangees]) => {
          expect(tous(melangees)).toEqual(tous(lignes));
        },
      ),
    );
  });

  it('A1 la grappe est la somme de ses ESSMS évalués', () => {
    fc.assert(
      fc.property(perimetre, unCode, (lignes, code) => {
        const { numerateur, denominateur } = grappe(code, lignes, CADRE);
        if (denominateur === null) return;
        const evalues = lignes.map((une) => unEssms(code, une));
        // Un dénominateur nul aux comptes connus ajoute au numérateur seul : rien à D.
        expect(denominateur).toBe(evalues.reduce((somme, r) => somme + (r.denominateur ?? 0), 0));
        expect(numerateur).toBeGreaterThanOrEqual(
          evalues.reduce((somme, r) => somme + (r.numerateur ?? 0), 0),
        );
      }),
    );
  });

  it('A1 un agrégat d’un seul ESSMS complet est cet ESSMS', () => {
    fc.assert(
      fc.property(complete, unCode, (une, code) => {
        const seul = unEssms(code, une);
        const groupe = grappe(code, [une], CADRE);
        const { agregat, avertissements: duGroupe, ...chiffres } = groupe;
        const { avertissements, ...attendus } = seul;
        expect(chiffres).toEqual({ ...attendus, niveau: 'grappe', identifiant: 'grappe', libelle: 'Grappe' });
        expect(duGroupe.map(({ code, nombre }) => [code, nombre])).toEqual(
          avertissements.map(({ code, nombre }) => [code, nombre]),
        );
        expect(agregat?.manquants).toEqual([]);
      }),
    );
  });

  it('A3 ajouter un ESSMS sans données ne relève jamais la borne basse ni ne rend atteint', () => {
    fc.assert(
      fc.property(perimetre, unCode, uneLigne, (lignes, code, modele) => {
        const autres = lignes.filter(({ essms }) => essms.finessEt !== '630000009');
        const couvert = {
          ...modele.comptes.couvert,
          dossiers: false,
          projets: false,
          agenda: false,
          mss: false,
          dmp: false,
        };
        const vide: Ligne = {
          essms: { ...modele.essms, finessEt: '630000009' },
          comptes: { ...modele.comptes, couvert, messagesDecompte: null, dmpDecompte: null },
        };
        const avant = grappe(code, autres, CADRE);
        const apres = grappe(code, [...autres, vide], CADRE);
        if (apres.borneBasse !== null && avant.borneBasse !== null) {
          expect(apres.borneBasse).toBeLessThanOrEqual(avant.borneBasse);
          expect(apres.taux).toBe(avant.taux);
        }
        if (apres.etat === 'atteint') expect(avant.etat).toBe('atteint');
      }),
    );
  });

  it('T4 le reste à faire est nul si et seulement si la valeur touche la cible', () => {
    fc.assert(
      fc.property(uneLigne, unCode, (une, code) => {
        const { numerateur, denominateur, resteAFaire, cible, etat } = unEssms(code, une);
        if (numerateur === null || denominateur === null) return;
        expect(resteAFaire === 0).toBe(numerateur * 100 >= cible * denominateur);
        if (etat === 'atteint') expect(resteAFaire).toBe(0);
        if (etat === 'non_atteint') expect(resteAFaire).toBeGreaterThan(0);
      }),
    );
  });

  it('N3 plus d’indéterminés ne rend jamais atteint ce qui ne l’était pas', () => {
    fc.assert(
      fc.property(complete, unCode, fc.nat({ max: 10 }), fc.nat({ max: 10 }), (une, code, avec, sans) => {
        const { comptes } = une;
        const plus = {
          ...comptes,
          indetermines: comptes.indetermines + avec + sans,
          indeterminesAvecProjet: comptes.indeterminesAvecProjet + avec,
          indeterminesAvecEvenement: {
            periode: 0,
            existence: comptes.indeterminesAvecEvenement.existence + avec,
          },
        };
        const avant = unEssms(code, une);
        const apres = unEssms(code, { ...une, comptes: plus });
        if (apres.etat === 'atteint') expect(avant.etat).toBe('atteint');
        if (apres.borneBasse !== null) expect(apres.borneBasse).toBeLessThanOrEqual(avant.borneBasse ?? 0);
      }),
    );
  });

  it('section 6 une ligne rejetée de plus élargit l’intervalle, sans changer la valeur', () => {
    fc.assert(
      fc.property(complete, unCode, (une, code) => {
        const avant = unEssms(code, une);
        const apres = unEssms(code, {
          ...une,
          comptes: { ...une.comptes, rejetes: une.comptes.rejetes + 1 },
        });
        expect(apres.taux).toBe(avant.taux);
        if (avant.borneBasse === null || avant.borneHaute === null) return;
        expect(apres.borneBasse).toBeLessThanOrEqual(avant.borneBasse);
        if ((avant.borneHaute ?? 0) <= 100) expect(apres.borneHaute).toBeGreaterThanOrEqual(avant.borneHaute);
      }),
    );
  });
});
