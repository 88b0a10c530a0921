import type { TableLogique } from './depot-logique.ts';

export type TypeReference = 'finess' | 'texte' | 'date' | 'mois' | 'entier' | 'booleen' | readonly string[];

export interface ChampReference {
  readonly type: TypeReference;
  readonly obligatoire: boolean;
}

/** Forme d'un fichier : `mss` et `dmp` en ont deux, reconnues à leurs colonnes. */
export type Forme = Exclude<TableLogique, 'mss' | 'dmp'> | `${'mss' | 'dmp'}_${'detail' | 'decomptes'}`;

const oblige = (type: TypeReference): ChampReference => ({ type, obligatoire: true });
const libre = (type: TypeReference): ChampReference => ({ type, obligatoire: false });

/** Le tableau de la conception, réduit aux colonnes que le calcul lit. */
export const CHAMPS: Readonly<Record<Forme, Readonly<Record<string, ChampReference>>>> = {
  essms: {
    finess_et: oblige('finess'),
    finess_ej: oblige('finess'),
    raison_sociale: libre('texte'),
    secteur: libre(['PA', 'PH', 'DOM', 'PDS', 'PDE', 'AHI', 'PJM']),
    places: libre('entier'),
    eligible_sons: libre('booleen'),
    date_ouverture: libre('date'),
    date_fermeture: libre('date'),
  },
  effectifs: {
    finess_et: oblige('finess'),
    mois: oblige('mois'),
    personnes_accompagnees: oblige('entier'),
    personnes_eligibles_projet: libre('entier'),
    periode: libre(['mois', 'trimestre']),
  },
  dossiers: {
    finess_et: oblige('finess'),
    id_dossier: oblige('texte'),
    date_entree: libre('date'),
    date_sortie: libre('date'),
    date_derniere_activite: libre('date'),
    statut: libre(['actif', 'clos', 'preadmission', 'attente', 'refuse']),
    eligible_projet: libre('booleen'),
  },
  activites: { finess_et: oblige('finess'), id_dossier: oblige('texte'), date: oblige('date') },
  projets: {
    finess_et: oblige('finess'),
    id_dossier: oblige('texte'),
    statut: oblige(['en_preparation', 'actif', 'en_pause', 'termine', 'annule']),
    date_creation: libre('date'),
    date_debut: libre('date'),
    date_fin: libre('date'),
    date_maj: libre('date'),
  },
  agenda: {
    finess_et: oblige('finess'),
    id_dossier: oblige('texte'),
    date_debut: oblige('date'),
    statut: libre(['planifie', 'valide', 'realise', 'annule']),
    type: libre('texte'),
  },
  mss_detail: {
    finess_et: oblige('finess'),
    date_envoi: oblige('date'),
    destinataire: oblige(['professionnel', 'usager']),
    id_dossier: libre('texte'),
    id_message: libre('texte'),
    sens: libre(['envoye', 'recu']),
    etat: libre(['envoye', 'rejete']),
  },
  mss_decomptes: {
    finess_et: oblige('finess'),
    mois: oblige('mois'),
    messages_professionnels: oblige('entier'),
    messages_usagers: oblige('entier'),
  },
  dmp_detail: {
    finess_et: oblige('finess'),
    id_dossier: oblige('texte'),
    date_depot: oblige('date'),
    etat: libre(['depose', 'echec']),
  },
  dmp_decomptes: { finess_et: oblige('finess'), mois: oblige('mois'), dossiers_alimentes: oblige('entier') },
};

/** E3 : les colonnes dont la combinaison ne se répète pas. */
export const CLES: Partial<Record<Forme, readonly string[]>> = {
  essms: ['finess_et'],
  effectifs: ['finess_et', 'mois', 'periode'],
  mss_decomptes: ['finess_et', 'mois'],
  dmp_decomptes: ['finess_et', 'mois'],
};

/** La forme d'un fichier, d'après ses colonnes. */
export function formeDe(table: TableLogique, colonnes: readonly (string | null)[]): Forme {
  if (table !== 'mss' && table !== 'dmp') return table;
  return colonnes.includes('mois') ? `${table}_decomptes` : `${table}_detail`;
}
