import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/domaine/catalogue.ts';
import { lireReglesLivrees } from '../../src/regles/livrees.ts';
import { compilerTexte } from './outil.ts';

const DOSSIER = join(import.meta.dirname, 'fixtures');

/** Chaque fixture finit par « # ligne code chemin | conseil » : ce que le vérificateur doit dire, et rien d'autre. */
const CAS = readdirSync(DOSSIER).map((nom) => {
  const texte = readFileSync(join(DOSSIER, nom), 'utf8');
  const [attendu = '', conseil = ''] = (texte.trimEnd().split('\n').at(-1) ?? '')
    .replace('# ', '')
    .split(' | ');
  return { nom, texte, attendu, conseil };
});

describe('un fichier de règles fautif est refusé, à sa ligne, avec un conseil', () => {
  it.each(CAS)('$nom : $attendu', ({ texte, attendu, conseil }) => {
    const { compilees, anomalies, details } = compilerTexte(texte);
    expect(anomalies).toEqual([attendu]);
    expect(compilees).toBeNull();
    expect(details[0]?.aide).toContain(conseil);
    expect(details[0]?.aide).not.toBe('');
  });
});

const SOURCES = 'sources:\n  texte: { titre: un texte, date: 2022 }\n';
const regle = (id: string, type = 'taux', unite = 'pourcent', debut = '2022-01-01') => `  ${id}:
    titre: Essai
    type: ${type}
    unite: ${unite}
    valeurs:
      - { debut: ${debut}, fin: 2022-12-31, valeur: 10, lecture: lue, source: texte, lieu: x, verifie_le: non }
    exemples: { aucun: essai }
`;

describe('par-dessus les règles livrées', () => {
  const livrees = lireReglesLivrees();

  it('une source de même clé qu’une source livrée est refusée', () => {
    const texte = 'sources:\n  kit_sesan: { titre: un autre kit, date: 2022 }\n';
    expect(compilerTexte(texte, livrees).anomalies).toEqual(['2 regles.source_double sources.kit_sesan']);
  });

  it('une règle livrée garde son type et son unité', () => {
    const texte = `${SOURCES}regles:\n${regle('indicateurs.cible.dmp', 'duree', 'mois')}`;
    expect(compilerTexte(texte, livrees).anomalies).toEqual([
      '6 regles.forme_changee regles.indicateurs.cible.dmp.type',
    ]);
  });

  it('un trou entre la règle livrée et la règle fournie est refusé', () => {
    const texte = `${SOURCES}regles:\n${regle('eligibilite.grappe.minimum', 'seuil', 'essms', '2021-01-01').replace('2022-12-31', '2021-06-30')}`;
    expect(compilerTexte(texte, livrees).anomalies).toEqual([
      '8 regles.trou regles.eligibilite.grappe.minimum.valeurs',
    ]);
  });

  it('une règle nouvelle peut citer une source livrée', () => {
    const texte = `regles:\n${regle('essai.neuf').replace('source: texte', 'source: kit_sesan')}`;
    const { compilees, anomalies } = compilerTexte(texte, livrees);
    expect(anomalies).toEqual([]);
    expect(compilees?.regles['essai.neuf']?.valeurs[0]).toMatchObject({
      fournie: true,
      source: { titre: 'kit SESAN' },
    });
  });
});

it('chaque code de refus des règles a son cas', () => {
  const ailleurs = [
    'regles.source_double',
    'regles.forme_changee',
    'regles.identifiant_double',
    'regles.dossier_absent',
    'regles.exemple_faux',
    'regles.cible_inconnue',
  ];
  const codes = Object.entries(CATALOGUE).flatMap(([code, fiche]) =>
    code.startsWith('regles.') && fiche.refus ? [code] : [],
  );
  const vus = CAS.map(({ attendu }) => attendu.split(' ')[1] ?? '');
  expect([...new Set([...vus, ...ailleurs])].sort()).toEqual(codes.sort());
});
