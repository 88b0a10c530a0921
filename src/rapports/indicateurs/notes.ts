import { type DateCivile, ecrireDate, nommerMois } from '../../domaine/date-civile.ts';
import type { Fenetre } from '../../domaine/fenetre.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import type { Provenance } from '../../domaine/source.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder, ecrireCible, ecrireEntier } from '../nombres.ts';
import { assainir } from '../texte.ts';
import { direDefinitions, direFournies, INDICATEURS } from '../vocabulaire.ts';
import { estDeclare, MARQUE_DECLARE } from './cellule.ts';
import { lignesDe } from './lignes.ts';

/** Nom de la grappe, à défaut de son seul OG. */
export function direNom({ grappe, resultats }: Pick<RapportIndicateurs, 'grappe' | 'resultats'>): string {
  if (grappe.nom !== null && grappe.nom !== '') return assainir(grappe.nom);
  const og = lignesDe(resultats, 'og');
  if (og.length === 1 && og[0]) return nommerOg(og[0]);
  return og.length > 1 ? `Grappe de ${og.length} OG` : 'Dépôt sans nom';
}

/** « OG 630000529 », que le libellé le dise déjà ou non. */
export function nommerOg({ nom }: { readonly nom: string }): string {
  return nom.startsWith('OG ') ? nom : `OG ${nom}`;
}

/** « septembre 2025 (1 mois) » ou « juillet 2025 à septembre 2025 (première mesure, 3 mois) ». */
export function direFenetre({ mois, premiereMesure, moisCouverts }: Fenetre): string {
  const premier = moisCouverts[0] ?? mois;
  if (!premiereMesure) return `${nommerMois(mois)} (1 mois)`;
  const memeAnnee = premier.slice(0, 4) === mois.slice(0, 4);
  const debut = memeAnnee ? nommerMois(premier).slice(0, -5) : nommerMois(premier);
  return `${debut} à ${nommerMois(mois)} (première mesure, 3 mois)`;
}

/** « exports du 02/10/2025 », ou rien si aucune source ne dit sa date. */
export function direExports(sources: readonly Provenance[]): string[] {
  const dates = sources.flatMap(({ dateExtraction: d }) => (d === null ? [] : [d])).sort();
  const [premiere, derniere] = [dates[0], dates.at(-1)] as (DateCivile | undefined)[];
  if (premiere === undefined || derniere === undefined) return [];
  if (premiere === derniere) return [`exports du ${ecrireDate(premiere)}`];
  return [`exports du ${ecrireDate(premiere)} au ${ecrireDate(derniere)}`];
}

/** Ce que veut dire la marque d'une valeur déclarée, s'il y en a une. */
export function direMarque({ resultats }: RapportIndicateurs): string[] {
  if (!resultats.some(estDeclare)) return [];
  return [`${MARQUE_DECLARE} déclaré par un tableau de bord, en tout ou partie : non calculé`];
}

/** « 22 ESSMS, 1 478 personnes » */
export function direTaille({ resultats }: RapportIndicateurs): string[] {
  const niveau = (['essms', 'og', 'grappe'] as const).find((n) => resultats.some((r) => r.niveau === n));
  if (niveau === undefined) return [];
  const lignes = lignesDe(resultats, niveau);
  const personnes = lignes.reduce((somme, ligne) => somme + (personnesDe(ligne.resultats) ?? 0), 0);
  const nombre = niveau === 'essms' ? [accorder(lignes.length, 'ESSMS', 'ESSMS')] : [];
  return [[...nombre, accorder(personnes, 'personne')].join(', ')];
}

/** Les personnes accompagnées d'une ligne : le dénominateur des dossiers actifs (P4). */
export function personnesDe(resultats: RapportIndicateurs['resultats']): number | null {
  return resultats.find((r) => r.indicateur === 'dossiers_actifs')?.denominateur ?? null;
}

/** « actifs, projets, agenda 90 % ; MSS, DMP 70 % (kit SESAN…) » ; la citation de la source est tue. */
export function direCibles({ cibles }: Pick<RapportIndicateurs, 'cibles'>): string {
  const groupes = new Map<string, Map<number, string[]>>();
  for (const code of CODES_INDICATEURS) {
    for (const { valeur, reference } of cibles.filter((c) => c.indicateur === code)) {
      const source = reference.replace(/,? «.*$/s, '');
      const parValeur = groupes.get(source) ?? new Map<number, string[]>();
      parValeur.set(valeur, [...(parValeur.get(valeur) ?? []), INDICATEURS[code].court]);
      groupes.set(source, parValeur);
    }
  }
  return [...groupes]
    .map(([reference, parValeur]) => {
      const valeurs = [...parValeur].map(([valeur, noms]) => `${noms.join(', ')} ${ecrireCible(valeur)} %`);
      return `${valeurs.join(' ; ')} (${assainir(reference)})`;
    })
    .join(' ; ');
}

/** « actif=activité, … . Règles 3f9c1d0a2b4e. » : deux sorties de même empreinte sont comparables. */
export function direRegles({
  definitions,
  outil,
}: Pick<RapportIndicateurs, 'definitions' | 'outil'>): string {
  return `${direDefinitions(definitions)}. Règles ${outil.regles.slice(0, 12)}, esms ${outil.version}${direFournies(outil)}`;
}

/** « 31 fichiers, 2 logiciels ; 412 118 lignes = 411 870 retenues + 12 rejetées + 236 écartées » (E1). */
export function direDonnees(sources: readonly Provenance[]): string {
  const somme = (compte: (source: Provenance) => number): number =>
    sources.reduce((s, x) => s + compte(x), 0);
  const logiciels = new Set(sources.flatMap(({ logiciel }) => (logiciel === null ? [] : [logiciel])));
  const origine = [accorder(sources.length, 'fichier')];
  if (logiciels.size > 0) origine.push(accorder(logiciels.size, 'logiciel'));
  const lues = accorder(
    somme((s) => s.lignes),
    'ligne',
  );
  const retenues = `${ecrireEntier(somme((s) => s.retenues))} retenues`;
  const rejetees = `${ecrireEntier(somme((s) => s.rejetees))} rejetées`;
  const ecartees = `${ecrireEntier(somme((s) => s.ecartees))} écartées`;
  return `${origine.join(', ')} ; ${lues} = ${retenues} + ${rejetees} + ${ecartees}`;
}
