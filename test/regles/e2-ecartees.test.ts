import { describe, expect, it } from 'vitest';
import { finess } from '../aleatoire/finess.ts';
import { depot } from '../outils/depot.ts';
import { mesurer } from '../outils/mesure.ts';

const INCONNU = finess('inconnu', 0);

describe('E2 : ligne écartée', () => {
  it('E2 FINESS hors du périmètre : écartée dans chaque table, avec un avertissement', async () => {
    const d = depot()
      .essms()
      .actif()
      .pour(INCONNU)
      .dossier()
      .effectif()
      .activite()
      .projet()
      .evenement()
      .message()
      .alimentation();
    const mesure = await mesurer(d);
    expect(mesure.rapport.anomalies).toMatchObject({ erreurs: 0, avertissements: 7 });
    expect(mesure.anomalies).toContain(`agenda_0.csv:2:finess_et perimetre.essms_inconnu « ${INCONNU} »`);
    expect(mesure.compte('dossiers_0.csv')).toBe('2 = 1 + 0 + 1');
    for (const table of ['effectifs', 'activites', 'projets', 'agenda', 'mss_detail', 'dmp_detail'])
      expect(mesure.compte(`${table}_0.csv`)).toBe('1 = 0 + 0 + 1');
    expect(mesure.essms().valeur('dossiers_actifs')).toBe('1 / 1');
  });

  it('E2 dossier inconnu, alors que dossiers couvre l’ESSMS : écartée, sauf dans mss', async () => {
    const d = depot().essms().actif();
    for (const id_dossier of ['A', 'A', 'inconnu'])
      d.activite({ id_dossier })
        .projet({ id_dossier })
        .evenement({ id_dossier })
        .alimentation({ id_dossier })
        .message({ id_dossier });
    const mesure = await mesurer(d);
    for (const table of ['activites', 'projets', 'agenda', 'dmp_detail'])
      expect(mesure.compte(`${table}_0.csv`)).toBe('3 = 2 + 0 + 1');
    expect(mesure.compte('mss_detail_0.csv')).toBe('3 = 3 + 0 + 0');
    expect(mesure.rapport.anomalies).toMatchObject({ erreurs: 0, avertissements: 4 });
    expect(mesure.anomalies).toContain('agenda_0.csv:4:id_dossier dossier.inconnu « inconnu »');
  });

  it('E2 le dossier d’un autre ESSMS est inconnu dans celui-ci', async () => {
    const d = depot().essms().actif('A').evenement().evenement().essms('630000016').actif('B');
    d.pour('630781227').evenement({ id_dossier: 'B' });
    expect((await mesurer(d)).compte('agenda_0.csv')).toBe('3 = 2 + 0 + 1');
  });

  it('E2 dossiers ne couvre pas l’ESSMS : rien n’est écarté pour son dossier', async () => {
    const d = depot().essms('630000016').actif().essms().evenement({ id_dossier: 'inconnu' });
    expect((await mesurer(d)).compte('agenda_0.csv')).toBe('1 = 1 + 0 + 0');
  });

  it('E2 un dossier dont la ligne a été rejetée est inconnu', async () => {
    const d = depot().essms().actif('T').dossier({ date_entree: '2025-02-30' }).evenement();
    expect((await mesurer(d)).compte('agenda_0.csv')).toBe('1 = 0 + 0 + 1');
  });

  it('E2 une ligne illisible est rejetée, même hors du périmètre', async () => {
    const d = depot().essms().actif().pour(INCONNU).evenement({ date_debut: '2025-02-30' });
    expect((await mesurer(d)).compte('agenda_0.csv')).toBe('1 = 0 + 1 + 0');
  });
});

describe('E2 : plus de la moitié écartées pour leur dossier', () => {
  const depotAvec = (justes: number, inconnus: number) => {
    const d = depot().essms().actif('482');
    for (let i = 0; i < justes; i++) d.evenement({ id_dossier: '482' });
    for (let i = 0; i < inconnus; i++) d.evenement({ id_dossier: '00482' });
    return mesurer(d);
  };

  it('E2 la moitié tout juste : des avertissements seulement', async () => {
    expect((await depotAvec(2, 2)).rapport.anomalies).toMatchObject({ erreurs: 0, avertissements: 2 });
  });

  it('E2 plus de la moitié : erreur dossier.cle_incoherente, et les zéros de tête sont cités', async () => {
    const mesure = await depotAvec(1, 2);
    expect(mesure.rapport.anomalies.erreurs).toBe(1);
    const erreur = mesure.rapport.anomalies.details.find(({ gravite }) => gravite === 'erreur');
    expect(erreur).toMatchObject({ code: 'dossier.cle_incoherente', colonne: 'id_dossier' });
    expect(erreur?.aide).toContain('zéros de tête');
  });

  it('E2 la proportion se compte par ESSMS', async () => {
    const d = depot().essms('630000016').actif();
    for (let i = 0; i < 10; i++) d.evenement();
    d.essms().actif().evenement({ id_dossier: 'inconnu' });
    const mesure = await mesurer(d);
    expect(mesure.anomalies.filter((a) => a.includes('dossier.cle_incoherente'))).toHaveLength(1);
  });
});
