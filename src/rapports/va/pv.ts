import { ecrireDate } from '../../domaine/date-civile.ts';
import type { Acte, EtatCondition, OgVerifie } from '../../domaine/va.ts';
import { ecrireEntier } from '../nombres.ts';
import { CITATIONS, CITATIONS_CONDITIONS, direCitation, direLieu, direNonLus } from './citations.ts';
import type { RapportVa } from './modele.ts';
import { direManques } from './motifs.ts';
import {
  ACTES_EN_MOTS,
  CONDITIONS_EN_MOTS,
  direCode,
  direMoment,
  direObligation,
  direReserves,
  direType,
  direVerdict,
  ETATS_EN_MOTS,
  nommerOg,
  ORIGINES_EN_MOTS,
  SIGNES,
} from './phrases.ts';
import { nommerEssms, type Piece, type Tableau, VIDE } from './piece.ts';
import { direCibles, direMesures } from './pv-mesures.ts';

/** Un brouillon de PV par OG. */
export function piecesDe(rapport: RapportVa): Piece[] {
  return rapport.verification.og.map((og) => pieceDe(og, rapport));
}

function pieceDe(og: OgVerifie, rapport: RapportVa): Piece {
  const { acte } = rapport.verification;
  return {
    titre: `Procès-verbal de ${ACTES_EN_MOTS[acte].replace(/^V/, 'v')} : ${nommerOg(og)}`,
    bandeau: `BROUILLON préparé au ${ecrireDate(rapport.dateReference)} par esms ${rapport.outil.version} : ni signé, ni officiel. À relire, à compléter, à signer ; les champs soulignés sont à compléter.`,
    etat: og.etat,
    verdict: `${direVerdict({ etat: og.etat, og: [og] })} ${CONCLUSIONS[og.etat]}`,
    sections: [
      { titre: 'Objet', phrases: direObjet(acte, rapport) },
      { titre: 'Commande et parties', tableaux: [parties(og, rapport)] },
      { titre: 'Établissements et services concernés', tableaux: [perimetre(og)] },
      {
        titre: 'Seuils',
        tableaux: [seuils(og, acte)],
        liste: direManques(og.essms, Number.POSITIVE_INFINITY),
      },
      ...direMesures(og, rapport),
      ...direCibles(og, acte),
      { titre: 'Signature', tableaux: [signature(acte)] },
      { titre: 'À savoir avant de signer', liste: [...reservesDe(og, rapport), ...direNonLus(acte)] },
      { titre: 'Sources', liste: sources(og, rapport) },
    ],
  };
}

const CONCLUSIONS: Readonly<Record<EtatCondition, string>> = {
  remplie: "D'après les exports et ce qui est déclaré, les seuils sont atteints.",
  non_remplie: "En l'état, ce PV n'est pas à signer : un seuil au moins n'est pas atteint.",
  inconnue: "En l'état, ce PV n'est pas à signer : un seuil au moins n'est pas établi.",
  sans_objet: "Rien n'est à attester.",
};

function direObjet(acte: Acte, { verification }: RapportVa): string[] {
  if (acte === 'va') {
    return [
      `${CITATIONS.objetVa.texte} (${direLieu(CITATIONS.objetVa)}). ${CITATIONS.quandVa.texte} (${direLieu(CITATIONS.quandVa)}).`,
    ];
  }
  return [
    `La VSR permet de ${CITATIONS.bugs.texte} (${direLieu(CITATIONS.bugs)}).`,
    ...direMoment(verification),
  ];
}

function parties(og: OgVerifie, { grappe, convention, verification: { acte } }: RapportVa): Tableau {
  const logiciels = [...new Set(og.essms.flatMap(({ logiciel }) => logiciel ?? []))].sort();
  const { porteurFinessEj } = grappe;
  return {
    legende: 'Mentions',
    titres: ['Mention', 'Valeur', 'Source de la demande'],
    rangees: [
      ['Organisme gestionnaire (OG), raison sociale', og.nom ?? VIDE, direLieu(CITATIONS.og)],
      ["FINESS juridique de l'OG", og.finessEj, direLieu(CITATIONS.og)],
      ['Commande ou marché : numéro et date', VIDE, direLieu(CITATIONS.commande)],
      ['Éditeur (fournisseur)', VIDE, direLieu(CITATIONS.signataireVa)],
      ['Solution de DUI', logiciels.length > 0 ? logiciels.join(', ') : VIDE, direLieu(CITATIONS.objetVa)],
      ['Version de la solution', VIDE, direLieu(CITATIONS.objetVa)],
      [
        'Grappe et porteur',
        [grappe.nom ?? VIDE, ...(porteurFinessEj === null ? [] : [`FINESS ${porteurFinessEj}`])].join(', '),
        direLieu(CITATIONS.convention),
      ],
      [
        'Convention ARS/porteur, date',
        convention === null ? VIDE : ecrireDate(convention),
        direLieu(CITATIONS.convention),
      ],
      [
        `${acte === 'va' ? 'VA' : 'VSR'}, pour ce projet`,
        direObligation(og),
        direLieu(acte === 'va' ? CITATIONS.obligationVa : CITATIONS.obligationVsr),
      ],
    ],
  };
}

function perimetre({ essms }: OgVerifie): Tableau {
  return {
    legende: `ESSMS de la table essms ; à comparer à ceux de la commande (${direLieu(CITATIONS.essms)})`,
    titres: ['ESSMS', 'FINESS géographique', 'Type de projet', 'Solution', 'État'],
    rangees: essms.map((un) => [
      nommerEssms(un),
      un.finessEt,
      direType(un.typeProjet),
      un.logiciel ?? VIDE,
      `${SIGNES[un.etat]} ${ETATS_EN_MOTS[un.etat]}`,
    ]),
  };
}

function seuils({ essms }: OgVerifie, acte: Acte): Tableau {
  const codes = essms[0]?.conditions.map(({ code }) => code) ?? [];
  return {
    legende: `Seuils de la ${acte === 'va' ? 'VA' : 'VSR'}, par ESSMS`,
    titres: ['Seuil', 'Origine', 'Remplie', 'Non remplie', 'Inconnue', 'Source'],
    nombres: new Set([2, 3, 4]),
    rangees: codes.map((code) => {
      const siennes = essms.flatMap(({ conditions }) => conditions.filter((une) => une.code === code));
      const nombre = (etat: EtatCondition): string =>
        ecrireEntier(siennes.filter((une) => une.etat === etat).length);
      return [
        code === 'bugs' ? CONDITIONS_EN_MOTS.bugs : `${direCode(code)} ${CONDITIONS_EN_MOTS[code]}`,
        ORIGINES_EN_MOTS[siennes[0]?.origine ?? 'calcule'],
        nombre('remplie'),
        nombre('non_remplie'),
        nombre('inconnue'),
        `${direLieu(CITATIONS_CONDITIONS[code])}${acte === 'vsr' && code !== 'bugs' ? ' (seuil de la VA)' : ''}`,
      ];
    }),
  };
}

function signature(acte: Acte): Tableau {
  const signataire = direLieu(acte === 'va' ? CITATIONS.signataireVa : CITATIONS.signataireVsr);
  return {
    legende: acte === 'va' ? "Le représentant légal de l'OG" : "L'OG",
    titres: ['Mention', 'Valeur', 'Source de la demande'],
    rangees: [
      ['Nom et prénom du signataire', VIDE, signataire],
      ['Qualité', acte === 'va' ? `représentant légal : ${VIDE}` : VIDE, signataire],
      ['Date', VIDE, acte === 'va' ? direLieu(CITATIONS.quandVa) : signataire],
      ['Signature', VIDE, acte === 'va' ? direLieu(CITATIONS.signature) : signataire],
      ["Envoi à l'ARS le", VIDE, direLieu(acte === 'va' ? CITATIONS.envoiVa : CITATIONS.envoiVsr)],
    ],
  };
}

function reservesDe(og: OgVerifie, rapport: RapportVa): string[] {
  // Un PV les nomme tous.
  return direReserves(
    { ...rapport, verification: { ...rapport.verification, og: [og] } },
    Number.POSITIVE_INFINITY,
  );
}

function sources({ essms }: OgVerifie, { verification: { acte }, outil }: RapportVa): string[] {
  const codes = essms[0]?.conditions.map(({ code }) => code) ?? [];
  const citations = new Set([
    ...codes.map((code) => CITATIONS_CONDITIONS[code]),
    ...(acte === 'va'
      ? [
          CITATIONS.objetVa,
          CITATIONS.quandVa,
          CITATIONS.signataireVa,
          CITATIONS.obligationVa,
          CITATIONS.seuils,
          CITATIONS.signature,
          CITATIONS.mentions,
          CITATIONS.envoiVa,
        ]
      : [CITATIONS.signataireVsr, CITATIONS.obligationVsr, CITATIONS.solde, CITATIONS.envoiVsr]),
    CITATIONS.og,
    CITATIONS.essms,
    CITATIONS.commande,
    CITATIONS.convention,
  ]);
  return [...[...citations].map(direCitation), `Règles ${outil.regles}, esms ${outil.version}`];
}
