import type { DateCivile } from '../domaine/date-civile.ts';
import { direEuros, type TypeProjet } from '../domaine/financement/commun.ts';
import type { CodeLigne, LigneForfait } from '../domaine/financement/forfaits.ts';
import { type Centimes, multiplier } from '../domaine/montant.ts';
import { type JeuDeRegles, resoudre } from '../regles/resolution.ts';

type CodeComplement = Extract<CodeLigne, 'equipement' | 'amoa_marche' | 'amoa_projet'>;

const LIBELLES: Readonly<Record<CodeComplement, string>> = {
  equipement: 'Équipement, petits OG (plafond)',
  amoa_marche: 'AMOA marché public (plafond)',
  amoa_projet: 'AMOA conduite de projet (plafond)',
};

/**
 * Les forfaits complémentaires des petits OG, en plafonds : l'équipement par ESSMS de petit OG, chaque AMOA une
 * fois par projet dès qu'un petit OG y participe ; l'AMOA marché public en acquisition seulement.
 */
export function complementsDe(
  jeu: JeuDeRegles,
  date: DateCivile,
  { type, essmsPetitsOg }: { readonly type: TypeProjet; readonly essmsPetitsOg: number },
): LigneForfait[] {
  if (essmsPetitsOg === 0) return [];
  const codes: readonly CodeComplement[] =
    type === 'acquisition' ? ['equipement', 'amoa_marche', 'amoa_projet'] : ['equipement', 'amoa_projet'];
  return codes.map((code) => ligneDe(jeu, date, code, code === 'equipement' ? essmsPetitsOg : 1));
}

function ligneDe(jeu: JeuDeRegles, date: DateCivile, code: CodeComplement, quantite: number): LigneForfait {
  const plafond = resoudre<Centimes>(jeu, `complements.${code}`, date);
  return {
    code,
    libelle: LIBELLES[code],
    quantite,
    detail: plafond.connue ? `${quantite} × ${direEuros(plafond.valeur)}` : null,
    montant: plafond.connue ? multiplier(plafond.valeur, quantite) : null,
    raison: plafond.connue ? null : plafond.raison,
    plafond: true,
    provenance: plafond.citation,
  };
}
