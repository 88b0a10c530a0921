import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { CONTRATS } from '../../src/rapports/contrats/registre.ts';
import { rendreJson } from '../../src/rapports/indicateurs/json.ts';
import { rendreJson as rendreVerification } from '../../src/rapports/verification/json.ts';
import { rapportExemple, verificationExemple } from './exemple.ts';

interface Sortie {
  readonly resultats: readonly Record<string, unknown>[];
  readonly [cle: string]: unknown;
}

const texte = [...rendreJson(rapportExemple())].join('');
const sortie = JSON.parse(texte) as Sortie;

function resultat(niveau: string, indicateur: string, identifiant?: string): Record<string, unknown> {
  const trouve = sortie.resultats.find(
    (r) =>
      r.niveau === niveau && r.indicateur === indicateur && r.identifiant === (identifiant ?? r.identifiant),
  );
  if (!trouve) throw new Error('absent');
  return trouve;
}

describe('contrat esms/indicateurs@1', () => {
  test('les clés, leur ordre et les valeurs sont ceux de la conception', () => {
    expect(
      JSON.stringify({ ...sortie, resultats: [resultat('essms', 'dossiers_actifs')], sources: [] }),
    ).toBe(
      JSON.stringify({
        schema: 'esms/indicateurs@1',
        outil: { nom: 'esms', version: '0.1.0', regles: '3f9c'.repeat(16) },
        mois: '2025-09',
        date_reference: '2026-01-05',
        fenetre: { debut: '2025-09-01', fin: '2025-09-30', premiere_mesure: false },
        definitions: { dossier_actif: 'activite', population: 'presence', evenement_agenda: 'periode' },
        resultats: [
          {
            niveau: 'essms',
            identifiant: '630781227',
            libelle: 'EHPAD Mon Repos',
            secteur: 'PA',
            indicateur: 'dossiers_actifs',
            numerateur: 270,
            denominateur: 300,
            taux: 90.0,
            borne_basse: 90.0,
            borne_haute: 92.66,
            cible: 90,
            etat: 'atteint',
            reste_a_faire: 0,
            provisoire: false,
            avertissements: [],
          },
        ],
        anomalies: sortie.anomalies,
        sources: [],
      }),
    );
  });

  test('un avertissement ne porte que son code, son nombre et son message', () => {
    expect(resultat('essms', 'dmp', '630781268').avertissements).toEqual([
      { code: 'table.essms_absent', nombre: 1, message: 'aucune ligne pour cet ESSMS dans « dmp »' },
    ]);
  });

  test('A4 : un agrégat complet dit ses ESSMS, sans partiel ni manquants', () => {
    const cles = Object.keys(resultat('grappe', 'projets'));
    expect(cles.slice(-4)).toEqual(['avertissements', 'essms_evalues', 'essms_atteints', 'plus_bas']);
  });

  test('A3 : un agrégat partiel nomme ses manquants', () => {
    const { partiel, manquants, plus_bas } = resultat('og', 'dmp');
    expect({ partiel, manquants }).toEqual({ partiel: true, manquants: ['630781268'] });
    expect(plus_bas).toEqual({ identifiant: '630000099', taux: 48.78 });
  });

  test.each(['dispense', 'non_evaluable', 'hors_periode'])('T7 : %s rend des null', (etat) => {
    const { numerateur, denominateur, taux, borne_basse, borne_haute, reste_a_faire } =
      sortie.resultats.find((r) => r.etat === etat) ?? {};
    expect([numerateur, denominateur, taux, borne_basse, borne_haute, reste_a_faire]).toEqual(
      Array(6).fill(null),
    );
  });

  test('deux espaces, un saut de ligne final, les mêmes octets deux fois', () => {
    expect(texte.startsWith('{\n  "schema": "esms/indicateurs@1",\n  "outil": {\n    "nom"')).toBe(true);
    expect(texte.endsWith('}\n')).toBe(true);
    expect([...rendreJson(rapportExemple())].join('')).toBe(texte);
  });
});

describe('JSON Schema publiés', () => {
  const valider = (nom: string, donnees: unknown) => {
    const contrat = CONTRATS[nom]?.schema();
    const fonction = new Ajv2020({ allErrors: true }).compile(contrat as object);
    return fonction(donnees) ? [] : (fonction.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };

  test('la sortie des indicateurs, aux six états, est conforme à son schéma', () => {
    expect(new Set(sortie.resultats.map((r) => r.etat)).size).toBe(6);
    expect(valider('indicateurs', sortie)).toEqual([]);
  });

  test('une clé de trop, une clé absente ou un agrégat sans ses comptes sont refusés', () => {
    const [premier, ...autres] = sortie.resultats;
    const sans = sortie.resultats.map(({ essms_evalues: _, ...reste }) => reste);
    expect(valider('indicateurs', { ...sortie, grappe: {} })).not.toEqual([]);
    expect(valider('indicateurs', { ...sortie, mois: undefined })).not.toEqual([]);
    expect(valider('indicateurs', { ...sortie, resultats: sans })).not.toEqual([]);
    expect(
      valider('indicateurs', { ...sortie, resultats: [{ ...premier, etat: 'peut-être' }, ...autres] }),
    ).not.toEqual([]);
  });

  test('la sortie de la vérification est conforme à son schéma', () => {
    const verification = JSON.parse(rendreVerification(verificationExemple())) as Record<string, unknown>;
    expect(Object.keys(verification)).toEqual(['schema', 'outil', 'date_reference', 'anomalies', 'sources']);
    expect(Object.keys(verification.anomalies as object)).toEqual([
      'erreurs',
      'avertissements',
      'par_code',
      'details',
    ]);
    expect(valider('verification', verification)).toEqual([]);
    expect(valider('verification', { ...verification, schema: 'autre' })).not.toEqual([]);
  });

  test('chaque schéma est du brouillon 2020-12, titré, décrit et exige ses clés', () => {
    expect(Object.keys(CONTRATS)).toEqual(expect.arrayContaining(['indicateurs', 'verification', 'regles']));
    for (const contrat of Object.values(CONTRATS)) {
      expect(contrat.schema()).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: contrat.titre,
        description: expect.stringMatching(/\S/),
        required: expect.arrayContaining(['schema']),
      });
    }
  });
});
