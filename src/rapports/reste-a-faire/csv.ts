import type { DossierAFaire } from '../../domaine/reste-a-faire.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportResteAFaire } from './modele.ts';
import { direGeste } from './phrases.ts';

/** Une ligne par dossier, dans l'ordre de la liste. */
export function rendre(rapport: RapportResteAFaire, { excel }: Pick<Presentation, 'excel'>): string {
  const libelles = new Map(rapport.essms.map(({ finessEt, libelle }) => [finessEt, libelle]));
  return ecrireCsv(
    ['finess_et', 'essms', ...Object.keys(COLONNES), 'mois', 'mois_clos'],
    rapport.dossiers.map((dossier) => [
      dossier.finessEt,
      libelles.get(dossier.finessEt) ?? dossier.finessEt,
      ...Object.values(COLONNES).map((valeurDe) => valeurDe(dossier)),
      rapport.fenetre.mois,
      rapport.moisClos,
    ]),
    excel,
  );
}

const COLONNES: Readonly<Record<string, (dossier: DossierAFaire) => Valeur>> = {
  id_dossier: ({ idDossier }) => idDossier,
  situation: ({ situation }) => situation,
  sans_trace: ({ manques }) => manques.includes('dossiers_actifs'),
  sans_projet: ({ manques }) => manques.includes('projets'),
  sans_evenement: ({ manques }) => manques.includes('agenda'),
  sans_dmp: ({ manques }) => manques.includes('dmp'),
  geste: ({ geste }) => geste,
  regle: ({ regle }) => regle.join(' '),
  clos_sans_sortie: ({ closSansSortie }) => closSansSortie,
  a_faire: direGeste,
};
