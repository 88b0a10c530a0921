import { CHAMPS, type Forme } from '../reference/champs.ts';
import { finess, finessFaux } from './finess.ts';
import { type LigneAbstraite, type Lignes, tableDe } from './lignes.ts';
import type { Defaut, LigneFautive } from './scenario.ts';

/** Le premier champ d'une forme qui répond à la question. */
function champ(forme: Forme, repond: (nom: string) => boolean): string | undefined {
  return Object.keys(CHAMPS[forme]).find(repond);
}

const FINESS_FAUX = ['63078122', '6.3E+08', 'Foyer'] as const;
const DATES_FAUSSES = ['à définir', '1/9/2025', '01/09/25', '2025-9-1'] as const;

/** Les valeurs changées par le défaut ; `null` s'il n'a pas de sens pour cette table. */
function changer(forme: Forme, genre: Defaut, tirage: number): Record<string, string> | null {
  const uneDate = champ(forme, (nom) => CHAMPS[forme][nom]?.type === 'date');
  const unCode = champ(forme, (nom) => typeof CHAMPS[forme][nom]?.type === 'object');
  const obliges = Object.keys(CHAMPS[forme]).filter((nom) => CHAMPS[forme][nom]?.obligatoire);
  const changement = (nom: string | undefined, valeur: string | undefined) =>
    nom ? { [nom]: valeur ?? '' } : null;
  switch (genre) {
    case 'date_impossible':
      return changement(uneDate, '2025-02-30');
    case 'date_inconnue':
      return changement(uneDate, DATES_FAUSSES[tirage % DATES_FAUSSES.length]);
    case 'obligatoire_vide':
      return changement(obliges[1 + (tirage % (obliges.length - 1))], '');
    case 'finess_vide':
      return { finess_et: '' };
    case 'finess_faux':
      return changement('finess_et', FINESS_FAUX[tirage % FINESS_FAUX.length]);
    case 'code_inconnu':
      return forme === 'essms' ? null : changement(unCode, 'zzz42');
    case 'hors_perimetre':
      return { finess_et: finess('inconnu', 0) };
    case 'hors_perimetre_cle_fausse':
      return forme === 'essms' ? null : { finess_et: finessFaux(0) };
    case 'dossier_inconnu':
      return changement(
        champ(forme, (nom) => nom === 'id_dossier' && forme !== 'dossiers'),
        'nulle-part',
      );
    case 'guillemet':
      // Un guillemet mal formé laisse-t-il lire le FINESS ? Les règles ne le disent pas : jamais dans dossiers.
      return forme === 'dossiers' ? null : {};
    default:
      return {};
  }
}

/** Glisse les lignes fautives parmi les autres, chacune copiée d'une ligne existante de sa table. */
export function glisserDefauts(lignes: Lignes, fautes: readonly LigneFautive[]): void {
  for (const faute of fautes) {
    const formes = (Object.keys(lignes) as Forme[]).filter(
      (forme) => tableDe(forme) === faute.table && lignes[forme].length > 0,
    );
    const forme = formes[faute.modele % Math.max(1, formes.length)];
    const modele = forme && lignes[forme][faute.modele % lignes[forme].length];
    if (!forme || !modele) continue;
    const changement = changer(forme, faute.genre, faute.place);
    if (changement === null) continue;
    const valeurs = { ...modele.valeurs, ...changement };
    const ligne: LigneAbstraite = { groupe: modele.groupe, valeurs, defaut: faute.genre };
    lignes[forme].splice(faute.place % (lignes[forme].length + 1), 0, ligne);
  }
}
