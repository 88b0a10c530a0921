import type { Constat } from '../../domaine/anomalie.ts';
import { type DateCivile, lireDate } from '../../domaine/date-civile.ts';
import type { EntiteJuridique, Etablissement } from '../../domaine/repertoire.ts';
import { versUtf8 } from '../../lecture/encodage.ts';
import { Refus } from '../../lecture/refus.ts';
import type { LectureFiness, Lot } from '../lot.ts';
import { estObjet, liste, type Objet } from './champs.ts';
import { Decoupeur, JsonInvalide } from './decoupe.ts';
import { traduire } from './traduire.ts';

/** La version du schéma que ce lecteur connaît : « v1.0.0 » et ses suites compatibles. */
const VERSION = /^v?1(?:\.|$)/;

/** Établissements tenus en mémoire avant d'être écrits. */
const TAILLE_LOT = 2000;

class LotEnCours implements Lot {
  readonly etablissements: Etablissement[] = [];
  readonly entites: EntiteJuridique[] = [];
  readonly rejets: Constat[] = [];
}

/**
 * Lit FINESS+ au fil de l'eau : une personne morale et ses établissements à la fois. Lève `Refus` si le JSON est
 * tronqué, mal formé, d'une autre forme ou d'une autre version ; `GzipTronque` vient des blocs.
 */
export function lireFinessPlus(blocs: AsyncIterable<Buffer>): LectureFiness {
  let dateExtraction: DateCivile | null = null;
  let enregistrements = 0;
  let personnes = 0;
  let attente: Objet[] = [];
  let lot = new LotEnCours();

  const decoupeur = new Decoupeur((cle, valeur) => {
    if (cle === 'schemaVersion') exigerVersion(valeur);
    else if (cle === 'generatedAt') dateExtraction = lireDate(String(valeur).slice(0, 10));
    else if (cle === 'pmej') attente.push(estObjet(valeur) ? valeur : {});
  });

  function ecrire(bloc: Buffer): void {
    try {
      decoupeur.ajouter(bloc);
    } catch (erreur) {
      throw erreur instanceof JsonInvalide ? refuserForme() : erreur;
    }
  }

  function vider(): void {
    for (const pmej of attente) {
      const { entite, etablissements, rejets } = traduire(pmej, ++personnes);
      enregistrements += 1 + liste(pmej, 'ege').length;
      if (entite) lot.entites.push(entite);
      lot.etablissements.push(...etablissements);
      lot.rejets.push(...rejets);
    }
    attente = [];
  }

  async function* lots(): AsyncGenerator<Lot> {
    for await (const bloc of versUtf8(blocs, 'utf-8')) {
      ecrire(bloc);
      vider();
      if (lot.etablissements.length < TAILLE_LOT) continue;
      yield lot;
      lot = new LotEnCours();
    }
    if (!decoupeur.finie) {
      throw new Refus({ code: 'finess.json_tronque', message: "le JSON s'arrête avant sa fin" });
    }
    if (personnes === 0) throw refuserRacine();
    yield lot;
  }

  return {
    format: 'FINESS+',
    lots: lots(),
    bilan: () => ({ dateExtraction, enregistrements, ignores: 0 }),
  };
}

function exigerVersion(version: unknown): void {
  if (typeof version === 'string' && VERSION.test(version)) return;
  throw new Refus({
    code: 'finess.format_inconnu',
    colonne: 'schemaVersion',
    valeur: String(version),
    message: 'version de FINESS+ que ce programme ne connaît pas (il lit la v1)',
    aide: 'mettez à jour le programme, ou donnez une extraction de la version 1',
  });
}

function refuserForme(): Refus {
  return new Refus({ code: 'finess.json_invalide', message: "ce n'est pas du JSON bien formé" });
}

function refuserRacine(): Refus {
  return new Refus({
    code: 'finess.format_inconnu',
    message: 'JSON sans aucune personne morale (liste « pmej » absente ou vide)',
  });
}
