import { direEuros } from '../domaine/financement/commun.ts';
import type { Heures, LigneForfait } from '../domaine/financement/forfaits.ts';
import type { Resolution } from '../regles/resolution.ts';
import { type Degressivite, type Rangs, repartir } from './lectures.ts';
import { auProrata, type LigneTarifee, montantDesRangs, type Tarif } from './tarifs.ts';

const LIBELLES: Readonly<Record<LigneTarifee['code'], string>> = {
  amorcage: 'Amorçage',
  usages: 'Usages',
  logiciel: 'Logiciel',
};

interface Projet {
  readonly essms: number;
  readonly seuil: Resolution<number>;
  readonly degressivite: Resolution<Degressivite>;
  readonly heures: Heures | null;
}

/** Une ligne payée par ESSMS ; sans tarif ou sans rangs connus, elle n'a pas de montant et dit pourquoi. */
export function ligneParEssms({ code, tarif }: LigneTarifee, projet: Projet): LigneForfait {
  const commune = { code, libelle: LIBELLES[code], plafond: false, provenance: tarif.citation };
  const inconnue = (raison: string): LigneForfait => ({
    ...commune,
    quantite: projet.essms,
    detail: null,
    montant: null,
    raison,
  });
  if (!tarif.connue) return inconnue(tarif.raison);
  const rangs = rangsDe(tarif.valeur, projet);
  if (typeof rangs === 'string') return inconnue(rangs);
  const applique = auProrata(tarif.valeur, projet.heures);
  return {
    ...commune,
    quantite: rangs.pleins + rangs.reduits,
    detail: detailler(applique, rangs),
    montant: montantDesRangs(applique, rangs),
    raison: null,
  };
}

/** Les rangs, ou la raison pour laquelle ils sont inconnus. Un tarif sans réduction n'a pas besoin de seuil. */
function rangsDe({ plein, reduit }: Tarif, { essms, seuil, degressivite }: Projet): Rangs | string {
  if (plein === reduit) return { pleins: essms, reduits: 0 };
  if (!seuil.connue) return seuil.raison;
  if (essms < seuil.valeur) return { pleins: essms, reduits: 0 };
  return degressivite.connue ? repartir(essms, seuil.valeur, degressivite.valeur) : degressivite.raison;
}

/** « 49 × 7 000 € + 14 × 2 000 € » */
function detailler({ plein, reduit }: Tarif, { pleins, reduits }: Rangs): string {
  const parts = [[pleins, plein] as const, [reduits, reduit] as const].filter(([nombre]) => nombre > 0);
  return parts.map(([nombre, montant]) => `${nombre} × ${direEuros(montant)}`).join(' + ');
}
