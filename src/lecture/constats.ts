import { anomalie, type Constat, type Recueil } from '../domaine/anomalie.ts';
import { expliquerForme } from '../domaine/finess.ts';
import type { Ligne, Session } from '../moteur/session.ts';
import { ident } from '../moteur/sql.ts';
import { codesDe, pourquoiSansCode } from '../tables/codes.ts';
import type { Champ, DescriptionTable } from '../tables/description.ts';
import { suggerer } from '../tables/suggestion.ts';
import type { FichierPret } from './fichier-pret.ts';
import { aCleJusteSql } from './sql/champ.ts';
import type { Relation } from './sql/lecture-csv.ts';
import { type Cause, causesDe } from './sql/rejets.ts';
import { estAgregee, trier } from './sql/tables.ts';
import { champsAlertes, nomDeCle, premierTemps, secondTemps } from './sql/temps.ts';

/** Les fichiers d'une table, par rang. */
function parRang(relations: readonly Relation<FichierPret>[]): Map<number, FichierPret> {
  return new Map(
    relations.flatMap(({ fichiers, premierRang }) =>
      fichiers.map((fichier, i) => [premierRang + i, fichier] as const),
    ),
  );
}

/** « colonne « N° dossier » », quand l'export ne porte pas le nom canonique. */
function nommer(champ: Champ, fichier: FichierPret): string {
  const position = fichier.positions.get(champ.nom);
  const entete = position === undefined ? undefined : fichier.entetes[position];
  return entete === undefined || entete === champ.nom ? champ.nom : `${champ.nom} (colonne « ${entete} »)`;
}

function decrireRejet(
  cause: Cause,
  fichier: FichierPret,
  valeur: string | null,
): Pick<Constat, 'message' | 'aide'> {
  const { code, champ } = cause;
  const n = fichier.entetes.length;
  if (!champ) {
    switch (code) {
      case 'ligne.colonnes_en_trop':
        return { message: `plus de ${n} colonnes, celles de l'en-tête` };
      case 'ligne.colonnes_manquantes':
        return { message: `moins de ${n} colonnes, celles de l'en-tête` };
      case 'ligne.guillemet_mal_forme':
        return { message: 'guillemet mal formé dans la ligne' };
      case 'ligne.trop_longue':
        return { message: "plus d'un mégaoctet dans la ligne" };
      case 'ligne.octet_nul':
        return { message: 'octet nul dans la ligne' };
      case 'ligne.entete_repete':
        return { message: "la ligne répète l'en-tête" };
      default:
        return { message: `une ligne précédente porte la même clé (${fichier.table.cleUnique?.join(', ')})` };
    }
  }
  const nom = nommer(champ, fichier);
  const formats = fichier.formats.get(champ.nom)?.join(' ou ') ?? 'AAAA-MM-JJ ou JJ/MM/AAAA';
  switch (code) {
    case 'champ.vide':
      return { message: `${nom} est obligatoire et vide` };
    case 'finess.format':
      return {
        message: `${nom} n'a pas la forme d'un numéro FINESS`,
        aide: expliquerForme(valeur?.trim() ?? ''),
      };
    case 'champ.date_invalide':
      return { message: `${nom} n'est pas une date possible (format de la colonne : ${formats})` };
    case 'champ.date_autre_format':
      return { message: `${nom} n'est pas dans le format de sa colonne (${formats})` };
    case 'champ.code_inconnu':
      return decrireCode(champ, nom, fichier.table, valeur ?? '');
    default:
      return { message: `${nom} est illisible (${champ.titre.toLowerCase()})` };
  }
}

function decrireCode(
  champ: Champ,
  nom: string,
  table: DescriptionTable,
  valeur: string,
): Pick<Constat, 'message' | 'aide'> {
  const codes = (champ.valeurs ?? []).join(', ');
  const pourquoi = pourquoiSansCode(table.nom, champ.nom, valeur);
  const proche = suggerer(valeur, codesDe(table.nom, champ.nom).keys());
  const exemple = proche
    ? (codesDe(table.nom, champ.nom).get(proche) ?? champ.valeurs?.[0])
    : champ.valeurs?.[0];
  return {
    message: `${nom} n'est pas un code connu (${codes})${pourquoi ? ` : ${pourquoi}` : ''}`,
    aide: `dites ce qu'il vaut dans depot.yaml, par exemple valeurs: { ${champ.nom}: { "…": ${exemple} } }`,
  };
}

/** Ce qui n'est pas retenu, ou l'est avec une réserve, ligne par ligne et dans l'ordre des fichiers. */
function aMontrer(
  table: DescriptionTable,
  relations: readonly Relation<FichierPret>[],
  place: number,
): string {
  const lues = relations.map(
    (relation) => `SELECT * FROM (${secondTemps(table, premierTemps(relation, true), true)})`,
  );
  const lignes = estAgregee(table)
    ? `(${trier(table, lues.join(' UNION ALL BY NAME '))})`
    : `lignes_${table.nom}`;
  const dossier = table.champs.some(({ nom }) => nom === 'id_dossier') ? 'id_dossier' : 'NULL';
  return `SELECT fichier::INTEGER AS fichier, ligne, rejet::INTEGER AS rejet, alertes::INTEGER AS alertes, valeur, sort,
    finess_brut, ${dossier} AS id_dossier
    FROM ${lignes} WHERE sort <> 'retenue' OR alertes > 0 ORDER BY fichier, ligne LIMIT ${place}`;
}

function constatsDe(ligne: Ligne, table: DescriptionTable, fichier: FichierPret): Constat[] {
  const ou = { fichier: fichier.fichier.nom, ligne: Number(ligne.ligne) };
  const valeur = ligne.valeur === null ? null : String(ligne.valeur);
  const cause = causesDe(table)[Number(ligne.rejet)] ?? null;
  if (cause) {
    return [
      {
        ...ou,
        code: cause.code,
        colonne: cause.champ?.nom ?? null,
        valeur,
        ...decrireRejet(cause, fichier, valeur),
      },
    ];
  }
  const constats: Constat[] = champsAlertes(table).flatMap((champ, rang) =>
    Number(ligne.alertes) & (1 << rang)
      ? [
          {
            ...ou,
            code: 'champ.date_nulle',
            colonne: champ.nom,
            message: `${nommer(champ, fichier)} faite de zéros : lue comme vide`,
          },
        ]
      : [],
  );
  if (ligne.sort === 'hors_perimetre') {
    constats.push({
      ...ou,
      code: 'perimetre.essms_inconnu',
      colonne: 'finess_et',
      valeur: String(ligne.finess_brut),
      message: "ligne écartée : ce FINESS n'est pas dans la table essms",
    });
  }
  if (ligne.sort === 'sans_dossier') {
    const collectif = /^\s*\w+\s*[,;+/]\s*\w+/.test(String(ligne.id_dossier));
    constats.push({
      ...ou,
      code: 'dossier.inconnu',
      colonne: 'id_dossier',
      valeur: String(ligne.id_dossier),
      message: "ligne écartée : ce dossier n'est pas dans la table dossiers",
      ...(collectif
        ? { aide: 'plusieurs identifiants dans une cellule : écrivez une ligne par personne' }
        : {}),
    });
  }
  return constats;
}

/** Compte tout ce qui n'est pas retenu, et en détaille ce qui tient dans le recueil. */
export async function noterConstats(
  session: Session,
  table: DescriptionTable,
  relations: readonly Relation<FichierPret>[],
  recueil: Recueil,
): Promise<void> {
  if (relations.length === 0) return;
  const n = estAgregee(table) ? 'sum(n)' : 'count(*)';
  const comptes = await session.lignes(
    `SELECT sort, rejet::INTEGER AS rejet, alertes::INTEGER AS alertes, ${n}::INTEGER AS n
     FROM lignes_${table.nom} WHERE sort <> 'retenue' OR alertes > 0 GROUP BY ALL ORDER BY ALL`,
  );
  for (const { sort, rejet, alertes, n: nombre } of comptes) {
    const cause = causesDe(table)[Number(rejet)];
    if (cause) recueil.compter(cause.code, Number(nombre));
    else {
      for (const [rang] of champsAlertes(table).entries()) {
        if (Number(alertes) & (1 << rang)) recueil.compter('champ.date_nulle', Number(nombre));
      }
    }
    if (sort === 'hors_perimetre') recueil.compter('perimetre.essms_inconnu', Number(nombre));
    if (sort === 'sans_dossier') recueil.compter('dossier.inconnu', Number(nombre));
  }
  const fichiers = parRang(relations);
  if (comptes.length > 0 && recueil.place > 0) {
    for (const ligne of await session.lignes(aMontrer(table, relations, recueil.place))) {
      const fichier = fichiers.get(Number(ligne.fichier));
      if (!fichier) continue;
      for (const constat of constatsDe(ligne, table, fichier)) recueil.detailler(anomalie(constat));
    }
  }
  await noterCles(session, table, fichiers, recueil);
}

/** Une clé de Luhn fausse : erreur dans `essms`, avertissement ailleurs ; une fois par fichier et par numéro. */
async function noterCles(
  session: Session,
  table: DescriptionTable,
  fichiers: ReadonlyMap<number, FichierPret>,
  recueil: Recueil,
): Promise<void> {
  const gravite = table.nom === 'essms' ? 'erreur' : 'avertissement';
  for (const champ of table.champs.filter(({ type }) => type === 'finess')) {
    const numero = ident(nomDeCle(champ));
    const lignes = await session.lignes(
      `SELECT *, count(*) OVER ()::INTEGER AS total FROM (
         SELECT fichier::INTEGER AS fichier, ${numero} AS numero, ${estAgregee(table) ? 'NULL' : 'min(ligne)'} AS ligne
         FROM lignes_${table.nom} WHERE ${numero} IS NOT NULL AND rejet = 0 GROUP BY fichier, ${numero})
       WHERE NOT ${aCleJusteSql('numero')} ORDER BY fichier, numero LIMIT ${Math.max(1, recueil.place)}`,
    );
    const montrees = lignes.slice(0, recueil.place);
    recueil.compter('finess.cle', Number(lignes[0]?.total ?? 0) - montrees.length, gravite);
    for (const ligne of montrees) {
      recueil.ajouter({
        code: 'finess.cle',
        gravite,
        fichier: fichiers.get(Number(ligne.fichier))?.fichier.nom ?? null,
        ligne: ligne.ligne === null ? null : Number(ligne.ligne),
        colonne: champ.nom,
        valeur: String(ligne.numero),
        message: 'la clé de ce numéro FINESS est fausse : sans doute une faute de frappe',
      });
    }
  }
}
