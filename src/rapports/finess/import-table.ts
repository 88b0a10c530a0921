import { ecrireDate } from '../../domaine/date-civile.ts';
import { AGREGATS_ESSMS, type FichierImporte, type RapportImport } from '../../domaine/finess/import.ts';
import { alignerColonnes } from '../alignement.ts';
import { finirBlocs } from '../blocs.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import type { Presentation } from '../presentation.ts';
import { assainir, couper, replier } from '../texte.ts';

const NOMS: Readonly<Record<(typeof AGREGATS_ESSMS)[number], string>> = {
  '41': 'enfance handicapée',
  '43': 'adultes handicapés',
  '44': 'personnes âgées',
  '45': "protection de l'enfance",
  '46': 'autres (domicile, addictologie, hébergement…)',
};

/** Assez pour reconnaître un fichier, et garder la rangée sur une ligne. */
const NOM_MAXIMUM = 24;

/** Ce que l'index contient, puis d'où il vient. */
export function rendre(rapport: RapportImport, { largeur, palette }: Presentation): string {
  const { etablissements, ouverts, entitesJuridiques, clesInvalides, parAgregat, fichiers } = rapport;
  const titre = `${accorder(etablissements, 'établissement')} (${accorder(ouverts, 'ouvert')}), ${accorder(entitesJuridiques, 'entité juridique', 'entités juridiques')}`;
  const cles =
    clesInvalides === 0
      ? 'Toutes les clés FINESS sont justes.'
      : `${accorder(clesInvalides, 'numéro')} à la clé fausse, dans le fichier même.`;
  return finirBlocs([
    [palette.fort(titre), ...replier(cles, largeur)],
    alignerColonnes(
      [
        ['agrégat', 'ouverts', ''],
        ...AGREGATS_ESSMS.map((code) => [`${code}xx`, ecrireEntier(parAgregat[code]), NOMS[code]]),
      ],
      new Set([1]),
    ),
    alignerColonnes(
      [
        ['fichier', 'format', 'du', 'lus =', 'établ. +', 'EJ +', 'sans emploi +', 'rejetés'],
        ...fichiers.map(rangeeDe),
      ],
      new Set([3, 4, 5, 6, 7]),
    ),
    [palette.discret(direDoublons(rapport))].filter((phrase) => phrase !== ''),
  ]);
}

function rangeeDe(fichier: FichierImporte): string[] {
  const { dateExtraction } = fichier;
  return [
    couper(assainir(fichier.fichier), NOM_MAXIMUM),
    fichier.format,
    dateExtraction === null ? '?' : ecrireDate(dateExtraction),
    `${ecrireEntier(fichier.enregistrements)} =`,
    `${ecrireEntier(fichier.etablissements)} +`,
    `${ecrireEntier(fichier.entites)} +`,
    `${ecrireEntier(fichier.ignores)} +`,
    ecrireEntier(fichier.rejets),
  ];
}

function direDoublons({ etablissements, fichiers }: RapportImport): string {
  const lus = fichiers.reduce((somme, fichier) => somme + fichier.etablissements, 0);
  if (lus === etablissements) return '';
  return `${accorder(lus - etablissements, 'établissement')} lus deux fois : l'extraction la plus récente l'emporte.`;
}
