import { type Fraction, tauxTronque } from '../domaine/fraction.ts';
import type { AvertissementResultat, CodeIndicateur, Etat } from '../domaine/resultat.ts';
import { denombrer } from './avertissements.ts';
import type { Definitions } from './definitions.ts';
import { REGISTRE } from './registre.ts';
import { lectureContraire, type Termes } from './termes.ts';

/** Les avertissements qui se constatent sur un résultat, à son niveau, et ne s'additionnent pas. */

const NOMS_ETATS: Readonly<Record<Etat, string>> = {
  atteint: 'atteint',
  non_atteint: 'non atteint',
  incertain: 'incertain',
  non_evaluable: 'non évaluable',
  dispense: 'dispensé',
  hors_periode: 'hors période',
};

/** T2. */
export function avertirDenominateurNul(indicateur: CodeIndicateur): AvertissementResultat {
  const { denominateur } = REGISTRE[indicateur];
  return {
    code: 'denominateur.nul',
    nombre: 1,
    message: `le dénominateur (${denominateur}) vaut zéro : aucun taux ne se calcule ; vérifiez le mois demandé et les dates des exports`,
  };
}

/** T5 : la valeur reste telle quelle ; `nombre` est l'excédent. */
export function avertirPlusDeCent(
  indicateur: CodeIndicateur,
  { numerateur, denominateur }: Fraction,
): AvertissementResultat[] {
  if (indicateur === 'mssante') return [];
  if (numerateur <= denominateur) return [];
  const fiche = REGISTRE[indicateur];
  // Parmi les actifs, le calcul ne dépasse jamais 100 % : seul un chiffre déclaré le peut.
  const geste =
    indicateur === 'projets' || indicateur === 'agenda'
      ? 'vérifiez les nombres de « declares »'
      : 'vérifiez le nombre déclaré dans « effectifs » et les sorties non saisies dans le DUI';
  return [
    {
      code: 'taux.superieur_a_100',
      nombre: numerateur - denominateur,
      message: `plus de ${fiche.numerateur} (${numerateur}) que de ${fiche.denominateur} (${denominateur}) : ${geste}`,
    },
  ];
}

/** N5 : les deux lectures changent l'état ; `nombre` compte les dossiers qui n'ont d'événement que hors de F. */
export function avertirLecture(
  lectures: { readonly termes: Termes; readonly autreLecture: Termes },
  etat: Etat,
  etatAutre: Etat,
  { evenement_agenda: lecture }: Definitions,
): AvertissementResultat {
  const { termes, autreLecture } = lectures;
  const autre = lectureContraire(lecture);
  return {
    code: 'agenda.lecture',
    nombre: Math.abs((termes.haute?.numerateur ?? 0) - (autreLecture.haute?.numerateur ?? 0)),
    message: `${decrire(lecture, termes.valeur, etat)} ; ${decrire(autre, autreLecture.valeur, etatAutre)} : le texte du programme ne tranche pas, convenez de la lecture avec l'ARS (« --definition evenement_agenda=${autre} » pour l'autre)`,
  };
}

function decrire(lecture: Definitions['evenement_agenda'], valeur: Fraction, etat: Etat): string {
  const nom = lecture === 'periode' ? 'événement pendant la période' : 'événement à toute date';
  const taux = tauxTronque(valeur, 1)?.toFixed(1).replace('.', ',') ?? '–';
  return `${nom} : ${taux} %, ${NOMS_ETATS[etat]}`;
}

/** A3 : des ESSMS sans données dont la taille n'est connue que par leurs places. */
export function avertirPlaces(finess: readonly string[]): AvertissementResultat {
  return {
    code: 'groupe.places',
    nombre: finess.length,
    message: `${denombrer(finess.length, 'ESSMS', 'ESSMS')} sans données (${finess.join(', ')}), de taille connue par les seules places : la cible ne peut pas être dite atteinte ; fournissez leurs exports, ou au moins leurs lignes d'« effectifs »`,
  };
}

/** A3 : des ESSMS dont rien ne dit la taille. */
export function avertirTailleInconnue(finess: readonly string[]): AvertissementResultat {
  return {
    code: 'groupe.taille_inconnue',
    nombre: finess.length,
    message: `${denombrer(finess.length, 'ESSMS', 'ESSMS')} sans données ni taille connue (${finess.join(', ')}) : l'ensemble n'est pas évaluable ; fournissez leurs exports, leurs lignes d'« effectifs », ou « places » dans « essms »`,
  };
}
