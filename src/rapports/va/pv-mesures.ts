import { type Acte, type OgVerifie, TAUX_VA } from '../../domaine/va.ts';
import { celluleDe } from '../indicateurs/cellule.ts';
import { ecrireCible } from '../nombres.ts';
import { direDefinitions, ETATS_EN_MOTS, INDICATEURS } from '../vocabulaire.ts';
import { CITATIONS, direCitation, direLieu } from './citations.ts';
import type { RapportVa } from './modele.ts';
import { type CompteVa, direCompte, direPeriode } from './phrases.ts';
import { nommerEssms, type Section } from './piece.ts';

/** V1 et V3, en nombres. */
export function direMesures({ essms }: OgVerifie, rapport: RapportVa): Section[] {
  const bords = (comptes: readonly CompteVa[]): string[][] =>
    essms.map((un) => [
      nommerEssms(un),
      ...comptes.map((compte) => (un.mesure === null ? '?' : direCompte(un.mesure, compte))),
    ]);
  const { mesure } = rapport;
  if (mesure === null) {
    return [{ titre: 'Tableau de bord', phrases: ['Aucun mois mesuré : --mois AAAA-MM.'] }];
  }
  return [
    {
      titre: `Tableau de bord, ${direPeriode(rapport)}`,
      phrases: ['« ? » : les exports ne permettent pas de compter ; « ≥ » : au moins autant.'],
      tableaux: [
        {
          legende: 'Documents déposés au DMP et messages MSSanté envoyés',
          titres: ['ESSMS', 'DMP, INS qualifiée', 'sans', 'total', 'MSSanté, professionnels', 'usagers'],
          nombres: new Set([1, 2, 3, 4, 5]),
          rangees: bords([
            'documentsAvecIns',
            'documentsSansIns',
            'documents',
            'messagesProfessionnels',
            'messagesUsagers',
          ]),
        },
        {
          legende: 'Dossiers ayant au moins un document',
          titres: ['ESSMS', '(a) au DMP', '(b) MSSanté', '(c) Mon espace santé', 'les trois'],
          nombres: new Set([1, 2, 3, 4]),
          rangees: bords([
            'dossiersDmp',
            'dossiersMssProfessionnel',
            'dossiersMssUsager',
            'dossiersTroisActions',
          ]),
        },
      ],
    },
    {
      titre: 'Les trois indicateurs',
      phrases: [
        `Sans seuil (${direLieu(CITATIONS.taux)}). En pour cent ; définitions : ${direDefinitions(mesure.definitions)}.`,
      ],
      tableaux: [
        {
          legende: 'Taux par ESSMS',
          titres: ['ESSMS', ...TAUX_VA.map((code) => INDICATEURS[code].court)],
          nombres: new Set([1, 2, 3]),
          rangees: essms.map((un) => [
            nommerEssms(un),
            ...TAUX_VA.map((code) => {
              const resultat = un.mesure?.resultats.find(({ indicateur }) => indicateur === code);
              // Sans le signe de la cible : la VA n'en a pas.
              return resultat === undefined ? '?' : celluleDe(resultat).replace(/ \S$/, '');
            }),
          ]),
        },
      ],
    },
  ];
}

/** Les cibles ne sont pas une condition de la VSR : le solde les demande avec elle. */
export function direCibles({ resultats }: OgVerifie, acte: Acte): Section[] {
  if (acte === 'va' || resultats.length === 0) return [];
  return [
    {
      titre: "Cibles d'usage",
      phrases: [
        `Demandées pour le solde à côté de la VSR, pas par elle : ${direCitation(CITATIONS.solde)}. Un mois ne les prouve pas : esms suivi.`,
      ],
      tableaux: [
        {
          legende: "Au niveau de l'OG",
          titres: ['Indicateur', 'Taux', 'Cible', 'État'],
          nombres: new Set([1, 2]),
          rangees: resultats.map((resultat) => [
            INDICATEURS[resultat.indicateur].libelle,
            celluleDe(resultat),
            `${ecrireCible(resultat.cible)} %`,
            ETATS_EN_MOTS[resultat.etat],
          ]),
        },
      ],
    },
  ];
}
