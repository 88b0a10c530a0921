import type { FichierPret } from './fichier-pret.ts';
import type { Relation } from './sql/lecture-csv.ts';

/** Ce qu'il faut pour lire une table avant que ses fichiers ne soient balayés jusqu'au bout. */
export interface Mise {
  /** Ce que les têtes promettent. */
  readonly pressenties: readonly Relation[];
  /** Les mêmes, une fois les fichiers balayés. */
  readonly attendre: () => Promise<Relation<FichierPret>[]>;
  readonly lire: (relation: Relation) => Promise<void>;
  readonly interrompre: () => void;
}

export interface IssuePari {
  readonly relations: readonly Relation<FichierPret>[];
  /** Vrai si elles sont lues. */
  readonly gagne: boolean;
}

/**
 * Lit une table telle que la tête de ses fichiers l'annonce, pendant que leur balayage s'achève : sur deux cœurs, l'un
 * attendrait l'autre. Perdu, dès que le balayage dément une tête, ce qui a été lu ne vaut rien : la lecture ordinaire refait
 * tout, et dit pourquoi.
 */
export async function parier({ pressenties, attendre, lire, interrompre }: Mise): Promise<IssuePari> {
  let perdu = false;
  const lecture = lireToutes();
  try {
    const relations = await attendre();
    perdu = !tiennentParole(pressenties, relations);
    return { relations, gagne: !perdu && (await lecture) };
  } catch (erreur) {
    perdu = true;
    throw erreur;
  } finally {
    if (perdu) interrompre();
    // La session ne se ferme pas sous une requête en cours.
    await lecture;
  }

  async function lireToutes(): Promise<boolean> {
    try {
      for (const relation of pressenties) if (!perdu) await lire(relation);
      return !perdu;
    } catch {
      return false;
    }
  }
}

/**
 * Vrai si chaque fichier se lit tel que sa tête l'annonçait : ni refusé, ni d'un autre encodage, ni à recopier. Il est alors
 * reconnu de la même façon : les relations, et les rangs de leurs fichiers, sont les mêmes.
 */
function tiennentParole(
  pressenties: readonly Relation[],
  relations: readonly Relation<FichierPret>[],
): boolean {
  const promis = pressenties.flatMap(({ fichiers }) => fichiers);
  const tenus = relations.flatMap(({ fichiers }) => fichiers);
  return (
    promis.length === tenus.length &&
    promis.every(({ fichier, encodage }, i) => {
      const tenu = tenus[i];
      return tenu?.fichier === fichier && tenu.encodage === encodage && !tenu.estCopie;
    })
  );
}
