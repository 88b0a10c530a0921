import type { DateCivile } from '../domaine/date-civile.ts';
import { AGREGATS_ESSMS, type AgregatEssms, type RapportImport } from '../domaine/finess/import.ts';
import type { Session } from '../moteur/session.ts';
import { sqlCleJuste } from './index/schema.ts';

const COMPTES = `
  SELECT count(*)::INTEGER AS etablissements, count(*) FILTER (ouvert)::INTEGER AS ouverts,
    ${AGREGATS_ESSMS.map((deux) => `count(*) FILTER (ouvert AND agregat[1:2] = '${deux}')::INTEGER AS a${deux}`).join(', ')},
    (SELECT count(*)::INTEGER FROM entites) AS entites,
    (SELECT count(*)::INTEGER FROM
      (SELECT finess_et AS n FROM etablissements UNION SELECT finess_ej FROM entites)
      WHERE NOT ${sqlCleJuste('n')}) AS cles_invalides
  FROM etablissements`;

/** Ce que contient un index consolidé, compté dans l'index même. */
export async function dresserBilan(session: Session): Promise<RapportImport> {
  const [comptes = {}] = await session.lignes(COMPTES);
  const fichiers = await session.lignes(
    "SELECT * REPLACE (octets::VARCHAR AS octets, strftime(date_extraction, '%Y-%m-%d') AS date_extraction) FROM fichiers ORDER BY rang",
  );
  const n = (valeur: unknown): number => Number(valeur);
  return {
    etablissements: n(comptes.etablissements),
    ouverts: n(comptes.ouverts),
    entitesJuridiques: n(comptes.entites),
    clesInvalides: n(comptes.cles_invalides),
    parAgregat: Object.fromEntries(AGREGATS_ESSMS.map((deux) => [deux, n(comptes[`a${deux}`])])) as Record<
      AgregatEssms,
      number
    >,
    fichiers: fichiers.map((ligne) => ({
      fichier: String(ligne.nom),
      format: String(ligne.format),
      dateExtraction: ligne.date_extraction as DateCivile | null,
      sha256: String(ligne.sha256),
      octets: n(ligne.octets),
      enregistrements: n(ligne.enregistrements),
      etablissements: n(ligne.etablissements),
      entites: n(ligne.entites),
      ignores: n(ligne.ignores),
      rejets: n(ligne.rejets),
    })),
  };
}
