import type { Constat } from '../domaine/anomalie.ts';
import type { Champ, DescriptionTable } from './description.ts';
import { ecrituresDe, estEnteteConnu } from './ecritures.ts';
import { suggerer } from './suggestion.ts';

/** Une colonne obligatoire que rien ne porte ; l'en-tête qui lui ressemble est proposé, jamais pris. */
export function absente(champ: Champ, entetes: readonly string[]): Constat {
  const proche = entetes.find((entete) => ressembleA(entete, champ));
  const constat = {
    code: 'colonne.absente',
    colonne: champ.nom,
    message: `colonne obligatoire « ${champ.nom} » (${champ.titre}) absente`,
  } as const;
  if (proche === undefined) return constat;
  return {
    ...constat,
    aide: `l'en-tête « ${proche} » lui ressemble : renommez-le, ou écrivez dans depot.yaml colonnes: { ${champ.nom}: ${JSON.stringify(proche)} }`,
  };
}

/** Plusieurs en-têtes de même rang pour un champ. Les colonnes se comptent à partir de 1. */
export function ambigue(champ: Champ, rangs: readonly number[], entetes: readonly string[]): Constat {
  const lieux = rangs.map((rang) => `« ${entetes[rang]?.trim()} » (colonne ${rang + 1})`).join(', ');
  return {
    code: 'colonne.ambigue',
    colonne: champ.nom,
    message: `plusieurs en-têtes pour « ${champ.nom} » : ${lieux}`,
  };
}

/** `colonnes` désigne un en-tête que le fichier n'a pas. */
export function designationVaine(champ: Champ, voulu: string, entetes: readonly string[]): Constat {
  const proche = suggerer(voulu, entetes);
  const constat = {
    code: 'depot.colonne_inexistante',
    colonne: champ.nom,
    valeur: voulu,
    message: `depot.yaml cherche « ${champ.nom} » sous l'en-tête « ${voulu} », que le fichier n'a pas`,
  } as const;
  return proche === null ? constat : { ...constat, aide: `le fichier a « ${proche.trim()} » : est-ce lui ?` };
}

/** Une section d'une source (`colonnes`, `constantes`, `valeurs`) nomme un champ qu'aucune forme n'a. */
export function champsInconnus(
  section: string,
  noms: readonly string[],
  formes: readonly DescriptionTable[],
): Constat[] {
  const champs = [...new Set(formes.flatMap((table) => table.champs.map((champ) => champ.nom)))];
  return noms
    .filter((nom) => !champs.includes(nom))
    .map((nom) => {
      const proche = suggerer(nom, champs);
      return {
        code: 'depot.cle_inconnue',
        valeur: nom,
        message: `${section} : la table ${formes[0]?.nomPublic} n'a pas de champ « ${nom} »`,
        aide:
          proche === null ? `choisissez parmi : ${champs.join(', ')}` : `vouliez-vous dire « ${proche} » ?`,
      };
    });
}

/** Vrai si l'en-tête, que rien ne connaît, est une faute de frappe vraisemblable pour ce champ. */
export function ressembleA(entete: string, champ: Champ): boolean {
  return !estEnteteConnu(entete) && suggerer(entete, ecrituresDe(champ)) !== null;
}
