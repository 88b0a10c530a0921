import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';
import type { Controle } from '../domaine/financement/eligibilite.ts';
import type { EssmsDeclare } from '../domaine/financement/grappe.ts';
import type { Fiche, IndexCite } from '../domaine/finess/verification.ts';
import type { ContexteControles } from './controles-essms.ts';

/** Ce que le répertoire FINESS sait des numéros d'une grappe. */
export interface SuDuRepertoire {
  readonly cite: IndexCite;
  readonly fiches: ReadonlyMap<string, Fiche>;
}

/** Une catégorie que la table tait est celle du répertoire. */
export function completer(essms: EssmsDeclare, { su }: ContexteControles): EssmsDeclare {
  if ((essms.categorie?.trim() ?? '') !== '') return essms;
  return { ...essms, categorie: su?.fiches.get(essms.finessEt)?.categorie?.code ?? null };
}

/** Ouvert dans le répertoire, et rattaché à l'entité juridique déclarée ; rien sans index. */
export function controlerInscription(
  { finessEt, finessEj, categorie }: EssmsDeclare,
  { regles, su }: ContexteControles,
): Controle | null {
  if (su === undefined) return null;
  const { citation: regle } = regles('eligibilite.essms.finess');
  const commun = { code: 'inscription', regle } as const;
  const { dateExtraction } = su.cite;
  const quand = dateExtraction === null ? 'sans date' : `du ${ecrireDate(dateExtraction as DateCivile)}`;
  const fiche = su.fiches.get(finessEt);
  if (fiche === undefined || fiche.role === 'entite_juridique') {
    return {
      ...commun,
      etat: 'a_verifier',
      message: `aucun établissement de ce numéro dans l'index FINESS ${quand}`,
      aide: 'vérifiez le numéro, ou importez une extraction plus récente (esms finess importer)',
    };
  }
  if (!fiche.ouvert) {
    return {
      ...commun,
      etat: 'ineligible',
      message: `fermé, selon l'index FINESS ${quand}`,
      aide: "ôtez l'ESSMS de la grappe, ou faites mettre à jour le répertoire",
    };
  }
  if (fiche.finessEj !== finessEj) {
    const nom = fiche.nomEj === null ? '' : ` (${fiche.nomEj})`;
    return {
      ...commun,
      etat: 'ineligible',
      message: `rattaché à l'entité juridique ${fiche.finessEj}${nom}, selon l'index FINESS ${quand}`,
      aide: 'corrigez finess_ej, ou faites mettre à jour le répertoire',
    };
  }
  const declaree = categorie?.trim() ?? '';
  const connue = fiche.categorie?.code ?? declaree;
  if (declaree !== '' && declaree !== connue) {
    return {
      ...commun,
      etat: 'a_verifier',
      message: `catégorie ${declaree} déclarée, ${connue} dans l'index FINESS ${quand}`,
      aide: 'corrigez la catégorie, ou faites mettre à jour le répertoire',
    };
  }
  const message = `ouvert et rattaché à l'entité juridique déclarée, selon l'index FINESS ${quand}`;
  return { ...commun, etat: 'conforme', message, aide: null };
}
