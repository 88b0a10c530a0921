import { CHAMPS, type Forme } from '../reference/champs.ts';
import type { FenetreReference } from '../reference/contexte.ts';
import type { SourceLogique } from '../reference/depot-logique.ts';
import { type Habitudes, monterFichier } from './fichiers.ts';
import { finess } from './finess.ts';
import { dater } from './jours.ts';
import { type LigneAbstraite, tableDe } from './lignes.ts';
import type { Disposition, Presentation, Scenario } from './scenario.ts';

/** Les lignes d'un futur fichier, et le FINESS qu'il ne porte pas. */
interface Part {
  readonly finessConstant: string | null;
  readonly lignes: readonly LigneAbstraite[];
}

const DE_DETAIL: readonly Forme[] = [
  'dossiers',
  'activites',
  'projets',
  'agenda',
  'mss_detail',
  'dmp_detail',
];

/** Les ESSMS dont une forme peut parler : un seul genre de `mss` et de `dmp` par ESSMS. */
function essmsDeLaForme(forme: Forme, scenario: Scenario): string[] {
  return scenario.essms.flatMap((e, rang) => {
    const detail = forme === 'mss_detail' ? e.mssEnDetail : forme === 'dmp_detail' ? e.dmpEnDetail : true;
    return detail ? [finess('et', rang)] : [];
  });
}

function repartir(
  forme: Forme,
  lignes: readonly LigneAbstraite[],
  disposition: Disposition,
  scenario: Scenario,
): Part[] {
  if (disposition.mode === 'unique' || scenario.canonique) return [{ finessConstant: null, lignes }];
  if (disposition.mode === 'eclate' || forme === 'essms') {
    return [0, 1, 2].map((k) => ({ finessConstant: null, lignes: lignes.filter((_, i) => i % 3 === k) }));
  }
  const seuls = disposition.entetesSeuls && DE_DETAIL.includes(forme) ? essmsDeLaForme(forme, scenario) : [];
  return [...new Set([...lignes.map((ligne) => ligne.groupe), ...seuls])]
    .sort()
    .map((groupe) => ({ finessConstant: groupe, lignes: lignes.filter((ligne) => ligne.groupe === groupe) }));
}

/** D4 : des dates telles que « une table de l'ESSMS » ne prête pas à discussion (voir scenario). */
function extraction(forme: Forme, disposition: Disposition, scenario: Scenario, fenetre: FenetreReference) {
  const mesuree = DE_DETAIL.includes(forme);
  const voulue = mesuree ? disposition.extraction : disposition.extraction && 'apres';
  const tranche = scenario.referenceAvantFin ? (scenario.toutesDatees ? (voulue ?? 'apres') : null) : voulue;
  if (tranche === null) return {};
  const ecart = { avant: -1, fin: 0, apres: 2 }[tranche];
  return { dateExtraction: dater({ ancre: 'fin', ecart }, fenetre) };
}

function habitudesDe(forme: Forme, disposition: Disposition, finessConstant: string | null): Habitudes {
  // Une colonne que `colonnes` nomme doit être dans tous les fichiers : jamais une facultative.
  const pivot = CHAMPS[forme].id_dossier?.obligatoire ? 'id_dossier' : undefined;
  const codes = Object.entries(CHAMPS[forme]).find(([, champ]) => typeof champ.type === 'object');
  const libelles =
    codes && disposition.valeursPropres && typeof codes[1].type === 'object' && forme !== 'essms'
      ? { [codes[0]]: Object.fromEntries(codes[1].type.map((code, i) => [code, `Cas n° ${i + 1}`])) }
      : {};
  return {
    finessConstant,
    renommees: pivot && disposition.renommee ? { [pivot]: 'Réf. perso' } : {},
    libelles,
  };
}

function inverser(libelles: Habitudes['libelles']) {
  return Object.fromEntries(
    Object.entries(libelles).map(([colonne, noms]) => [
      colonne,
      Object.fromEntries(Object.entries(noms).map(([code, libelle]) => [libelle, code])),
    ]),
  );
}

const TITRES = ['Liste des personnes ; filtre : tous', 'Édité le 02/10/2025 à 08:00'];

/** Les sources d'une forme de table : ses lignes réparties en fichiers, chacun présenté à sa façon. */
export function monterSources(
  forme: Forme,
  lignes: readonly LigneAbstraite[],
  scenario: Scenario,
  fenetre: FenetreReference,
): SourceLogique[] {
  const disposition = scenario.dispositions[tableDe(forme)];
  const parts = repartir(forme, lignes, disposition, scenario).filter(
    (part) => part.lignes.length > 0 || part.finessConstant !== null,
  );
  const presenter = (rang: number) => disposition.presentations[rang % 3] as Presentation;
  const montees = parts.map((part, rang) => {
    const habitudes = habitudesDe(
      forme,
      scenario.canonique ? { ...disposition, renommee: false, valeursPropres: false } : disposition,
      part.finessConstant,
    );
    const chemin = scenario.canonique
      ? `${tableDe(forme)}.csv`
      : `exports/${forme}_${String(rang).padStart(2, '0')}.csv`;
    const marque = parts.length > 1 ? `Lot ${forme} ${rang}` : null;
    return {
      part,
      habitudes,
      fichier: monterFichier(forme, chemin, part.lignes, presenter(rang), habitudes, marque),
    };
  });
  if (scenario.canonique)
    return montees.map(({ fichier }) => ({ table: tableDe(forme), fichiers: [fichier] }));
  const groupees = disposition.regroupee && parts.every((part) => part.finessConstant === null);
  const lots = groupees && montees.length > 0 ? [montees] : montees.map((montee) => [montee]);
  const couverts = essmsDeLaForme(forme, scenario).filter((_, i) => ((disposition.couvre >> i) & 1) === 1);
  return lots.map((lot, rang) => {
    const { part, habitudes } = lot[0] ?? {
      part: { finessConstant: null },
      habitudes: habitudesDe(forme, disposition, null),
    };
    return {
      table: tableDe(forme),
      fichiers: lot.map(({ fichier }) => fichier),
      ...(groupees && disposition.motif ? { motif: `exports/${forme}_*.csv*` } : {}),
      ...(part.finessConstant === null ? {} : { finessConstant: part.finessConstant }),
      ...(DE_DETAIL.includes(forme) && rang === 0 && couverts.length > 0 ? { couvre: couverts } : {}),
      ...(forme === 'agenda' && disposition.typesExclus
        ? { typesExclus: ['absence', 'hospitalisation'] }
        : {}),
      ...extraction(forme, disposition, scenario, fenetre),
      ...(Object.keys(habitudes.libelles).length > 0 ? { valeurs: inverser(habitudes.libelles) } : {}),
      ...(Object.keys(habitudes.renommees).length > 0 ? { renommees: habitudes.renommees } : {}),
      ...(disposition.titres > 0 ? { titres: TITRES.slice(0, disposition.titres) } : {}),
      ...(disposition.totaux > 0 ? { totaux: ['Total : 12'] } : {}),
    };
  });
}
