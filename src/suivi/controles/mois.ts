import type { Constat } from '../../domaine/anomalie.ts';
import { nommerMois } from '../../domaine/date-civile.ts';
import type { MoisSuivi, ReleveRecu, Suivi } from '../../domaine/suivi.ts';
import { accorder } from '../../rapports/nombres.ts';

/** Mois par mois : altéré, double, absent, provisoire, première mesure tardive. */
export function controlerMois({ mois, remplaces }: Pick<Suivi, 'mois' | 'remplaces'>): Constat[] {
  return [
    ...mois.flatMap(controlerColonne),
    ...remplaces.filter(({ intact }) => !intact).map(direAltere),
    ...remplaces.map((remplace) => direDouble(remplace, mois)),
  ];
}

function controlerColonne({ mois, etat, recu, premiereMesure }: MoisSuivi): Constat[] {
  if (recu === null) {
    return [
      { code: 'releve.mois_absent', message: `${nommerMois(mois)} : aucun relevé, les séries s'y rompent` },
    ];
  }
  if (etat === 'altere') return [direAltere(recu)];
  return [...(premiereMesure === 'tardive' ? [direTardive(recu)] : []), ...direProvisoire(recu)];
}

function direAltere({ fichier, scelle: { releve } }: ReleveRecu): Constat {
  return {
    code: 'releve.altere',
    fichier,
    message: `${nommerMois(releve.mois)} : l'empreinte n'est pas celle du contenu ; ce mois n'est pas probant`,
  };
}

function direDouble({ fichier, scelle: { releve } }: ReleveRecu, mois: readonly MoisSuivi[]): Constat {
  const retenu = mois.find((un) => un.mois === releve.mois)?.recu?.fichier ?? '';
  return {
    code: 'releve.mois_double',
    fichier,
    message: `${nommerMois(releve.mois)} a deux relevés : ${retenu} est retenu, celui-ci est écarté`,
  };
}

function direTardive({ fichier, scelle: { releve } }: ReleveRecu): Constat {
  return {
    code: 'releve.premiere_mesure',
    fichier,
    message: `${nommerMois(releve.mois)} : première mesure sur trois mois alors qu'un relevé la précède ; elle ne compte pas`,
  };
}

function direProvisoire({ fichier, scelle: { releve } }: ReleveRecu): Constat[] {
  const provisoires = new Set(
    releve.resultats
      .filter(({ niveau, provisoire }) => niveau === 'essms' && provisoire)
      .map(({ identifiant }) => identifiant),
  );
  if (provisoires.size === 0) return [];
  return [
    {
      code: 'releve.provisoire',
      fichier,
      message: `${nommerMois(releve.mois)} : ${accorder(provisoires.size, 'ESSMS', 'ESSMS')} sur ${releve.perimetre.length} ${provisoires.size > 1 ? 'mesurés' : 'mesuré'} avant la fin du mois`,
    },
  ];
}
