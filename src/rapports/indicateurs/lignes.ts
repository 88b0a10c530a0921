import { grouper } from '../../domaine/grouper.ts';
import { CODES_INDICATEURS, type Etat, type Niveau, type Resultat } from '../../domaine/resultat.ts';
import type { Secteur } from '../../domaine/secteur.ts';
import { assainir } from '../texte.ts';

/** Les résultats d'un ESSMS, d'un OG ou de la grappe, dans l'ordre des indicateurs. */
export interface Ligne {
  readonly niveau: Niveau;
  readonly identifiant: string;
  readonly nom: string;
  readonly secteur: Secteur | null;
  readonly resultats: readonly Resultat[];
}

/** Rassemble les résultats d'un niveau ; deux libellés identiques se distinguent par leur numéro. */
export function lignesDe(resultats: readonly Resultat[], niveau: Niveau): Ligne[] {
  const groupes = grouper(
    resultats.filter((resultat) => resultat.niveau === niveau),
    ({ identifiant }) => identifiant,
  );
  const fois = new Map<string, number>();
  for (const [premier] of groupes.values()) {
    if (premier) fois.set(premier.libelle, (fois.get(premier.libelle) ?? 0) + 1);
  }
  return [...groupes].map(([identifiant, groupe]) => {
    const libelle = groupe[0]?.libelle ?? '';
    const unique = fois.get(libelle) === 1;
    const nom = libelle === '' || libelle === identifiant ? identifiant : libelle;
    return {
      niveau,
      identifiant,
      nom: assainir(unique ? nom : `${identifiant} ${nom}`.trim()),
      secteur: groupe[0]?.secteur ?? null,
      resultats: CODES_INDICATEURS.flatMap((code) => groupe.filter((r) => r.indicateur === code)),
    };
  });
}

const SANS_OBJET: ReadonlySet<Etat> = new Set(['dispense', 'hors_periode']);

/** Rien à faire : chaque cible est atteinte ou sans objet. */
export function estAuxCibles(ligne: Ligne): boolean {
  return ligne.resultats.every((r) => r.etat === 'atteint' || SANS_OBJET.has(r.etat));
}

export function estHorsPeriode(ligne: Ligne): boolean {
  return ligne.resultats.length > 0 && ligne.resultats.every((r) => r.etat === 'hors_periode');
}

export function estProvisoire(ligne: Ligne): boolean {
  return ligne.resultats.some((r) => r.provisoire);
}

function compter(ligne: Ligne, etat: Etat): number {
  return ligne.resultats.filter((r) => r.etat === etat).length;
}

/** Du pire au meilleur : cibles manquées, incertaines, non évaluables, puis ce qu'il reste à faire. */
export function duPireAuMeilleur(lignes: readonly Ligne[]): Ligne[] {
  const rang = (ligne: Ligne): readonly number[] => [
    compter(ligne, 'non_atteint'),
    compter(ligne, 'incertain'),
    compter(ligne, 'non_evaluable'),
    ligne.resultats.reduce((somme, r) => somme + (r.etat === 'non_atteint' ? (r.resteAFaire ?? 0) : 0), 0),
  ];
  return lignes
    .map((ligne) => ({ ligne, rang: rang(ligne) }))
    .sort((a, b) => comparer(b.rang, a.rang) || (a.ligne.identifiant < b.ligne.identifiant ? -1 : 1))
    .map(({ ligne }) => ligne);
}

function comparer(a: readonly number[], b: readonly number[]): number {
  for (const [i, valeur] of a.entries()) {
    const ecart = valeur - (b[i] ?? 0);
    if (ecart !== 0) return ecart;
  }
  return 0;
}
