import type { CodeIndicateur } from '../../src/domaine/resultat.ts';
import type { Demande, DepotLogique, Ecriture, SourceLogique, TableLogique } from './depot-logique.ts';
import { type Attendu, reference } from './reference.ts';
import type { ResultatAttendu } from './resultats.ts';

const ECRITURE: Ecriture = {
  encodage: 'utf-8',
  separateur: ';',
  finDeLigne: '\n',
  guillemets: 'jamais',
  sautFinal: true,
  gzip: false,
};

export const DEMANDE: Demande = {
  mois: '2025-09',
  premiereMesure: false,
  dateReference: '2026-01-05',
  definitions: { dossier_actif: 'activite', population: 'presence', evenement_agenda: 'periode' },
};

type Options = Partial<Omit<SourceLogique, 'table' | 'fichiers'>>;

/** Une source d'un seul fichier, écrite « col;col / valeur;valeur », une ligne par élément. */
export function source(table: TableLogique, texte: readonly string[], options: Options = {}): SourceLogique {
  const [tete = '', ...lignes] = texte;
  const colonnes = tete.split(';');
  return {
    table,
    fichiers: [
      {
        chemin: `${table}.csv`,
        colonnes,
        entetes: colonnes,
        lignes: lignes.map((ligne) => ({ cellules: ligne.split(';') })),
        ecriture: ECRITURE,
      },
    ],
    ...options,
  };
}

/** Deux ESSMS d'un même OG, dont le premier est celui des exemples. */
export const ET = '630781227';
export const ET2 = '630000529';
const EJ = '630000537';

export function essms(...lignes: string[]): SourceLogique {
  return source('essms', [
    'finess_et;finess_ej;secteur;places;eligible_sons;date_ouverture;date_fermeture',
    ...lignes,
  ]);
}

export const UN_ESSMS = essms(`${ET};${EJ};PA;;;;`);
export const DEUX_ESSMS = essms(`${ET};${EJ};PA;;;;`, `${ET2};${EJ};PH;;;;`);

export function depotDe(
  sources: readonly SourceLogique[],
  options: Partial<DepotLogique> = {},
): DepotLogique {
  return { sources, aliasFiness: {}, cibles: {}, tablesDeclarees: true, ...options };
}

export function calculer(depot: DepotLogique, demande: Partial<Demande> = {}): Attendu {
  return reference(depot, { ...DEMANDE, ...demande });
}

/** Le résultat d'un indicateur, par défaut celui du premier ESSMS. */
export function resultat(
  attendu: Attendu,
  indicateur: CodeIndicateur,
  identifiant: string = ET,
): ResultatAttendu {
  const trouve = attendu.resultats.find((r) => r.indicateur === indicateur && r.identifiant === identifiant);
  if (!trouve) throw new Error(`pas de résultat ${indicateur} pour ${identifiant}`);
  return trouve;
}

/** « n / d » d'un indicateur, ou son état s'il n'a pas de valeur. */
export function valeur(attendu: Attendu, indicateur: CodeIndicateur, identifiant?: string): string {
  const r = resultat(attendu, indicateur, identifiant);
  return r.numerateur === null ? r.etat : `${r.numerateur} / ${r.denominateur}`;
}
