import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import { expliquerForme } from '../../domaine/finess.ts';
import type { Chargement, Provenance } from '../charger.ts';
import { preparerHistorique } from './lire.ts';
import { sqlEntites, sqlEtablissements, sqlJuger } from './sql.ts';

const MESSAGES: Partial<Record<CodeAnomalie, string>> = {
  'ligne.colonnes_manquantes': "la ligne a moins de champs que sa section n'en demande",
  'ligne.colonnes_en_trop': "la ligne a plus de champs que sa section n'en demande",
  'ligne.guillemet_mal_forme': 'guillemet mal formé',
  'ligne.trop_longue': "ligne de plus d'un mégaoctet",
  'ligne.octet_nul': 'la ligne contient un octet nul',
  'champ.vide': 'numéro FINESS vide',
  'finess.format': "n'a pas la forme d'un numéro FINESS",
  'finess.section_inconnue': 'section inconnue : ni structureet, ni geolocalisation, ni structureej',
  'finess.tableur': "valeur écrite par un tableur : ce n'est plus l'extraction d'origine",
};

/** Charge une extraction historique, ou une de ses variantes à en-tête, dans les tables `lus_…`. */
export async function chargerHistorique(
  { session, recueil, fichier, rang, signal }: Chargement,
  tete: Buffer,
  copie: string,
): Promise<Provenance> {
  const pret = await preparerHistorique(fichier.chemin, tete, copie, signal);
  await session.executer(`CREATE TEMP TABLE jugees AS ${sqlJuger(pret)};
    INSERT INTO lus_etablissements ${sqlEtablissements(rang)};
    INSERT INTO lus_entites ${sqlEntites(rang)};`);
  const [comptes = {}] = await session.lignes(
    `SELECT count(*) FILTER (code IS NULL AND section = 'structureet')::INTEGER AS etablissements,
       count(*) FILTER (code IS NULL AND section = 'structureej')::INTEGER AS entites,
       count(*) FILTER (code IS NULL AND section = 'geolocalisation')::INTEGER AS ignores,
       count(*) FILTER (code IS NOT NULL)::INTEGER AS rejets FROM jugees`,
  );
  await noterRejets();
  await session.executer('DROP TABLE jugees');
  const { format, dateExtraction, sha256, octets, enregistrements } = pret;
  return {
    format,
    dateExtraction,
    sha256,
    octets,
    enregistrements,
    etablissements: Number(comptes.etablissements),
    entites: Number(comptes.entites),
    ignores: Number(comptes.ignores),
    rejets: Number(comptes.rejets),
  };

  /** Les premiers rejets en détail, les autres au compte, code par code. */
  async function noterRejets(): Promise<void> {
    const details = await session.lignes(
      `SELECT ligne, code, champ, valeur FROM jugees WHERE code IS NOT NULL ORDER BY ligne LIMIT ${recueil.place}`,
    );
    for (const { ligne, code, champ, valeur } of details) {
      const connu = code as CodeAnomalie;
      recueil.ajouter({
        code: connu,
        fichier: fichier.nom,
        ligne: Number(ligne),
        colonne: champ === null ? null : String(champ),
        valeur: valeur === null ? null : String(valeur),
        message: MESSAGES[connu] ?? 'ligne illisible',
        ...(connu === 'finess.format' && { aide: expliquerForme(String(valeur)) }),
      });
    }
    const derniere = Number(details.at(-1)?.ligne ?? 0);
    const autres = await session.lignes(
      `SELECT code, count(*)::INTEGER AS n FROM jugees
       WHERE code IS NOT NULL AND ligne > ${derniere} GROUP BY code ORDER BY code`,
    );
    for (const { code, n } of autres) recueil.compter(code as CodeAnomalie, Number(n));
  }
}
