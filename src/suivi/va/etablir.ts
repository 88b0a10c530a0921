import { ajouterMoisCivils, type DateCivile, type Mois } from '../../domaine/date-civile.ts';
import { type Fenetre, fenetreDe } from '../../domaine/fenetre.ts';
import type { Fiche } from '../../domaine/finess/verification.ts';
import type { Resultat } from '../../domaine/resultat.ts';
import type {
  Acte,
  DateIndicative,
  DossiersVus,
  EssmsVerifie,
  MesureVa,
  OgVerifie,
} from '../../domaine/va.ts';
import type { Calcul } from '../../indicateurs/calculer.ts';
import { decrireGrappe } from '../../lecture/depot/grappe.ts';
import type { Session } from '../../moteur/session.ts';
import type { RapportVa } from '../../rapports/va/modele.ts';
import { decrireOutil } from '../../regles/outil.ts';
import { avecCalcul, type Issue, type OptionsLecture } from '../calcul.ts';
import { lireTableauVa } from '../releve/tableau-va.ts';
import { examiner, obligationDe, pireEtat } from './conditions.ts';
import { type LireTypeProjet, lireEssmsVa } from './declares.ts';
import { lireDossiersVus } from './vus.ts';

/** « Environ 18 mois après la contractualisation avec l'éditeur » (kit SESAN, partie 3 § 4). */
const MOIS_AVANT_VSR = 18;

export interface OptionsVerification extends OptionsLecture {
  readonly acte: Acte;
  /** `null` : rien n'est mesuré, seul ce qui est déclaré se lit. */
  readonly mois: Mois | null;
  readonly premiereMesure: boolean;
  /** Ce que l'appel déclare ; `null` : rien. */
  readonly bugsCorriges: boolean | null;
  readonly lireTypeProjet: LireTypeProjet;
}

/** Examine les conditions d'une VA ou d'une VSR, ESSMS par ESSMS, rangés par OG : c'est lui qui commande et signe. */
export async function verifierActe(
  options: OptionsVerification,
): Promise<Issue<Omit<RapportVa, 'anomalies' | 'sources'>>> {
  const { acte, mois, dateReference, regles, repertoire } = options;
  const fenetre = mois === null ? null : fenetreDe(mois, options.premiereMesure);
  return await avecCalcul(options, fenetre, async ({ charge, calcul, fiches }) => {
    const { depot, session } = charge;
    const declares = await lireEssmsVa(charge, fiches, options.lireTypeProjet);
    const mesures = calcul === null ? new Map<string, MesureVa>() : await lireMesures(session, calcul);
    const essms = declares.map((declare): EssmsVerifie => {
      const mesure = mesures.get(declare.finessEt) ?? null;
      const conditions = examiner(declare, mesure, options);
      const etat = pireEtat(conditions.map((condition) => condition.etat));
      return { ...declare, obligation: obligationDe(acte, declare), mesure, conditions, etat };
    });
    const og = rangerParOg(essms, calcul?.resultats ?? [], fiches);
    const convention = depot.grappe.convention ?? null;
    return {
      outil: decrireOutil(regles),
      dateReference,
      mesure: decrireMesure(fenetre, calcul),
      grappe: decrireGrappe(depot),
      convention,
      verification: {
        acte,
        etat: pireEtat(og.map((un) => un.etat)),
        og,
        dateIndicative: dateIndicativeDe(acte, convention),
      },
      indexFiness: repertoire?.cite ?? null,
    };
  });
}

function decrireMesure(fenetre: Fenetre | null, calcul: Calcul | null): RapportVa['mesure'] {
  return fenetre && calcul && { fenetre, definitions: calcul.definitions, cibles: calcul.cibles };
}

const AUCUN_VU: DossiersVus = {
  dossiersDmp: 0,
  dossiersMssProfessionnel: 0,
  dossiersMssUsager: 0,
  dossiersTroisActions: 0,
};

async function lireMesures(session: Session, { resultats }: Calcul): Promise<Map<string, MesureVa>> {
  const tableaux = await lireTableauVa(session);
  const vus = await lireDossiersVus(session);
  return new Map(
    tableaux.map((tableau) => {
      const siens = resultats.filter((r) => r.niveau === 'essms' && r.identifiant === tableau.finessEt);
      return [tableau.finessEt, { tableau, vus: vus.get(tableau.finessEt) ?? AUCUN_VU, resultats: siens }];
    }),
  );
}

function rangerParOg(
  essms: readonly EssmsVerifie[],
  resultats: readonly Resultat[],
  fiches: ReadonlyMap<string, Fiche> | undefined,
): OgVerifie[] {
  return [...new Set(essms.map(({ finessEj }) => finessEj))].sort().map((finessEj) => {
    const siens = essms.filter((un) => un.finessEj === finessEj);
    const fiche = fiches?.get(finessEj);
    const obligations = new Set(siens.map(({ obligation }) => obligation));
    return {
      finessEj,
      nom: fiche?.role === 'entite_juridique' ? fiche.nom : null,
      etat: pireEtat(siens.map(({ etat }) => etat)),
      // Une commande qui mêle deux types de projet a la plus forte de leurs obligations.
      obligation:
        (['obligatoire', 'inconnue', 'recommandee', 'facultative'] as const).find((une) =>
          obligations.has(une),
        ) ?? 'inconnue',
      resultats: resultats.filter(({ niveau, identifiant }) => niveau === 'og' && identifiant === finessEj),
      essms: siens,
    };
  });
}

function dateIndicativeDe(acte: Acte, convention: DateCivile | null): DateIndicative | null {
  if (acte === 'va' || convention === null) return null;
  return { date: ajouterMoisCivils(convention, MOIS_AVANT_VSR), convention };
}
