import { nommerMois } from '../../domaine/date-civile.ts';
import type { Niveau } from '../../domaine/resultat.ts';
import {
  type MesureSuivie,
  MOIS_DE_PREUVE,
  type PreuveIdentifiant,
  type PreuveNiveau,
  type SerieSuivie,
  type Suivi,
} from '../../domaine/suivi.ts';
import { celluleDe, estDeclare } from '../../rapports/indicateurs/cellule.ts';
import { accorder, ecrireCible } from '../../rapports/nombres.ts';
import { enumerer, nommer } from '../../rapports/texte.ts';
import { INDICATEURS } from '../../rapports/vocabulaire.ts';
import { appuyer, manquer, type RaisonJugee } from './raison.ts';

const NOMS_MONTRES = 3;

const NIVEAUX_EN_MOTS: Readonly<Record<Niveau, string>> = { grappe: 'grappe', og: 'OG', essms: 'ESSMS' };

/** Les cibles, les mois partagés, le provisoire et le déclaré, au niveau qui fait foi ; `null` : aucun niveau n'est dit. */
export function raisonsDeLaPreuve(suivi: Suivi, preuve: PreuveNiveau | null): RaisonJugee[] {
  if (suivi.reference === null) return [manquer('cibles', 'aucun relevé intact : rien ne se juge')];
  if (preuve === null) {
    return [
      manquer('cibles', 'ni la convention ni les relevés ne disent quel niveau fait foi (niveau_preuve)'),
    ];
  }
  const requis = requisDe(preuve);
  const series = requis.flatMap((un) => un.series);
  return [
    direCibles(preuve, requis),
    direMois(suivi, series),
    ...direProvisoire(series),
    ...direDeclare(preuve, series),
  ];
}

export function requisDe({ identifiants }: PreuveNiveau): PreuveIdentifiant[] {
  return identifiants.filter(({ statut }) => statut !== 'sans_objet');
}

function direCibles(preuve: PreuveNiveau, requis: readonly PreuveIdentifiant[]): RaisonJugee {
  const nom = NIVEAUX_EN_MOTS[preuve.niveau];
  if (preuve.requis === 0) return manquer('cibles', `niveau ${nom} : tout est hors période`);
  const qui =
    preuve.niveau === 'grappe'
      ? 'les cinq séries'
      : `${preuve.faits} ${nom} sur ${preuve.requis}, cinq séries`;
  if (preuve.faite)
    return appuyer('cibles', `cibles atteintes au niveau ${nom} : ${qui} sur ${MOIS_DE_PREUVE} mois`);
  const manquantes = requis.flatMap(({ nom: de, series }) =>
    series
      .filter(({ restants }) => restants > 0)
      .map((serie) => `${preuve.niveau === 'grappe' ? '' : `${de} : `}${direSerie(serie)}`),
  );
  return manquer('cibles', `cibles non prouvées au niveau ${nom} : ${nommer(manquantes, NOMS_MONTRES)}`);
}

/** « DMP 64,9 ✗ pour 70 % » */
function direSerie({ indicateur, cible, mesures }: SerieSuivie): string {
  const dernier = mesures.at(-1)?.resultat;
  const valeur = dernier ? ` ${celluleDe(dernier)}` : '';
  return `${INDICATEURS[indicateur].court}${valeur}${cible === null ? '' : ` pour ${ecrireCible(cible)} %`}`;
}

function direMois({ mois }: Suivi, series: readonly SerieSuivie[]): RaisonJugee {
  const partages = Math.min(MOIS_DE_PREUVE, ...series.map((serie) => serie.partages));
  const perdus = mois
    .slice(-MOIS_DE_PREUVE)
    .filter(({ etat }) => etat !== 'releve')
    .map(({ mois: un, etat }) => `${nommerMois(un)} ${etat === 'absent' ? 'absent' : 'altéré'}`);
  if (series.length > 0 && partages >= MOIS_DE_PREUVE) {
    return appuyer('mois', `${MOIS_DE_PREUVE} mois consécutifs partagés`);
  }
  const suite = perdus.length > 0 ? ` (${enumerer(perdus)})` : '';
  return manquer('mois', `${series.length === 0 ? 0 : partages} mois partagés sur ${MOIS_DE_PREUVE}${suite}`);
}

function derniers({ mesures }: SerieSuivie): readonly MesureSuivie[] {
  return mesures.slice(-MOIS_DE_PREUVE);
}

function direProvisoire(series: readonly SerieSuivie[]): RaisonJugee[] {
  const provisoires = new Set(
    series.flatMap((serie) =>
      derniers(serie).flatMap(({ motif, mois }) => (motif === 'provisoire' ? mois : [])),
    ),
  );
  if (provisoires.size === 0) return [];
  const quand = enumerer([...provisoires].sort().map(nommerMois));
  return [manquer('provisoire', `chiffres provisoires en ${quand} : mesurés avant la fin du mois (D4)`)];
}

/** Un chiffre déclaré n'est pas calculé : il lui faut une pièce. */
function direDeclare({ preuve }: PreuveNiveau, series: readonly SerieSuivie[]): RaisonJugee[] {
  if (preuve !== 'declare') return [];
  const declares = new Set(
    series.flatMap((serie) =>
      derniers(serie).some(({ resultat }) => resultat !== null && estDeclare(resultat))
        ? INDICATEURS[serie.indicateur].court
        : [],
    ),
  );
  return [
    manquer(
      'declare',
      `${accorder(declares.size, 'indicateur déclaré', 'indicateurs déclarés')}, en tout ou partie (${enumerer([...declares])}) : non calculés depuis des exports`,
    ),
  ];
}
