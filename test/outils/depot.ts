import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { NomPublic, NomTable } from '../../src/tables/description.ts';
import { TABLES } from '../../src/tables/index.ts';

export const ET = '630781227';
export const EJ = '630000529';

export type Cellules = Readonly<Record<string, string | number>>;
/** Ce que `depot.yaml` dit d'une source, sans ses fichiers. */
export type OptionsSource = Readonly<Record<string, unknown>>;

interface Fichier {
  readonly forme: NomTable;
  readonly nom: string;
  readonly options: OptionsSource;
  readonly lignes: (Cellules | string)[];
  readonly sansColonnes: Set<string>;
}

/**
 * Les cellules d'une ligne dont le test ne dit rien : une personne « A » présente depuis 2020, jamais active,
 * et ce qui lui arrive le 15 septembre 2025. Leurs clés sont aussi les colonnes de tout fichier.
 */
const DEFAUTS: Readonly<Record<NomTable, Cellules>> = {
  essms: { finess_et: ET, finess_ej: EJ, secteur: 'PA' },
  effectifs: { finess_et: ET, mois: '2025-09', personnes_accompagnees: 1 },
  dossiers: {
    finess_et: ET,
    id_dossier: 'A',
    date_entree: '2020-01-01',
    date_sortie: '',
    date_derniere_activite: '',
  },
  activites: { finess_et: ET, id_dossier: 'A', date: '2025-09-15' },
  projets: { finess_et: ET, id_dossier: 'A', statut: 'actif' },
  agenda: { finess_et: ET, id_dossier: 'A', date_debut: '2025-09-15' },
  mss_detail: { finess_et: ET, date_envoi: '2025-09-15', destinataire: 'professionnel', id_dossier: '' },
  mss_decomptes: { finess_et: ET, mois: '2025-09', messages_professionnels: 0, messages_usagers: 0 },
  dmp_detail: { finess_et: ET, id_dossier: 'A', date_depot: '2025-09-15' },
  dmp_decomptes: { finess_et: ET, mois: '2025-09', dossiers_alimentes: 0 },
  declares: {
    finess_et: ET,
    mois: '2025-09',
    indicateur: 'dossiers_actifs',
    numerateur: 0,
    denominateur: 0,
  },
  depenses: {
    date: '2025-09-15',
    fournisseur: 'Éditeur',
    poste: 'logiciel',
    montant_ttc: '1 000,00',
    finess_et: ET,
  },
};

function citer(cellule: string): string {
  return /[;"\n\r]/.test(cellule) ? `"${cellule.replaceAll('"', '""')}"` : cellule;
}

function colonnesDe({ forme, lignes, sansColonnes }: Fichier): string[] {
  const cles = [DEFAUTS[forme], ...lignes].flatMap((ligne) =>
    typeof ligne === 'string' ? [] : Object.keys(ligne),
  );
  return [...new Set(cles)].filter((cle) => !sansColonnes.has(cle));
}

function texteDe(fichier: Fichier): string {
  const colonnes = colonnesDe(fichier);
  const lignes = fichier.lignes.map((ligne) =>
    typeof ligne === 'string' ? ligne : colonnes.map((nom) => citer(String(ligne[nom] ?? ''))).join(';'),
  );
  return [colonnes.join(';'), ...lignes].map((ligne) => `${ligne}\n`).join('');
}

/** Un petit dépôt, écrit ligne à ligne : chaque méthode ajoute une ligne à sa table, pour l'ESSMS courant. */
export class ConstructeurDepot {
  readonly #fichiers: Fichier[] = [];
  readonly #defauts = new Map<NomTable, Fichier>();
  readonly #ouverts = new Map<NomTable, Fichier>();
  readonly #config: Record<string, unknown> = {};
  #essms = ET;

  /** Ajoute un ESSMS au périmètre ; les lignes suivantes sont les siennes. */
  essms(finess: string = ET, champs: Cellules = {}): this {
    return this.pour(finess).ligne('essms', champs);
  }
  /** Les lignes suivantes portent ce FINESS, sans l'ajouter au périmètre. */
  pour(finess: string): this {
    this.#essms = finess;
    return this;
  }

  effectif(champs: Cellules = {}): this {
    return this.ligne('effectifs', champs);
  }
  dossier(champs: Cellules = {}): this {
    return this.ligne('dossiers', champs);
  }
  /** Une personne présente et active en septembre 2025. */
  actif(id = 'A', champs: Cellules = {}): this {
    return this.dossier({ id_dossier: id, date_derniere_activite: '2025-09-15', ...champs });
  }
  activite(champs: Cellules = {}): this {
    return this.ligne('activites', champs);
  }
  projet(champs: Cellules = {}): this {
    return this.ligne('projets', champs);
  }
  evenement(champs: Cellules = {}): this {
    return this.ligne('agenda', champs);
  }
  message(champs: Cellules = {}): this {
    return this.ligne('mss_detail', champs);
  }
  decompteMss(champs: Cellules = {}): this {
    return this.ligne('mss_decomptes', champs);
  }
  alimentation(champs: Cellules = {}): this {
    return this.ligne('dmp_detail', champs);
  }
  decompteDmp(champs: Cellules = {}): this {
    return this.ligne('dmp_decomptes', champs);
  }
  declare(champs: Cellules): this {
    return this.ligne('declares', champs);
  }
  ligne(forme: NomTable, champs: Cellules): this {
    this.#courant(forme).lignes.push({ ...DEFAUTS[forme], finess_et: this.#essms, ...champs });
    return this;
  }
  /** Une ligne écrite telle quelle. */
  brute(forme: NomTable, texte: string): this {
    this.#courant(forme).lignes.push(texte);
    return this;
  }

  /** Ouvre un fichier de plus pour cette table : ses lignes suivantes y vont. */
  source(forme: NomTable, options: OptionsSource = {}, nom?: string): this {
    this.#ouverts.set(forme, this.#creer(forme, options, nom));
    return this;
  }
  /** Les lignes suivantes retournent dans les fichiers sans options. */
  fermerSources(): this {
    this.#ouverts.clear();
    return this;
  }
  /** Retire une colonne du fichier courant de cette table. */
  sansColonne(forme: NomTable, colonne: string): this {
    this.#courant(forme).sansColonnes.add(colonne);
    return this;
  }
  /** Ajoute des clés à `depot.yaml`. */
  config(cles: Readonly<Record<string, unknown>>): this {
    Object.assign(this.#config, cles);
    return this;
  }

  #creer(forme: NomTable, options: OptionsSource, nom?: string): Fichier {
    const rang = this.#fichiers.filter((un) => un.forme === forme).length;
    const fichier = {
      forme,
      nom: nom ?? `${forme}_${rang}.csv`,
      options,
      lignes: [],
      sansColonnes: new Set<string>(),
    };
    this.#fichiers.push(fichier);
    return fichier;
  }
  #courant(forme: NomTable): Fichier {
    const courant = this.#ouverts.get(forme) ?? this.#defauts.get(forme);
    if (courant) return courant;
    const defaut = this.#creer(forme, {});
    this.#defauts.set(forme, defaut);
    return defaut;
  }

  /** Le texte de `depot.yaml` : chaque fichier y est une source. */
  #yaml(): string {
    const tables: Partial<Record<NomPublic, unknown[]>> = {};
    for (const { forme, nom, options } of this.#fichiers) {
      const { nomPublic } = TABLES[forme];
      tables[nomPublic] = [...(tables[nomPublic] ?? []), { fichiers: [nom], ...options }];
    }
    return stringify(
      { version: 1, ...this.#config, tables },
      { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' },
    );
  }

  /** Écrit le dépôt dans un nouveau dossier temporaire, et rend son chemin. */
  ecrire(): string {
    const dossier = mkdtempSync(join(tmpdir(), 'esms-regles-'));
    for (const fichier of this.#fichiers) writeFileSync(join(dossier, fichier.nom), texteDe(fichier));
    writeFileSync(join(dossier, 'depot.yaml'), this.#yaml());
    return dossier;
  }
}

export function depot(): ConstructeurDepot {
  return new ConstructeurDepot();
}
