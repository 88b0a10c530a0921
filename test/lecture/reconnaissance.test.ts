import { describe, expect, it } from 'vitest';
import type { FichierDepot } from '../../src/lecture/depot/fichiers.ts';
import { type Source, schemaSource } from '../../src/lecture/depot/schema.ts';
import { reconnaitre } from '../../src/lecture/reconnaissance.ts';
import type { NomPublic } from '../../src/tables/description.ts';

function lire(texte: string, table: NomPublic = 'dossiers', source: Partial<Source> = {}) {
  const fichier: FichierDepot = {
    table,
    source: { ...schemaSource.parse({}), ...source },
    chemin: '/depot/f.csv',
    nom: 'f.csv',
  };
  return reconnaitre(fichier, Buffer.from(texte), 'utf-8');
}

function codes(constats: readonly { readonly code: string }[]): string[] {
  return constats.map(({ code }) => code);
}

const COLONNES = ['finess_et', 'id_dossier', 'date_entree', 'date_sortie'];
const LIGNE = ['630781227', 'A', '2025-09-01', ''];

describe('séparateur', () => {
  for (const separateur of [';', ',', '\t', '|']) {
    it(`reconnu : ${JSON.stringify(separateur)}`, () => {
      const lu = lire(`${COLONNES.join(separateur)}\n${LIGNE.join(separateur)}\n`);
      expect(lu).toMatchObject({ separateur, entetes: COLONNES, problemes: [] });
    });
  }

  it('des virgules dans les valeurs, les en-têtes ou les guillemets ne trompent pas', () => {
    const lu = lire('finess_et;"Nom, prénom";id_dossier;Remarque, avis, suite\n630781227;"A, B";A;1,5\n');
    expect(lu.separateur).toBe(';');
    expect([...lu.positions]).toEqual([
      ['finess_et', 0],
      ['id_dossier', 2],
    ]);
  });

  it('aucun ne découpe l’en-tête : fichier.separateur', () => {
    expect(codes(lire('finess_et#id_dossier\n630781227#A\n').problemes)).toEqual(['fichier.separateur']);
  });

  it('celui de depot.yaml s’impose, même s’il n’y figure pas', () => {
    const texte = `${COLONNES.join(';')}\n${LIGNE.join(';')}\n`;
    expect(codes(lire(texte, 'dossiers', { separateur: '|' }).problemes)).toEqual(['fichier.separateur']);
  });
});

describe('en-têtes', () => {
  it('reconnus sans casse, accents ni ponctuation, par leurs alias usuels', () => {
    const lu = lire('N° FINESS;N° de dossier;DATE D’ENTRÉE;Sortie le\n');
    expect([...lu.positions.keys()]).toEqual(COLONNES);
  });

  it('un titre au-dessus : la ligne de l’en-tête est proposée', () => {
    const { problemes } = lire(`Liste des usagers\nÉdité le 02/10/2025;;;\n${COLONNES.join(';')}\n`);
    expect(problemes[0]).toMatchObject({ ligne: 1 });
    expect(problemes[0]?.aide).toContain('ligne 3');
    expect(problemes[0]?.aide).toContain('lignes_ignorees: { debut: 2 }');
  });

  it('une colonne obligatoire absente', () => {
    expect(codes(lire('finess_et;date_entree\n630781227;2025-09-01\n').problemes)).toEqual([
      'colonne.absente',
    ]);
  });

  it('deux en-têtes pour une colonne : jamais un choix', () => {
    expect(codes(lire('finess_et;id_dossier;Date d’admission;Entrée le\n').problemes)).toEqual([
      'colonne.ambigue',
    ]);
  });

  it('un en-tête facultatif mal écrit : un avertissement, avec la suggestion', () => {
    const { problemes, avertissements } = lire('finess_et;id_dossier;date_sorti\n');
    expect(problemes).toEqual([]);
    expect(avertissements).toMatchObject([
      { code: 'colonne.inconnue_proche', colonne: 'date_sortie', ligne: 1 },
    ]);
  });

  it('une colonne désignée par depot.yaml, une constante à la place d’une colonne', () => {
    const lu = lire('Réf;Autre\nA;x\n', 'dossiers', {
      colonnes: { id_dossier: 'Réf' },
      constantes: { finess_et: '630781227' },
    });
    expect(lu.problemes).toEqual([]);
    expect([...lu.positions]).toEqual([['id_dossier', 0]]);
  });
});

describe('formes de mss et dmp', () => {
  for (const [table, entetes, forme] of [
    ['mss', 'finess_et;date_envoi;destinataire', 'mss_detail'],
    ['mss', 'finess_et;mois;messages_professionnels;messages_usagers', 'mss_decomptes'],
    ['dmp', 'finess_et;id_dossier;date_depot', 'dmp_detail'],
    ['dmp', 'finess_et;mois;dossiers_alimentes', 'dmp_decomptes'],
  ] as const) {
    it(`${entetes} : ${forme}`, () => {
      expect(lire(`${entetes}\n`, table).table.nom).toBe(forme);
    });
  }
});

describe('formats de date', () => {
  const texte = 'finess_et;id_dossier;date_entree\n630781227;A;01/09/2025\n';

  it('reconnus à leurs valeurs', () => {
    expect(lire(texte).formats.get('date_entree')).toEqual(['JJ/MM/AAAA']);
  });

  it('celui de depot.yaml s’impose', () => {
    const impose = lire(texte, 'dossiers', { format_date: 'JJ.MM.AAAA' });
    expect(impose.formats.get('date_entree')).toEqual(['JJ.MM.AAAA']);
  });
});
