import type { ComptesExtraits, ExtraitEssms } from '../../domaine/extrait-lot.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import { nommer } from '../../rapports/texte.ts';
import type { SeuilsLot } from '../../regles/seuils-lot.ts';
import { constater, nommerEssms } from './constater.ts';

const NOMS_MONTRES = 3;

interface Vu {
  readonly extrait: ExtraitEssms;
  readonly comptes: ComptesExtraits;
  /** Ceux du mois suivant, s'ils sont connus. */
  readonly suivants: ComptesExtraits | null;
}

/**
 * Deux ESSMS aux mêmes quatre comptes le même mois ; une passe, par clés. Sur des dizaines de milliers d'ESSMS, une
 * rencontre par hasard arrive : elle n'est une erreur que dans une même soumission, ou deux mois de suite.
 */
export function controlerCopieEssms(extraits: readonly ExtraitEssms[], { valeurs }: SeuilsLot): ConstatLot[] {
  const minimum = valeurs.copie_essms_personnes;
  const vus = extraits.flatMap((extrait) =>
    extrait.comptes.flatMap((comptes, rang): Vu[] =>
      comptes.personnes < minimum ? [] : [{ extrait, comptes, suivants: extrait.comptes[rang + 1] ?? null }],
    ),
  );
  // Une copie dans une soumission, ou qui dure, est d'abord une rencontre : les groupes, rares, suffisent à la trouver.
  const groupes = reperer(vus, ({ comptes }) => cleDe(comptes));
  const surs = new Set(
    groupes.flatMap((groupe) => [
      ...reperer(groupe, ({ extrait }) => extrait.soumission).flatMap(deCeMois),
      ...reperer(
        groupe.filter(({ suivants }) => suivants !== null),
        cleDesSuivants,
      ).flatMap(deDeuxMois),
    ]),
  );
  return groupes.flatMap((groupe) => {
    const premiers = [...grouper(groupe, ({ extrait }) => extrait.finessEt).values()].flatMap(
      ([premier]) => premier ?? [],
    );
    return groupe.map((vu) => ({
      ...dire(vu, premiers, minimum),
      gravite: surs.has(ouDe(vu.extrait, vu.comptes)) ? ('erreur' as const) : ('avertissement' as const),
    }));
  });
}

/** Les groupes d'au moins deux ESSMS : le même dans deux soumissions se redit, c'est un autre constat. */
function reperer(vus: readonly Vu[], cle: (vu: Vu) => string): Vu[][] {
  return [...grouper(vus, cle).values()].filter(
    ([premier, ...autres]) =>
      premier !== undefined && autres.some(({ extrait }) => extrait.finessEt !== premier.extrait.finessEt),
  );
}

function cleDe({ mois, personnes, actifs, messages, dmp }: ComptesExtraits): string {
  return `${mois} ${personnes} ${actifs} ${messages} ${dmp}`;
}

function cleDesSuivants({ suivants }: Vu): string {
  return suivants === null ? '' : cleDe(suivants);
}

function deCeMois(groupe: readonly Vu[]): string[] {
  return groupe.map(({ extrait, comptes }) => ouDe(extrait, comptes));
}

function deDeuxMois(groupe: readonly Vu[]): string[] {
  return groupe.flatMap(({ extrait, comptes, suivants }) => [
    ouDe(extrait, comptes),
    ouDe(extrait, suivants),
  ]);
}

function ouDe({ soumission, finessEt }: ExtraitEssms, comptes: ComptesExtraits | null): string {
  return `${soumission} ${finessEt} ${comptes?.mois}`;
}

function dire({ extrait, comptes }: Vu, groupe: readonly Vu[], minimum: number): ConstatLot {
  const autres = groupe.length - 1;
  const nommes = groupe
    .slice(0, NOMS_MONTRES + 1)
    .filter((un) => un.extrait.finessEt !== extrait.finessEt)
    .slice(0, NOMS_MONTRES)
    .map((un) => `${nommerEssms(un.extrait)} (${un.extrait.soumission})`);
  const { personnes, actifs, messages, dmp } = comptes;
  const suite = autres > nommes.length ? ` et ${autres - nommes.length} de plus` : '';
  return constater({
    soumission: extrait.soumission,
    mois: comptes.mois,
    identifiant: extrait.finessEt,
    code: 'lot.copie_essms',
    message: `${nommerEssms(extrait)} : mêmes comptes que ${nommer(nommes, NOMS_MONTRES)}${suite}`,
    formule: `D, A, messages et DMP égaux le même mois, D ≥ ${minimum} ; erreur dans une même soumission, ou deux mois de suite`,
    nombres: { personnes, actifs, messages, dmp, autres },
  });
}
