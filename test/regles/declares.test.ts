import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Recueil } from '../../src/domaine/anomalie.ts';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';
import { NIVEAUX } from '../../src/domaine/resultat.ts';
import { calculerDepot } from '../../src/indicateurs/calculer.ts';
import { avecDepot } from '../../src/lecture/charger.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { finess } from '../aleatoire/finess.ts';
import { type ConstructeurDepot, depot, ET } from '../outils/depot.ts';
import { mesurer, type Vue } from '../outils/mesure.ts';
import { serie } from '../outils/serie.ts';

function actifs(numerateur: number, denominateur: number) {
  return { indicateur: 'dossiers_actifs', numerateur, denominateur };
}

function message(vue: Vue, indicateur: Parameters<Vue['resultat']>[0], code: string): string | undefined {
  return vue.resultat(indicateur).avertissements.find((a) => a.code === code)?.message;
}

describe('declares seule : l’indicateur est déclaré', () => {
  const cas = serie();

  cas(
    'le couple déclaré fait la valeur et les bornes, et le résultat le dit',
    (d) => d.declare(actifs(45, 50)),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('45 / 50');
      expect(vue.bornes('dossiers_actifs')).toEqual([90, 90]);
      expect(vue.resultat('dossiers_actifs').etat).toBe('atteint');
      expect(vue.avertissements('dossiers_actifs')).toEqual({ 'declare.seul': 1 });
      expect(message(vue, 'dossiers_actifs', 'declare.seul')).toBe(
        "déclaré, non calculé : un tableau de bord ne se vérifie pas ; ajoutez l'export « dossiers »",
      );
    },
  );
  cas(
    'P4 les effectifs gardent le dénominateur, et la contradiction est dite',
    (d) => d.effectif({ personnes_accompagnees: 60 }).declare(actifs(45, 50)),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('45 / 60');
      expect(vue.avertissements('dossiers_actifs')).toEqual({ 'declare.seul': 1, 'declare.denominateur': 1 });
    },
  );
  cas(
    'P4 des effectifs plus petits ne flattent pas : le plus grand dénominateur borne en bas',
    (d) => d.effectif({ personnes_accompagnees: 40 }).declare(actifs(38, 50)),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('38 / 40');
      expect(vue.bornes('dossiers_actifs')).toEqual([76, 95]);
      expect(vue.resultat('dossiers_actifs').etat).toBe('incertain');
    },
  );
  cas(
    'projets garde le couple de l’éditeur, borné par les actifs que les dossiers comptent',
    (d) => d.actif('A').actif('B').declare({ indicateur: 'projets', numerateur: 1, denominateur: 1 }),
    (vue) => {
      expect(vue.valeur('projets')).toBe('1 / 1');
      expect(vue.bornes('projets')).toEqual([50, 100]);
      expect(message(vue, 'projets', 'declare.denominateur')).toContain('déclaré : 1,');
      // Les dossiers couvrent l'ESSMS : cet indicateur se calcule.
      expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('declare.seul');
    },
  );
  cas(
    'P5 E vient de la population quand elle est lue',
    (d) => d.actif('A').actif('B').declare({ indicateur: 'mssante', numerateur: 3, denominateur: 2 }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('3 / 2');
      expect(vue.avertissements('mssante')).toEqual({ 'declare.seul': 1, 'effectifs.deduits': 1 });
    },
  );
  cas(
    'T2 un dénominateur déclaré nul : non évaluable',
    (d) => d.declare(actifs(5, 0)),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('non_evaluable');
      expect(vue.avertissements('dossiers_actifs')).toEqual({ 'declare.seul': 1, 'denominateur.nul': 1 });
    },
  );
  cas(
    'T5 au-delà de 100 %, la valeur reste telle quelle et l’avertissement le dit',
    (d) => d.declare({ indicateur: 'agenda', numerateur: 6, denominateur: 5 }),
    (vue) => {
      expect(vue.valeur('agenda')).toBe('6 / 5');
      expect(vue.avertissements('agenda')).toEqual({ 'declare.seul': 1, 'taux.superieur_a_100': 1 });
    },
  );
  cas(
    'un autre mois ne dit rien de celui-ci',
    (d) => d.declare({ ...actifs(45, 50), mois: '2025-08' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('non_evaluable');
      expect(vue.avertissements('dossiers_actifs')).toEqual({
        'table.essms_absent': 1,
        'declare.mois_absent': 1,
      });
    },
  );
  cas(
    'N8 un mois absent des décomptes : rien ne se calcule, le déclaré vaut',
    (d) =>
      d
        .effectif({ personnes_accompagnees: 10, personnes_eligibles_projet: 10 })
        .decompteDmp({ mois: '2025-08', dossiers_alimentes: 9 })
        .declare({ indicateur: 'dmp', numerateur: 7, denominateur: 10 }),
    (vue) => {
      expect(vue.valeur('dmp')).toBe('7 / 10');
      expect(vue.avertissements('dmp')).toEqual({ 'declare.seul': 1 });
    },
  );
  cas(
    'les libellés usuels du tableau de bord se lisent',
    (d) => d.declare({ ...actifs(9, 10), indicateur: 'Taux de dossiers actifs', mois: '09/2025' }),
    (vue) => expect(vue.valeur('dossiers_actifs')).toBe('9 / 10'),
  );

  // Pour que « table absente du dépôt » ne remplace pas « aucune ligne pour cet ESSMS ».
  cas(
    'sans ligne dans declares, rien ne change',
    (d) => d.actif().projet().evenement(),
    (vue) => {
      for (const code of ['dossiers_actifs', 'projets', 'agenda'] as const) {
        expect(vue.avertissements(code)).not.toHaveProperty('declare.seul');
      }
    },
  );
});

describe('declares, première mesure (D2)', () => {
  const cas = serie({ premiereMesure: true });
  const troisMois = ['2025-07', '2025-08', '2025-09'];
  const declarer = (
    d: ConstructeurDepot,
    indicateur: string,
    nombres: readonly number[],
  ): ConstructeurDepot => {
    for (const [i, mois] of troisMois.entries()) {
      const numerateur = nombres[i];
      if (numerateur !== undefined) d.declare({ indicateur, mois, numerateur, denominateur: 10 });
    }
    return d;
  };
  const DIX = { personnes_accompagnees: 10, personnes_eligibles_projet: 10, periode: 'trimestre' };

  for (const indicateur of ['dossiers_actifs', 'projets', 'agenda'] as const) {
    cas(
      `${indicateur} : des personnes distinctes ne s’additionnent pas, non évaluable`,
      (d) => declarer(d.effectif(DIX), indicateur, [10, 10, 10]),
      (vue) => {
        expect(vue.valeur(indicateur)).toBe('non_evaluable');
        expect(vue.avertissements(indicateur)).toMatchObject({ 'declare.premiere_mesure': 1 });
      },
    );
  }
  cas(
    'N8 les messages des trois mois s’additionnent, sur E des effectifs',
    (d) => declarer(d.effectif(DIX), 'mssante', [1, 2, 3]),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('6 / 10');
      expect(vue.avertissements('mssante')).toEqual({ 'declare.seul': 1 });
    },
  );
  cas(
    'N8 les DMP alimentés : le plus grand des mois, et en haut leur somme bornée par E',
    (d) => declarer(d.effectif(DIX), 'dmp', [5, 6, 4]),
    (vue) => {
      expect(vue.valeur('dmp')).toBe('6 / 10');
      expect(vue.bornes('dmp')).toEqual([60, 100]);
    },
  );
  cas(
    'sans E des effectifs ni des dossiers : non évaluable, celui des mois ne vaut pas sur trois',
    (d) => declarer(d, 'mssante', [9, 9, 9]),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('non_evaluable');
      expect(message(vue, 'mssante', 'declare.premiere_mesure')).toContain('« personnes_eligibles_projet »');
    },
  );
  cas(
    'à côté d’exports : un mois ne se compare pas à trois',
    (d) => declarer(d.effectif(DIX).actif('A'), 'dossiers_actifs', [9, 9, 9]),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 10');
      expect(vue.avertissements('dossiers_actifs')).not.toHaveProperty('declare.ecart');
    },
  );
  cas(
    'N8 un mois absent sur trois : non évaluable',
    (d) => declarer(d.effectif(DIX), 'mssante', [9, 9]),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('non_evaluable');
      expect(vue.avertissements('mssante')).toMatchObject({ 'declare.mois_absent': 1 });
    },
  );
});

describe('declares à côté des exports : le calcul l’emporte', () => {
  const cas = serie();

  cas(
    'd’accord avec le calcul, il n’y a rien à dire',
    (d) => d.effectif({ personnes_accompagnees: 2 }).actif('A').actif('B').declare(actifs(2, 2)),
    (vue) => expect(vue.avertissements('dossiers_actifs')).toEqual({}),
  );
  cas(
    'N2, N3, P1, P3 l’écart des dossiers actifs, en comptes',
    (d) =>
      d
        .effectif({ personnes_accompagnees: 7 })
        .actif('actif')
        .dossier({ id_dossier: 'inactif' })
        .dossier({ id_dossier: 'plus-tard', date_derniere_activite: '2025-10-02' })
        .dossier({ id_dossier: 'sorti', date_sortie: '2025-01-31' })
        .dossier({ id_dossier: 'hors-sejour', date_sortie: '2025-09-10' })
        .evenement({ id_dossier: 'hors-sejour' })
        .declare(actifs(5, 7)),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('1 / 7');
      expect(vue.avertissements('dossiers_actifs')).toMatchObject({ 'declare.ecart': 1 });
      expect(message(vue, 'dossiers_actifs', 'declare.ecart')).toBe(
        "5 / 7 déclarés, 1 / 7 calculés, le calcul fait foi ; une autre lecture compterait (des nombres : « declares » n'a pas d'identifiants) : 2 dossiers présents sans activité, 1 dossier d'activité inconnue, 1 dossier dont les traces sont hors de ses séjours, 1 dossier sorti, à venir ou en préadmission, 3 personnes des effectifs sans dossier",
      );
    },
  );
  cas(
    'N4, E1, E2 l’écart des projets',
    (d) =>
      d
        .actif('A')
        .actif('B')
        .projet({ id_dossier: 'A' })
        .projet({ id_dossier: 'B', statut: 'en_pause' })
        .projet({ id_dossier: 'inconnu' })
        .projet({ id_dossier: 'B', statut: 'zzz' })
        .declare({ indicateur: 'projets', numerateur: 2, denominateur: 2 }),
    (vue) => {
      expect(vue.valeur('projets')).toBe('1 / 2');
      expect(message(vue, 'projets', 'declare.ecart')).toMatch(
        /: 1 dossier actif dont aucun projet n'est en cours, 1 autre ligne rejetée, 1 ligne écartée \(dossier inconnu\)$/,
      );
    },
  );
  cas(
    'N5 l’écart de l’agenda : événements annulés, hors de la période, hors séjour',
    (d) =>
      d
        .actif('A')
        .actif('B')
        .actif('C', { date_sortie: '2025-09-20' })
        .evenement({ id_dossier: 'A', statut: 'annule' })
        .evenement({ id_dossier: 'B', date_debut: '2025-01-15' })
        .evenement({ id_dossier: 'C', date_debut: '2025-09-25' })
        .declare({ indicateur: 'agenda', numerateur: 3, denominateur: 3 }),
    (vue) => {
      expect(vue.valeur('agenda')).toBe('0 / 3');
      expect(message(vue, 'agenda', 'declare.ecart')).toMatch(
        /: 2 dossiers actifs aux événements tous hors de la période ou du séjour, 1 dossier actif aux événements tous annulés ou d'un type exclu$/,
      );
    },
  );
  cas(
    'N6 l’écart de la MSSanté : messages reçus, rejetés, en double',
    (d) =>
      d
        .actif('A')
        .dossier({ id_dossier: 'B', eligible_projet: 'non' })
        .message({ id_message: 'm1' })
        .message({ id_message: 'm1' })
        .message({ sens: 'recu' })
        .message({ etat: 'rejete' })
        .message({ etat: 'rejete', date_envoi: '2025-08-15' })
        .declare({ indicateur: 'mssante', numerateur: 4, denominateur: 2 }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('1 / 1');
      expect(message(vue, 'mssante', 'declare.ecart')).toMatch(
        /: 2 messages reçus ou rejetés, 1 message en double, 1 personne non éligible à un projet$/,
      );
    },
  );
  cas(
    'N7 l’écart du DMP : échecs, non éligibles',
    (d) =>
      d
        .actif('A')
        .actif('B')
        .actif('C', { eligible_projet: 'non' })
        .alimentation({ id_dossier: 'A' })
        .alimentation({ id_dossier: 'B', etat: 'echec' })
        .alimentation({ id_dossier: 'C' })
        .declare({ indicateur: 'dmp', numerateur: 3, denominateur: 3 }),
    (vue) => {
      expect(vue.valeur('dmp')).toBe('1 / 2');
      expect(message(vue, 'dmp', 'declare.ecart')).toMatch(
        /: 1 dossier aux dépôts tous en échec, 1 dossier alimenté mais non éligible, 1 personne non éligible à un projet$/,
      );
    },
  );
  cas(
    'un écart que rien n’explique se dit ainsi',
    (d) => d.effectif({ personnes_accompagnees: 1 }).actif('A').declare(actifs(9, 9)),
    (vue) =>
      expect(message(vue, 'dossiers_actifs', 'declare.ecart')).toBe(
        "9 / 9 déclarés, 1 / 1 calculés, le calcul fait foi ; rien dans les exports lus n'explique l'écart",
      ),
  );
});

describe('declares : lecture et contrôles', () => {
  it('E2, E3, T2, T5 : hors périmètre écartée, doublon rejeté, nombres contradictoires avertis', async () => {
    const d = depot()
      .essms()
      .declare(actifs(45, 50))
      .declare(actifs(46, 50))
      .declare({ indicateur: 'projets', numerateur: 8, denominateur: 0 })
      .declare({ indicateur: 'agenda', numerateur: 9, denominateur: 8 })
      .declare({ indicateur: 'mssante', numerateur: 9, denominateur: 8 })
      .declare({ indicateur: 'dmp', numerateur: '93,5 %', denominateur: 8 })
      .declare({ indicateur: 'Satisfaction', numerateur: 1, denominateur: 8 })
      .pour(finess('inconnu', 0))
      .declare(actifs(1, 1));
    const mesure = await mesurer(d);
    expect(mesure.compte('declares_0.csv')).toBe('8 = 4 + 3 + 1');
    expect([...mesure.anomalies].sort()).toEqual([
      'declares_0.csv:3:- ligne.cle_en_double',
      'declares_0.csv:4:denominateur declare.denominateur_nul',
      'declares_0.csv:5:numerateur declare.numerateur_trop_grand',
      'declares_0.csv:7:numerateur champ.nombre_invalide « 93,5 % »',
      'declares_0.csv:8:indicateur champ.code_inconnu « Satisfaction »',
      `declares_0.csv:9:finess_et perimetre.essms_inconnu « ${finess('inconnu', 0)} »`,
    ]);
    expect(mesure.essms().valeur('dossiers_actifs')).toBe('45 / 50');
  });

  it('P7 les FINESS secondaires s’additionnent', async () => {
    const secondaire = finess('secondaire', 0);
    const d = depot()
      .config({ alias_finess: { [secondaire]: ET } })
      .essms()
      .declare(actifs(40, 50))
      .pour(secondaire)
      .declare(actifs(8, 10));
    expect((await mesurer(d)).essms().valeur('dossiers_actifs')).toBe('48 / 60');
  });

  it('D4 un tableau de bord extrait avant la fin du mois : provisoire', async () => {
    const d = depot().essms().source('declares', { date_extraction: '2025-09-29' }).declare(actifs(45, 50));
    expect((await mesurer(d)).essms().resultat('dossiers_actifs').provisoire).toBe(true);
  });
});

describe('declares : groupes et niveau de preuve', () => {
  const [calcule, declare, vide] = [ET, finess('et', 1), finess('et', 2)] as const;
  const melange = () =>
    depot()
      .essms(calcule)
      .effectif({ personnes_accompagnees: 2 })
      .actif('A')
      .actif('B')
      .declare(actifs(1, 2))
      .essms(declare)
      .declare(actifs(6, 8))
      .essms(vide)
      .declare(actifs(7, 0));

  it('A1 un ensemble qui somme du déclaré le dit, et un dénominateur nul ne relève pas le taux', async () => {
    const { grappe } = await mesurer(melange());
    expect(grappe.valeur('dossiers_actifs')).toBe('8 / 10');
    expect(grappe.avertissements('dossiers_actifs')).toEqual({ 'declare.seul': 2, 'declare.ecart': 1 });
    expect(message(grappe, 'dossiers_actifs', 'declare.seul')).toMatch(
      /^en partie déclaré, non calculé \(2 ESSMS\)/,
    );
    expect(message(grappe, 'dossiers_actifs', 'declare.ecart')).toMatch(
      /^1 \/ 2 déclarés, 2 \/ 2 calculés \(1 ESSMS\)/,
    );
  });

  it('le calcul expose, par ESSMS, les indicateurs déclarés', async () => {
    const dossier = melange().ecrire();
    const fenetre = fenetreDe('2025-09' as Mois);
    const recueil = new Recueil(100);
    const options = {
      definitions: {},
      dateReference: '2026-01-05' as DateCivile,
      niveaux: NIVEAUX,
      regles: chargerReglesLivrees(),
    };
    try {
      const calcul = await avecDepot({ dossier, fenetres: [fenetre] }, recueil, (charge) =>
        calculerDepot(charge, recueil, fenetre, options),
      );
      expect([...(calcul?.declares ?? [])]).toEqual(
        [
          [declare, ['dossiers_actifs']],
          [vide, ['dossiers_actifs']],
        ].sort(),
      );
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  });

  it('aucun identifiant de dossier dans ce que l’écart dit', async () => {
    const d = depot()
      .essms()
      .effectif({ personnes_accompagnees: 3 })
      .actif('DUPONT-JEANNE')
      .dossier({ id_dossier: 'MARTIN-PAUL' })
      .declare(actifs(2, 2));
    const { rapport } = await mesurer(d);
    expect(JSON.stringify(rapport.resultats)).toContain('1 dossier présent sans activité');
    expect(JSON.stringify(rapport.resultats)).not.toMatch(/DUPONT|MARTIN/);
  });
});
