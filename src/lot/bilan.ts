import { grouper } from '../domaine/grouper.ts';
import type { BilanSoumission, EssmsLot, MesureLot, Soumission } from '../domaine/lot.ts';
import type { Releve } from '../domaine/releve.ts';
import { CODES_INDICATEURS, type Resultat } from '../domaine/resultat.ts';
import { preuveFaite, type ReleveRecu, type Suivi } from '../domaine/suivi.ts';
import { retenusDe } from './retenus.ts';

type Juge = Pick<BilanSoumission, 'constats' | 'extraits' | 'proposition'>;

/** Ce que le lot garde d'une soumission, une fois contrôlée : ses relevés peuvent être oubliés. */
export function dresserBilan(
  { nom, nature, convention }: Soumission,
  suivi: Suivi,
  juge: Juge,
): BilanSoumission {
  const { reference } = suivi;
  const retenus = retenusDe(suivi).map(({ scelle }) => scelle.releve);
  const niveau = convention?.niveauPreuve ?? suivi.niveauPreuve;
  return {
    nom,
    nature,
    grappe: reference?.grappe ?? null,
    convention,
    releves: decrireReleves(suivi),
    preuve: { niveau, faite: preuveFaite({ ...suivi, niveauPreuve: niveau }, ['essms', 'og', 'grappe']) },
    ensemble: retenus.map((releve) => ({
      mois: releve.mois,
      mesures: mesurer(releve.resultats.filter((un) => un.niveau === 'grappe')),
    })),
    essms: derniers(retenus.flatMap(decrireEssms)),
    anomalies: reference?.anomalies ?? { erreurs: 0, avertissements: 0, parCode: {} },
    ...juge,
  };
}

function derniers(essms: readonly EssmsLot[]): EssmsLot[] {
  return [...new Map(essms.map((un) => [un.finessEt, un])).values()];
}

function decrireReleves({ mois, remplaces }: Suivi): BilanSoumission['releves'] {
  const decrire = (
    { fichier, scelle: { releve, empreinte } }: ReleveRecu,
    etat: BilanSoumission['releves'][number]['etat'],
  ) => ({
    fichier,
    mois: releve.mois,
    dateReference: releve.dateReference,
    empreinte,
    etat,
    version: releve.outil.version,
    regles: releve.outil.regles,
  });
  return [
    ...mois.flatMap(({ recu, etat }) =>
      recu === null ? [] : decrire(recu, etat === 'altere' ? 'altere' : 'retenu'),
    ),
    ...remplaces.map((recu) => decrire(recu, recu.intact ? 'remplace' : 'altere')),
  ].sort((a, b) => (a.mois === b.mois ? comparer(a.fichier, b.fichier) : comparer(a.mois, b.mois)));
}

function comparer(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function decrireEssms({ mois, perimetre, resultats }: Releve): EssmsLot[] {
  const parEssms = grouper(
    resultats.filter(({ niveau }) => niveau === 'essms'),
    ({ identifiant }) => identifiant,
  );
  return perimetre.map(
    ({ finessEt, finessEj, libelle, secteur, departement, typeProjet, logiciel }): EssmsLot => ({
      mois,
      finessEt,
      finessEj,
      libelle,
      secteur,
      departement,
      typeProjet,
      logiciel,
      mesures: mesurer(parEssms.get(finessEt) ?? []),
    }),
  );
}

/** Dans l'ordre de `CODES_INDICATEURS`. */
function mesurer(resultats: readonly Resultat[]): (MesureLot | null)[] {
  return CODES_INDICATEURS.map((indicateur) => {
    const resultat = resultats.find((un) => un.indicateur === indicateur);
    if (resultat === undefined) return null;
    const { etat, numerateur, denominateur, taux } = resultat;
    return { etat, numerateur, denominateur, taux };
  });
}
