import { describe, expect, test } from 'vitest';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import type { DossierAFaire, IndicateurNommable, Situation } from '../../src/domaine/reste-a-faire.ts';
import type { CodeIndicateur } from '../../src/domaine/resultat.ts';
import type { Definitions } from '../../src/indicateurs/definitions.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { estClos, etablirResteAFaire } from '../../src/suivi/reste-a-faire/etablir.ts';
import { choisirGeste, comparerDossiers } from '../../src/suivi/reste-a-faire/gestes.ts';
import { ConstructeurDepot, ET } from '../outils/depot.ts';

interface Demande {
  readonly dateReference?: string;
  readonly definitions?: Partial<Definitions>;
  readonly indicateur?: CodeIndicateur;
  readonly finessEt?: string;
  readonly essms?: Readonly<Record<string, string>>;
}

async function etablir(ecrire: (depot: ConstructeurDepot) => unknown, demande: Demande = {}) {
  const depot = new ConstructeurDepot().essms(ET, demande.essms ?? {});
  ecrire(depot);
  const issue = await etablirResteAFaire({
    depot: depot.ecrire(),
    mois: '2025-09' as Mois,
    premiereMesure: false,
    definitions: demande.definitions ?? {},
    dateReference: (demande.dateReference ?? '2025-10-05') as DateCivile,
    indicateur: demande.indicateur ?? null,
    finessEt: demande.finessEt ?? null,
    maxAnomalies: 10,
    regles: chargerReglesLivrees(),
  });
  if (issue.refus) throw new Error(issue.anomalies.details[0]?.message);
  return issue.rendu;
}

async function lister(...appel: Parameters<typeof etablir>) {
  const rendu = await etablir(...appel);
  if (!('rapport' in rendu)) throw new Error('ESSMS hors périmètre');
  return rendu.rapport;
}

/** « A : inactif, dossiers_actifs agenda » */
async function dire(...appel: Parameters<typeof etablir>): Promise<string[]> {
  const { dossiers } = await lister(...appel);
  return dossiers.map((un) => `${un.idDossier} : ${un.situation}, ${un.manques.join(' ')}`);
}

/** Les tables qui couvrent l'ESSMS, par la personne « Z », à qui il ne manque rien. */
const couvrir = (d: ConstructeurDepot) =>
  d.actif('Z').projet({ id_dossier: 'Z' }).evenement({ id_dossier: 'Z' }).alimentation({ id_dossier: 'Z' });

describe('reste à faire : qui est dans la liste', () => {
  test('un dossier complet n’y est pas ; à chaque manque, le sien', async () => {
    const lignes = await dire((d) =>
      couvrir(d)
        .actif('A')
        .actif('B')
        .projet({ id_dossier: 'B' })
        .evenement({ id_dossier: 'B' })
        .dossier({ id_dossier: 'C' }),
    );
    expect(lignes).toEqual([
      'C : inactif, dossiers_actifs projets agenda dmp',
      'A : actif, projets agenda dmp',
      'B : actif, dmp',
    ]);
  });

  test.each(['deces', 'retour à domicile', ''])(
    'jamais une personne sortie, quel que soit le motif (« %s »)',
    async (motif) => {
      const { dossiers, essms } = await lister((d) =>
        couvrir(d)
          .dossier({ id_dossier: 'MORT', date_sortie: '2025-09-12', motif_sortie: motif })
          .dossier({ id_dossier: 'LA', date_sortie: '2025-12-31', motif_sortie: '' }),
      );
      expect(dossiers.map(({ idDossier }) => idDossier)).toEqual(['LA']);
      expect(essms[0]).toMatchObject({ population: 3, dossiers: 1, sortis: 1 });
    },
  );

  test('la sortie se juge à la date de référence : le jour même, la personne y est encore', async () => {
    const sorti = (d: ConstructeurDepot) =>
      couvrir(d).dossier({ id_dossier: 'A', date_sortie: '2025-10-05' });
    expect(await dire(sorti, { dateReference: '2025-10-05' })).toHaveLength(1);
    expect(await dire(sorti, { dateReference: '2025-10-06' })).toEqual([]);
  });

  test('réadmise, elle y est ; à sortie écrite avant l’entrée (P2), non', async () => {
    const lignes = await dire((d) =>
      couvrir(d)
        .dossier({ id_dossier: 'A', date_sortie: '2025-09-10' })
        .dossier({ id_dossier: 'A', date_entree: '2025-09-20' })
        .dossier({ id_dossier: 'B', date_entree: '2025-09-20', date_sortie: '2025-09-10' }),
    );
    expect(lignes).toEqual(['A : inactif, dossiers_actifs projets agenda dmp']);
  });

  test.each(['preadmission', 'attente', 'refuse'])(
    'jamais le statut « %s », même après un séjour fini',
    async (statut) => {
      const lignes = await dire((d) =>
        couvrir(d)
          .dossier({ id_dossier: 'A', statut })
          .dossier({ id_dossier: 'B', statut: 'clos', date_sortie: '2025-09-10' })
          .dossier({ id_dossier: 'B', statut }),
      );
      expect(lignes).toEqual([]);
    },
  );

  test('un clos sans date de sortie y est, et c’est elle qu’il faut écrire', async () => {
    const { dossiers } = await lister((d) => couvrir(d).dossier({ id_dossier: 'A', statut: 'clos' }));
    expect(dossiers).toMatchObject([{ idDossier: 'A', closSansSortie: true }]);
  });

  test('N7 une personne que rien ne rend éligible n’a pas de DMP à faire', async () => {
    const lignes = await dire((d) =>
      couvrir(d)
        .actif('A', { eligible_projet: 'non' })
        .projet({ id_dossier: 'A' })
        .evenement({ id_dossier: 'A' }),
    );
    expect(lignes).toEqual([]);
  });

  test('N9 un export absent ne fait manquer personne', async () => {
    const { dossiers, essms } = await lister((d) => d.actif('A').dossier({ id_dossier: 'B' }));
    expect(dossiers.map(({ idDossier, manques }) => [idDossier, manques])).toEqual([
      ['B', ['dossiers_actifs']],
    ]);
    expect(
      essms[0]?.manques.filter(({ nommable }) => nommable).map(({ resultat }) => resultat.indicateur),
    ).toEqual(['dossiers_actifs']);
  });

  test('des décomptes de DMP ne nomment personne ; la MSSanté jamais', async () => {
    const { essms } = await lister((d) =>
      d.actif('A').decompteDmp({ dossiers_alimentes: 1 }).decompteMss({ messages_professionnels: 1 }),
    );
    const nommables = essms[0]?.manques.filter(({ nommable }) => nommable);
    expect(nommables?.map(({ resultat }) => resultat.indicateur)).toEqual(['dossiers_actifs']);
  });

  test('T6 un ESSMS dispensé n’a pas de DMP à faire ; P6 hors période, rien', async () => {
    const ecrire = (d: ConstructeurDepot) => couvrir(d).actif('A').projet().evenement();
    expect(await dire(ecrire)).toEqual(['A : actif, dmp']);
    expect(await dire(ecrire, { essms: { secteur: 'AHI', eligible_sons: 'non' } })).toEqual([]);
    expect(await dire(ecrire, { essms: { date_ouverture: '2025-11-01' } })).toEqual([]);
  });

  test('P7 l’ESSMS demandé par son numéro secondaire', async () => {
    const { finessEt } = await lister((d) => couvrir(d).config({ alias_finess: { '630991016': ET } }), {
      finessEt: '630991016',
    });
    expect(finessEt).toBe(ET);
    expect(await etablir(couvrir, { finessEt: '630991024' })).toEqual({ perimetre: [ET] });
  });

  test('restreinte à un indicateur : ses dossiers seuls, les comptes de tous', async () => {
    const ecrire = (d: ConstructeurDepot) => couvrir(d).actif('A').projet().dossier({ id_dossier: 'B' });
    const entiere = await lister(ecrire);
    const reduite = await lister(ecrire, { indicateur: 'projets' });
    expect(reduite.dossiers.map(({ idDossier }) => idDossier)).toEqual(['B']);
    expect(reduite.essms[0]?.manques).toEqual(entiere.essms[0]?.manques);
    expect((await lister(ecrire, { indicateur: 'mssante' })).dossiers).toEqual([]);
  });

  test.each([
    ['periode', ['A : actif, agenda']],
    ['existence', []],
  ] as const)('N5 un événement d’une autre date, lecture %s', async (lecture, attendus) => {
    const lignes = await dire(
      (d) => couvrir(d).actif('A').projet().evenement({ date_debut: '2025-01-15' }).alimentation(),
      { definitions: { evenement_agenda: lecture } },
    );
    expect(lignes).toEqual(attendus);
  });

  test('N2 sous « ouvert », personne n’est inactif', async () => {
    const lignes = await dire((d) => couvrir(d).dossier({ id_dossier: 'A' }), {
      definitions: { dossier_actif: 'ouvert' },
    });
    expect(lignes).toEqual(['A : actif, projets agenda dmp']);
  });

  test('N3 un indéterminé : réexporter, pas saisir', async () => {
    const { dossiers } = await lister((d) => couvrir(d).actif('A', { date_derniere_activite: '2025-10-02' }));
    expect(dossiers).toMatchObject([
      { situation: 'indetermine', geste: 'reexporter', regle: ['dossiers_actifs'] },
    ]);
  });
});

describe('reste à faire : le premier geste, et l’ordre', () => {
  const utiles = (...codes: IndicateurNommable[]) => new Set(codes);
  const geste = (
    situation: Situation,
    manques: IndicateurNommable[],
    cibles: ReadonlySet<IndicateurNommable>,
    actif: Definitions['dossier_actif'] = 'activite',
  ) => {
    const { geste: premier, regle } = choisirGeste({ situation, manques, utiles: cibles }, actif);
    return `${premier} : ${regle.join(' ')}`;
  };

  test('un geste daté du mois rend aussi actif un dossier inactif', () => {
    expect(geste('inactif', ['dossiers_actifs', 'projets', 'agenda'], utiles('agenda'))).toBe(
      'evenement : dossiers_actifs agenda',
    );
    expect(geste('inactif', ['dossiers_actifs'], utiles())).toBe('trace : dossiers_actifs');
    expect(geste('actif', ['dmp'], utiles())).toBe('dmp : dmp');
  });

  test('d’abord une cible non atteinte ; à défaut, l’agenda, le projet, le DMP', () => {
    expect(geste('actif', ['projets', 'agenda', 'dmp'], utiles('dmp'))).toBe('dmp : dmp');
    expect(geste('actif', ['projets', 'agenda', 'dmp'], utiles())).toBe('evenement : agenda');
    expect(geste('actif', ['projets', 'dmp'], utiles())).toBe('projet : projets');
  });

  test('sous « statut », c’est le statut qui rend actif', () => {
    expect(geste('inactif', ['dossiers_actifs', 'agenda'], utiles('agenda'), 'statut')).toBe(
      'statut : dossiers_actifs',
    );
  });

  test('deux indicateurs d’un geste, puis une cible non atteinte, puis le plus de manques, puis le nom', () => {
    const dossier = (
      idDossier: string,
      regle: IndicateurNommable[],
      manques: IndicateurNommable[],
    ): DossierAFaire => ({
      finessEt: ET,
      idDossier,
      situation: 'actif',
      manques,
      geste: 'dmp',
      regle,
      closSansSortie: false,
    });
    const liste = [
      dossier('F', ['projets'], ['projets']),
      dossier('E', ['projets'], ['projets']),
      dossier('D', ['projets'], ['projets', 'agenda']),
      dossier('C', ['dmp'], ['dmp']),
      dossier('B', ['dossiers_actifs', 'agenda'], ['dossiers_actifs', 'agenda']),
      dossier('A', ['dossiers_actifs', 'dmp'], ['dossiers_actifs', 'dmp']),
    ];
    const ordre = liste.sort(comparerDossiers(utiles('dmp'))).map(({ idDossier }) => idDossier);
    expect(ordre).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });
});

test.each([
  ['2025-09-30', false],
  ['2025-10-10', false],
  ['2025-10-11', true],
  ['2026-01-05', true],
  ['2025-09-02', false],
])('septembre 2025, au %s : clos %s', (reference, clos) => {
  expect(estClos('2025-09' as Mois, reference as DateCivile)).toBe(clos);
});
