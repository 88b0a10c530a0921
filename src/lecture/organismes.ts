import { type Constat, Recueil } from '../domaine/anomalie.ts';
import { aCleJuste, aFormeFiness, expliquerForme } from '../domaine/finess.ts';
import type { SourceLue } from '../domaine/source.ts';
import { ORGANISMES } from '../tables/organismes.ts';
import { type LignePetiteTable, ouvrirPetiteTable } from './petite-table.ts';
import { Refus } from './refus.ts';

/** Un organisme de la liste. */
export interface Organisme {
  readonly ligne: number;
  readonly finessEj: string;
  readonly essmsOg: number;
  readonly essmsCommande: number;
}

export interface ListeOrganismes {
  readonly organismes: readonly Organisme[];
  readonly anomalies: Recueil;
  /** `null` si le fichier est refusé. */
  readonly fichier: SourceLue | null;
}

/** Lit `finess_ej;essms_og;essms_commande` : une ligne fautive est rejetée et localisée, les autres restent. */
export async function lireOrganismes(
  chemin: string,
  nom: string,
  maxAnomalies: number,
  signal?: AbortSignal,
): Promise<ListeOrganismes> {
  const anomalies = new Recueil(maxAnomalies);
  const lecteur = new Lecteur(nom, anomalies);
  try {
    const table = await ouvrirPetiteTable(chemin, ORGANISMES.champs, signal);
    for await (const ligne of table.lignes) lecteur.recevoir(ligne);
    const { organismes, lignes } = lecteur;
    if (lignes === 0)
      anomalies.ajouter({ code: 'fichier.sans_ligne', fichier: nom, message: 'aucune ligne' });
    const fichier: SourceLue = {
      table: ORGANISMES.nom,
      fichier: nom,
      logiciel: null,
      dateExtraction: null,
      ...table.empreinte(),
      encodage: table.encodage,
      separateur: table.separateur,
      lignes,
      retenues: organismes.length,
      rejetees: lignes - organismes.length,
      ecartees: 0,
    };
    return { organismes, anomalies, fichier };
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    for (const constat of erreur.constats) anomalies.ajouter({ ...constat, fichier: nom });
    return { organismes: [], anomalies, fichier: null };
  }
}

class Lecteur {
  readonly #nom: string;
  readonly #anomalies: Recueil;
  readonly #premieres = new Map<string, number>();
  readonly organismes: Organisme[] = [];
  lignes = 0;

  constructor(nom: string, anomalies: Recueil) {
    this.#nom = nom;
    this.#anomalies = anomalies;
  }

  recevoir({ ligne, valeurs, constat }: LignePetiteTable): void {
    this.lignes++;
    const lu = constat ?? lireOrganisme(valeurs);
    const double = 'code' in lu ? null : this.#doublon(lu.finessEj, ligne);
    const rejet = 'code' in lu ? lu : double;
    if (rejet) this.#anomalies.ajouter({ ...rejet, fichier: this.#nom, ligne });
    else if (!('code' in lu)) this.#garder({ ...lu, ligne });
  }

  #garder(organisme: Organisme): void {
    const { finessEj, ligne } = organisme;
    if (!aCleJuste(finessEj)) {
      this.#anomalies.ajouter({
        code: 'finess.cle',
        fichier: this.#nom,
        ligne,
        colonne: 'finess_ej',
        valeur: finessEj,
        message: 'la clé du FINESS est fausse',
      });
    }
    this.organismes.push(organisme);
  }

  #doublon(finessEj: string, ligne: number): Constat | null {
    const premiere = this.#premieres.get(finessEj);
    if (premiere === undefined) {
      this.#premieres.set(finessEj, ligne);
      return null;
    }
    return {
      code: 'ligne.cle_en_double',
      colonne: 'finess_ej',
      valeur: finessEj,
      message: `l'organisme est déjà à la ligne ${premiere}`,
      aide: 'gardez une ligne par organisme ; additionnez ses commandes si leurs ESSMS diffèrent',
    };
  }
}

type Lu = Omit<Organisme, 'ligne'>;

function lireOrganisme(valeurs: Readonly<Record<string, string>>): Lu | Constat {
  const { finess_ej: finessEj = '', essms_og: og = '', essms_commande: commande = '' } = valeurs;
  if (finessEj === '') return vide('finess_ej');
  if (!aFormeFiness(finessEj)) {
    return {
      code: 'finess.format',
      colonne: 'finess_ej',
      valeur: finessEj,
      message: "finess_ej n'a pas la forme d'un numéro FINESS",
      aide: expliquerForme(finessEj),
    };
  }
  if (og === '') return vide('essms_og');
  const essmsOg = lireNombre(og);
  if (essmsOg === null) return nombreInvalide('essms_og', og);
  const essmsCommande = commande === '' ? essmsOg : lireNombre(commande);
  if (essmsCommande === null) return nombreInvalide('essms_commande', commande);
  if (essmsCommande <= essmsOg) return { finessEj, essmsOg, essmsCommande };
  return {
    code: 'sons.commande_trop_grande',
    colonne: 'essms_commande',
    valeur: commande,
    message: `${essmsCommande} ESSMS commandés pour un organisme de ${essmsOg}`,
  };
}

/** Un entier de 1 à 99 999 ; espaces et espaces fines admis. */
function lireNombre(texte: string): number | null {
  const chiffres = texte.replace(/\s/g, '');
  return /^[1-9]\d{0,4}$/.test(chiffres) ? Number(chiffres) : null;
}

function vide(colonne: string): Constat {
  return { code: 'champ.vide', colonne, message: `${colonne} est vide`, aide: 'remplissez la valeur' };
}

function nombreInvalide(colonne: string, valeur: string): Constat {
  return {
    code: 'champ.nombre_invalide',
    colonne,
    valeur,
    message: `${colonne} n'est pas un nombre d'ESSMS`,
    aide: 'écrivez un entier, 1 ou plus',
  };
}
