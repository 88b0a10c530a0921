import type { Niveau } from '../domaine/resultat.ts';
import type { Sensibilite } from '../domaine/sensibilite.ts';
import type { Session } from '../moteur/session.ts';
import type { Calcul } from './calculer.ts';
import { combiner } from './conditions.ts';
import { DEFINITIONS, type Definitions } from './definitions.ts';
import { compterSous, fixerDefinitions } from './lire-comptes.ts';
import { evaluerPerimetre, type Ligne } from './perimetre.ts';
import { mesurerSensibilite, type Variante } from './sensibilite.ts';

/**
 * Recompte un dépôt calculé sous chaque combinaison de définitions, sans rien relire ; la session retrouve ensuite
 * celles du calcul. N5 : les deux lectures de l'agenda sont dans les mêmes comptes.
 */
export async function eprouverDefinitions(
  session: Session,
  { contexte, definitions, lignes, grappe }: Calcul,
  niveaux: readonly Niveau[],
): Promise<Sensibilite[]> {
  const variantes: Variante[] = [];
  for (const combinaison of combiner(['dossier_actif', 'population'])) {
    const sous = { ...definitions, ...combinaison };
    const comptees = estMeme(sous, definitions) ? lignes : await recompter(session, lignes, sous);
    for (const evenement_agenda of DEFINITIONS.evenement_agenda) {
      const celles = { ...sous, evenement_agenda };
      const resultats = evaluerPerimetre(
        comptees,
        { ...contexte, definitions: celles },
        { niveaux, nomGrappe: grappe.nom },
      );
      variantes.push({ definitions: celles, resultats });
    }
  }
  await fixerDefinitions(session, definitions);
  return mesurerSensibilite(variantes, definitions);
}

/** Les mêmes ESSMS, tels que le calcul les a décrits (nom et secteur du répertoire compris), sous d'autres comptes. */
async function recompter(
  session: Session,
  lignes: readonly Ligne[],
  definitions: Definitions,
): Promise<Ligne[]> {
  const connus = new Map(lignes.map(({ essms }) => [essms.finessEt, essms]));
  const recomptees = await compterSous(session, definitions);
  return recomptees.map(({ essms, comptes }) => ({ essms: connus.get(essms.finessEt) ?? essms, comptes }));
}

function estMeme(a: Definitions, b: Definitions): boolean {
  return a.dossier_actif === b.dossier_actif && a.population === b.population;
}
