import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NomPublic } from '../../src/tables/description.ts';
import { type OptionsEntetes, reconnaitreEntetes } from '../../src/tables/entetes.ts';
import { formes, TABLES } from '../../src/tables/index.ts';

function lire(nom: NomPublic, entetes: string[], options: OptionsEntetes = {}) {
  const lecture = reconnaitreEntetes(entetes, formes(nom), options);
  return lecture.reconnus
    ? {
        table: lecture.table.nom,
        positions: Object.fromEntries(lecture.positions),
        inconnues: lecture.inconnues,
      }
    : {
        table: lecture.table.nom,
        codes: lecture.problemes.map(({ code, colonne }) => `${code} ${colonne ?? ''}`.trim()),
        textes: lecture.problemes.map(({ message, aide }) => `${message} | ${aide ?? ''}`),
      };
}

describe('reconnaissance', () => {
  test('les noms canoniques', () => {
    expect(lire('activites', ['finess_et', 'id_dossier', 'date'])).toEqual({
      table: 'activites',
      positions: { finess_et: 0, id_dossier: 1, date: 2 },
      inconnues: [],
    });
  });

  test('les alias, sans casse, accents ni ponctuation, dans n’importe quel ordre', () => {
    const lecture = lire('agenda', [
      'DÉBUT',
      'Statut du rendez-vous',
      'No  dossier',
      'N° FINESS',
      "TYPE D'EVENEMENT",
    ]);
    expect(lecture.positions).toEqual({ date_debut: 0, statut: 1, id_dossier: 2, finess_et: 3, type: 4 });
  });

  test('le titre publié d’une colonne la désigne aussi', () => {
    for (const table of Object.values(TABLES)) {
      const lecture = reconnaitreEntetes(
        table.champs.map((champ) => champ.titre),
        [table],
      );
      expect(lecture.reconnus, table.nom).toBe(true);
    }
  });

  test('le nom canonique l’emporte sur un alias, qui reste inconnu', () => {
    const lecture = lire('agenda', ['finess_et', 'id_dossier', 'Date', 'date_debut']);
    expect(lecture.positions).toMatchObject({ date_debut: 3 });
    expect(lecture.inconnues).toEqual([{ entete: 'Date', index: 2 }]);
  });

  test('un en-tête vide est une colonne ignorée', () => {
    const lecture = lire('activites', ['', 'finess_et', 'id_dossier', 'date', ' ', '']);
    expect(lecture.positions).toEqual({ finess_et: 1, id_dossier: 2, date: 3 });
    expect(lecture.inconnues).toEqual([]);
  });

  test('l’ordre des colonnes ne change que leur rang', () => {
    const noms = TABLES.dossiers.champs.map((champ) => champ.nom);
    fc.assert(
      fc.property(fc.shuffledSubarray(noms, { minLength: noms.length }), (ordre) => {
        const lecture = reconnaitreEntetes(ordre, [TABLES.dossiers]);
        expect(lecture.reconnus && noms.map((nom) => ordre[lecture.positions.get(nom) ?? -1])).toEqual(noms);
      }),
    );
  });
});

describe('deux formes', () => {
  test('la forme se reconnaît à ses colonnes', () => {
    expect(lire('mss', ['finess_et', 'date_envoi', 'destinataire']).table).toBe('mss_detail');
    expect(lire('mss', ['finess_et', 'mois', 'messages_professionnels', 'messages_usagers']).table).toBe(
      'mss_decomptes',
    );
    expect(lire('dmp', ['finess_et', 'id_dossier', 'date_depot']).table).toBe('dmp_detail');
    expect(lire('dmp', ['finess_et', 'mois', 'dossiers_alimentes']).table).toBe('dmp_decomptes');
  });

  test('deux formes complètes : le détail l’emporte', () => {
    expect(lire('dmp', ['finess_et', 'mois', 'dossiers_alimentes', 'id_dossier', 'date_depot']).table).toBe(
      'dmp_detail',
    );
  });

  test('aucune complète : le problème est dit contre la plus proche', () => {
    expect(lire('dmp', ['finess_et', 'mois', 'documents_sans_ins'])).toMatchObject({
      table: 'dmp_decomptes',
      codes: ['colonne.absente dossiers_alimentes'],
    });
    expect(lire('mss', ['finess_et', 'Date', 'sens'])).toMatchObject({
      table: 'mss_detail',
      codes: ['colonne.absente destinataire'],
    });
  });
});

describe('problèmes', () => {
  test('une colonne obligatoire absente, avec l’en-tête qui lui ressemble', () => {
    const lecture = lire('activites', ['finess_et', 'id_dosier', 'date']);
    expect(lecture.codes).toEqual(['colonne.absente id_dossier']);
    expect(lecture.textes?.[0]).toContain('« id_dosier » lui ressemble');
    expect(lecture.textes?.[0]).toContain('colonnes: { id_dossier: "id_dosier" }');
  });

  test('un en-tête connu ailleurs n’est pas une faute de frappe', () => {
    const lecture = lire('activites', ['FINESS EJ', 'id_dossier', 'date']);
    expect(lecture.codes).toEqual(['colonne.absente finess_et']);
    expect(lecture.textes?.[0]).not.toContain('ressemble');
  });

  test('toutes les colonnes absentes sont dites, pas la première seulement', () => {
    expect(lire('activites', ['Nom', 'Prénom']).codes).toEqual([
      'colonne.absente finess_et',
      'colonne.absente id_dossier',
      'colonne.absente date',
    ]);
  });

  test('deux en-têtes identiques, ou deux alias, nomment leurs deux colonnes', () => {
    const jumelles = lire('agenda', ['finess_et', 'id_dossier', 'Date', 'Date']);
    expect(jumelles.codes).toEqual(['colonne.ambigue date_debut']);
    expect(jumelles.textes?.[0]).toContain('« Date » (colonne 3), « Date » (colonne 4)');
    expect(lire('activites', ['finess_et', 'IPP', 'N° dossier', 'date']).codes).toEqual([
      'colonne.ambigue id_dossier',
    ]);
    expect(lire('activites', ['finess_et', 'id_dossier', 'ID dossier', 'date']).codes).toEqual([
      'colonne.ambigue id_dossier',
    ]);
  });

  test('un en-tête inconnu proche d’une colonne facultative donne une suggestion', () => {
    expect(lire('dossiers', ['finess_et', 'id_dossier', 'date_entre', 'Couleur']).inconnues).toEqual([
      { entete: 'date_entre', index: 2, suggestion: 'date_entree' },
      { entete: 'Couleur', index: 3 },
    ]);
  });

  test('les colonnes nominatives usuelles ne ressemblent à rien', () => {
    const nominatives = [
      'Nom',
      'Prénom',
      'Sexe',
      'NIR',
      'INS',
      'Date de naissance',
      'Tuteur',
      'Chambre',
      'GIR',
      'Unité',
      'Commentaire',
    ];
    for (const table of Object.values(TABLES)) {
      const obligatoires = table.champs.filter((champ) => champ.obligatoire).map((champ) => champ.nom);
      const lecture = reconnaitreEntetes([...obligatoires, ...nominatives], [table]);
      expect(lecture.reconnus && lecture.inconnues.filter(({ suggestion }) => suggestion), table.nom).toEqual(
        [],
      );
    }
  });
});

describe('depot.yaml', () => {
  test('colonnes désigne un en-tête et l’emporte sur le nom canonique', () => {
    const lecture = lire('agenda', ['finess_et', 'id_dossier', 'date_debut', 'Jour réel'], {
      colonnes: { date_debut: 'jour reel' },
    });
    expect(lecture.positions).toMatchObject({ date_debut: 3 });
  });

  test('un en-tête désigné pour un champ ne sert plus d’alias à un autre', () => {
    const lecture = lire('agenda', ['finess_et', 'id_dossier', 'Début', 'Date'], {
      colonnes: { date_saisie: 'Date' },
    });
    expect(lecture.positions).toMatchObject({ date_debut: 2, date_saisie: 3 });
  });

  test('un en-tête désigné mot pour mot l’emporte sur ses variantes', () => {
    const lecture = lire('agenda', ['finess_et', 'id_dossier', 'DATE', 'Date'], {
      colonnes: { date_debut: 'Date' },
    });
    expect(lecture.positions).toMatchObject({ date_debut: 3 });
  });

  test('un en-tête désigné qui n’existe pas : le plus proche du fichier est proposé', () => {
    const lecture = lire('activites', ['finess_et', 'Num. interne', 'date'], {
      colonnes: { id_dossier: 'Num interme' },
    });
    expect(lecture.codes).toEqual(['depot.colonne_inexistante id_dossier']);
    expect(lecture.textes?.[0]).toContain('« Num. interne »');
  });

  test('un champ inconnu : le plus proche est proposé', () => {
    const lecture = lire('activites', ['finess_et', 'id_dossier', 'date'], { colonnes: { id_dosier: 'X' } });
    expect(lecture.codes).toEqual(['depot.cle_inconnue']);
    expect(lecture.textes?.[0]).toContain('« id_dossier »');
  });

  test('un champ d’une autre forme n’est pas inconnu', () => {
    const lecture = lire('dmp', ['finess_et', 'Période', 'dossiers_alimentes'], {
      colonnes: { mois: 'Période', date_depot: 'Jour' },
    });
    expect(lecture).toMatchObject({ table: 'dmp_decomptes', positions: { mois: 1 } });
  });

  test('une constante tient lieu de colonne obligatoire', () => {
    const lecture = lire('activites', ['id_dossier', 'date'], { constantes: ['finess_et'] });
    expect(lecture.positions).toEqual({ id_dossier: 0, date: 1 });
  });
});
