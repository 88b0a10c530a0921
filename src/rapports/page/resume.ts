import { nommerMois } from '../../domaine/date-civile.ts';
import { type Fragment, html } from '../fragment.ts';
import { gestesDe } from '../indicateurs/gestes.ts';
import { duPireAuMeilleur, estAuxCibles, estHorsPeriode, lignesDe } from '../indicateurs/lignes.ts';
import { type Issue, verdictDe } from '../indicateurs/verdict.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder } from '../nombres.ts';
import { verdictDe as verdictDuSuivi } from '../suivi/verdict.ts';
import { enumerer } from '../texte.ts';
import type { RapportPage } from './modele.ts';
import { liste } from './sections.ts';

const CLASSES: Readonly<Record<Issue, string>> = {
  ATTEINT: 'bon',
  'NON ATTEINT': 'mauvais',
  INCERTAIN: 'doute',
  'NON ÉVALUABLE': 'doute',
  'SANS OBJET': 'neutre',
};

/** Trois phrases : le mois, la preuve, par quoi commencer. */
export function resumer({ mesure, suivi }: RapportPage): Fragment {
  const duMois = verdictDe(mesure);
  const preuve = verdictDuSuivi(suivi);
  const classePreuve = preuve.faite === null ? 'doute' : preuve.faite ? 'bon' : 'mauvais';
  return html`<p class="verdict ${duMois.issue === null ? 'doute' : CLASSES[duMois.issue]}">${enTete(nommerMois(mesure.fenetre.mois))}. ${duMois.phrase}</p>
${duMois.parNiveau.length > 0 ? liste(duMois.parNiveau) : ''}
<p class="verdict ${classePreuve}">Trois mois. ${preuve.phrase}</p>
${preuve.parNiveau.length > 0 ? liste(preuve.parNiveau) : ''}
<p class="verdict neutre">${direPriorites(mesure)}</p>\n`;
}

function enTete(mot: string): string {
  return mot.charAt(0).toUpperCase() + mot.slice(1);
}

const NOMMES = 3;

/** « À faire d'abord : SAD Val d'Allier (15 actifs, 33 DMP) et IME Les Alizés (réexporter) ; 8 autres ESSMS ensuite. » */
function direPriorites({ resultats }: RapportIndicateurs): string {
  const aFaire = duPireAuMeilleur(lignesDe(resultats, 'essms')).filter(
    (ligne) => !estAuxCibles(ligne) && !estHorsPeriode(ligne),
  );
  if (aFaire.length === 0) return 'Rien à faire : chaque ESSMS est à toutes ses cibles.';
  const premiers = aFaire.slice(0, NOMMES).map((ligne) => {
    const gestes = gestesDe(ligne);
    return gestes.length > 0 ? `${ligne.nom} (${gestes.join(', ')})` : ligne.nom;
  });
  const reste = aFaire.length - premiers.length;
  const suite = reste > 0 ? ` ; ${accorder(reste, 'autre ESSMS', 'autres ESSMS')} ensuite` : '';
  return `À faire d'abord : ${enumerer(premiers)}${suite}.`;
}
