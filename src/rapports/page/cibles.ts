import type { Resultat } from '../../domaine/resultat.ts';
import { type Fragment, html } from '../fragment.ts';
import { valeurMarquee } from '../indicateurs/cellule.ts';
import { duPireAuMeilleur, type Ligne, lignesDe } from '../indicateurs/lignes.ts';
import { nommerOg } from '../indicateurs/notes.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder, ecrireCible, ecrireEntier } from '../nombres.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { barre } from './barre.ts';
import { pastille } from './etat.ts';
import { tableauDesLignes } from './lignes.ts';
import { cellule, rangee, section, tableau } from './sections.ts';

const LARGEUR = 160;

/** L'état de chaque cible pour l'ensemble, puis les OG s'ils sont plusieurs. */
export function montrerCibles({ resultats, cibles }: RapportIndicateurs): Fragment {
  const og = duPireAuMeilleur(lignesDe(resultats, 'og'));
  return section(
    'État de chaque cible',
    lignesDe(resultats, 'grappe').map(tableauDe),
    og.length > 1
      ? tableauDesLignes(
          "Les organismes gestionnaires, le pire d'abord",
          og.map((ligne) => ({ ...ligne, nom: nommerOg(ligne) })),
          cibles,
        )
      : '',
  );
}

function tableauDe({ resultats }: Ligne): Fragment {
  return tableau({
    legende: "L'ensemble",
    colonnes: [
      { titre: 'Indicateur' },
      { titre: 'État' },
      { titre: 'Valeur', nombre: true },
      { titre: 'Cible', nombre: true },
      { titre: 'Contre la cible' },
      { titre: 'Reste à faire', nombre: true },
      { titre: 'ESSMS à la cible', nombre: true },
    ],
    rangees: resultats.map((resultat) =>
      rangee(INDICATEURS[resultat.indicateur].libelle, [
        cellule(pastille(resultat)),
        cellule([html`<strong>${valeurDe(resultat)}</strong>`, ' ', comptesDe(resultat)], { nombre: true }),
        cellule(`${ecrireCible(resultat.cible)} %`, { nombre: true }),
        cellule(barre(resultat, LARGEUR)),
        cellule(resteDe(resultat), { nombre: true }),
        cellule(auxCibles(resultat), { nombre: true }),
      ]),
    ),
  });
}

function valeurDe(resultat: Resultat): string {
  const valeur = valeurMarquee(resultat);
  return resultat.taux === null ? valeur : `${valeur} %`;
}

function comptesDe({ numerateur, denominateur }: Resultat): Fragment {
  if (numerateur === null || denominateur === null) return html``;
  return html`<span class="discret">${ecrireEntier(numerateur)} / ${ecrireEntier(denominateur)}</span>`;
}

function resteDe({ resteAFaire, indicateur }: Resultat): string {
  if (resteAFaire === null) return '';
  return resteAFaire === 0 ? '–' : accorder(resteAFaire, ...INDICATEURS[indicateur].unite);
}

function auxCibles({ agregat }: Resultat): string {
  if (agregat === undefined) return '';
  const sans = agregat.manquants.length;
  return `${agregat.essmsAtteints} sur ${agregat.essmsEvalues}${sans > 0 ? `, ${sans} sans données` : ''}`;
}
