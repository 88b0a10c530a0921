import { dernierJour, ecrireDate } from '../../domaine/date-civile.ts';
import { type Echeance, type PreuveNiveau, preuveFaite, type Suivi } from '../../domaine/suivi.ts';
import { NOMS_NIVEAUX } from '../indicateurs/verdict.ts';
import { accorder } from '../nombres.ts';
import type { RapportSuivi } from './modele.ts';

export interface Verdict {
  /** `null` : les niveaux montrés ne s'accordent pas, et aucun n'est élu (A6). */
  readonly faite: boolean | null;
  readonly phrase: string;
  /** Une phrase par niveau quand aucun n'est élu. */
  readonly parNiveau: readonly string[];
}

/** La phrase qui ouvre le rapport. */
export function verdictDe(rapport: RapportSuivi): Verdict {
  const { suivi, niveaux: montres } = rapport;
  const elu = suivi.niveaux.find(({ niveau }) => niveau === suivi.niveauPreuve);
  if (elu) {
    const phrase = `PREUVE ${issueDe(elu, rapport)} : ${detailler(elu)}.${direEcheance(elu, suivi)}`;
    return { faite: elu.faite, phrase, parNiveau: [] };
  }
  const niveaux = suivi.niveaux.filter(({ niveau }) => montres.includes(niveau));
  const faite = preuveFaite(suivi, montres);
  const aucune = niveaux.every((niveau) => !niveau.faite);
  const ou =
    niveaux.length === 1 ? 'au niveau montré' : `aux ${niveaux.length === 3 ? 'trois' : 'deux'} niveaux`;
  const issue = faite || aucune ? `PREUVE ${faite ? 'FAITE' : 'NON FAITE'} ${ou}` : 'PAS DE VERDICT';
  return {
    faite: faite || aucune ? faite : null,
    phrase: `${issue} ; ${direNiveauTu(rapport)}.`,
    parNiveau: niveaux.map(
      (un) =>
        `${NOMS_NIVEAUX[un.niveau].padEnd(6)} ${issueDe(un, rapport)} : ${detailler(un)}.${direEcheance(un, suivi)}`,
    ),
  };
}

function direNiveauTu({ suivi, anomalies }: RapportSuivi): string {
  if (suivi.reference === null) return 'aucun relevé intact';
  if (anomalies.parCode.has('releve.niveau_preuve')) {
    return 'les relevés disent deux niveaux qui font foi (grappe.niveau_preuve)';
  }
  return 'la convention ne dit pas quel niveau fait foi (grappe.niveau_preuve)';
}

/** D4 et au-delà : ce qui empêche de lire une preuve comme entière. */
function issueDe({ faite, preuve }: PreuveNiveau, { anomalies: { parCode } }: RapportSuivi): string {
  const reserves = [
    ...(preuve === 'declare' ? ['EN PARTIE DÉCLARÉE, non calculée'] : []),
    ...(parCode.has('releve.definitions_melees') ? ['DÉFINITIONS MÊLÉES'] : []),
    ...(parCode.has('releve.cibles_melees') ? ['CIBLES MÊLÉES'] : []),
    ...(faite && parCode.has('releve.perimetre_change') ? ['PÉRIMÈTRE CHANGÉ'] : []),
  ];
  return `${faite ? 'FAITE' : 'NON FAITE'}${reserves.length > 0 ? ` (${reserves.join(' ; ')})` : ''}`;
}

/** « 3 séries sur 5 », ou « 9 ESSMS sur 15 ont leurs cinq séries » */
function detailler({ niveau, requis, faits, identifiants }: PreuveNiveau): string {
  const [seul] = identifiants;
  if (requis === 0) return identifiants.length === 0 ? 'aucun chiffre intact' : 'tout est hors période';
  if (niveau === 'grappe' && seul) {
    const suffisantes = seul.series.filter(({ restants }) => restants === 0).length;
    return `${accorder(suffisantes, 'série')} sur ${seul.series.length}`;
  }
  return `${faits} ${NOMS_NIVEAUX[niveau]} sur ${requis} ${faits > 1 ? 'ont leurs' : 'a ses'} cinq séries`;
}

/** « Au plus tôt le 31/12/2025, ou le 31/10/2025 si … » */
function direEcheance({ auPlusTot, corrigee }: Echeance, { mois }: Suivi): string {
  if (auPlusTot === null) return '';
  const base = ` Au plus tôt le ${ecrireDate(auPlusTot)}`;
  if (corrigee === null || corrigee === auPlusTot) return `${base}.`;
  const dernier = mois.at(-1)?.mois;
  const quand =
    dernier && corrigee === dernierJour(dernier) ? 'dès maintenant' : `le ${ecrireDate(corrigee)}`;
  return `${base}, ou ${quand} si ce qui manque ou reste incertain est corrigé.`;
}
