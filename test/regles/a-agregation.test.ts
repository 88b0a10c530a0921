import { describe, expect, it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';

const [A, B, C] = [finess('et', 0), finess('et', 1), finess('et', 2)].sort() as [string, string, string];
const [OG1, OG2] = [finess('ej', 0), finess('ej', 1)].sort() as [string, string];

const effectif = (n: number) => ({ personnes_accompagnees: n, personnes_eligibles_projet: n });

describe('A1 : niveaux', () => {
  it('A1 og et grappe par sommes, jamais une moyenne de taux', async () => {
    const d = depot()
      .essms(A, { finess_ej: OG1 })
      .effectif(effectif(1))
      .actif()
      .essms(B, { finess_ej: OG1 })
      .effectif(effectif(9))
      .actif()
      .essms(C, { finess_ej: OG2 })
      .effectif(effectif(10))
      .actif();
    const mesure = await mesurer(d);
    expect(mesure.og(OG1).valeur('dossiers_actifs')).toBe('2 / 10');
    expect(mesure.og(OG2).valeur('dossiers_actifs')).toBe('1 / 10');
    expect(mesure.grappe.resultat('dossiers_actifs')).toMatchObject({
      numerateur: 3,
      denominateur: 20,
      taux: 15,
      agregat: { essmsEvalues: 3, essmsAtteints: 1, plusBas: { identifiant: C, taux: 10 }, manquants: [] },
    });
  });
});

describe('A2 : ESSMS hors des sommes', () => {
  it('A2 les ESSMS dispensés et hors période n’y entrent pas', async () => {
    const d = depot()
      .essms(A)
      .effectif(effectif(10))
      .message()
      .actif()
      .essms(B, { secteur: 'AHI', eligible_sons: 'non' })
      .effectif(effectif(10))
      .message()
      .actif()
      .essms(C, { date_fermeture: '2024-12-31' })
      .effectif(effectif(10))
      .message()
      .actif();
    const { grappe } = await mesurer(d);
    expect(grappe.valeur('mssante')).toBe('1 / 10');
    expect(grappe.valeur('dossiers_actifs')).toBe('2 / 20');
    expect(grappe.resultat('mssante').agregat).toMatchObject({ essmsEvalues: 1, manquants: [] });
  });
});

describe('A3 : ESSMS non évaluables faute de données', () => {
  it('A3 la valeur est celle des évalués ; le manquant abaisse la borne basse et élève la haute', async () => {
    const d = depot().essms(A).effectif(effectif(10)).actif().essms(B).effectif(effectif(10));
    const r = (await mesurer(d)).grappe.resultat('dossiers_actifs');
    expect(r).toMatchObject({ numerateur: 1, denominateur: 10, borneBasse: 5, borneHaute: 55 });
    expect(r.agregat?.manquants).toEqual([B]);
  });

  it('A3 projets : le dénominateur d’un manquant est A + I + R quand A est connu', async () => {
    const d = depot()
      .essms(A)
      .actif()
      .projet()
      .essms(B)
      .effectif(effectif(50))
      .actif('A')
      .dossier({ id_dossier: 'B', date_derniere_activite: '2025-10-01' })
      .dossier({ id_dossier: 'C', date_entree: 'illisible' })
      .dossier({ id_dossier: 'D' });
    const { grappe } = await mesurer(d);
    expect(grappe.valeur('projets')).toBe('1 / 1');
    expect(grappe.bornes('projets')).toEqual([25, 100]);
  });

  it('A3 mssante : un manquant, et il n’y a plus de borne haute', async () => {
    const d = depot().essms(A).effectif(effectif(10)).message().essms(B).effectif(effectif(10));
    const { grappe } = await mesurer(d);
    expect(grappe.valeur('mssante')).toBe('1 / 10');
    expect(grappe.bornes('mssante')).toEqual([5, null]);
    expect(grappe.resultat('mssante').etat).toBe('incertain');
  });

  it('A3 taille connue par les seules places : l’agrégat ne peut pas être atteint', async () => {
    const d = depot().essms(A).essms(B, { places: 1 });
    for (let i = 0; i < 99; i++) d.pour(A).actif(`A${i}`);
    const r = (await mesurer(d)).grappe.resultat('dossiers_actifs');
    expect(r).toMatchObject({ numerateur: 99, denominateur: 99, borneBasse: 99, etat: 'incertain' });
  });

  it('A3 rien de connu : l’agrégat est non évaluable', async () => {
    const { grappe } = await mesurer(depot().essms(A).actif().essms(B));
    expect(grappe.resultat('dossiers_actifs')).toMatchObject({ etat: 'non_evaluable', numerateur: null });
  });

  it('A3 un ESSMS dont D vaut zéro n’ajoute rien, et ne manque pas', async () => {
    const d = depot().essms(A).actif().essms(B).effectif(effectif(0));
    const r = (await mesurer(d)).grappe.resultat('dossiers_actifs');
    expect(r).toMatchObject({ numerateur: 1, denominateur: 1, etat: 'atteint', agregat: { manquants: [] } });
  });

  it('A3 un ESSMS au dénominateur nul, ses comptes connus, entre dans les sommes', async () => {
    const d = depot()
      .essms(A)
      .actif()
      .evenement()
      .essms(B)
      .dossier({ date_derniere_activite: '2025-10-01' })
      .evenement({ date_debut: '2025-08-01' });
    const { grappe } = await mesurer(d);
    expect(grappe.valeur('agenda')).toBe('1 / 1');
    expect(grappe.bornes('agenda')).toEqual([50, 100]);
    expect(grappe.resultat('agenda').agregat).toMatchObject({ essmsEvalues: 1, manquants: [] });
  });
});

describe('A4 : ce que dit un agrégat', () => {
  it('A4 à égalité, le plus bas est le plus petit FINESS', async () => {
    const d = depot().essms(B).effectif(effectif(2)).actif().essms(A).effectif(effectif(2)).actif();
    const { agregat } = (await mesurer(d)).grappe.resultat('dossiers_actifs');
    expect(agregat).toMatchObject({
      essmsEvalues: 2,
      essmsAtteints: 0,
      plusBas: { identifiant: A, taux: 50 },
    });
  });

  it('A4 aucun compte connu : non évaluable ; tous hors période : hors période', async () => {
    const sansDonnees = await mesurer(depot().essms(A).effectif(effectif(10)));
    expect(sansDonnees.grappe.resultat('agenda').etat).toBe('non_evaluable');
    const fermes = await mesurer(depot().essms(A, { date_fermeture: '2020-01-01' }).actif());
    expect(fermes.grappe.resultat('agenda').etat).toBe('hors_periode');
  });

  it('A4 tous dispensés : dispense', async () => {
    const { grappe } = await mesurer(depot().essms(A, { secteur: 'AHI', eligible_sons: 'non' }).actif());
    expect(grappe.resultat('dmp').etat).toBe('dispense');
  });
});

describe('A5, A6', () => {
  it('A5 chaque ESSMS du périmètre a une ligne par indicateur, même sans donnée', async () => {
    const { rapport } = await mesurer(depot().essms(A).actif().essms(B).essms(C));
    const lignes = rapport.resultats.filter(({ niveau }) => niveau === 'essms');
    expect(lignes.map(({ identifiant }) => identifiant)).toEqual(
      [A, B, C].flatMap((un) => Array(5).fill(un)),
    );
    expect([...new Set(lignes.map(({ indicateur }) => indicateur))]).toEqual([
      'dossiers_actifs',
      'projets',
      'agenda',
      'mssante',
      'dmp',
    ]);
  });

  it('A6 le niveau qui fait foi vient de la convention ; sinon, aucun n’est élu', async () => {
    const tu = await mesurer(depot().essms(A).actif());
    expect(tu.rapport.grappe.niveauPreuve).toBeNull();
    expect([...new Set(tu.rapport.resultats.map(({ niveau }) => niveau))]).toEqual(['essms', 'og', 'grappe']);
    const dit = await mesurer(
      depot()
        .config({ grappe: { niveau_preuve: 'og' } })
        .essms(A)
        .actif(),
    );
    expect(dit.rapport.grappe.niveauPreuve).toBe('og');
  });
});
