import { alignerColonnes } from '../alignement.ts';
import { finirBlocs } from '../blocs.ts';
import { ecrireCsv } from '../csv.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { assainir, couper, replier } from '../texte.ts';

/** Un tirage, et ce qu'il permet de dire s'il ne montre aucune fausse pièce. */
export interface RapportTirage {
  readonly graine: number;
  readonly population: number;
  /** Dans l'ordre du tirage. */
  readonly tires: readonly {
    readonly finessEt: string;
    readonly libelle: string;
    readonly soumissions: readonly string[];
  }[];
  /** Le plus grand nombre de fautes qu'un tirage sans faute laisse possible, à 95 chances sur 100. */
  readonly fautesPossibles: number;
  /** En centièmes de pour cent, pour une population sans borne. */
  readonly partSansBorne: number;
}

export function rendreTable(rapport: RapportTirage, { largeur, palette }: Presentation): string {
  const { graine, population, tires } = rapport;
  const titre = `${ecrireEntier(tires.length)} ESSMS tirés parmi ${ecrireEntier(population)}, graine ${graine}`;
  const place = Math.max(20, largeur - 40);
  return finirBlocs([
    [palette.fort(titre)],
    alignerColonnes([
      ['rang', 'FINESS', 'nom', 'soumission'],
      ...tires.map(({ finessEt, libelle, soumissions }, rang) => [
        String(rang + 1),
        finessEt,
        couper(assainir(libelle), Math.ceil(place * 0.6)),
        couper(assainir(soumissions.join(', ')), Math.floor(place * 0.6)),
      ]),
    ]),
    direConfiance(rapport).flatMap((phrase) => replier(phrase, largeur)),
  ]);
}

export function rendreCsv({ tires }: RapportTirage, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    ['rang', 'finess_et', 'libelle', 'soumissions'],
    tires.map(({ finessEt, libelle, soumissions }, rang) => [
      rang + 1,
      finessEt,
      libelle,
      soumissions.join(', '),
    ]),
    excel,
  );
}

/** La confiance en mots, sa règle, et le moyen de refaire le tirage. */
function direConfiance({ population, tires, fautesPossibles, partSansBorne }: RapportTirage): string[] {
  const n = tires.length;
  const part = ecrireCentiemes(Math.ceil((10_000 * (fautesPossibles + 1)) / population));
  const fini =
    n === population
      ? 'Tout est tiré : le contrôle dit tout.'
      : `Si aucune pièce n'est fausse sur ${ecrireEntier(n)}, il y a 95 chances sur 100 que moins de ${accorder(fautesPossibles + 1, 'ESSMS', 'ESSMS')} sur ${ecrireEntier(population)} (${part} %) en aient une.`;
  return [
    fini,
    `Règle : avec K fautes parmi N, un tirage de n n'en montre aucune avec la chance C(N−K, n) ÷ C(N, n) ; à partir de K = ${ecrireEntier(fautesPossibles + 1)} elle est sous 5 %. Pour une population sans borne : 1 − 0,05^(1/n), ${ecrireCentiemes(partSansBorne)} %.`,
    "Tirage : les ESSMS triés par SHA-256 de « graine, saut de ligne, FINESS » ; la même graine et la même liste redonnent le même. Choisissez la graine avant de voir les résultats (une date, un numéro d'arrêté).",
  ];
}

/** « 9,51 » */
function ecrireCentiemes(centiemes: number): string {
  return `${Math.floor(centiemes / 100)},${String(centiemes % 100).padStart(2, '0')}`;
}
