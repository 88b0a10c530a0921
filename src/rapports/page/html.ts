import { html } from '../fragment.ts';
import { pageHtml } from '../html.ts';
import { direExports, direFenetre, direNom, direTaille } from '../indicateurs/notes.ts';
import { montrerAnomalies, montrerHypotheses, montrerManques, montrerProvenance } from './annexes.ts';
import { montrerCibles } from './cibles.ts';
import { montrerEssms } from './essms.ts';
import type { RapportPage } from './modele.ts';
import { montrerPreuve } from './preuve.ts';
import { resumer } from './resume.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Le rapport qu'un directeur lit, imprime et transmet : une page, sans réseau, sans script pour la lire. */
export function rendre(rapport: RapportPage): string {
  const { mesure } = rapport;
  const titre = `Usages du dossier usager informatisé : ${direNom(mesure)}`;
  const situation = [direFenetre(mesure.fenetre), ...direExports(mesure.sources), ...direTaille(mesure)].join(
    ', ',
  );
  const corps = [
    html`<h1>${titre}</h1>\n<p>${situation}. Aucun identifiant de personne.</p>\n`,
    resumer(rapport),
    montrerCibles(mesure),
    montrerPreuve(rapport),
    montrerEssms(mesure),
    html`${montrerManques(rapport)}`,
    montrerHypotheses(rapport),
    montrerAnomalies(rapport),
    montrerProvenance(rapport),
  ];
  return pageHtml(
    titre,
    corps.map(({ texte }) => texte),
    { style: STYLE, script: SCRIPT },
  );
}
