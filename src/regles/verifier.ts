import type { Constat, Recueil } from '../domaine/anomalie.ts';
import { suggerer } from '../tables/suggestion.ts';
import type { Tranche } from './formes.ts';
import type { Regle, ReglesCompilees, Source, ValeurDatee } from './modele.ts';
import { defautsDePeriodes } from './periodes.ts';
import { constaterEcarts } from './problemes.ts';
import { type FichierDeRegles, type RegleLue, schemaFichier } from './schema.ts';
import { superposer } from './superposer.ts';
import { type Analyse, analyser, type Chemin, type FichierTexte } from './yaml.ts';

type Noter = (chemin: Chemin, constat: Constat) => void;
type Sources = Readonly<Record<string, Source>>;

/** Un fichier lisible, et de quoi noter ce qui n'y va pas à sa ligne. */
interface Lu {
  readonly nom: string;
  readonly contenu: FichierDeRegles;
  readonly situer: Analyse['situer'];
  readonly noter: Noter;
}

const VIDES: ReglesCompilees = { sources: {}, regles: {} };

/**
 * Vérifie et compile un dossier de règles. Avec `base` (les règles livrées), le dossier est celui d'un usager : ses
 * valeurs l'emportent sur leurs périodes, le reste demeure. Rien n'est rendu si une anomalie est notée.
 */
export function compiler(
  fichiers: readonly FichierTexte[],
  recueil: Recueil,
  base: ReglesCompilees = VIDES,
): ReglesCompilees | null {
  const lus = fichiers.flatMap((fichier) => lire(fichier, recueil));
  const sources = reunirSources(lus, base.sources);
  const regles: Record<string, Regle> = { ...base.regles };
  const vues = new Set<string>();
  for (const { nom, contenu, situer, noter } of lus) {
    for (const [id, lue] of Object.entries(contenu.regles)) {
      const noterRegle: Noter = (chemin, constat) => noter(['regles', id, ...chemin], constat);
      if (vues.has(id))
        noterRegle([], { code: 'regles.identifiant_double', message: `« ${id} » existe déjà` });
      vues.add(id);
      controler(lue, sources, noterRegle);
      const regle: Regle = {
        ...construire(id, lue, sources, base !== VIDES),
        fichier: nom,
        exemples: situerExemples(lue, (rang) => situer(['regles', id, 'exemples', rang])),
      };
      const livree = base.regles[id];
      if (livree !== undefined) controlerForme(livree, regle, noterRegle);
      regles[id] = livree === undefined ? regle : superposer(livree, regle);
      controlerPeriodes(lue, regles[id], noterRegle);
    }
  }
  return recueil.aRefus ? null : { sources, regles };
}

function lire(fichier: FichierTexte, recueil: Recueil): Lu[] {
  const analyse = analyser(fichier, recueil);
  if (analyse === null) return [];
  const noter = noterDans(analyse, recueil);
  const resultat = schemaFichier.safeParse(analyse.donnees);
  if (resultat.success) return [{ nom: fichier.nom, contenu: resultat.data, situer: analyse.situer, noter }];
  for (const [chemin, constat] of constaterEcarts(resultat.error, analyse.donnees)) noter(chemin, constat);
  return [];
}

function noterDans({ nom, situer }: Analyse, recueil: Recueil): Noter {
  return (chemin, constat) =>
    recueil.ajouter({
      ...constat,
      fichier: nom,
      ligne: situer(chemin),
      colonne: chemin.join('.') || null,
    });
}

function reunirSources(lus: readonly Lu[], livrees: Sources): Sources {
  const sources: Record<string, Source> = { ...livrees };
  for (const { contenu, noter } of lus) {
    for (const [cle, source] of Object.entries(contenu.sources)) {
      if (Object.hasOwn(sources, cle)) {
        noter(['sources', cle], { code: 'regles.source_double', message: `« ${cle} » est déjà déclarée` });
      }
      sources[cle] = source;
    }
  }
  return sources;
}

/** Ce qu'un schéma ne dit pas : les liens entre les champs d'une règle. */
function controler({ valeurs, type, exemples }: RegleLue, sources: Sources, noter: Noter): void {
  for (const [rang, { source, lecture, raison, valeur }] of valeurs.entries()) {
    const ici: Chemin = ['valeurs', rang];
    if (!Object.hasOwn(sources, source)) {
      const proche = suggerer(source, Object.keys(sources));
      noter([...ici, 'source'], {
        code: 'regles.source_inconnue',
        message: `source « ${source} » inconnue`,
        ...(proche && { aide: `vouliez-vous dire « ${proche} » ?` }),
      });
    }
    if (lecture === 'inconnue' && (raison === undefined || valeur !== undefined)) {
      const quoi = valeur === undefined ? 'sans « raison »' : 'avec une « valeur »';
      noter(ici, { code: 'regles.inconnue_sans_raison', message: `valeur inconnue ${quoi}` });
    }
    if (lecture !== 'inconnue' && valeur === undefined) {
      noter(ici, { code: 'regles.valeur_absente', message: `lecture « ${lecture} », sans « valeur »` });
    }
    if (type === 'bareme' && valeur !== undefined) {
      controlerTranches(valeur as Tranche[], (chemin, constat) =>
        noter([...ici, 'valeur', ...chemin], constat),
      );
    }
  }
  if (exemples === undefined || (Array.isArray(exemples) && exemples.length === 0)) {
    noter([], { code: 'regles.exemples_absents', message: 'aucun exemple, et pas de raison' });
  }
}

function controlerTranches(tranches: readonly Tranche[], noter: Noter): void {
  for (const [rang, { de, a, code }] of tranches.entries()) {
    const fin = tranches[rang - 1]?.a;
    const attendu = fin === undefined ? 1 : fin === null ? de : fin + 1;
    const derniere = rang === tranches.length - 1;
    if (de === attendu && (a === null ? derniere : a >= de)) continue;
    const message = `tranche ${code}, de ${de} à ${a ?? 'sans borne'} : la suite commence à ${attendu}, et seule la dernière est sans borne`;
    noter([rang], { code: 'regles.tranches', message });
  }
}

function controlerForme(livree: Regle, { type, unite }: Regle, noter: Noter): void {
  if (type === livree.type && unite === livree.unite) return;
  noter(['type'], {
    code: 'regles.forme_changee',
    message: `« ${type}, ${unite} », alors que la règle livrée est « ${livree.type}, ${livree.unite} »`,
  });
}

/** Les périodes du fichier, puis celles qui résultent de la superposition aux règles livrées. */
function controlerPeriodes({ valeurs }: RegleLue, resultat: Regle, noter: Noter): void {
  const ecrites = valeurs.map(({ debut, fin }, rang) => ({ debut, fin, rang }));
  const defauts = defautsDePeriodes(ecrites);
  const superposees = resultat.valeurs.length > valeurs.length;
  const propres = superposees ? defauts.filter(({ code }) => code !== 'regles.trou') : defauts;
  for (const { code, rang, message } of propres) noter(['valeurs', rang], { code, message });
  if (!superposees || propres.length > 0) return;
  const finales = resultat.valeurs.map(({ debut, fin }, rang) => ({ debut, fin, rang }));
  for (const { code, message } of defautsDePeriodes(finales)) noter(['valeurs'], { code, message });
}

function construire(
  id: string,
  { titre, type, unite, valeurs }: RegleLue,
  sources: Sources,
  fournie: boolean,
): Omit<Regle, 'fichier' | 'exemples'> {
  const datees = valeurs.map(({ source, verifie_le, ...valeur }): ValeurDatee => {
    const document = sources[source] ?? { titre: source, date: null };
    return { ...valeur, source: document, verifieLe: verifie_le, fournie };
  });
  return { id, titre, type, unite, valeurs: datees.sort((a, b) => (a.debut < b.debut ? -1 : 1)) };
}

function situerExemples({ exemples = [] }: RegleLue, ligneDe: (rang: number) => number): Regle['exemples'] {
  if ('aucun' in exemples) return exemples;
  return exemples.map((exemple, rang) => ({ ...exemple, ligne: ligneDe(rang) }));
}
