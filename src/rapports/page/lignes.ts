import { CODES_INDICATEURS, type Resultat } from '../../domaine/resultat.ts';
import { type Fragment, html } from '../fragment.ts';
import { gestesDe } from '../indicateurs/gestes.ts';
import { estAuxCibles, estHorsPeriode, type Ligne } from '../indicateurs/lignes.ts';
import { personnesDe } from '../indicateurs/notes.ts';
import type { CibleCitee } from '../modele.ts';
import { ecrireCible, ecrireEntier } from '../nombres.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { barre } from './barre.ts';
import { valeurEtat } from './etat.ts';
import { cellule, tableau } from './sections.ts';

const LARGEUR = 72;

/** Un ESSMS ou un OG par rangée : ses cinq valeurs contre leur cible, et ce qu'il lui reste à faire. */
export function tableauDesLignes(
  legende: string,
  lignes: readonly Ligne[],
  cibles: readonly CibleCitee[],
  id?: string,
): Fragment {
  const titres = CODES_INDICATEURS.map((code) => {
    const cible = cibles.find(({ indicateur }) => indicateur === code);
    const { court } = INDICATEURS[code];
    return { titre: cible ? `${court} (${ecrireCible(cible.valeur)} %)` : court, nombre: true } as const;
  });
  return tableau({
    ...(id !== undefined && { id }),
    legende,
    colonnes: [
      { titre: 'Nom' },
      { titre: 'Secteur' },
      { titre: 'Personnes', nombre: true },
      ...titres,
      { titre: 'À faire' },
    ],
    rangees: lignes.map(rangeeDe),
  });
}

function rangeeDe(ligne: Ligne): Fragment {
  const personnes = personnesDe(ligne.resultats);
  const aFaire = !estAuxCibles(ligne) && !estHorsPeriode(ligne);
  const numero = ligne.nom.includes(ligne.identifiant)
    ? ''
    : html` <span class="discret">${ligne.identifiant}</span>`;
  return html`<tr${aFaire ? html` class="a-faire"` : ''}><th scope="row">${ligne.nom}${numero}</th>${[
    cellule(ligne.secteur ?? ''),
    cellule(personnes === null ? '–' : ecrireEntier(personnes), { nombre: true, tri: personnes ?? -1 }),
    ...ligne.resultats.map(caseDe),
    cellule(aFaire ? gestesDe(ligne).join(', ') : ''),
  ]}</tr>\n`;
}

function caseDe(resultat: Resultat): Fragment {
  return cellule([valeurEtat(resultat), barre(resultat, LARGEUR)], {
    nombre: true,
    tri: resultat.taux ?? -1,
  });
}
