import { type DateCivile, deMois, dernierJour, nommerMois, premierJour } from '../domaine/date-civile.ts';
import type { Provenance, Versement } from '../domaine/financement/commun.ts';
import type { Etape } from '../domaine/financement/echeancier.ts';
import type { VagueSons } from '../domaine/financement/sons.ts';
import { debutDePremiereMesure, dernierMoisEntier, premierMoisDePreuve } from './preuve.ts';

/** Une étape sans la date à laquelle on la regarde. */
type EtapeFixe = Omit<Etape, 'passee'>;

export function etapeSignature(
  signature: DateCivile,
  avance: Versement,
  provenance: Provenance | null,
): EtapeFixe {
  return {
    code: 'signature',
    debut: signature,
    fin: signature,
    titre: 'Signature de la convention ARS/porteur',
    geste: 'signer aussi la convention de partenariat',
    versement: { ...versementDe(avance), a: 'porteur' },
    provenance,
  };
}

/** La fin du délai : cibles atteintes, VSR signée, solde demandé. */
export function etapeFin(fin: DateCivile, solde: Versement, provenance: Provenance | null): EtapeFixe {
  return {
    code: 'fin',
    debut: fin,
    fin,
    titre: "Fin du délai : cibles d'usage et VSR",
    geste: `remettre à l'ARS les preuves du solde : ${solde.preuve}`,
    versement: { ...versementDe(solde), a: 'porteur' },
    provenance,
  };
}

/** Au plus tard : les trois derniers mois entiers du délai, et la première mesure qui les précède. */
export function etapesPreuve(fin: DateCivile, provenance: Provenance | null): EtapeFixe[] {
  const premier = premierMoisDePreuve(fin);
  const dernier = dernierMoisEntier(fin);
  const commune = { versement: null, provenance };
  return [
    {
      ...commune,
      code: 'premiere_mesure',
      debut: premierJour(debutDePremiereMesure(fin)),
      fin: dernierJour(premier),
      titre: 'Première mesure, sur trois mois (au plus tard)',
      geste: `mesurer fin ${nommerMois(premier)} : esms indicateurs --mois ${premier} --premiere-mesure`,
    },
    {
      ...commune,
      code: 'preuve',
      debut: premierJour(premier),
      fin: dernierJour(dernier),
      titre: 'Preuve : trois mois de suite aux cibles (au plus tard)',
      geste: `partager les cinq indicateurs à la fin de chaque mois, ${deMois(premier)} à ${nommerMois(dernier)}`,
    },
  ];
}

/** Ce que l'éditeur doit avoir demandé avant chaque clôture du SONS. */
export function etapesSons(
  { calendrier, sources }: VagueSons,
  [avance, solde]: readonly [Versement, Versement],
): EtapeFixe[] {
  const provenanceDe = (nom: string) => sources.find(({ regle }) => regle.endsWith(`.${nom}`)) ?? null;
  const etapes: EtapeFixe[] = [];
  if (calendrier.finAvances !== null) {
    etapes.push({
      code: 'sons_fin_avances',
      debut: calendrier.finAvances,
      fin: calendrier.finAvances,
      titre: "SONS vague 1 : fin des demandes d'avance",
      geste: `l'éditeur transmet avant : ${avance.preuve}`,
      versement: { ...versementDe(avance), a: 'editeur' },
      provenance: provenanceDe('fin_avances'),
    });
  }
  if (calendrier.finSoldes !== null) {
    etapes.push({
      code: 'sons_fin_soldes',
      debut: calendrier.finSoldes,
      fin: calendrier.finSoldes,
      titre: 'SONS vague 1 : clôture des demandes de solde',
      geste: `l'éditeur transmet avant : ${solde.preuve}`,
      versement: { ...versementDe(solde), a: 'editeur' },
      provenance: provenanceDe('fin_soldes'),
    });
  }
  return etapes;
}

function versementDe({ part, pourcent, montant }: Versement) {
  return { part, pourcent, montant };
}
