import type { Constat } from '../../domaine/anomalie.ts';
import { type Mois, nommerMois } from '../../domaine/date-civile.ts';
import type { Releve } from '../../domaine/releve.ts';
import type { ReleveRecu } from '../../domaine/suivi.ts';
import { ecrireCible } from '../../rapports/nombres.ts';
import { enumerer } from '../../rapports/texte.ts';
import { direDefinition, INDICATEURS } from '../../rapports/vocabulaire.ts';

/** Ce que les mois de la preuve ne partagent pas : définitions, cibles, règles, niveau qui fait foi. */
export function controlerMelanges(recus: readonly ReleveRecu[]): Constat[] {
  const fichier = recus.at(-1)?.fichier ?? null;
  const releves = recus.map(({ scelle }) => scelle.releve);
  const constater = (
    code: Constat['code'],
    quoi: string | null,
    valeurDe: (releve: Releve) => string | null,
  ) => {
    const partage = partager(releves, valeurDe);
    if (partage.size < 2) return [];
    return [{ code, fichier, message: `${quoi === null ? '' : `${quoi} : `}${direPartage(partage)}` }];
  };
  const definitions = new Set(releves.flatMap((releve) => Object.keys(releve.definitions)));
  const indicateurs = new Set(releves.flatMap(({ cibles }) => cibles.map(({ indicateur }) => indicateur)));
  return [
    ...[...definitions].flatMap((cle) =>
      constater('releve.definitions_melees', null, ({ definitions: siennes }) =>
        direDefinition(cle, [siennes[cle] ?? 'non dit']),
      ),
    ),
    ...[...indicateurs].flatMap((code) =>
      constater('releve.cibles_melees', `cible ${INDICATEURS[code].court}`, ({ cibles }) => {
        const cible = cibles.find(({ indicateur }) => indicateur === code);
        return cible === undefined ? 'non dite' : `${ecrireCible(cible.valeur)} %`;
      }),
    ),
    ...constater(
      'releve.regles_melees',
      'règles',
      ({ outil }) => `${outil.regles.slice(0, 12)}, esms ${outil.version}`,
    ),
    ...constater('releve.niveau_preuve', 'niveau qui fait foi', ({ grappe }) => grappe.niveauPreuve),
  ];
}

/** Les mois de chaque valeur ; un relevé qui n'en dit pas (`null`) ne contredit rien. */
function partager(
  releves: readonly Releve[],
  valeurDe: (releve: Releve) => string | null,
): Map<string, Mois[]> {
  const partage = new Map<string, Mois[]>();
  for (const releve of releves) {
    const valeur = valeurDe(releve);
    if (valeur !== null) partage.set(valeur, [...(partage.get(valeur) ?? []), releve.mois]);
  }
  return partage;
}

/** « actif=activité en juillet 2025 et août 2025, actif=ouvert en septembre 2025 » */
function direPartage(partage: ReadonlyMap<string, readonly Mois[]>): string {
  return [...partage].map(([valeur, mois]) => `${valeur} en ${enumerer(mois.map(nommerMois))}`).join(' ; ');
}
