import { CODES_INDICATEURS, type CodeIndicateur, type Resultat } from '../domaine/resultat.ts';
import type { Secteur } from '../domaine/secteur.ts';
import type { Apport } from './bilan.ts';
import { decrireGroupe } from './classement.ts';
import { type Conclusion, conclure, sansTaux } from './conclusion.ts';
import { avertirPlaces, avertirTailleInconnue } from './constats.ts';
import type { Contexte } from './contexte.ts';
import { type BilanConclu, redigerTous } from './evaluer.ts';
import { manquantes, type Part, sommees } from './parts.ts';
import { sommerSignaux } from './signaux.ts';
import { sommer, termesManquants } from './sommes.ts';
import type { Termes } from './termes.ts';

/** Un groupe d'ESSMS à évaluer par sommes (A1). */
export interface Groupe {
  readonly niveau: 'og' | 'grappe';
  readonly identifiant: string;
  readonly libelle: string;
  readonly bilans: readonly BilanConclu[];
}

/** Les cinq résultats d'un groupe (A1 à A4). */
export function agregerGroupe({ bilans, ...entete }: Groupe, contexte: Contexte): Resultat[] {
  const secteur = secteurCommun(bilans);
  const tries = [...bilans].sort((a, b) => (a.essms.finessEt < b.essms.finessEt ? -1 : 1));
  return CODES_INDICATEURS.map((indicateur) => {
    const parts = tries.map((bilan) => bilan.parts[indicateur]);
    const participants = sommees(parts);
    const conclusion = conclureGroupe(indicateur, parts, contexte);
    const signaux = sommerSignaux(participants.flatMap(({ apport }) => apport.signaux));
    return {
      ...entete,
      secteur,
      indicateur,
      ...conclusion,
      cible: contexte.cibles[indicateur],
      provisoire: participants.some((part) => part.provisoire),
      avertissements: [...conclusion.avertissements, ...redigerTous(signaux, indicateur, contexte, true)],
      agregat: decrireGroupe(parts),
    };
  });
}

function conclureGroupe(indicateur: CodeIndicateur, parts: readonly Part[], contexte: Contexte): Conclusion {
  const exclus = parts.flatMap(({ apport }) => (apport.sorte === 'exclu' ? apport.etat : []));
  if (parts.length > 0 && exclus.length === parts.length) {
    return sansTaux(exclus.includes('dispense') ? 'dispense' : 'hors_periode');
  }
  const sansDonnees = manquantes(parts);
  const sansTaille = sansDonnees.filter(({ apport }) => apport.taille === null);
  if (sansTaille.length > 0) return sansTaux('non_evaluable', [avertirTailleInconnue(nommer(sansTaille))]);

  const participants = sommees(parts);
  if (participants.length > 0 && participants.length === sansDonnees.length) return sansTaux('non_evaluable');
  const apports = participants.map(({ apport }) => apport);
  const surPlaces = sansDonnees.filter(({ apport }) => apport.taille?.origine === 'places');
  const termes = additionner(indicateur, apports, 'termes');
  const conclusion = conclure(
    indicateur,
    {
      termes,
      autreLecture: indicateur === 'agenda' ? additionner(indicateur, apports, 'autreLecture') : termes,
      surPlaces: surPlaces.length > 0,
    },
    contexte,
  );
  return surPlaces.length === 0
    ? conclusion
    : { ...conclusion, avertissements: [...conclusion.avertissements, avertirPlaces(nommer(surPlaces))] };
}

function additionner(
  indicateur: CodeIndicateur,
  apports: readonly Exclude<Apport, { sorte: 'exclu' }>[],
  lecture: 'termes' | 'autreLecture',
): Termes {
  return sommer(
    apports.map((apport) =>
      apport.sorte === 'connu' ? apport[lecture] : termesManquants(indicateur, apport.taille?.nombre ?? 0),
    ),
  );
}

function nommer(parts: readonly Part[]): string[] {
  return parts.map(({ finess }) => finess);
}

function secteurCommun(bilans: readonly BilanConclu[]): Secteur | null {
  const [premier, ...autres] = new Set(bilans.map(({ essms }) => essms.secteur));
  return autres.length === 0 ? (premier ?? null) : null;
}
