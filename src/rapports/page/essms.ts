import { type Fragment, html } from '../fragment.ts';
import { duPireAuMeilleur, lignesDe } from '../indicateurs/lignes.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { tableauDesLignes } from './lignes.ts';
import { section } from './sections.ts';

/** Chaque ESSMS, du pire au meilleur ; la table se trie et se filtre si les scripts tournent. */
export function montrerEssms({ resultats, cibles }: RapportIndicateurs): Fragment {
  const lignes = duPireAuMeilleur(lignesDe(resultats, 'essms'));
  return section(
    'ESSMS, et ce qui reste à faire',
    html`<div class="outils" hidden><label for="filtre">Filtrer (nom, FINESS, secteur)</label> <input id="filtre" type="search" autocomplete="off"> <label><input id="a-faire" type="checkbox"> seulement ceux qui ont quelque chose à faire</label> <span id="compte" role="status"></span></div>\n`,
    tableauDesLignes("Les ESSMS, le pire d'abord", lignes, cibles, 'essms'),
  );
}
