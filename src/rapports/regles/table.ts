import { ecrireDate } from '../../domaine/date-civile.ts';
import { accorder } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { finir, replier } from '../texte.ts';
import { direFournies } from '../vocabulaire.ts';
import type { RapportRegles, RegleMontree, ValeurMontree } from './modele.ts';
import { direLecture, direPeriode, direVerification } from './phrases.ts';
import { direValeur } from './valeurs.ts';

/** Les règles par fichier, leurs valeurs par période, et ce qui reste à vérifier. */
export function rendreTable(rapport: RapportRegles, presentation: Presentation): string {
  const { palette, largeur } = presentation;
  const fichiers = [...new Set(rapport.regles.map(({ fichier }) => fichier))];
  const blocs = fichiers.flatMap((fichier) => [
    palette.fort(fichier),
    ...rapport.regles
      .filter((regle) => regle.fichier === fichier)
      .flatMap((regle) => decrire(regle, presentation)),
    '',
  ]);
  return finir([...blocs, ...conclure(rapport).flatMap((phrase) => replier(phrase, largeur))]);
}

function decrire(regle: RegleMontree, presentation: Presentation): string[] {
  const { palette, largeur } = presentation;
  return [
    ...replier(` ${palette.fort(regle.id)}  ${regle.titre}`, largeur, 4),
    ...regle.valeurs.flatMap((valeur) => decrireValeur(regle, valeur, presentation)),
  ];
}

function decrireValeur(regle: RegleMontree, valeur: ValeurMontree, presentation: Presentation): string[] {
  const { palette, largeur } = presentation;
  const periode = direPeriode(valeur);
  if (valeur.valeur === undefined) {
    return replier(`   ${periode} : ${palette.doute('inconnue')}, ${valeur.raison}`, largeur, 6);
  }
  const [premiere = '', ...autres] = direValeur(regle, valeur.valeur);
  return [
    ...replier(`   ${periode} : ${premiere}`, largeur, 6),
    ...autres.map((ligne) => `${' '.repeat(`   ${periode} : `.length)}${ligne}`),
    ...replier(
      `      ${direLecture(valeur)} ; ${valeur.source} ; ${direVerification(valeur, palette)}`,
      largeur,
      6,
    ),
  ];
}

/** Combien de valeurs, comment lues, et ce qui est à vérifier. */
function conclure({ regles, dateReference, outil }: RapportRegles): string[] {
  const valeurs = regles.flatMap((regle) => regle.valeurs);
  const compter = (lecture: string): number => valeurs.filter((une) => une.lecture === lecture).length;
  const connues = valeurs.filter(({ lecture }) => lecture !== 'inconnue');
  const jamais = connues.filter(({ verifieLe }) => verifieLe === null).length;
  const anciennes = connues.filter(({ aVerifier }) => aVerifier).length - jamais;
  const lectures = [
    accorder(compter('lue'), 'lue'),
    accorder(compter('reconstruite'), 'reconstruite'),
    `${compter('secondaire')} de source secondaire`,
    accorder(compter('inconnue'), 'inconnue'),
  ];
  return [
    `${accorder(regles.length, 'règle')}, ${accorder(valeurs.length, 'valeur datée', 'valeurs datées')} : ${lectures.join(', ')}.`,
    `Au ${ecrireDate(dateReference)} : ${accorder(jamais, 'valeur jamais vérifiée', 'valeurs jamais vérifiées')} dans leur source, ${accorder(anciennes, 'vérifiée', 'vérifiées')} il y a plus d'un an.`,
    `Empreinte des règles et des requêtes : ${outil.regles.slice(0, 12)}, esms ${outil.version}${direFournies(outil)}.`,
    '« esms regles montrer ID » en dit la citation, les réserves et les exemples.',
  ];
}
