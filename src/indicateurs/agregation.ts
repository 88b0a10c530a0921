import { CODES_INDICATEURS, type CodeIndicateur, type Resultat } from '../domaine/resultat.ts';
import type { Secteur } from '../domaine/secteur.ts';
import type { Apport, Bilan } from './bilan.ts';
import { decrireGroupe } from './classement.ts';
import { type Conclusion, conclure, sansTaux } from './conclusion.ts';
import { avertirPlaces, avertirTailleInconnue } from './constats.ts';
import type { Contexte } from './contexte.ts';
import { redigerTous } from './evaluer.ts';
import { manquantes, type Part, sommees } from './parts.ts';
import { sommerSignaux } from './signaux.ts';
import { sommer, TERMES_NULS, termesManquants } from './sommes.ts';
import type { Termes } from './termes.ts';

/** Un groupe d'ESSMS à évaluer par sommes (A1). */
export interface Groupe {
  readonly niveau: 'og' | 'grappe';
  readonly identifiant: string;
  readonly libelle: string;
  readonly bilans: readonly Bilan[];
}

/** Les cinq résultats d'un groupe (A1 à A4). */
export function agregerGroupe({ bilans, ...entete }: Groupe, contexte: Contexte): Resultat[] {
  const secteur = secteurCommun(bilans);
  return CODES_INDICATEURS.map((indicateur) => {
    const parts = bilans
      .map(({ essms, provisoire, apports }): Part => {
        return { finess: essms.finessEt, provisoire, apport: apports[indicateur] };
      })
      .sort((a, b) => (a.finess < b.finess ? -1 : 1));
    const conclusion = conclureGroupe(indicateur, parts, contexte);
    const signaux = sommerSignaux(sommees(parts).flatMap(({ apport }) => apport.signaux));
    return {
      ...entete,
      secteur,
      indicateur,
      ...conclusion,
      cible: contexte.cibles[indicateur],
      provisoire: sommees(parts).some((part) => part.provisoire),
      avertissements: [...conclusion.avertissements, ...redigerTous(signaux, indicateur, contexte, true)],
      agregat: decrireGroupe(indicateur, parts, contexte),
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
  const conclusion = conclure(
    indicateur,
    {
      termes: additionner(indicateur, apports, 'termes'),
      autreLecture: additionner(indicateur, apports, 'autreLecture'),
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
  return apports
    .map((apport) =>
      apport.sorte === 'connu' ? apport[lecture] : termesManquants(indicateur, apport.taille?.nombre ?? 0),
    )
    .reduce(sommer, TERMES_NULS);
}

function nommer(parts: readonly Part[]): string[] {
  return parts.map(({ finess }) => finess);
}

function secteurCommun(bilans: readonly Bilan[]): Secteur | null {
  const [premier, ...autres] = new Set(bilans.map(({ essms }) => essms.secteur));
  return autres.length === 0 ? (premier ?? null) : null;
}
