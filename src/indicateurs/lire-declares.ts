import type { CodeIndicateur } from '../domaine/resultat.ts';
import { lireRequete } from '../moteur/requetes.ts';
import type { Session } from '../moteur/session.ts';
import type { Causes, CodeCause, Comptes, Declare } from './comptes.ts';

type Declares = Comptes['declares'];

/**
 * Ce que la table `declares` dit de chaque ESSMS, et ce qui peut l'écarter du calcul sous les définitions de la session.
 * Elle n'a pas d'identifiant de dossier : des comptes, jamais une liste.
 */
export async function lireDeclares(session: Session): Promise<ReadonlyMap<string, Declares>> {
  const lignes = await session.lignes('SELECT * FROM declares_periode ORDER BY finess_et, indicateur');
  const causes = lignes.length === 0 ? new Map<string, Causes>() : await lireCauses(session);
  const declares = new Map<string, Declares>();
  for (const { finess_et, indicateur, somme, maximum, mois_absents, denominateur } of lignes) {
    const finess = String(finess_et);
    const declare: Declare = {
      somme: Number(somme),
      maximum: Number(maximum),
      moisAbsents: Number(mois_absents),
      denominateur: denominateur === null ? null : Number(denominateur),
      causes: causes.get(`${finess} ${indicateur}`) ?? {},
    };
    declares.set(finess, { ...declares.get(finess), [indicateur as CodeIndicateur]: declare });
  }
  return declares;
}

async function lireCauses(session: Session): Promise<Map<string, Causes>> {
  const causes = new Map<string, Causes>();
  for (const { finess_et, indicateur, cause, nombre } of await session.lignes(lireRequete('ecarts'))) {
    const cle = `${finess_et} ${indicateur}`;
    causes.set(cle, { ...causes.get(cle), [cause as CodeCause]: Number(nombre) });
  }
  return causes;
}
