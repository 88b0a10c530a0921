import type { Etat, Resultat } from '../../domaine/resultat.ts';
import { type Fragment, html } from '../fragment.ts';
import { valeurMarquee } from '../indicateurs/cellule.ts';
import { INSECABLE } from '../nombres.ts';
import { ETATS_EN_MOTS, SIGNES } from '../vocabulaire.ts';

/** La classe d'un état : sa couleur ; le mot et le signe la disent aussi. */
export const CLASSES: Readonly<Record<Etat, string>> = {
  atteint: 'bon',
  non_atteint: 'mauvais',
  incertain: 'doute',
  non_evaluable: 'doute',
  dispense: 'neutre',
  hors_periode: 'neutre',
};

/** Un état en toutes lettres. */
export function pastille({ etat, provisoire }: Pick<Resultat, 'etat' | 'provisoire'>): Fragment {
  const mot = `${ETATS_EN_MOTS[etat]}${provisoire ? ', provisoire' : ''}`;
  return html`<span class="etat ${CLASSES[etat]}"><span aria-hidden="true">${SIGNES[etat]}</span> ${mot}</span>`;
}

/** La valeur d'une case de tableau, et son état pour qui ne voit pas le signe. */
export function valeurEtat(resultat: Resultat): Fragment {
  const { etat } = resultat;
  const valeur = valeurMarquee(resultat);
  return html`${valeur}${INSECABLE}<span class="signe ${CLASSES[etat]}"><span aria-hidden="true">${SIGNES[etat]}</span><span class="invisible">${ETATS_EN_MOTS[etat]}</span></span>`;
}
