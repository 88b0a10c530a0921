import type { ComptesExtraits, ExtraitEssms } from '../../domaine/extrait-lot.ts';
import type { TypeProjet } from '../../domaine/financement/commun.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { Soumission } from '../../domaine/lot.ts';
import type { Suivi } from '../../domaine/suivi.ts';
import { lireTypeProjet } from '../../financement/type-projet.ts';
import { chiffreDe, type EssmsDuMois, lireMoisRetenus, tousLesEssms } from './mois-lus.ts';

/** Ce que les contrôles entre soumissions gardent d'une soumission : ses relevés peuvent ensuite être oubliés. */
export function extraire(
  { nom, convention }: Pick<Soumission, 'nom' | 'convention'>,
  suivi: Suivi,
): ExtraitEssms[] {
  const parEssms = grouper(tousLesEssms(lireMoisRetenus(suivi)), ({ essms }) => essms.finessEt);
  const cites = (convention?.finessEt ?? []).filter((finessEt) => !parEssms.has(finessEt));
  return [
    ...[...parEssms].map(
      ([finessEt, mois]): ExtraitEssms => ({
        soumission: nom,
        finessEt,
        libelle: mois.at(-1)?.essms.libelle ?? '',
        dans: 'releve',
        typesProjet: typesDe(mois),
        comptes: mois.flatMap((un) => comptesDe(un) ?? []),
      }),
    ),
    ...[...new Set(cites)].map(
      (finessEt): ExtraitEssms => ({
        soumission: nom,
        finessEt,
        libelle: '',
        dans: 'convention',
        typesProjet: [],
        comptes: [],
      }),
    ),
  ];
}

function typesDe(mois: readonly EssmsDuMois[]): TypeProjet[] {
  const lus = mois.flatMap(({ essms }) => lireTypeProjet(essms.typeProjet ?? '') ?? []);
  return [...new Set(lus)].sort();
}

function comptesDe(un: EssmsDuMois): ComptesExtraits | null {
  const [actifs, mss, dmp] = [
    chiffreDe(un, 'dossiers_actifs'),
    chiffreDe(un, 'mssante'),
    chiffreDe(un, 'dmp'),
  ];
  if (actifs === null || mss === null || dmp === null) return null;
  return {
    mois: un.mois,
    personnes: actifs.denominateur,
    actifs: actifs.numerateur,
    messages: mss.numerateur,
    dmp: dmp.numerateur,
  };
}
