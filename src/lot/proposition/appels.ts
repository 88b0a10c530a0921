import { grouper } from '../../domaine/grouper.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import type { PreuveNiveau, Suivi } from '../../domaine/suivi.ts';
import { requisDe } from './cibles.ts';
import type { RaisonJugee } from './raison.ts';

const APPELS = 5;
const ESSMS_APPELES = 2;

/** Le seuil manque à l'ARS, pas à la grappe : personne à appeler. */
const SANS_APPEL: ReadonlySet<string> = new Set(['lot.taille_inconnue']);

/** Les premiers appels : ce qui manque à la soumission, les réponses attendues, puis ce qui ferait la preuve. */
export function dresserAppels(
  raisons: readonly RaisonJugee[],
  constats: readonly ConstatLot[],
  suivi: Suivi,
  preuve: PreuveNiveau | null,
): string[] {
  const porteur = suivi.reference?.grappe.porteurFinessEj;
  const qui = porteur === null || porteur === undefined ? 'Porteur' : `Porteur ${porteur}`;
  const aDemander = raisons
    .filter(({ code, effet }) => effet === 'manque' && (code === 'convention' || code === 'pieces'))
    .map(({ message }) => `${qui} : ${message}`);
  return [...aDemander, ...appelsDesConstats(constats), ...appelsDeLaPreuve(suivi, preuve)].slice(0, APPELS);
}

/** Un appel par sorte de constat : le premier, et combien le suivent ; les erreurs d'abord. */
export function appelsDesConstats(constats: readonly ConstatLot[]): string[] {
  const parCode = grouper(
    constats.filter(({ code }) => !SANS_APPEL.has(code)),
    ({ code }) => code,
  );
  const rang = ([premier]: readonly ConstatLot[]): number => (premier?.gravite === 'erreur' ? 0 : 1);
  return [...parCode.values()]
    .sort((a, b) => rang(a) - rang(b))
    .flatMap(([premier, ...autres]) => {
      if (premier === undefined) return [];
      const suite = autres.length === 0 ? '' : ` (et ${autres.length} de plus)`;
      return [`${premier.message}${suite} : ${premier.attendu}`];
    });
}

function appelsDeLaPreuve({ niveaux }: Suivi, preuve: PreuveNiveau | null): string[] {
  if (preuve === null || preuve.faite) return [];
  const essms = niveaux.find(({ niveau }) => niveau === 'essms');
  const retardataires = (essms === undefined ? [] : requisDe(essms)).filter(
    ({ statut }) => statut === 'non_faite',
  );
  const groupe =
    preuve.niveau === 'essms' ? [] : requisDe(preuve).filter(({ statut }) => statut === 'non_faite');
  return [...groupe.slice(0, 1), ...retardataires.slice(0, ESSMS_APPELES)].map(
    ({ nom, identifiant, niveau, gestes }) =>
      `${niveau === 'grappe' || nom === identifiant ? nom : `${nom} ${identifiant}`} : ${gestes.join(', ')}`,
  );
}
