import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Recueil } from '../domaine/anomalie.ts';
import { ouvrirPetiteTable } from '../lecture/petite-table.ts';
import { Refus } from '../lecture/refus.ts';
import type { Champ } from '../tables/description.ts';

/** Les colonnes de lot.csv qui désignent un ESSMS ; le reste du fichier n'est pas lu. */
const CHAMPS: readonly Champ[] = [
  {
    nom: 'soumission',
    type: 'texte',
    obligatoire: true,
    titre: 'Soumission',
    description: 'Le sous-dossier de la grappe.',
    alias: [],
  },
  {
    nom: 'finess_et',
    type: 'finess',
    obligatoire: true,
    titre: 'FINESS ET',
    description: "L'ESSMS.",
    alias: [],
  },
  { nom: 'libelle', type: 'texte', titre: 'Libellé', description: "Le nom de l'ESSMS.", alias: [] },
];

/** Un ESSMS d'un lot, et les soumissions où il est. */
export interface EssmsDuLot {
  readonly finessEt: string;
  readonly libelle: string;
  readonly soumissions: readonly string[];
}

const NOM_LOT = 'lot.csv';

interface Population {
  readonly population: readonly EssmsDuLot[] | null;
  readonly anomalies: Recueil;
}

/** Les ESSMS d'un lot.csv, ou de celui d'un dossier, chacun une fois ; `null` si le fichier est refusé. */
export async function lirePopulation(chemin: string, nom: string, signal?: AbortSignal): Promise<Population> {
  const estDossier = await stat(chemin).then(
    (infos) => infos.isDirectory(),
    () => false,
  );
  return estDossier
    ? lireFichier(join(chemin, NOM_LOT), join(nom, NOM_LOT), signal)
    : lireFichier(chemin, nom, signal);
}

async function lireFichier(chemin: string, nom: string, signal?: AbortSignal): Promise<Population> {
  const anomalies = new Recueil(100);
  const vus = new Map<string, { libelle: string; soumissions: Set<string> }>();
  try {
    const table = await ouvrirPetiteTable(chemin, CHAMPS, signal);
    for await (const { ligne, valeurs, constat } of table.lignes) {
      if (constat) anomalies.ajouter({ ...constat, fichier: nom, ligne });
      const { finess_et: finessEt = '', soumission = '', libelle = '' } = valeurs;
      // Sans numéro : la ligne d'une grappe ou d'un OG.
      if (constat || finessEt === '') continue;
      const vu = vus.get(finessEt) ?? { libelle, soumissions: new Set<string>() };
      vu.soumissions.add(soumission);
      vus.set(finessEt, vu);
    }
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    for (const constat of erreur.constats) anomalies.ajouter({ ...constat, fichier: nom });
    return { population: null, anomalies };
  }
  const population = [...vus].map(([finessEt, { libelle, soumissions }]) => ({
    finessEt,
    libelle,
    soumissions: [...soumissions].sort(),
  }));
  return { population, anomalies };
}
