import { type DateCivile, dernierJour, ecrireDate } from '../../domaine/date-civile.ts';
import type { Convention, Piece } from '../../domaine/lot.ts';
import type { Releve } from '../../domaine/releve.ts';
import type { Suivi } from '../../domaine/suivi.ts';
import { lireTypeProjet } from '../../financement/type-projet.ts';
import { accorder } from '../../rapports/nombres.ts';
import { appuyer, manquer, type RaisonJugee } from './raison.ts';

/** La convention et ses pièces ; sans elle, rien ne se verse ni ne se refuse. */
export function raisonsDeLaConvention(
  convention: Convention | null,
  reference: Releve | null,
): RaisonJugee[] {
  if (convention === null) {
    return [manquer('convention', 'aucune convention dans la soumission (bloc convention de depot.yaml)')];
  }
  const { finessEt, pvVsr, depenses } = convention;
  return [
    finessEt.length === 0
      ? manquer('perimetre', 'la convention ne liste pas ses FINESS')
      : appuyer('perimetre', `la convention liste ${accorder(finessEt.length, 'ESSMS', 'ESSMS')}`),
    ...(pvVsr === null && !exigeVsr(reference) ? [] : [direPiece('PV de VSR', pvVsr)]),
    direPiece('état récapitulatif des dépenses', depenses),
  ];
}

/** V5 : la VSR est facultative hors acquisition ; un type de projet qui n'est pas dit ne l'écarte pas. */
function exigeVsr(reference: Releve | null): boolean {
  const types = reference?.perimetre.map(({ typeProjet }) => lireTypeProjet(typeProjet ?? '')) ?? [];
  return types.length === 0 || types.some((type) => type !== 'montee_de_version');
}

function direPiece(nom: string, piece: Piece | null): RaisonJugee {
  if (piece === null) return manquer('pieces', `${nom} : la convention ne cite pas de fichier`);
  return piece.presente
    ? appuyer('pieces', `${nom} : ${piece.fichier}`)
    : manquer('pieces', `${nom} : ${piece.fichier} est cité, et n'est pas dans le dossier`);
}

/** Ce que l'échéance fait de la preuve. */
export function raisonDeLEcheance(
  convention: Convention | null,
  { faite, faiteApres, manquee, dernier }: Jugee,
  dateReference: DateCivile,
): RaisonJugee[] {
  if (convention === null) return [];
  const { echeance } = convention;
  if (echeance === null) return [manquer('echeance', "la convention ne dit pas d'échéance")];
  const date = ecrireDate(echeance);
  if (faite) return [appuyer('echeance', `preuve faite avant l'échéance du ${date}`)];
  if (faiteApres)
    return [manquer('echeance', `preuve faite après l'échéance du ${date} : à l'ARS de dire si elle vaut`)];
  if (dateReference <= echeance) return [manquer('echeance', `échéance le ${date}, pas encore passée`)];
  if (manquee) {
    return [
      manquer(
        'echeance',
        `échéance passée le ${date} : les relevés reçus jusque-là prouvent une cible manquée`,
      ),
    ];
  }
  const jusque = dernier === null ? '' : ` ; dernier relevé au ${ecrireDate(dernierJour(dernier))}`;
  return [manquer('echeance', `échéance passée le ${date}${jusque}`)];
}

/** La preuve, jugée à l'échéance. */
interface Jugee {
  readonly faite: boolean;
  readonly faiteApres: boolean;
  readonly manquee: boolean;
  readonly dernier: Suivi['mois'][number]['mois'] | null;
}
