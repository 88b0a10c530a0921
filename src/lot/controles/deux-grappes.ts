import type { ExtraitEssms } from '../../domaine/extrait-lot.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import { constater, nommerEssms } from './constater.ts';

/** Au-delà, les soumissions se comptent : mille copies d'un même dossier ne font pas mille messages de mille noms. */
const NOMS_MONTRES = 3;

/** Un ESSMS au relevé ou à la convention de plusieurs soumissions, et les projets qui s'y excluent. */
export function controlerDeuxGrappes(extraits: readonly ExtraitEssms[]): ConstatLot[] {
  return [...grouper(extraits, ({ finessEt }) => finessEt).values()].flatMap((groupe) => [
    ...(groupe.length < 2 ? [] : groupe.map((un) => direDouble(un, groupe))),
    ...controlerProjets(groupe),
  ]);
}

function direDouble(un: ExtraitEssms, groupe: readonly ExtraitEssms[]): ConstatLot {
  const autres = groupe.slice(0, NOMS_MONTRES + 1).filter(({ soumission }) => soumission !== un.soumission);
  const noms = autres.map(({ soumission, dans }) =>
    dans === 'releve' ? soumission : `${soumission} (convention)`,
  );
  return constater({
    soumission: un.soumission,
    identifiant: un.finessEt,
    code: 'lot.deux_grappes',
    message: `${nommerEssms(un)} : aussi dans ${borner(noms, groupe.length - 1)}`,
    formule: 'un ESSMS, une soumission',
    nombres: { soumissions: groupe.length },
  });
}

/** Acquisition et montée de version, d'un mois ou d'une grappe à l'autre. */
function controlerProjets(groupe: readonly ExtraitEssms[]): ConstatLot[] {
  const projets = groupe.flatMap((un) => un.typesProjet.map((type) => ({ un, type })));
  const types = new Set(projets.map(({ type }) => type));
  if (types.size < 2) return [];
  // Un exemple de chaque type, puis les autres : la contradiction se lit toujours.
  const exemples = [...types].sort().flatMap((type) => projets.find((projet) => projet.type === type) ?? []);
  const noms = exemples.map(({ un, type }) => `${direType(type)} dans ${un.soumission}`);
  return groupe
    .filter(({ typesProjet }) => typesProjet.length > 0)
    .map((un) =>
      constater({
        soumission: un.soumission,
        identifiant: un.finessEt,
        code: 'lot.acquisition_et_conformite',
        message: `${nommerEssms(un)} : ${borner(noms, projets.length)}`,
        formule: 'un ESSMS, un type de projet',
        nombres: { types: types.size, soumissions: groupe.length },
      }),
    );
}

/** « a, b, c et 4 de plus » */
function borner(noms: readonly string[], total: number): string {
  const montres = noms.slice(0, NOMS_MONTRES);
  return montres.join(', ') + (total > montres.length ? ` et ${total - montres.length} de plus` : '');
}

function direType(type: ExtraitEssms['typesProjet'][number]): string {
  return type === 'acquisition' ? 'acquisition' : 'montée de version';
}
