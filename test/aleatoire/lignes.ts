import { ajouterMois, lireMois } from '../../src/domaine/date-civile.ts';
import type { Forme } from '../reference/champs.ts';
import type { FenetreReference } from '../reference/contexte.ts';
import type { TableLogique } from '../reference/depot-logique.ts';
import type { EssmsAleatoire } from './essms.ts';
import { finess } from './finess.ts';
import { dater, daterOuVide } from './jours.ts';
import type { Defaut } from './scenario.ts';

/** Une ligne avant sa mise en fichier : dates en AAAA-MM-JJ, codes canoniques. */
export interface LigneAbstraite {
  /** Le FINESS du fichier par établissement où elle ira. */
  readonly groupe: string;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly defaut?: Defaut;
}

export type Lignes = Record<Forme, LigneAbstraite[]>;

/** Un ESSMS, son rang, et ses deux numéros. */
interface Sujet {
  readonly e: EssmsAleatoire;
  readonly rang: number;
  readonly et: string;
  readonly secondaire: string;
}

/** L'identifiant d'une personne tirée au sort ; rarement un dossier inconnu, parfois faute d'un zéro de tête. */
function idDossier({ e }: Sujet, tirage: number): string {
  if (tirage >= 14 || e.personnes.length === 0) return `inconnu-${tirage}`;
  const personne = tirage % e.personnes.length;
  return e.styleId === 1 && tirage === 4 ? `${personne + 1}` : idDe(e, personne);
}

function idDe({ styleId }: EssmsAleatoire, personne: number): string {
  return [`${personne + 1}`, `00${personne + 1}`, `Né-${personne + 1}`, `œ/${personne + 1}`][styleId] ?? '';
}

function lignesDossiers({ e, et, secondaire }: Sujet, fenetre: FenetreReference): LigneAbstraite[] {
  return e.personnes.flatMap(({ sejours, ordinaire }, i) => {
    const id_dossier = idDe(e, i);
    if (ordinaire && e.bienTenu) {
      const date_entree = dater({ ancre: 'debut', ecart: -100 }, fenetre);
      const tardif = e.profil === 'tardif';
      const date_derniere_activite = dater({ ancre: tardif ? 'fin' : 'debut', ecart: i + 1 }, fenetre);
      const valeurs = { finess_et: et, id_dossier, date_entree, date_derniere_activite, eligible_projet: '' };
      return [{ groupe: et, valeurs: { ...valeurs, date_sortie: '', statut: 'actif' } }];
    }
    return sejours.map((sejour, rang) => {
      const groupe = (i + rang) % 4 === 1 ? secondaire : et;
      const sortie = daterOuVide(sejour.sortie, fenetre);
      return {
        groupe,
        valeurs: {
          finess_et: groupe,
          id_dossier,
          date_entree: daterOuVide(sejour.entree, fenetre),
          date_sortie: sortie === '' && sejour.sortieNulle ? '00/00/0000' : sortie,
          date_derniere_activite: daterOuVide(sejour.derniere, fenetre),
          statut: sejour.statut,
          eligible_projet: sejour.eligible,
        },
      };
    });
  });
}

/** Ce que fait un ESSMS bien tenu pour ses personnes ordinaires. */
function ordinaires(
  { e, et }: Sujet,
  valeursDe: (personne: number) => Readonly<Record<string, string>>,
): LigneAbstraite[] {
  if (!e.bienTenu) return [];
  return e.personnes.flatMap(({ ordinaire }, i) =>
    ordinaire ? [{ groupe: et, valeurs: { finess_et: et, id_dossier: idDe(e, i), ...valeursDe(i) } }] : [],
  );
}

/** N4 : un projet retenu de justesse, aux bornes de F ; ou une vieille préparation. */
function projetOrdinaire(
  { e }: Sujet,
  personne: number,
  { debut, fin }: FenetreReference,
): Record<string, string> {
  const avant = dater({ ancre: 'debut', ecart: -400 }, { debut, fin, mois: [] });
  if (e.profil === 'projet_ancien') return { statut: 'en_preparation', date_creation: avant };
  const cas: Record<string, string>[] = [
    { statut: 'actif' },
    { statut: 'actif', date_fin: debut },
    { statut: 'termine', date_debut: avant, date_fin: debut },
    { statut: 'actif', date_debut: fin },
    { statut: 'en_preparation', date_creation: fin },
  ];
  return cas[personne % cas.length] ?? {};
}

function lignesDetail(sujet: Sujet, fenetre: FenetreReference) {
  const { e, et, secondaire } = sujet;
  const milieu = dater({ ancre: 'debut', ecart: 14 }, fenetre);
  const ancien = dater({ ancre: 'debut', ecart: -40 }, fenetre);
  const sur = (autre: boolean) => (autre ? secondaire : et);
  const de = (groupe: string, valeurs: Record<string, string>) => ({
    groupe,
    valeurs: { finess_et: groupe, ...valeurs },
  });
  return {
    activites: e.activites.map((a) =>
      de(et, { id_dossier: idDossier(sujet, a.personne), date: dater(a.date, fenetre) + a.heure }),
    ),
    projets: [
      ...ordinaires(sujet, (i) => projetOrdinaire(sujet, i, fenetre)),
      ...e.projets.map((p) =>
        de(et, {
          id_dossier: idDossier(sujet, p.personne),
          statut: p.statut,
          date_creation: daterOuVide(p.creation, fenetre),
          date_debut: daterOuVide(p.debut, fenetre),
          date_fin: daterOuVide(p.fin, fenetre),
          date_maj: daterOuVide(p.maj, fenetre),
        }),
      ),
    ],
    agenda: [
      ...ordinaires(sujet, () => ({ date_debut: e.profil === 'complet' ? milieu : ancien })),
      ...e.evenements.map((v) =>
        de(sur(v.secondaire), {
          id_dossier: idDossier(sujet, v.personne),
          date_debut: dater(v.date, fenetre) + v.heure,
          statut: v.statut,
          type: v.type,
        }),
      ),
    ],
    mss_detail: [
      ...ordinaires(sujet, () => ({ date_envoi: milieu, destinataire: 'usager' })),
      ...e.messages.map((m) =>
        de(sur(m.secondaire), {
          date_envoi: dater(m.date, fenetre) + m.heure,
          destinataire: m.destinataire,
          id_dossier: m.personne === null ? '' : idDossier(sujet, m.personne),
          id_message: m.id === null ? '' : `m${m.id}`,
          sens: m.sens,
          etat: m.etat,
        }),
      ),
    ],
    dmp_detail: [
      ...ordinaires(sujet, () => ({ date_depot: milieu })),
      ...e.depots.map((d) =>
        de(et, {
          id_dossier: idDossier(sujet, d.personne),
          date_depot: dater(d.date, fenetre) + d.heure,
          etat: d.etat,
        }),
      ),
    ],
  };
}

function lignesMensuelles({ e, et, secondaire }: Sujet, mois: string) {
  const base = lireMois(mois);
  if (base === null) throw new Error(`mois impossible : ${mois}`);
  const de = (autre: boolean, ecart: number, valeurs: Record<string, string>) => {
    const groupe = autre ? secondaire : et;
    return { groupe, valeurs: { finess_et: groupe, mois: ajouterMois(base, ecart), ...valeurs } };
  };
  const toutMois = e.bienTenu ? [0, -1, -2] : [];
  const autour = (ecart: number) => String(Math.max(0, e.personnes.length + ecart));
  return {
    effectifs: e.effectifs.map((f) =>
      de(f.secondaire, f.ecartMois, {
        personnes_accompagnees: autour(f.personnes),
        personnes_eligibles_projet: f.eligibles === null ? '' : autour(f.eligibles),
        periode: f.periode,
      }),
    ),
    mss_decomptes: [
      ...toutMois.map((ecart) => de(false, ecart, { messages_professionnels: '2', messages_usagers: '1' })),
      ...e.decomptesMss.map((d) =>
        de(d.secondaire, d.ecartMois, {
          messages_professionnels: String(d.premier),
          messages_usagers: String(d.second),
        }),
      ),
    ],
    dmp_decomptes: [
      ...toutMois.map((ecart) => de(false, ecart, { dossiers_alimentes: String(-ecart + 1) })),
      ...e.decomptesDmp.map((d) => de(d.secondaire, d.ecartMois, { dossiers_alimentes: String(d.premier) })),
    ],
  };
}

function ligneEssms({ e, et }: Sujet, ogs: number, fenetre: FenetreReference): LigneAbstraite {
  return {
    groupe: et,
    valeurs: {
      finess_et: et,
      finess_ej: finess('ej', e.og % ogs),
      raison_sociale: e.libelle,
      secteur: e.secteur,
      places: e.places === null ? '' : String(e.places),
      eligible_sons: e.eligibleSons,
      date_ouverture: e.horsPeriodePermis ? daterOuVide(e.ouverture, fenetre) : '',
      date_fermeture: e.horsPeriodePermis ? daterOuVide(e.fermeture, fenetre) : '',
    },
  };
}

/** Toutes les lignes d'un scénario, par forme de table ; un ESSMS n'a qu'une forme de `mss` et de `dmp`. */
export function lignesDe(
  essms: readonly EssmsAleatoire[],
  { ogs, mois, toutEnDetail }: { ogs: number; mois: string; toutEnDetail: boolean },
  fenetre: FenetreReference,
): Lignes {
  const toutes: Lignes = {
    essms: [],
    effectifs: [],
    dossiers: [],
    activites: [],
    projets: [],
    agenda: [],
    mss_detail: [],
    mss_decomptes: [],
    dmp_detail: [],
    dmp_decomptes: [],
  };
  essms.forEach((e, rang) => {
    const et = finess('et', rang);
    const sujet: Sujet = { e, rang, et, secondaire: e.aUnSecondaire ? finess('secondaire', rang) : et };
    const voulues: Record<Forme, boolean> = {
      ...e.tables,
      essms: true,
      mss_detail: e.tables.mss && (e.mssEnDetail || toutEnDetail),
      mss_decomptes: e.tables.mss && !e.mssEnDetail && !toutEnDetail,
      dmp_detail: e.tables.dmp && (e.dmpEnDetail || toutEnDetail),
      dmp_decomptes: e.tables.dmp && !e.dmpEnDetail && !toutEnDetail,
    };
    const siennes = {
      essms: [ligneEssms(sujet, ogs, fenetre)],
      dossiers: lignesDossiers(sujet, fenetre),
      ...lignesDetail(sujet, fenetre),
      ...lignesMensuelles(sujet, mois),
    };
    for (const forme of Object.keys(toutes) as Forme[])
      if (voulues[forme]) toutes[forme].push(...siennes[forme]);
  });
  return toutes;
}

/** La table, du point de vue de l'usager. */
export function tableDe(forme: Forme): TableLogique {
  return forme.replace(/_(detail|decomptes)$/, '') as TableLogique;
}
