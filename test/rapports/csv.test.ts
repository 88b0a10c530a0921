import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { ecrireCsv } from '../../src/rapports/csv.ts';
import { rendreCsv } from '../../src/rapports/indicateurs/csv.ts';
import { rendreCsv as rendreAnomalies } from '../../src/rapports/verification/csv.ts';
import { rapportExemple, verificationExemple } from './exemple.ts';

function relire(texte: string): Record<string, string>[] {
  return parse(texte, { delimiter: ';', columns: true, bom: true });
}

describe('CSV des indicateurs', () => {
  const rapport = rapportExemple();

  test('une ligne par résultat, « ; », point décimal, sans marque', () => {
    const texte = rendreCsv(rapport, { excel: false });
    const lignes = relire(texte);
    expect(texte.split('\n', 1)[0]).toBe(
      'niveau;identifiant;libelle;secteur;indicateur;numerateur;denominateur;taux;borne_basse;borne_haute;cible;etat;reste_a_faire;provisoire;avertissements;essms_evalues;essms_atteints;plus_bas_identifiant;plus_bas_taux;manquants;mois;premiere_mesure;debut;fin;dossier_actif;population;evenement_agenda;date_reference;version;regles',
    );
    expect(lignes).toHaveLength(rapport.resultats.length);
    expect(lignes[0]).toMatchObject({ taux: '90', borne_haute: '92.66', provisoire: 'non', mois: '2025-09' });
    expect(lignes.find((l) => l.etat === 'dispense')).toMatchObject({ taux: '', numerateur: '' });
    expect(lignes.at(-1)).toMatchObject({ niveau: 'grappe', manquants: '630781268', plus_bas_taux: '48.78' });
  });

  test('--excel : marque UTF-8 et virgule décimale', () => {
    const texte = rendreCsv(rapport, { excel: true });
    expect(texte.startsWith('\ufeffniveau;')).toBe(true);
    expect(relire(texte)[0]).toMatchObject({ borne_haute: '92,66', identifiant: '630781227' });
  });
});

describe('CSV des anomalies', () => {
  test('une ligne par anomalie', () => {
    const lignes = relire(rendreAnomalies(verificationExemple(), { excel: false }));
    expect(lignes).toHaveLength(3);
    expect(lignes[0]).toEqual({
      fichier: 'exports/dossiers.csv',
      ligne: '12',
      colonne: 'date_entree',
      gravite: 'erreur',
      code: 'champ.date_invalide',
      valeur: '31/02/2025',
      message: "n'est pas un jour du calendrier",
      aide: expect.any(String),
    });
  });

  test.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '\r=1'])('%j ne devient pas une formule', (valeur) => {
    expect(ecrireCsv(['x'], [[valeur]], false)).toMatch(/^x\n"?'/);
  });

  test('un nombre négatif reste un nombre', () => {
    expect(ecrireCsv(['x'], [[-2]], false)).toBe('x\n-2\n');
  });

  test('guillemets et séparateurs sont échappés', () => {
    expect(ecrireCsv(['x'], [['a;"b"\nc']], false)).toBe('x\n"a;""b""\nc"\n');
  });
});
