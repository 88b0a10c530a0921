import type { Presentation } from '../presentation.ts';
import { finir, replier } from '../texte.ts';
import type { RegleMontree, ValeurMontree } from './modele.ts';
import { direLecture, direPeriode, direVerification } from './phrases.ts';
import { direValeur } from './valeurs.ts';

/** Une règle en entier : chaque valeur, sa source, les mots lus, les réserves, les exemples. */
export function rendreFiche(regle: RegleMontree, presentation: Presentation): string {
  const { largeur, palette } = presentation;
  const { id, titre, fichier, type, unite } = regle;
  return finir([
    ...replier(`${palette.fort(id)} : ${titre}`, largeur, 2),
    `${fichier} ; ${type}, ${unite}`,
    ...regle.valeurs.flatMap((valeur) => ['', ...detailler(regle, valeur, presentation)]),
    '',
    ...direExemples(regle, largeur),
  ]);
}

function detailler(regle: RegleMontree, valeur: ValeurMontree, { largeur, palette }: Presentation): string[] {
  const champ = (nom: string, texte: string | undefined): string[] =>
    texte === undefined ? [] : replier(`  ${nom} : ${texte}`, largeur, 4);
  const sourcer = [
    ...champ('Source', valeur.source),
    ...champ('Mots lus', valeur.citation && `« ${valeur.citation} »`),
    ...champ('Réserve', valeur.reserve),
  ];
  const periode = palette.fort(direPeriode(valeur));
  if (valeur.valeur === undefined) {
    return [periode, ...replier(`  ${palette.doute('inconnue')} : ${valeur.raison}`, largeur, 4), ...sourcer];
  }
  return [
    periode,
    ...direValeur(regle, valeur.valeur).flatMap((ligne) => replier(`  ${ligne}`, largeur, 4)),
    ...champ('Lecture', direLecture(valeur)),
    ...sourcer,
    ...champ('Vérification', direVerification(valeur, palette)),
  ];
}

function direExemples({ exemples }: RegleMontree, largeur: number): string[] {
  if ('aucun' in exemples) return replier(`Exemples : aucun (${exemples.aucun}).`, largeur, 2);
  return [
    'Exemples, exécutés par « esms regles verifier » :',
    ...exemples.flatMap(({ situation, attendu, note }) =>
      replier(`  ${ecrire(situation)} → ${ecrire(attendu)}${note ? ` (${note})` : ''}`, largeur, 4),
    ),
  ];
}

/** « essms 46, secteur PA » : une situation en une ligne. */
function ecrire(objet: Readonly<Record<string, unknown>>): string {
  return Object.entries(objet)
    .map(([cle, valeur]) => `${cle} ${ecrireUne(valeur)}`)
    .join(', ');
}

function ecrireUne(valeur: unknown): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (valeur === null) return 'inconnu';
  return typeof valeur === 'object' ? `(${ecrire(valeur as Record<string, unknown>)})` : String(valeur);
}
