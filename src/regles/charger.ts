import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recueil } from '../domaine/anomalie.ts';
import { compilerNomenclature } from './categories/compiler.ts';
import type { NomenclatureCompilee } from './categories/modele.ts';
import { lireReglesLivrees } from './livrees.ts';
import type { JeuDeRegles, ReglesCompilees } from './modele.ts';
import { reglesFournies } from './outil.ts';
import { compilerSeuilsLot } from './seuils-lot/compiler.ts';
import type { SeuilsLot } from './seuils-lot/modele.ts';
import { compiler } from './verifier.ts';
import type { FichierTexte } from './yaml.ts';

/** Les règles d'un dossier d'usager, par-dessus les règles livrées. */
export interface ReglesFournies {
  readonly jeu: JeuDeRegles;
  /** Les règles qui remplacent une valeur livrée, et celles qui s'ajoutent. */
  readonly remplacees: readonly string[];
  readonly ajoutees: readonly string[];
}

/** Les fichiers `.yaml` d'un dossier, par nom. */
function lireDossier(dossier: string, recueil: Recueil): FichierTexte[] {
  try {
    const noms = readdirSync(dossier).filter((nom) => /\.ya?ml$/.test(nom));
    if (noms.length === 0) {
      recueil.ajouter({ code: 'regles.dossier_absent', fichier: dossier, message: 'aucun fichier .yaml' });
    }
    return noms.sort().map((nom) => ({ nom, texte: readFileSync(join(dossier, nom), 'utf8') }));
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    recueil.ajouter({
      code: 'regles.dossier_absent',
      fichier: dossier,
      message: `lecture refusée (${code})`,
    });
    return [];
  }
}

/** Des données livrées, chacune à sa propre forme : la nomenclature des catégories FINESS, les seuils de contrôle du lot. */
const NOMENCLATURE = 'finess-categories.yaml';
const SEUILS_LOT = 'controles-lot.yaml';
const A_PART: ReadonlySet<string> = new Set([NOMENCLATURE, SEUILS_LOT]);

interface DossierCompile extends ReglesCompilees {
  readonly nomenclature: NomenclatureCompilee;
  readonly seuilsLot: SeuilsLot;
}

/** Compile un dossier de règles qui se suffit (celui que le programme livre), nomenclature et seuils compris. */
export function compilerDossier(dossier: string, recueil: Recueil): DossierCompile | null {
  const fichiers = lireDossier(dossier, recueil);
  const regles = compiler(
    fichiers.filter(({ nom }) => !A_PART.has(nom)),
    recueil,
  );
  const trouver = (voulu: string): FichierTexte | null => {
    const fichier = fichiers.find(({ nom }) => nom === voulu) ?? null;
    if (fichier === null) {
      recueil.ajouter({ code: 'regles.dossier_absent', fichier: dossier, message: `${voulu} manque` });
    }
    return fichier;
  };
  const [categories, seuils] = [trouver(NOMENCLATURE), trouver(SEUILS_LOT)];
  const nomenclature = categories && compilerNomenclature(categories, recueil);
  const seuilsLot = seuils && compilerSeuilsLot(seuils, recueil);
  return regles && nomenclature && seuilsLot && { ...regles, nomenclature, seuilsLot };
}

/** Charge le dossier d'un usager ; `null` si une règle est refusée (les raisons sont dans le recueil). */
export function chargerFournies(dossier: string, recueil: Recueil): ReglesFournies | null {
  const livrees = lireReglesLivrees();
  const compilees = compiler(lireDossier(dossier, recueil), recueil, livrees);
  if (compilees === null) return null;
  const ids = reglesFournies(compilees.regles);
  const livree = (id: string): boolean => Object.hasOwn(livrees.regles, id);
  return {
    jeu: compilees.regles,
    remplacees: ids.filter(livree),
    ajoutees: ids.filter((id) => !livree(id)),
  };
}
