import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes } from './comptes.ts';

/** Un indicateur du kit SESAN (section 1 des règles). */
export interface Indicateur {
  readonly code: CodeIndicateur;
  readonly libelle: string;
  /** Ce que comptent le numérateur et le dénominateur, au pluriel. */
  readonly numerateur: string;
  readonly denominateur: string;
  /** Cible du programme, en pour cent ; la convention peut la remplacer (`cibles` de `depot.yaml`). */
  readonly cible: number;
  readonly source: string;
  /** Les tables de détail qu'il lit (N9) ; des décomptes remplacent `mss` et `dmp`. */
  readonly tables: readonly (keyof Comptes['couvert'])[];
}

function citer(texte: string): string {
  return `kit SESAN, partie 3 § 6, « ${texte} »`;
}

/** Les cinq indicateurs ; l'ordre d'affichage est celui de `CODES_INDICATEURS`. */
export const REGISTRE: Readonly<Record<CodeIndicateur, Indicateur>> = {
  dossiers_actifs: {
    code: 'dossiers_actifs',
    libelle: 'Taux de dossiers actifs',
    numerateur: 'dossiers actifs',
    denominateur: 'personnes accompagnées',
    cible: 90,
    source: citer(
      'Nombre de dossiers actifs ÷ Nombre de personnes accompagnées dans la structure × 100 ; valeur cible 90 %',
    ),
    tables: ['dossiers'],
  },
  projets: {
    code: 'projets',
    libelle: 'Taux de dossiers actifs avec un projet personnalisé',
    numerateur: 'dossiers actifs avec un projet personnalisé',
    denominateur: 'dossiers actifs',
    cible: 90,
    source: citer(
      'Nombre de dossiers actifs sur la période de recueil ET ayant un projet personnalisé en préparation ou actif ÷ Nombre de dossiers actifs × 100 ; valeur cible 90 %',
    ),
    tables: ['dossiers', 'projets'],
  },
  agenda: {
    code: 'agenda',
    libelle: "Taux de dossiers actifs ayant au moins un événement dans l'agenda",
    numerateur: 'dossiers actifs avec un événement',
    denominateur: 'dossiers actifs',
    cible: 90,
    source: citer(
      "Nombre de dossiers actifs sur la période de recueil ET ayant au moins un événement d'agenda dans son DUI ÷ Nombre de dossiers actifs × 100 ; valeur cible 90 %",
    ),
    tables: ['dossiers', 'agenda'],
  },
  mssante: {
    code: 'mssante',
    libelle: "Taux d'utilisation de la MSSanté",
    numerateur: 'messages envoyés',
    denominateur: 'personnes éligibles à un projet',
    cible: 70,
    source: citer(
      "Nombre de messages envoyés via la MS Santé ÷ Nombre de personnes accompagnées pouvant bénéficier d'un projet d'accueil et d'accompagnement × 100 ; valeur cible 70 %",
    ),
    tables: ['mss'],
  },
  dmp: {
    code: 'dmp',
    libelle: "Taux d'utilisation du DMP",
    numerateur: 'DMP alimentés',
    denominateur: 'personnes éligibles à un projet',
    cible: 70,
    source: citer(
      "Nombre de DMP alimentés avec au moins un document ÷ Nombre de personnes accompagnées pouvant bénéficier d'un projet d'accueil et d'accompagnement × 100 ; valeur cible 70 %",
    ),
    tables: ['dmp'],
  },
};
