import { aCleJuste, aFormeFiness, expliquerForme } from '../domaine/finess.ts';
import { ErreurUsage } from './erreurs.ts';

/** Le numéro d'une entité juridique, de forme et de clé justes. */
export function finessEj(option: string): (valeur: string) => string {
  return (valeur) => {
    const numero = valeur.trim().toUpperCase();
    if (!aFormeFiness(numero)) {
      throw new ErreurUsage(
        `${option} : « ${valeur} » n'est pas un numéro FINESS (${expliquerForme(numero)}).`,
      );
    }
    if (!aCleJuste(numero)) {
      throw new ErreurUsage(`${option} : la clé de ${numero} est fausse ; un chiffre a été mal recopié.`);
    }
    return numero;
  };
}

export function departement(valeur: string): string {
  const code = valeur.trim().toUpperCase();
  if (/^(?:\d{2}|2[AB]|9[78]\d)$/.test(code)) return code;
  throw new ErreurUsage(
    `--departement : « ${valeur} » n'est pas un code de département ; écrivez 01, 2A ou 974.`,
  );
}

export function categorie(valeur: string): string {
  if (/^\d{3}$/.test(valeur)) return valeur;
  throw new ErreurUsage(
    `--categorie : « ${valeur} » n'est pas un code de catégorie ; écrivez trois chiffres, par exemple 500.`,
  );
}
