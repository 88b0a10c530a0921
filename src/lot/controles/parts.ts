import { ecrireDate } from '../../domaine/date-civile.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import type { Part } from '../../domaine/releve.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater, nommerEssms, situer, type Trouvaille } from './constater.ts';
import { estHebergement } from './hebergement.ts';
import { type EssmsDuMois, type MoisLu, tousLesEssms } from './mois-lus.ts';

/** Les parts de qualité que portent les relevés : un seul événement, même jour, saisies après coup. */
export function controlerParts(soumission: string, mois: readonly MoisLu[], seuils: SeuilsLot): ConstatLot[] {
  return tousLesEssms(mois).flatMap((un) =>
    partsDe(un, seuils).flatMap(({ code, part, seuil, quoi, message }) => {
      if (part === null || !depasse(part, seuil, seuils)) return [];
      return [
        constater({
          ...situer(un),
          soumission,
          code,
          indicateur: code === 'lot.meme_jour' ? null : 'agenda',
          message: `${nommerEssms(un.essms)} : ${message(part)}`,
          formule: `${quoi} > ${seuil} %, sur ${seuils.valeurs.part_minimum} au moins`,
          nombres: { nombre: part.nombre, total: part.total },
        }),
      ];
    }),
  );
}

interface PartControlee extends Pick<Trouvaille, 'code'> {
  readonly part: Part | null;
  readonly seuil: number;
  readonly quoi: string;
  readonly message: (part: Part) => string;
}

function partsDe({ essms, qualite }: EssmsDuMois, seuils: SeuilsLot): PartControlee[] {
  if (qualite === null) return [];
  const { valeurs } = seuils;
  const heberge = estHebergement(essms, seuils);
  const jour = qualite.premiereTraceMemeJour?.jour ?? null;
  return [
    {
      code: 'lot.un_evenement',
      part: qualite.unSeulEvenement,
      seuil: heberge ? valeurs.un_evenement_hebergement : valeurs.un_evenement_service,
      quoi: `dossiers à un seul événement ÷ dossiers à événement, ${heberge ? 'en hébergement' : 'hors hébergement'}`,
      message: ({ nombre, total }) => `${nombre} dossiers sur ${total} n'ont qu'un événement d'agenda`,
    },
    {
      code: 'lot.meme_jour',
      part: qualite.premiereTraceMemeJour,
      seuil: valeurs.meme_jour,
      quoi: 'dossiers dont la première trace tombe le jour le plus chargé ÷ dossiers à trace',
      message: ({ nombre, total }) =>
        `${nombre} dossiers sur ${total} ont leur première trace ${jour === null ? 'le même jour' : `le ${ecrireDate(jour)}`}`,
    },
    {
      code: 'lot.saisies_tardives',
      part: qualite.saisiesTardives,
      seuil: valeurs.saisies_tardives,
      quoi: 'événements saisis plus de cinq jours après la fenêtre ÷ événements à saisie datée',
      message: ({ nombre, total }) =>
        `${nombre} événements sur ${total} saisis plus de cinq jours après la fenêtre`,
    },
  ];
}

function depasse({ nombre, total }: Part, seuil: number, { valeurs }: SeuilsLot): boolean {
  return total >= valeurs.part_minimum && 100 * nombre > seuil * total;
}
