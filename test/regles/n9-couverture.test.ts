import { describe, expect, it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot, ET } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';
import { serie } from '../outils/serie.ts';

const DIX = { personnes_accompagnees: 10, personnes_eligibles_projet: 10 };

describe('N9 : une table de détail couvre un ESSMS', () => {
  const cas = serie();

  cas(
    'N9 aucune ligne de la table ne porte son FINESS : non évaluable, jamais zéro',
    (d) => d.actif(),
    (vue) => {
      for (const code of ['projets', 'agenda', 'mssante', 'dmp'] as const) {
        expect(vue.valeur(code)).toBe('non_evaluable');
        expect(vue.avertissements(code)).toMatchObject({ 'table.essms_absent': 1 });
      }
    },
  );
  cas(
    'N9 une ligne retenue de n’importe quelle date suffit : zéro est alors un zéro',
    (d) =>
      d
        .actif()
        .projet({ statut: 'annule' })
        .evenement({ date_debut: '2019-01-01' })
        .message({ date_envoi: '2019-01-01' })
        .alimentation({ date_depot: '2019-01-01' }),
    (vue) => {
      for (const code of ['projets', 'agenda', 'mssante', 'dmp'] as const)
        expect(vue.valeur(code)).toBe('0 / 1');
    },
  );
  cas(
    'N9 un événement annulé, un message reçu, un dépôt en échec couvrent aussi',
    (d) =>
      d.actif().evenement({ statut: 'annule' }).message({ sens: 'recu' }).alimentation({ etat: 'echec' }),
    (vue) => {
      for (const code of ['agenda', 'mssante', 'dmp'] as const) expect(vue.valeur(code)).toBe('0 / 1');
    },
  );
  cas(
    'N9 une ligne écartée pour son dossier couvre',
    (d) =>
      d
        .actif()
        .projet({ id_dossier: 'inconnu' })
        .evenement({ id_dossier: 'inconnu' })
        .alimentation({ id_dossier: 'inconnu' }),
    (vue) => {
      for (const code of ['projets', 'agenda', 'dmp'] as const) expect(vue.valeur(code)).toBe('0 / 1');
    },
  );
  cas(
    'N9 une ligne rejetée ne couvre pas',
    (d) => d.actif().evenement({ date_debut: '2025-02-30' }).projet({ statut: 'zzz' }),
    (vue) => {
      for (const code of ['projets', 'agenda'] as const) expect(vue.valeur(code)).toBe('non_evaluable');
    },
  );
  cas(
    'N9 une ligne écartée pour son dossier fait de activites une table qui couvre (N3)',
    (d) => d.actif('T').dossier({ date_derniere_activite: '2025-10-01' }).activite({ id_dossier: 'inconnu' }),
    (vue) => expect(vue.bornes('dossiers_actifs')).toEqual([50, 50]),
  );
});

describe('N9 : ce que depot.yaml dit couvrir', () => {
  it('N9 `couvre: […]` : l’ESSMS a zéro événement', async () => {
    const vue = (
      await mesurer(
        depot()
          .essms()
          .actif()
          .source('agenda', { couvre: [ET] }),
      )
    ).essms();
    expect(vue.valeur('agenda')).toBe('0 / 1');
    expect(vue.avertissements('agenda')).toEqual({});
  });

  it('N9 `constantes.finess_et` d’un fichier sans ligne couvre son ESSMS', async () => {
    const d = depot()
      .essms()
      .actif()
      .source('agenda', { constantes: { finess_et: ET } })
      .sansColonne('agenda', 'finess_et');
    expect((await mesurer(d)).essms().valeur('agenda')).toBe('0 / 1');
  });

  it('N9 `couvre` d’un FINESS secondaire couvre son ESSMS', async () => {
    const secondaire = finess('secondaire', 0);
    const d = depot()
      .config({ alias_finess: { [secondaire]: ET } })
      .essms()
      .actif()
      .source('agenda', { couvre: [secondaire] });
    expect((await mesurer(d)).essms().valeur('agenda')).toBe('0 / 1');
  });

  it('N9 `couvre` vaut aussi pour activites : plus d’indéterminé', async () => {
    const d = depot()
      .essms()
      .actif('T')
      .dossier({ date_derniere_activite: '2025-10-01' })
      .source('activites', { couvre: [ET] });
    expect((await mesurer(d)).essms().bornes('dossiers_actifs')).toEqual([50, 50]);
  });

  it('N9 `couvre` d’un FINESS hors du périmètre n’ajoute personne', async () => {
    const d = depot()
      .essms()
      .actif()
      .source('agenda', { couvre: [finess('inconnu', 0)] });
    expect((await mesurer(d)).essms().valeur('agenda')).toBe('non_evaluable');
  });
});

describe('N9 : table entière absente', () => {
  it('N9 table absente du dépôt : non évaluable, et N2 se calcule sur les autres traces', async () => {
    const vue = (await mesurer(depot().essms().dossier().projet({ date_maj: '2025-09-15' }))).essms();
    expect(vue.valeur('dossiers_actifs')).toBe('1 / 1');
    for (const code of ['agenda', 'mssante', 'dmp'] as const) {
      expect(vue.valeur(code)).toBe('non_evaluable');
      expect(vue.avertissements(code)).toMatchObject({ 'table.absente': 1 });
    }
  });

  it('N9 un fichier réduit à son en-tête n’est pas une table absente', async () => {
    const vue = (await mesurer(depot().essms().actif().source('agenda'))).essms();
    expect(vue.avertissements('agenda')).toMatchObject({ 'table.essms_absent': 1 });
  });
});

describe('N9 : dossiers ne couvre pas l’ESSMS', () => {
  const cas = serie();

  // Un premier ESSMS donne la table dossiers au dépôt.
  cas(
    'N9 témoin : dossiers couvre celui-ci',
    (d) => d.actif(),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('1 / 1'),
  );
  cas(
    'N9 A, P et G sont inconnus : non évaluables, même avec des effectifs et les autres tables',
    (d) => d.effectif(DIX).projet().evenement().activite(),
    (vue) => {
      for (const code of ['dossiers_actifs', 'projets', 'agenda'] as const) {
        expect(vue.valeur(code)).toBe('non_evaluable');
        expect(vue.avertissements(code)).toEqual({ 'table.essms_absent': 1 });
      }
    },
  );
  cas(
    'N9 E vient des effectifs seulement : mssante s’évalue',
    (d) => d.effectif(DIX).message(),
    (vue) => expect(vue.valeur('mssante')).toBe('1 / 10'),
  );
  cas(
    'N9 B détaillé est inconnu : dmp non évaluable, même avec des effectifs',
    (d) => d.effectif(DIX).alimentation(),
    (vue) => expect(vue.valeur('dmp')).toBe('non_evaluable'),
  );
  cas(
    'N9 des décomptes et des effectifs suffisent à dmp',
    (d) => d.effectif(DIX).decompteDmp({ dossiers_alimentes: 4 }),
    (vue) => expect(vue.valeur('dmp')).toBe('4 / 10'),
  );
  cas(
    'N9 sans dossiers ni effectifs, mssante et dmp non évaluables aussi',
    (d) => d.message().decompteDmp({ dossiers_alimentes: 4 }),
    (vue) => expect([vue.valeur('mssante'), vue.valeur('dmp')]).toEqual(['non_evaluable', 'non_evaluable']),
  );
  cas(
    'N9 sans dossiers, des effectifs sans éligibles ne donnent pas E',
    (d) => d.effectif({ personnes_accompagnees: 10 }).message(),
    (vue) => expect(vue.valeur('mssante')).toBe('non_evaluable'),
  );
  cas(
    'N9 une ligne de dossiers rejetée ne couvre pas l’ESSMS',
    (d) => d.effectif(DIX).dossier({ date_entree: '2025-02-30' }).evenement(),
    (vue) => expect(vue.valeur('agenda')).toBe('non_evaluable'),
  );
});
