import type { Constat } from '../../domaine/anomalie.ts';
import type { CodeAnomalie } from '../../domaine/catalogue.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import type { ReleveRecu, Suivi } from '../../domaine/suivi.ts';
import { constaterSuite } from '../../suivi/suivre.ts';
import { constater } from './constater.ts';

const FORMULES: Readonly<Partial<Record<CodeAnomalie, string>>> = {
  'releve.altere':
    'SHA-256 du contenu = empreinte écrite (un déclarant peut la recalculer : elle ne prouve aucune honnêteté)',
  'releve.mois_double': 'un relevé par mois',
  'releve.mois_absent': 'un relevé par mois',
  'releve.provisoire': 'exports postérieurs à la fin du mois (D4)',
  'releve.premiere_mesure': 'une première mesure ouvre le suivi (S1)',
  'releve.definitions_melees': 'mêmes définitions aux trois derniers mois',
  'releve.cibles_melees': 'mêmes cibles aux trois derniers mois',
  'releve.regles_melees': 'mêmes règles aux trois derniers mois',
  'releve.niveau_preuve': 'même niveau qui fait foi aux trois derniers mois',
  'releve.autre_grappe': 'mêmes porteur et nom de grappe, un ESSMS commun au moins',
  'releve.perimetre_change': "mêmes ESSMS d'un mois à l'autre",
  'releve.essms_change_og': "même organisme d'un mois à l'autre",
};

/** Ce que le suivi constate des relevés pris ensemble : altérés, absents, mêlés, périmètre qui change. */
export function controlerSuite(soumission: string, suivi: Suivi): ConstatLot[] {
  const recus = new Map<string | null, ReleveRecu>(
    [...suivi.mois.flatMap(({ recu }) => recu ?? []), ...suivi.remplaces].map((recu) => [recu.fichier, recu]),
  );
  return constaterSuite(suivi).map(({ code, message, fichier = null }: Constat) =>
    constater({
      soumission,
      code,
      mois: recus.get(fichier)?.scelle.releve.mois ?? null,
      identifiant: 'grappe',
      message,
      formule: FORMULES[code] ?? '',
      nombres: fichier === null ? {} : { fichier },
    }),
  );
}
