import type { AvertissementResultat } from '../domaine/resultat.ts';
import { direCauses, direCouple } from './ecart.ts';
import { REGISTRE } from './registre.ts';
import type { Cadre, CodeSignal, Signal } from './signaux.ts';

type Redaction = (signal: Signal, cadre: Cadre) => string;

/** Le message d'un signal : le constat, puis le geste. */
export function rediger(signal: Signal, cadre: Cadre): AvertissementResultat {
  return {
    code: signal.code,
    nombre: signal.nombre,
    message: REDACTIONS[signal.code](signal, cadre),
    ...(signal.tables.length > 0 ? { tables: signal.tables } : {}),
  };
}

/** « 1 séjour », « 3 séjours ». */
export function denombrer(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${nombre} ${nombre > 1 ? pluriel : singulier}`;
}

/** Dans un groupe, le nombre d'ESSMS concernés. */
function ou({ essms }: Signal, { groupe }: Cadre): string {
  return groupe ? ` (${essms} ESSMS)` : '';
}

function nommerTables({ tables }: Signal): string {
  return tables.map((table) => `« ${table} »`).join(', ');
}

/** N9 : ce qui peut tenir lieu de `dossiers` aux deux indicateurs de services socles. */
function aDefautDeDossiers({ tables }: Signal, { indicateur, ligneEffectifs }: Cadre): string {
  if (!tables.includes('dossiers') || REGISTRE[indicateur].tables.includes('dossiers')) return '';
  const decomptes = indicateur === 'dmp' ? ' et des décomptes' : '';
  return ` ; sans « dossiers », il faut « personnes_eligibles_projet » dans « effectifs » (${ligneEffectifs})${decomptes}`;
}

/** « l'export « agenda » », « les exports « dossiers » et « projets » » */
function exportsDe({ indicateur }: Cadre): string {
  const tables = REGISTRE[indicateur].tables.map((table) => `« ${table} »`);
  return tables.length > 1 ? `les exports ${tables.join(' et ')}` : `l'export ${tables.join('')}`;
}

/** Ce qui suffirait à additionner des mois (N8). */
function aDefautDExports({ indicateur, ligneEffectifs }: Cadre): string {
  const additionnable = indicateur === 'mssante' || indicateur === 'dmp';
  return additionnable ? `, ou « personnes_eligibles_projet » dans « effectifs » (${ligneEffectifs})` : '';
}

function expliquer(causes: string): string {
  if (causes === '') return "rien dans les exports lus n'explique l'écart";
  return `une autre lecture compterait (des nombres : « declares » n'a pas d'identifiants) : ${causes}`;
}

const REDACTIONS: Readonly<Record<CodeSignal, Redaction>> = {
  'table.absente': (s, cadre) =>
    `table absente du dépôt : ${nommerTables(s)}${ou(s, cadre)} ; ajoutez l'export du DUI${aDefautDeDossiers(s, cadre)}`,
  'table.essms_absent': (s, cadre) =>
    `${cadre.groupe ? `${s.essms} ESSMS sans aucune ligne` : 'aucune ligne pour cet ESSMS'} dans ${nommerTables(s)} : ajoutez l'export, ou déclarez l'ESSMS dans « couvre » (depot.yaml) s'il n'a vraiment rien à exporter${aDefautDeDossiers(s, cadre)}`,
  'decompte.mois_absent': (s, cadre) =>
    `${denombrer(s.nombre, 'mois', 'mois')} de la période sans décompte${ou(s, cadre)} : ajoutez la ligne à « ${cadre.indicateur === 'dmp' ? 'dmp' : 'mss'} », même à zéro`,
  'declare.mois_absent': (s, cadre) =>
    `${denombrer(s.nombre, 'mois', 'mois')} de la période sans ligne dans « declares »${ou(s, cadre)} : ajoutez-la, même à zéro`,
  'declare.premiere_mesure': (s, cadre) =>
    `chiffres déclarés mois par mois${ou(s, cadre)} : sur trois mois, des personnes distinctes ne s'additionnent pas ; fournissez les exports${aDefautDExports(cadre)}`,
  'declare.seul': (s, cadre) =>
    `${cadre.groupe ? 'en partie déclaré, non calculé' : 'déclaré, non calculé'}${ou(s, cadre)} : un tableau de bord ne se vérifie pas ; ajoutez ${exportsDe(cadre)}`,
  'effectifs.deduits': (s, cadre) => {
    const colonne =
      cadre.indicateur === 'dossiers_actifs' ? 'personnes_accompagnees' : 'personnes_eligibles_projet';
    return `${REGISTRE[cadre.indicateur].denominateur} : nombre déduit des dossiers${ou(s, cadre)}, une personne sans dossier est invisible ; donnez « ${colonne} » dans « effectifs » (${cadre.ligneEffectifs})`;
  },
  'dossiers.rejetes': (s, cadre) =>
    `${denombrer(s.nombre, 'ligne')} de « dossiers » ${s.nombre > 1 ? 'rejetées' : 'rejetée'}${ou(s, cadre)}, autant de personnes peut-être perdues : corrigez-les dans le DUI et réexportez (« esms verifier » en donne la liste)`,
  'dossiers.indetermines': (s, cadre) =>
    `${denombrer(s.nombre, 'dossier')} dont l'activité pendant la période n'est pas connue${ou(s, cadre)} : exportez les dossiers le dernier jour du mois, ou fournissez « activites »`,
  'sejour.entree_absente': (s, cadre) =>
    `${denombrer(s.nombre, 'séjour')} sans date d'entrée${ou(s, cadre)} : la personne n'est comptée que si son statut est « actif » ou si l'export n'a pas cette colonne ; saisissez la date d'entrée dans le DUI`,
  'sejour.clos_sans_sortie': (s, cadre) =>
    `${denombrer(s.nombre, 'séjour clos', 'séjours clos')} sans date de sortie${ou(s, cadre)} : la personne compte encore comme accompagnée ; saisissez la date de sortie dans le DUI`,
  'sejour.sortie_avant_entree': (s, cadre) =>
    `${denombrer(s.nombre, 'séjour')} dont la sortie précède l'entrée${ou(s, cadre)} : la sortie est ignorée ; corrigez les dates dans le DUI`,
  'projets.preparation_ancienne': (s, cadre) =>
    `${denombrer(s.nombre, 'projet')} en préparation depuis plus de 12 mois${ou(s, cadre)}, ${s.nombre > 1 ? 'comptés' : 'compté'} tout de même : vérifiez dans le DUI qu'aucun n'est abandonné`,
  'decompte.ignore': (s, cadre) =>
    `le détail et les décomptes parlent tous deux ${cadre.groupe ? `de ${s.essms} ESSMS` : 'de cet ESSMS'} : le détail fait foi ; retirez les décomptes, ou vérifiez qu'ils s'accordent`,
  'declare.denominateur': ({ ecart, ...s }, cadre) =>
    `dénominateur déclaré : ${ecart?.declare.denominateur}, selon les exports et les effectifs : ${ecart?.calcule.denominateur} au plus${ou(s, cadre)} ; le plus grand des deux borne le taux par le bas`,
  'declare.ecart': ({ ecart, ...s }, cadre) =>
    ecart === undefined
      ? ''
      : `${direCouple(ecart.declare)} déclarés, ${direCouple(ecart.calcule)} calculés${ou(s, cadre)}, le calcul fait foi ; ${expliquer(direCauses(ecart.causes))}`,
  'dispense.a_verifier': (s, cadre) =>
    `secteur AHI${ou(s, cadre)} : la MSSanté et le DMP sont dispensés si l'ESSMS n'est pas éligible au SONS ; remplissez « eligible_sons » (oui ou non) dans « essms »`,
};
