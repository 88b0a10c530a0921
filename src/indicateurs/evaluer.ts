import type { AvertissementResultat, CodeIndicateur, Resultat } from '../domaine/resultat.ts';
import { CODES_INDICATEURS } from '../domaine/resultat.ts';
import { rediger } from './avertissements.ts';
import { type Apport, type Bilan, dresserBilan } from './bilan.ts';
import type { Comptes, Essms } from './comptes.ts';
import { type Conclusion, conclure, sansTaux } from './conclusion.ts';
import type { Contexte } from './contexte.ts';
import type { Part } from './parts.ts';
import type { Signal } from './signaux.ts';

/** Les cinq résultats d'un ESSMS, dans l'ordre des indicateurs (A5 : une ligne chacun, même sans donnée). */
export function evaluerEssms(essms: Essms, comptes: Comptes, contexte: Contexte): Resultat[] {
  return resultatsEssms(conclureBilan(dresserBilan(essms, comptes, contexte), contexte), contexte);
}

/** Un bilan, et sa part de chaque indicateur, ce qu'il vaut seul compris : les trois niveaux s'en servent. */
export interface BilanConclu extends Bilan {
  readonly parts: Readonly<Record<CodeIndicateur, Part>>;
}

/** Conclut chaque apport d'un bilan. */
export function conclureBilan(bilan: Bilan, contexte: Contexte): BilanConclu {
  const { essms, provisoire, apports } = bilan;
  const parts = CODES_INDICATEURS.map((indicateur): [CodeIndicateur, Part] => {
    const apport = apports[indicateur];
    const conclusion = conclureApport(indicateur, apport, contexte);
    return [indicateur, { finess: essms.finessEt, provisoire, apport, conclusion }];
  });
  return { ...bilan, parts: Object.fromEntries(parts) as BilanConclu['parts'] };
}

/** Les mêmes résultats, d'un bilan déjà conclu. */
export function resultatsEssms(bilan: BilanConclu, contexte: Contexte): Resultat[] {
  const { essms, provisoire, parts } = bilan;
  return CODES_INDICATEURS.map((indicateur) => {
    const { apport, conclusion } = parts[indicateur];
    const signaux = apport.sorte === 'exclu' ? [] : apport.signaux;
    return {
      niveau: 'essms',
      identifiant: essms.finessEt,
      libelle: essms.libelle,
      secteur: essms.secteur,
      indicateur,
      ...conclusion,
      cible: contexte.cibles[indicateur],
      provisoire,
      avertissements: [...conclusion.avertissements, ...redigerTous(signaux, indicateur, contexte, false)],
    };
  });
}

/** Ce que vaut un ESSMS seul pour un indicateur. */
function conclureApport(indicateur: CodeIndicateur, apport: Apport, contexte: Contexte): Conclusion {
  switch (apport.sorte) {
    case 'exclu':
      return sansTaux(apport.etat);
    case 'manquant':
      return sansTaux('non_evaluable');
    case 'connu':
      return conclure(indicateur, { ...apport, surPlaces: false }, contexte);
  }
}

/** Les messages des signaux d'un résultat ; P4 : la ligne d'effectifs qu'ils réclament. */
export function redigerTous(
  signaux: readonly Signal[],
  indicateur: CodeIndicateur,
  { fenetre }: Contexte,
  groupe: boolean,
): AvertissementResultat[] {
  const ligneEffectifs = `mois ${fenetre.mois}, periode ${fenetre.premiereMesure ? 'trimestre' : 'mois'}`;
  return signaux.map((signal) => rediger(signal, { indicateur, groupe, ligneEffectifs }));
}
