import { grouper } from '../../domaine/grouper.ts';
import { NIVEAUX, type Niveau } from '../../domaine/resultat.ts';
import type { Condition, EtatSelon, Sensibilite } from '../../domaine/sensibilite.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder } from '../nombres.ts';
import { enumerer, nommer } from '../texte.ts';
import { direDefinition, ETATS_EN_MOTS, INDICATEURS } from '../vocabulaire.ts';
import { type Ligne, lignesDe } from './lignes.ts';
import { NOMS_NIVEAUX } from './verdict.ts';

const NOMS_MONTRES = 3;

/**
 * Une phrase par cible dont le verdict change avec les définitions, puis ce qui tient : au niveau qui fait foi, et à
 * défaut aux niveaux montrés (A6).
 */
export function direSensibilite({ sensibilite, resultats, grappe }: RapportIndicateurs): string[] {
  if (sensibilite === undefined) return [];
  const presents = [...NIVEAUX].reverse().filter((niveau) => resultats.some((r) => r.niveau === niveau));
  const elus = presents.filter((niveau) => niveau === grappe.niveauPreuve);
  const montres = elus.length > 0 ? elus : presents;
  return montres.flatMap((niveau) => {
    const siennes = sensibilite.filter((une) => une.niveau === niveau);
    const prefixe = montres.length > 1 ? `${NOMS_NIVEAUX[niveau]}, ` : '';
    const lignes = lignesDe(resultats, niveau);
    return [...direFragiles(siennes, lignes), ...direSolides(siennes, niveau)].map(
      (phrase) => prefixe + phrase,
    );
  });
}

/** Les cibles qui changent de la même façon se disent ensemble : « projets (EHPAD A et IME B) : … » */
function direFragiles(sensibilites: readonly Sensibilite[], lignes: readonly Ligne[]): string[] {
  const noms = new Map(lignes.map(({ identifiant, nom }) => [identifiant, nom]));
  const groupes = grouper(
    sensibilites.filter(({ tient }) => !tient),
    (une) => `${une.indicateur}|${direEtats(une)}`,
  );
  return [...groupes].map(([cle, siennes]) => {
    const nommes = siennes.map(({ identifiant }) => noms.get(identifiant) ?? identifiant);
    const [indicateur = '', etats = ''] = cle.split('|');
    const court = INDICATEURS[indicateur as Sensibilite['indicateur']].court;
    const qui = lignes.length > 1 ? ` (${nommer(nommes, NOMS_MONTRES)})` : '';
    return `${court}${qui} : ${etats}`;
  });
}

function direSolides(sensibilites: readonly Sensibilite[], niveau: Niveau): string[] {
  const solides = sensibilites.filter(({ tient }) => tient);
  if (solides.length === 0) return [];
  if (niveau !== 'grappe') {
    return [`${solides.length} verdicts sur ${sensibilites.length} tiennent sous toutes les définitions`];
  }
  const noms = solides.map(
    ({ indicateur, etat }) => `${INDICATEURS[indicateur].court} (${ETATS_EN_MOTS[etat]})`,
  );
  return [`${enumerer(noms)} : ${noms.length > 1 ? 'tiennent' : 'tient'} sous toutes les définitions`];
}

/** « atteint sous 4 définitions sur 6 ; incertain si actif=ouvert ou statut » */
export function direEtats({ etats: [premier, ...autres], tient, combinaisons }: Sensibilite): string {
  if (premier === undefined) return '';
  const mot = ETATS_EN_MOTS[premier.etat];
  if (tient) return `${mot} sous toutes les définitions`;
  return [
    `${mot} sous ${accorder(premier.nombre, 'définition')} sur ${combinaisons}`,
    ...autres.map(direAutre),
  ].join(' ; ');
}

function direAutre({ etat, conditions }: EtatSelon): string {
  return `${ETATS_EN_MOTS[etat]} si ${conditions.map(direCondition).join(', ou si ')}`;
}

function direCondition(condition: Condition): string {
  return Object.entries(condition)
    .map(([cle, valeurs]) => direDefinition(cle, valeurs))
    .join(' avec ');
}
