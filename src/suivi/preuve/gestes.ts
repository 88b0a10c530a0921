import { ecrireDate } from '../../domaine/date-civile.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { Etat, Resultat } from '../../domaine/resultat.ts';
import type { Blocage, Geste, MesureSuivie, MoisSuivi, Motif } from '../../domaine/suivi.ts';
import { gestesDe } from '../../rapports/indicateurs/gestes.ts';
import type { Ligne } from '../../rapports/indicateurs/lignes.ts';
import { INSECABLE } from '../../rapports/nombres.ts';

/** Un relevé ne garde pas le nom des tables qui manquent : on ne les compte pas. */
const GESTES_SANS_DONNEES: Readonly<Record<string, string>> = {
  'table.absente': "fournir l'export",
  'table.essms_absent': "fournir l'export",
  'decompte.mois_absent': 'compléter les décomptes',
  'declare.mois_absent': 'compléter les déclarés',
  'declare.premiere_mesure': "fournir l'export",
};

const A_ECLAIRCIR: ReadonlySet<Etat> = new Set(['incertain', 'non_evaluable']);

/** Un mois qui retient une série, et ce qui le corrigerait. `membres` : les ESSMS du groupe, ce mois-là. */
export function bloquerPar(
  { mois, motif, resultat }: MesureSuivie,
  colonne: MoisSuivi,
  ligne: Ligne,
  membres: readonly Ligne[],
): Blocage[] {
  if (motif === null) return [];
  const duReleve = gesteDuReleve(motif, colonne);
  if (duReleve !== null) return [{ mois, motif, gestes: [{ geste: duReleve, essms: [] }] }];
  if (resultat === null) return [{ mois, motif, gestes: [] }];
  const gestes = gestesDuResultat(resultat, ligne).map((geste) => ({ geste, essms: [] }));
  const deMembres = gestes.length > 0 ? [] : gestesDesMembres(resultat, membres);
  return [{ mois, motif, gestes: [...gestes, ...deMembres] }];
}

/** Ce qui se règle en refaisant le relevé, pour tous ses chiffres à la fois. */
function gesteDuReleve(motif: Motif, { recu }: MoisSuivi): string | null {
  switch (motif) {
    case 'absent':
      return 'fournir le relevé';
    case 'altere':
      return 'refaire le relevé';
    case 'premiere_mesure_tardive':
      return 'refaire le relevé sur un mois';
    case 'provisoire':
      return recu && `réexporter après le ${ecrireDate(recu.scelle.releve.fenetre.fin)}`;
    default:
      return null;
  }
}

/** Les gestes d'un ESSMS pour plusieurs indicateurs d'un même mois, chacun une fois. */
export function gestesDesResultats(resultats: readonly Resultat[], ligne: Ligne): string[] {
  const sansDonnees = resultats.filter(({ etat }) => etat === 'non_evaluable');
  const chiffres = resultats.filter(({ etat }) => etat !== 'non_evaluable');
  return [
    ...new Set([
      ...gestesDe({ ...ligne, resultats: chiffres }).map((geste) => geste.replaceAll(INSECABLE, ' ')),
      ...sansDonnees.flatMap(({ avertissements }) =>
        avertissements.flatMap(({ code }) => GESTES_SANS_DONNEES[code] ?? []),
      ),
    ]),
  ];
}

function gestesDuResultat(resultat: Resultat, ligne: Ligne): string[] {
  // Un ensemble incertain ou sans données le doit à certains de ses ESSMS : c'est d'eux que vient le geste.
  if (resultat.agregat !== undefined && A_ECLAIRCIR.has(resultat.etat)) return [];
  return gestesDesResultats([resultat], ligne);
}

/** Ce que demandent les ESSMS qui empêchent de conclure, rassemblés par geste. */
function gestesDesMembres({ indicateur }: Resultat, membres: readonly Ligne[]): Geste[] {
  const demandes = membres.flatMap((membre) => {
    const sien = membre.resultats.find((r) => r.indicateur === indicateur && A_ECLAIRCIR.has(r.etat));
    const { identifiant, nom } = membre;
    return sien
      ? gestesDuResultat(sien, membre).map((geste) => ({ geste, essms: { identifiant, nom } }))
      : [];
  });
  return [...grouper(demandes, ({ geste }) => geste)].map(([geste, siennes]) => ({
    geste,
    essms: siennes.map(({ essms }) => essms),
  }));
}
