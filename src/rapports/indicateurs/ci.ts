import type { Etat, Resultat } from '../../domaine/resultat.ts';
import { elementsDe, tusDe } from '../ci/anomalies.ts';
import type { ElementCi, GraviteCi, PresentationCi, RapportCi } from '../ci/modele.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder, ecrireCible } from '../nombres.ts';
import { assainir } from '../texte.ts';
import { fichiersSains } from '../verification/ci.ts';
import { ETATS_EN_MOTS, INDICATEURS } from '../vocabulaire.ts';
import { celluleDe } from './cellule.ts';
import { ciblesQuiFontFoi, estManquee } from './exigence.ts';
import { MANQUES } from './phrases.ts';
import { verdictDe } from './verdict.ts';

/**
 * Un élément par cible au niveau qui fait foi, puis les anomalies. Une cible manquée est une erreur si elle est exigée
 * (`--exiger-cibles`), sinon une information : jamais une réussite.
 */
export function ciIndicateurs(rapport: RapportIndicateurs, ci: PresentationCi): RapportCi {
  const { outil, anomalies, fenetre } = rapport;
  const cibles = ciblesQuiFontFoi(rapport).map((resultat) => cibleDe(resultat, ci.exigerCibles ?? false));
  const verdict = verdictDe(rapport);
  return {
    outil,
    commande: 'indicateurs',
    elements: [...cibles, ...elementsDe(anomalies), ...fichiersSains(rapport)],
    tus: tusDe(anomalies),
    conclusion: assainir(
      [`${fenetre.mois} : ${verdict.phrase}`, ...verdict.parNiveau].join(' ').replace(/ +/g, ' '),
    ),
    fiches: FICHES,
  };
}

function cibleDe(resultat: Resultat, exigees: boolean): ElementCi {
  const { indicateur, cible, etat } = resultat;
  const suite = nommer(resultat);
  return {
    code: `cible.${etat}`,
    gravite: graviteDe(resultat, exigees),
    fichier: null,
    ligne: null,
    colonne: null,
    suite,
    cas: `${suite} : ${INDICATEURS[indicateur].court} à ${ecrireCible(cible)} %`,
    message: direMesure(resultat),
    aide: direManques(resultat),
  };
}

/** « EHPAD du Parc (630991024) », « OG 630990018 », « Grappe Limagne » */
function nommer({ niveau, identifiant, libelle }: Resultat): string {
  const nom = libelle === '' ? identifiant : libelle;
  return assainir(niveau === 'grappe' || nom.includes(identifiant) ? nom : `${nom} (${identifiant})`);
}

function graviteDe(resultat: Resultat, exigees: boolean): GraviteCi {
  if (estManquee(resultat)) return exigees ? 'erreur' : 'information';
  return resultat.etat === 'atteint' ? 'conforme' : 'sans_objet';
}

/** « 80,0 ✗ (4/5), non atteint, il manque 1 agenda » */
function direMesure(resultat: Resultat): string {
  const { numerateur, denominateur, etat, resteAFaire, indicateur, provisoire } = resultat;
  const compte = numerateur === null || denominateur === null ? '' : ` (${numerateur}/${denominateur})`;
  const reste =
    etat === 'non_atteint' && resteAFaire !== null && resteAFaire > 0
      ? [`il manque ${accorder(resteAFaire, ...INDICATEURS[indicateur].unite)}`]
      : [];
  return [
    `${celluleDe(resultat)}${compte}`,
    ETATS_EN_MOTS[etat],
    ...reste,
    ...(provisoire ? ['provisoire'] : []),
  ].join(', ');
}

/** Ce qui empêche de conclure, avec le geste ; rien pour une cible sûre, ou sûrement manquée. */
function direManques({ etat, avertissements }: Resultat): string | null {
  if (etat !== 'incertain' && etat !== 'non_evaluable') return null;
  const manques = avertissements.filter(({ code }) => MANQUES.has(code));
  return manques.length === 0 ? null : assainir(manques.map(({ message }) => message).join(' ; '));
}

const FICHES: Readonly<Partial<Record<`cible.${Etat}`, { titre: string; explication: string }>>> = {
  'cible.non_atteint': {
    titre: 'Cible non atteinte',
    explication: 'La cible est manquée quoi que cachent les données.',
  },
  'cible.incertain': {
    titre: 'Cible incertaine',
    explication: 'Les données ne permettent pas de trancher : la cible est dans les bornes du taux.',
  },
  'cible.non_evaluable': {
    titre: 'Cible non évaluable',
    explication: "Une table ou un mois manque : ce n'est pas un zéro.",
  },
};
