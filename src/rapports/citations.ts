import { CATALOGUE } from '../domaine/catalogue.ts';
import type { Avertissement, Provenance } from '../domaine/financement/commun.ts';

/** Comment une valeur a été lue, en mots. */
export const LECTURES_EN_MOTS: Readonly<Record<Provenance['lecture'], string>> = {
  lue: 'lue',
  reconstruite: 'reconstruite',
  secondaire: 'source secondaire',
  inconnue: 'non lue',
};

/** « source ; lecture : reconstruite ; réserve : … » : d'où vient un montant et ce qu'on en sait. */
export function direProvenance(provenance: Provenance | null): string {
  if (provenance === null) return 'aucune règle';
  const { source, lecture, reserve, verifieLe, fournie } = provenance;
  return [
    source,
    `lecture : ${LECTURES_EN_MOTS[lecture]}`,
    ...(reserve === null ? [] : [`réserve : ${reserve}`]),
    ...(verifieLe === null && lecture !== 'inconnue' ? ['non vérifiée'] : []),
    ...(fournie ? ['fournie par --regles'] : []),
  ].join(' ; ');
}

/** Une phrase par règle : son titre, puis d'où elle vient. */
export function direSources(sources: readonly Provenance[]): string[] {
  return sources.map((source) => `${source.titre} : ${direProvenance(source)}`);
}

/** Une règle citée, dans une sortie JSON. */
export function jsonProvenance({ verifieLe, ...provenance }: Provenance) {
  const { regle, titre, source, lecture, reserve, debut, fin, fournie } = provenance;
  return { regle, titre, source, lecture, reserve, debut, fin, verifie_le: verifieLe, fournie };
}

/** Les avertissements en phrases, puis, une fois chacun, le geste que demandent ceux qui sont des constats. */
export function direAvertissements(avertissements: readonly Avertissement[]): string[] {
  const aides = avertissements
    .map(({ code }) => CATALOGUE[code])
    .filter(({ gravite }) => gravite === 'erreur')
    .map(({ aide }) => `Que faire : ${aide}`);
  return [...avertissements.map(({ message }) => message), ...new Set(aides)];
}

export function jsonAvertissement({ code, message }: Avertissement) {
  return { code, message };
}
