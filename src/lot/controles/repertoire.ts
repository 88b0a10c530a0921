import { type DateCivile, ecrireDate } from '../../domaine/date-civile.ts';
import type { Fiche, IndexCite, Repertoire } from '../../domaine/finess/verification.ts';
import type { BilanSoumission, ConstatLot, EssmsLot } from '../../domaine/lot.ts';
import { constater, nommerEssms, type Trouvaille } from './constater.ts';

type Vue = Pick<BilanSoumission, 'nom' | 'convention' | 'essms'>;

/**
 * Ce que le répertoire FINESS dit de chaque ESSMS du dernier mois, et de ceux que la convention ajoute : inconnu, fermé,
 * rattaché ailleurs. L'index est interrogé une fois pour tout le lot.
 */
export async function controlerRepertoire(
  soumissions: readonly Vue[],
  repertoire: Repertoire,
): Promise<ConstatLot[]> {
  const vues = soumissions.map((une) => ({ nom: une.nom, essms: dernierPerimetre(une) }));
  const numeros = new Set(vues.flatMap(({ essms }) => [...essms.keys()]));
  const fiches = await repertoire.lire([...numeros].sort());
  const quand = direDateIndex(repertoire.cite);
  return vues.flatMap(({ nom, essms }) =>
    [...essms].flatMap(([finessEt, un]) =>
      juger(finessEt, un, fiches.get(finessEt), quand).map((trouve) =>
        constater({ ...trouve, soumission: nom, mois: un?.mois ?? null, identifiant: finessEt }),
      ),
    ),
  );
}

/** Les ESSMS du dernier mois retenu ; `null` : la convention seule le cite. */
function dernierPerimetre({ convention, essms }: Vue): Map<string, EssmsLot | null> {
  const dernier = essms.reduce((mois, un) => (un.mois > mois ? un.mois : mois), '');
  return new Map<string, EssmsLot | null>([
    ...(convention?.finessEt ?? []).map((finessEt) => [finessEt, null] as const),
    ...essms.filter(({ mois }) => mois === dernier).map((un) => [un.finessEt, un] as const),
  ]);
}

function direDateIndex({ dateExtraction }: IndexCite): string {
  return dateExtraction === null ? 'index sans date' : `index du ${ecrireDate(dateExtraction as DateCivile)}`;
}

type Trouve = Pick<Trouvaille, 'code' | 'message' | 'formule' | 'nombres'>;

function juger(finessEt: string, essms: EssmsLot | null, fiche: Fiche | undefined, quand: string): Trouve[] {
  const qui = essms === null ? finessEt : nommerEssms(essms);
  const nombres = { finess_et: finessEt };
  if (fiche === undefined || fiche.role === 'entite_juridique') {
    const quoi =
      fiche === undefined
        ? 'numéro absent du répertoire'
        : "numéro d'une entité juridique, pas d'un établissement";
    return [
      {
        code: 'finess.inconnu',
        message: `${qui} : ${quoi} (${quand})`,
        formule: "le numéro est celui d'un établissement du répertoire",
        nombres,
      },
    ];
  }
  const ferme: Trouve = {
    code: 'finess.ferme',
    message: `${qui} : fermé, selon le répertoire (${quand})`,
    formule: "l'établissement et son entité juridique sont ouverts",
    nombres,
  };
  const connue = fiche.nomEj === null ? fiche.finessEj : `${fiche.finessEj} (${fiche.nomEj})`;
  const ailleurs: Trouve = {
    code: 'finess.autre_ej',
    message: `${qui} : OG ${essms?.finessEj} au relevé, ${connue} au répertoire (${quand})`,
    formule: 'entité juridique du relevé = celle du répertoire',
    nombres: {
      ...nombres,
      finess_ej_releve: essms?.finessEj ?? '',
      finess_ej_repertoire: fiche.finessEj,
    },
  };
  return [
    ...(fiche.ouvert ? [] : [ferme]),
    ...(essms !== null && essms.finessEj !== fiche.finessEj ? [ailleurs] : []),
  ];
}
