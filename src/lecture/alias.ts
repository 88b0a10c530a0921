import type { Recueil } from '../domaine/anomalie.ts';
import type { Session } from '../moteur/session.ts';
import { NOM_DEPOT } from './depot/depot-lu.ts';
import type { Situer } from './depot/positions.ts';

/**
 * P7 : un FINESS secondaire se rattache à un ESSMS du périmètre. Un alias qui est lui-même au périmètre, ou
 * qui mène ailleurs, se contredit : ses lignes iraient deux fois, ou nulle part.
 */
export async function verifierAlias(session: Session, situer: Situer, recueil: Recueil): Promise<void> {
  const contraires = await session.lignes(
    `SELECT secondaire, principal, secondaire IN (SELECT finess_et FROM essms) AS au_perimetre FROM alias
     WHERE secondaire IN (SELECT finess_et FROM essms) OR principal NOT IN (SELECT finess_et FROM essms)
     ORDER BY secondaire`,
  );
  for (const { secondaire, principal, au_perimetre } of contraires) {
    recueil.ajouter({
      code: 'depot.alias_finess',
      fichier: NOM_DEPOT,
      ligne: situer(['alias_finess', String(secondaire)]),
      colonne: 'alias_finess',
      message: au_perimetre
        ? `${secondaire} est rattaché à ${principal}, mais il est lui-même dans la table essms`
        : `${secondaire} est rattaché à ${principal}, qui n'est pas dans la table essms`,
    });
  }
}
