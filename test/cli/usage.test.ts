import { describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';

/** Une erreur d'appel : rien sur la sortie standard, une phrase en français, code 2. */
const CAS: readonly (readonly [appel: string, message: string])[] = [
  ['verifer x', 'esms : commande inconnue « verifer ». Vouliez-vous dire « verifier » ?\n« esms --aide » '],
  ['xyz', 'esms : commande inconnue « xyz ».\n« esms --aide » '],
  ['--truc', 'esms : option inconnue « --truc ».\n« esms --aide » '],
  ['indicateurs', 'esms : il manque DEPOT.\n« esms indicateurs --aide » '],
  ['indicateurs x --moi 2025-09', 'esms : option inconnue « --moi ». Vouliez-vous dire « --mois » ?\n'],
  ['indicateurs x --mois', 'esms : il manque la valeur de --mois <AAAA-MM>.\n'],
  ['indicateurs x y --mois 2025-09', "esms : trop d'arguments : 1 attendu, 2 reçus. "],
  [
    'indicateurs mon-depot',
    'esms : il manque --mois AAAA-MM, le mois à mesurer. Exemple : esms indicateurs mon-depot --mois 2025-09\n',
  ],
  ['indicateurs x --mois 2025-13', "esms : --mois : « 2025-13 » n'est pas un mois ; écrivez AAAA-MM, "],
  [
    'indicateurs x --mois 2025-09 --format jsom',
    "esms : --format : « jsom » n'est pas permis (table, json, csv, markdown, junit, sarif, github). Vouliez-vous dire « json » ?\n",
  ],
  [
    'verifier x --format markdown',
    "esms : --format : « markdown » n'est pas permis (table, json, csv, junit, sarif, github).\n",
  ],
  ['verifier x --excel', 'esms : --excel va avec --format csv.\n'],
  ['verifier x --max-anomalies -1', "esms : --max-anomalies : « -1 » n'est pas un entier (0 ou plus).\n"],
  ['verifier x --tolerer-rejets 1,5', "esms : --tolerer-rejets : « 1,5 » n'est pas un entier (0 ou plus).\n"],
  [
    'verifier x --date-reference 31/02/2025',
    "esms : --date-reference : « 31/02/2025 » n'est pas une date ; ",
  ],
  [
    'indicateurs x --mois 2025-09 --niveau tout',
    "esms : --niveau : « tout » n'est pas permis (essms, og, grappe, tous). Vouliez-vous dire « tous » ?\n",
  ],
  [
    'indicateurs x --mois 2025-09 --definition ouvert',
    'esms : --definition : « ouvert » ; écrivez cle=valeur, ',
  ],
  [
    'indicateurs x --mois 2025-09 --definition dosier_actif=ouvert',
    "esms : --definition : « dosier_actif » n'est pas permis (dossier_actif, population, evenement_agenda). Vouliez-vous dire « dossier_actif » ?\n",
  ],
  [
    'indicateurs x --mois 2025-09 --definition population=fin',
    "esms : --definition population : « fin » n'est pas permis (presence, fin_de_periode).\n",
  ],
  ['schema dossier', 'esms : schéma inconnu « dossier ». Vouliez-vous dire « dossiers » ? '],
  [
    'regles montrer champ.date_invalid',
    "esms : ni règle ni code d'anomalie « champ.date_invalid ». Vouliez-vous dire « champ.date_invalide » ? ",
  ],
  [
    'regles montrer sons.vague_1.barem',
    "esms : ni règle ni code d'anomalie « sons.vague_1.barem ». Vouliez-vous dire « sons.vague_1.bareme » ? ",
  ],
  ['regles montrer', 'esms : il manque ID.\n'],
  [
    'schema essms --sortie /absent/x.json',
    "esms : impossible d'écrire /absent/x.json : le dossier n'existe pas\n",
  ],
];

describe("erreurs d'appel", () => {
  test.each(CAS)('esms %s', async (appel, message) => {
    const { code, sortie, erreur } = await lancer(appel.split(' '));
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreur.slice(0, message.length)).toBe(message);
  });

  test('« --help » après « -- » est un argument', async () => {
    const { code, erreur } = await lancer(['regles', 'montrer', '--', '--help']);
    expect(code).toBe(2);
    expect(erreur).toContain("ni règle ni code d'anomalie « --help ».");
  });

  test('MM/AAAA est un mois, une définition se répète', async () => {
    const appel =
      'indicateurs /absent --mois 09/2025 --definition dossier_actif=ouvert --definition population=presence';
    const { erreur } = await lancer(appel.split(' '));
    expect(erreur).toContain('depot.absent');
  });
});

describe('sorties simples', () => {
  test('schema : la liste des noms', async () => {
    const { code, sortie } = await lancer(['schema']);
    expect(code).toBe(0);
    await expect(sortie).toMatchFileSnapshot('attendus/schema.txt');
  });

  test('schema NOM : chaque nom de la liste rend un JSON', async () => {
    const { sortie } = await lancer(['schema']);
    const noms = [...sortie.matchAll(/^ {2}(\w+)/gm)].map((m) => m[1] ?? '');
    expect(noms.length).toBeGreaterThanOrEqual(12);
    for (const nom of noms) {
      const { code, sortie: schema } = await lancer(['schema', nom]);
      expect(code).toBe(0);
      expect(JSON.parse(schema)).toHaveProperty('$schema');
    }
  });

  test('regles montrer CODE', async () => {
    const { code, sortie } = await lancer(['regles', 'montrer', 'fichier.vide']);
    expect(code).toBe(0);
    expect(sortie).toMatch(
      /^fichier\.vide : .+\nGravité : erreur, fait refuser .+\n\n.+\n\nQue faire : .+\.\n$/s,
    );
  });
});
