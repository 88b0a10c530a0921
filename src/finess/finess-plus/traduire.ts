import type { Constat } from '../../domaine/anomalie.ts';
import { aFormeFiness, expliquerForme } from '../../domaine/finess.ts';
import type { EntiteJuridique, Etablissement } from '../../domaine/repertoire.ts';
import { date, liste, type Objet, objet, texte } from './champs.ts';

/** Ce qu'une personne morale et ses établissements donnent. */
export interface Traduction {
  readonly entite: EntiteJuridique | null;
  readonly etablissements: readonly Etablissement[];
  readonly rejets: readonly Constat[];
}

/** `etatObjet` d'un objet en activité. */
const ACTIF = 'A';

/** `usageAdresse` de l'adresse où l'établissement se trouve. */
const ADRESSE_PRINCIPALE = '03';

/**
 * Traduit le `pmej` de rang donné (à partir de 1). Un établissement dont la personne morale n'a pas de numéro lisible
 * est rejeté avec elle : rien ne dirait de qui il relève.
 */
export function traduire(pmej: Objet, rang: number): Traduction {
  const generales = objet(pmej, 'informationsGeneralesPMEJ');
  const finessEj = texte(generales, 'numFinessPm');
  const eges = liste(pmej, 'ege');
  const fautePm = jugerNumero(finessEj, 'numFinessPm', `pmej n° ${rang}`);
  if (finessEj === null || fautePm !== null) {
    const rejets = eges.map((_, i) => {
      const message = `ege n° ${i + 1} de la pmej n° ${rang} : sa personne morale n'a pas de numéro lisible`;
      return { code: 'finess.format', colonne: 'numFinessPm', valeur: finessEj, message } as const;
    });
    return { entite: null, etablissements: [], rejets: [...(fautePm ? [fautePm] : []), ...rejets] };
  }
  const ouverte = texte(pmej, 'etatObjet') === ACTIF;
  const nom = texte(generales, 'denominationLonguePmSmsse') ?? texte(generales, 'denominationPm');
  const lus = eges.map((ege, i) =>
    traduireEge(ege, { finessEj, ouverte, lieu: `pmej n° ${rang}, ege n° ${i + 1}` }),
  );
  return {
    entite: { finessEj, nom, ouverte, siren: texte(generales, 'siren') },
    etablissements: lus.flatMap((lu) => ('code' in lu ? [] : lu)),
    rejets: lus.flatMap((lu) => ('code' in lu ? lu : [])),
  };
}

function traduireEge(
  ege: Objet,
  {
    finessEj,
    ouverte,
    lieu,
  }: { readonly finessEj: string; readonly ouverte: boolean; readonly lieu: string },
): Etablissement | Constat {
  const generales = objet(ege, 'informationsGeneralesEGE');
  const finessEt = texte(generales, 'numFinessEge');
  const faute = jugerNumero(finessEt, 'numFinessEge', lieu);
  if (finessEt === null || faute !== null) return faute ?? { code: 'champ.vide', message: lieu };
  const adresses = liste(ege, 'adresse');
  const adresse =
    adresses.find((une) => texte(une, 'usageAdresse') === ADRESSE_PRINCIPALE) ?? adresses[0] ?? {};
  const court = texte(generales, 'nomEgeCourt');
  const long = texte(generales, 'nomEgeLong');
  const acheminement = [texte(adresse, 'codePostal'), texte(adresse, 'ligneAcheminement')];
  return {
    finessEt,
    finessEj,
    nom: court ?? long ?? '',
    nomLong: long,
    categorie: texte(ege, 'categorieentiteGeographiqueExercice'),
    agregat: null,
    departement: departementDe(texte(adresse, 'cogCommune')),
    acheminement: acheminement.filter((partie) => partie !== null).join(' ') || null,
    siret: texte(generales, 'siret'),
    ouvert: ouverte && texte(ege, 'etatObjet') === ACTIF,
    dateOuverture: date(generales, 'dateOuverture'),
    dateFermeture: date(generales, 'dateFermeture'),
  };
}

/** Le département d'un code de commune INSEE : trois caractères outre-mer, deux ailleurs (« 2A » compris). */
function departementDe(cogCommune: string | null): string | null {
  if (cogCommune === null || !/^(?:\d{5}|2[AB]\d{3})$/.test(cogCommune)) return null;
  return /^9[78]/.test(cogCommune) ? cogCommune.slice(0, 3) : cogCommune.slice(0, 2);
}

/** FINESS+ n'a pas de lignes : le rang dans la liste situe la faute. */
function jugerNumero(numero: string | null, colonne: string, lieu: string): Constat | null {
  if (numero === null) return { code: 'champ.vide', colonne, message: `${lieu} : ${colonne} est vide` };
  if (aFormeFiness(numero)) return null;
  const message = `${lieu} : ${colonne} n'a pas la forme d'un numéro FINESS`;
  return { code: 'finess.format', colonne, valeur: numero, message, aide: expliquerForme(numero) };
}
