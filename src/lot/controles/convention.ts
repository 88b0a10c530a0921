import type { ConstatLot, Convention } from '../../domaine/lot.ts';
import type { Releve } from '../../domaine/releve.ts';
import { ecrireCible } from '../../rapports/nombres.ts';
import { INDICATEURS } from '../../rapports/vocabulaire.ts';
import { constater, nommerEssms } from './constater.ts';

/** La convention contre le dernier relevé intact : périmètre, cibles, niveau. Ce qu'elle tait ne contredit rien. */
export function controlerConvention(
  soumission: string,
  convention: Convention | null,
  reference: Releve | null,
): ConstatLot[] {
  if (convention === null || reference === null) return [];
  return [
    ...controlerListe(soumission, convention, reference),
    ...controlerCibles(soumission, convention, reference),
    ...controlerNiveau(soumission, convention, reference),
  ];
}

function controlerListe(
  soumission: string,
  { finessEt }: Convention,
  { mois, perimetre }: Releve,
): ConstatLot[] {
  if (finessEt.length === 0) return [];
  const cites = new Set(finessEt);
  const releves = new Set(perimetre.map((un) => un.finessEt));
  const nombres = { essms_convention: cites.size, essms_releve: releves.size };
  const formule = 'FINESS de la convention = FINESS du dernier relevé';
  return [
    ...perimetre
      .filter((un) => !cites.has(un.finessEt))
      .map((un) =>
        constater({
          soumission,
          mois,
          identifiant: un.finessEt,
          code: 'lot.essms_hors_convention',
          message: `${nommerEssms(un)} : au relevé, pas à la convention`,
          formule,
          nombres,
        }),
      ),
    ...[...cites]
      .filter((cite) => !releves.has(cite))
      .sort()
      .map((identifiant) =>
        constater({
          soumission,
          mois,
          identifiant,
          code: 'lot.essms_absent',
          message: `${identifiant} : à la convention, pas au relevé`,
          formule,
          nombres,
        }),
      ),
  ];
}

function controlerCibles(soumission: string, { cibles }: Convention, reference: Releve): ConstatLot[] {
  return cibles.flatMap(({ indicateur, valeur }) => {
    const jugee = reference.cibles.find((une) => une.indicateur === indicateur)?.valeur;
    if (jugee === undefined || jugee === valeur) return [];
    return [
      constater({
        soumission,
        mois: reference.mois,
        identifiant: 'grappe',
        indicateur,
        code: 'lot.cible_differente',
        message: `${INDICATEURS[indicateur].court} : jugé sur ${ecrireCible(jugee)} %, la convention dit ${ecrireCible(valeur)} %`,
        formule: 'cible du relevé = cible de la convention',
        nombres: { cible_releve: jugee, cible_convention: valeur },
      }),
    ];
  });
}

function controlerNiveau(soumission: string, { niveauPreuve }: Convention, reference: Releve): ConstatLot[] {
  const dit = reference.grappe.niveauPreuve;
  if (niveauPreuve === null || dit === null || dit === niveauPreuve) return [];
  return [
    constater({
      soumission,
      mois: reference.mois,
      identifiant: 'grappe',
      code: 'lot.niveau_different',
      message: `le relevé dit « ${dit} », la convention « ${niveauPreuve} »`,
      formule: 'niveau qui fait foi du relevé = celui de la convention',
      nombres: { niveau_releve: dit, niveau_convention: niveauPreuve },
    }),
  ];
}
