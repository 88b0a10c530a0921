import { alignerColonnes } from '../alignement.ts';
import { finirBlocs, listerEnGris, listerPhrases } from '../blocs.ts';
import { direSources } from '../citations.ts';
import { euros, lierNombres } from '../euros.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { replier } from '../texte.ts';
import type { RapportListeSons } from './modele.ts';
import { direListe, direTitre, verdictDe } from './phrases.ts';

const TITRES = ['FINESS EJ', 'ESSMS', 'commande', 'tranche', 'montant TTC', 'avance', 'solde', 'seuil'];

/** Le total d'abord, puis un organisme par rangée ; un ⚠ en dernière colonne dit un effet de seuil. */
export function rendre(rapport: RapportListeSons, presentation: Presentation): string {
  const { vague, totaux } = rapport;
  const { largeur, palette } = presentation;
  const { issue, phrase } = verdictDe(vague, vague.avertissements);
  const total = `${direListe(rapport.organismes.length, totaux.essmsCommande)} : ${euros(totaux.montant)} TTC (avance ${euros(totaux.avance)}, solde ${euros(totaux.solde)})`;
  return finirBlocs([
    [palette.fort(direTitre(vague)), ...replier(lierNombres(phrase), largeur).map(palette[issue])],
    replier(lierNombres(total), largeur).map(palette.fort),
    rangeesDe(rapport),
    listerPhrases('À savoir :', direReserves(rapport), presentation),
    listerEnGris('Sources :', direSources(vague.sources), presentation),
  ]);
}

function rangeesDe({ organismes }: RapportListeSons): string[] {
  if (organismes.length === 0) return [];
  const rangees = organismes.map(({ finessEj, sons }) => {
    const [avance, solde] = sons.versements;
    return [
      finessEj,
      ecrireEntier(sons.essmsOg),
      ecrireEntier(sons.essmsCommande),
      sons.tranche?.code ?? '?',
      euros(sons.montant),
      euros(avance.montant),
      euros(solde.montant),
      sons.seuils.map(({ avant, apres }) => `${avant.essms}/${apres.essms}`).join(' '),
    ];
  });
  return alignerColonnes([TITRES, ...rangees], new Set([1, 2, 4, 5, 6]));
}

/** Ce qui manque à la liste, et ce que veut dire la dernière colonne. */
export function direReserves({ organismes, fichier }: RapportListeSons): string[] {
  const auSeuil = organismes.filter(({ sons }) => sons.seuils.length > 0).length;
  return [
    ...(fichier.rejetees > 0
      ? [
          `${accorder(fichier.rejetees, 'ligne')} de ${fichier.fichier} ${fichier.rejetees > 1 ? 'rejetées' : 'rejetée'} : hors du total`,
        ]
      : []),
    ...(auSeuil > 0
      ? [
          `${accorder(auSeuil, 'organisme')} près d'un seuil (« 10/11 » : à 11 ESSMS, le montant est plus bas qu'à 10)`,
        ]
      : []),
  ];
}
