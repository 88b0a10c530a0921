import type { Constat } from '../../domaine/anomalie.ts';
import { aFormeFiness, expliquerForme } from '../../domaine/finess.ts';
import { codesDe } from '../../tables/codes.ts';
import type { Champ, DescriptionTable, NomPublic } from '../../tables/description.ts';
import { formes, NOMS_PUBLICS } from '../../tables/index.ts';
import { normaliserValeur } from '../../tables/normaliser.ts';
import { champsInconnus } from '../../tables/problemes-entetes.ts';
import { suggerer } from '../../tables/suggestion.ts';
import type { Chemin } from './positions.ts';
import type { Depot, Source } from './schema.ts';

type Localise = readonly [Chemin, Constat];

/** Un champ, dans une forme de la table : `mss` et `dmp` en ont deux. */
interface ChampDeForme {
  readonly forme: DescriptionTable;
  readonly champ: Champ;
}

function champsNommes(table: NomPublic, nom: string): ChampDeForme[] {
  return formes(table).flatMap((forme) =>
    forme.champs.filter((champ) => champ.nom === nom).map((champ) => ({ forme, champ })),
  );
}

/** Les codes d'une liste fermée, toutes formes confondues ; vide pour un champ qui n'en est pas une. */
function codesPermis(table: NomPublic, nom: string): ReadonlyMap<string, string> {
  return new Map(champsNommes(table, nom).flatMap(({ forme }) => [...codesDe(forme.nom, nom)]));
}

function valeurInconnue(section: string, nom: string, code: string, permis: Iterable<string>): Constat {
  const codes = [...new Set(permis)];
  const proche = suggerer(code, codes);
  return {
    code: 'depot.valeur_inconnue',
    message: `${section} : « ${code} » n'est pas un code de ${nom} (${codes.join(', ')})`,
    ...(proche ? { aide: `vouliez-vous dire « ${proche} » ?` } : {}),
  };
}

/** Chaque code visé par `valeurs` existe, et dans une liste fermée : ailleurs, elle resterait sans effet. */
function verifierValeurs(table: NomPublic, { valeurs }: Source): Localise[] {
  return Object.entries(valeurs).flatMap(([nom, traductions]): Localise[] => {
    if (champsNommes(table, nom).length === 0) return [];
    const codes = codesPermis(table, nom);
    if (codes.size === 0) {
      const message = `valeurs : « ${nom} » n'est pas une liste fermée, rien n'y serait traduit`;
      return [[['valeurs', nom], { code: 'depot.cle_inconnue', message }]];
    }
    return Object.entries(traductions)
      .filter(([, code]) => !codes.has(normaliserValeur(code)))
      .map(([ecrit, code]) => [
        ['valeurs', nom, ecrit],
        valeurInconnue('valeurs', nom, code, codes.values()),
      ]);
  });
}

/** Une constante vaut pour toutes les lignes : fausse, elle les ferait toutes rejeter, ou mentir. */
function verifierConstantes(table: NomPublic, source: Source): Localise[] {
  return Object.entries(source.constantes).flatMap(([nom, valeur]): Localise[] => {
    const chemin = ['constantes', nom];
    const champ = champsNommes(table, nom)[0]?.champ;
    if (champ?.type === 'finess' && !aFormeFiness(valeur.trim())) {
      const message = `constantes : « ${valeur} » n'a pas la forme d'un numéro FINESS`;
      return [[chemin, { code: 'depot.type_invalide', message, aide: expliquerForme(valeur.trim()) }]];
    }
    const codes = codesPermis(table, nom);
    const traduites = Object.keys(source.valeurs[nom] ?? {}).map(normaliserValeur);
    const lue = normaliserValeur(valeur);
    if (codes.size === 0 || lue === '' || codes.has(lue) || traduites.includes(lue)) return [];
    return [[chemin, valeurInconnue('constantes', nom, valeur, codes.values())]];
  });
}

function verifierSource(table: NomPublic, source: Source): Localise[] {
  const inconnus = (['colonnes', 'constantes', 'valeurs'] as const).flatMap((section) =>
    Object.keys(source[section]).flatMap((nom) =>
      champsInconnus(section, [nom], formes(table)).map(({ valeur: _, ...constat }): Localise => {
        return [[section, nom], constat];
      }),
    ),
  );
  return [...inconnus, ...verifierValeurs(table, source), ...verifierConstantes(table, source)];
}

/** Ce que les sources de `depot.yaml` disent de champs, de codes ou de FINESS qui n'existent pas. */
export function verifierSources({ tables }: Depot): Localise[] {
  return NOMS_PUBLICS.flatMap((table) =>
    (tables[table] ?? []).flatMap((source, rang) =>
      verifierSource(table, source).map(
        ([chemin, constat]): Localise => [['tables', table, rang, ...chemin], constat],
      ),
    ),
  );
}
