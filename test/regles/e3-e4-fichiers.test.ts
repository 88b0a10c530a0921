import { describe, expect, it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot, EJ, ET } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';

const DIX = { personnes_accompagnees: 10, personnes_eligibles_projet: 10 };

describe('E3 : clé en double', () => {
  it('E3 deux lignes d’essms pour un finess_et : la seconde est rejetée', async () => {
    const d = depot().essms(ET, { raison_sociale: 'Une' }).essms(ET, { raison_sociale: 'Deux' }).actif();
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual(['essms_0.csv:3:- ligne.cle_en_double']);
    expect(mesure.compte('essms_0.csv')).toBe('2 = 1 + 1 + 0');
    expect(mesure.essms().resultat('dossiers_actifs').libelle).toBe('Une');
    expect(mesure.essms().indicateurs).toHaveLength(5);
  });

  it('E3 deux effectifs pour la même clé (FINESS, mois, période) : le premier compte', async () => {
    const d = depot()
      .essms()
      .actif()
      .effectif({ personnes_accompagnees: 4, periode: '' })
      .effectif({ personnes_accompagnees: 9, periode: 'mois' })
      .effectif({ personnes_accompagnees: 9, periode: 'trimestre' })
      .effectif({ personnes_accompagnees: 9, mois: '2025-08' });
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual(['effectifs_0.csv:3:- ligne.cle_en_double']);
    expect(mesure.essms().valeur('dossiers_actifs')).toBe('1 / 4');
  });

  it('E3 deux décomptes du même mois : le premier compte, même dans deux fichiers', async () => {
    const d = depot()
      .essms()
      .effectif(DIX)
      .source('mss_decomptes', {}, 'un.csv')
      .decompteMss({ messages_usagers: 3 })
      .source('mss_decomptes', {}, 'deux.csv')
      .decompteMss({ messages_usagers: 5 })
      .decompteDmp({ dossiers_alimentes: 2 })
      .decompteDmp({ dossiers_alimentes: 7 });
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual([
      'deux.csv:2:- ligne.cle_en_double',
      'dmp_decomptes_0.csv:3:- ligne.cle_en_double',
    ]);
    expect([mesure.essms().valeur('mssante'), mesure.essms().valeur('dmp')]).toEqual(['3 / 10', '2 / 10']);
  });

  it('E3 la clé est celle d’avant alias_finess : deux sites ne sont pas un doublon', async () => {
    const secondaire = finess('secondaire', 0);
    const d = depot()
      .config({ alias_finess: { [secondaire]: ET } })
      .essms()
      .actif()
      .effectif({ personnes_accompagnees: 4 })
      .pour(secondaire)
      .effectif({ personnes_accompagnees: 2 });
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual([]);
    expect(mesure.essms().valeur('dossiers_actifs')).toBe('1 / 6');
  });

  it('E3 une ligne rejetée pour autre chose ne fait pas de doublon', async () => {
    const d = depot()
      .essms()
      .actif()
      .effectif({ personnes_accompagnees: 'x' })
      .effectif({ personnes_accompagnees: 4 });
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual([
      'effectifs_0.csv:2:personnes_accompagnees champ.nombre_invalide « x »',
    ]);
    expect(mesure.essms().valeur('dossiers_actifs')).toBe('1 / 4');
  });

  it('E3 deux lignes de dossiers de même clé sont deux séjours, jamais un doublon', async () => {
    const mesure = await mesurer(depot().essms().actif().actif());
    expect(mesure.compte('dossiers_0.csv')).toBe('2 = 2 + 0 + 0');
  });
});

describe('E4 : fichier refusé', () => {
  const avec = (options: object, ...lignes: string[]) => {
    const d = depot()
      .essms()
      .source('dossiers', { ...options }, 'd.csv');
    for (const ligne of [`${ET};A;2020-01-01;;`, ...lignes]) d.brute('dossiers', ligne);
    return mesurer(d);
  };

  it('E4 guillemet jamais refermé : fichier refusé, avec la ligne où il s’ouvre', async () => {
    const mesure = await avec({}, `${ET};"B;2020-01-01;;`, `${ET};C;2020-01-01;;`);
    expect(mesure.refus).toBe(true);
    expect(mesure.anomalies).toEqual(['d.csv:3:- fichier.guillemet_non_referme']);
    expect(mesure.rapport.resultats).toEqual([]);
  });

  it('E4 guillemet mal formé englobant plusieurs lignes physiques : fichier refusé', async () => {
    const mesure = await avec({}, `${ET};"B`, 'b"x;2020-01-01;;');
    expect(mesure.refus).toBe(true);
    expect(mesure.anomalies).toEqual(['d.csv:3:- fichier.guillemet_multiligne']);
    expect(mesure.rapport.resultats).toEqual([]);
  });

  it('E4 `guillemets: non` lit les mêmes lignes sans guillemets', async () => {
    const mesure = await avec({ guillemets: 'non' }, `${ET};"B;2020-01-01;;`, `${ET};C"c;2020-01-01;;`);
    expect(mesure.refus).toBe(false);
    expect(mesure.compte('d.csv')).toBe('3 = 3 + 0 + 0');
  });
});

describe('clés de FINESS', () => {
  it('E1 clé fausse : erreur dans essms, avertissement ailleurs, et la ligne est gardée', async () => {
    const d = depot().essms('630781220').actif();
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual([
      'essms_0.csv:2:finess_et finess.cle « 630781220 »',
      'dossiers_0.csv:2:finess_et finess.cle « 630781220 »',
    ]);
    expect(mesure.rapport.anomalies).toMatchObject({ erreurs: 1, avertissements: 1 });
    expect(mesure.essms('630781220').valeur('dossiers_actifs')).toBe('1 / 1');
  });

  it('E1 un FINESS gestionnaire de format faux rejette la ligne d’essms', async () => {
    const d = depot()
      .essms()
      .actif()
      .ligne('essms', { finess_et: '630000016', finess_ej: `${EJ}0` });
    expect((await mesurer(d)).anomalies).toEqual([`essms_0.csv:3:finess_ej finess.format « ${EJ}0 »`]);
  });
});
