import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifierDepot } from '../../src/controles/verifier.ts';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import { depot, ET, type OptionsSource } from '../outils/depot.ts';
import { type Mesure, mesurer } from '../outils/mesure.ts';

/** Des lignes de `dossiers` écrites telles quelles ; l'en-tête est la ligne 1, la première est à la ligne 2. */
function dossiers(...lignes: string[]) {
  return avecOptions({}, ...lignes);
}
function avecOptions(options: OptionsSource, ...lignes: string[]) {
  const d = depot().essms().source('dossiers', options, 'd.csv');
  for (const ligne of lignes) d.brute('dossiers', ligne);
  return d;
}
const BONNE = `${ET};A;2020-01-01;;2025-09-15`;

describe('E1 : ligne rejetée, localisée', () => {
  const cas: readonly (readonly [quoi: string, ligne: string, anomalie: string])[] = [
    ['date impossible', `${ET};B;2025-02-30;;`, 'date_entree champ.date_invalide « 2025-02-30 »'],
    ['date d’un autre format', `${ET};B;01/02/2025;;`, 'date_entree champ.date_autre_format « 01/02/2025 »'],
    ['année hors de 1900-2200', `${ET};B;1899-12-31;;`, 'date_entree champ.date_invalide « 1899-12-31 »'],
    ['texte au lieu d’une date', `${ET};B;à définir;;`, 'date_entree champ.date_invalide « à définir »'],
    ['colonnes en trop', `${ET};B;2020-01-01;;;;`, '- ligne.colonnes_en_trop'],
    ['une colonne en trop', `${ET};B;2020-01-01;;;`, '- ligne.colonnes_en_trop'],
    ['colonnes en moins', `${ET};B;2020-01-01`, '- ligne.colonnes_manquantes'],
    ['une colonne en moins', `${ET};B;2020-01-01;`, '- ligne.colonnes_manquantes'],
    ['guillemet mal formé sur une ligne physique', `${ET};"B"x;2020-01-01;;`, '- ligne.guillemet_mal_forme'],
    ['guillemet au milieu d’une valeur', `${ET};B"b;2020-01-01;;`, '- ligne.guillemet_mal_forme'],
    ['valeur obligatoire vide', `${ET};;2020-01-01;;`, 'id_dossier champ.vide «  »'],
    ['FINESS vide', ';B;2020-01-01;;', 'finess_et champ.vide «  »'],
    ['FINESS au zéro de tête perdu', '10780123;B;2020-01-01;;', 'finess_et finess.format « 10780123 »'],
    ['FINESS en notation scientifique', '6,3E+08;B;2020-01-01;;', 'finess_et finess.format « 6,3E+08 »'],
    [
      'en-tête répété au milieu',
      'finess_et;id_dossier;date_entree;date_sortie;date_derniere_activite',
      '- ligne.entete_repete',
    ],
    ['octet nul', `${ET};B\0;2020-01-01;;`, '- ligne.octet_nul'],
    ['plus d’un mégaoctet', `${ET};${'B'.repeat(1 << 20)};2020-01-01;;`, '- ligne.trop_longue'],
  ];

  // Un seul dépôt, un fichier par cas : la chaîne ne tourne qu'une fois.
  const tous = depot().essms();
  for (const [rang, [, ligne]] of cas.entries()) {
    tous.source('dossiers', {}, `${rang}.csv`);
    for (const une of [BONNE, ligne, `${ET};C;2020-01-01;;`]) tous.brute('dossiers', une);
  }
  let lecture: Promise<Mesure> | undefined;

  for (const [rang, [quoi, , anomalie]] of cas.entries()) {
    it(`E1 ${quoi} : une erreur, et une ligne rejetée`, async () => {
      lecture ??= mesurer(tous);
      const mesure = await lecture;
      const siennes = mesure.anomalies.filter((une) => une.startsWith(`${rang}.csv:`));
      expect(siennes).toEqual([`${rang}.csv:3:${anomalie}`]);
      expect(mesure.compte(`${rang}.csv`)).toBe('3 = 2 + 1 + 0');
    });
  }

  it('E1 chaque rejet est une erreur, et aucun fichier n’est refusé', async () => {
    lecture ??= mesurer(tous);
    const mesure = await lecture;
    expect(mesure.rapport.anomalies).toMatchObject({ erreurs: cas.length, avertissements: 0 });
    expect(mesure.refus).toBe(false);
  });
});

describe('E1 : autres champs illisibles', () => {
  it('E1 code inconnu d’une liste fermée, oui/non, mois et nombre illisibles', async () => {
    const d = depot()
      .essms(ET, { places: '12 lits', eligible_sons: 'oui' })
      .essms('630000016', { eligible_sons: 'peut-être' })
      .essms()
      .actif()
      .source('projets', {}, 'p.csv')
      .projet({ statut: 'PPA 2' })
      .source('effectifs', {}, 'e.csv')
      .effectif({ mois: 'septembre' })
      .effectif({ personnes_accompagnees: '93,5 %' })
      .effectif({ personnes_accompagnees: '-' });
    expect((await mesurer(d)).anomalies).toEqual([
      'essms_0.csv:2:places champ.nombre_invalide « 12 lits »',
      'essms_0.csv:3:eligible_sons champ.booleen_invalide « peut-être »',
      'e.csv:2:mois champ.mois_invalide « septembre »',
      'e.csv:3:personnes_accompagnees champ.nombre_invalide « 93,5 % »',
      'e.csv:4:personnes_accompagnees champ.nombre_invalide « - »',
      'p.csv:2:statut champ.code_inconnu « PPA 2 »',
    ]);
  });

  it('E1 dans une table agrégée aussi, la ligne physique est dite', async () => {
    const d = depot().essms().actif().source('agenda', {}, 'a.csv');
    d.evenement().evenement({ date_debut: '31/09/2025' }).evenement({ statut: 'zzz' }).evenement();
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual([
      'a.csv:3:date_debut champ.date_invalide « 31/09/2025 »',
      'a.csv:4:statut champ.code_inconnu « zzz »',
    ]);
    expect(mesure.compte('a.csv')).toBe('4 = 2 + 2 + 0');
  });

  it('E1 00/00/0000 vaut vide, avec un avertissement : la ligne est gardée', async () => {
    const mesure = await mesurer(dossiers(BONNE, `${ET};B;2020-01-01;0000-00-00;`));
    expect(mesure.anomalies).toEqual(['d.csv:3:date_sortie champ.date_nulle']);
    expect(mesure.rapport.anomalies).toMatchObject({ erreurs: 0, avertissements: 1 });
    expect(mesure.compte('d.csv')).toBe('2 = 2 + 0 + 0');
  });
});

describe('E1 : lignes lues', () => {
  it('E1 une ligne est un enregistrement : deux lignes physiques entre guillemets n’en font qu’une', async () => {
    const mesure = await mesurer(dossiers(BONNE, `${ET};"B\nb";2020-01-01;;`, `${ET};C;2025-02-30;;`));
    expect(mesure.compte('d.csv')).toBe('3 = 2 + 1 + 0');
    expect(mesure.anomalies).toEqual(['d.csv:5:date_entree champ.date_invalide « 2025-02-30 »']);
  });

  it('E1 les lignes faites d’espaces et de séparateurs ne sont pas des lignes lues', async () => {
    const mesure = await mesurer(dossiers(BONNE, '', ';;;;', '  ;\t; ;;', `${ET};C;2025-02-30;;`));
    expect(mesure.compte('d.csv')).toBe('2 = 1 + 1 + 0');
    expect(mesure.anomalies).toEqual(['d.csv:6:date_entree champ.date_invalide « 2025-02-30 »']);
  });

  it('E1 l’en-tête seul : aucune ligne lue, un avertissement', async () => {
    const mesure = await mesurer(dossiers());
    expect(mesure.compte('d.csv')).toBe('0 = 0 + 0 + 0');
    expect(mesure.anomalies).toEqual(['d.csv:-:- fichier.sans_ligne']);
  });

  it('E1 la fin ignorée n’est pas lue', async () => {
    const d = avecOptions({ lignes_ignorees: { debut: 0, fin: 2 } }, BONNE, 'Total;1;;;', 'Édité le 02/10');
    const mesure = await mesurer(d);
    expect(mesure.compte('d.csv')).toBe('1 = 1 + 0 + 0');
    expect(mesure.anomalies).toEqual([]);
  });

  it('E1 le préambule n’est pas lu, et les lignes physiques le comptent', async () => {
    // La première ligne écrite est l'en-tête du constructeur : ici, elle tient lieu de titre.
    const d = avecOptions(
      { lignes_ignorees: { debut: 2, fin: 0 } },
      'Édité le 02/10/2025',
      'finess_et;id_dossier;date_entree',
      `${ET};A;2020-01-01`,
      `${ET};B;2025-02-30`,
    );
    const mesure = await mesurer(d);
    expect(mesure.compte('d.csv')).toBe('2 = 1 + 1 + 0');
    expect(mesure.anomalies).toEqual(['d.csv:5:date_entree champ.date_invalide « 2025-02-30 »']);
  });

  it('E1 les rejets ne dépendent ni du mois, ni de la période, ni de la commande', async () => {
    const d = dossiers(BONNE, `${ET};B;2025-02-30;;`, `${ET};C;;`);
    d.evenement({ date_debut: 'x' }).evenement({ date_debut: '2031-01-01' });
    const lu = (await mesurer(d)).rapport;
    const autre = (await mesurer(d, { mois: '2021-03', premiereMesure: true })).rapport;
    const dossier = d.ecrire();
    const verifie = await verifierDepot({
      depot: dossier,
      dateReference: '2026-01-05' as DateCivile,
      maxAnomalies: 1000,
    }).finally(() => rmSync(dossier, { recursive: true, force: true }));
    expect(lu.anomalies.erreurs).toBe(3);
    expect(autre.anomalies).toEqual(lu.anomalies);
    expect(verifie.rapport.anomalies).toEqual(lu.anomalies);
    expect(verifie.rapport.sources).toEqual(lu.sources);
  });
});
