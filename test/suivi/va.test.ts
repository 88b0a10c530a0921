import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import type { TableauVa } from '../../src/domaine/releve.ts';
import type { Resultat } from '../../src/domaine/resultat.ts';
import type {
  CodeCondition,
  Condition,
  DossiersVus,
  EssmsDeclareVa,
  EssmsVerifie,
} from '../../src/domaine/va.ts';
import { lireTypeProjet } from '../../src/financement/type-projet.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import { examiner, obligationDe, pireEtat } from '../../src/suivi/va/conditions.ts';
import { verifierActe } from '../../src/suivi/va/etablir.ts';
import { ConstructeurDepot, EJ, ET } from '../outils/depot.ts';

const ESSMS: EssmsDeclareVa = {
  finessEt: ET,
  finessEj: EJ,
  libelle: 'EHPAD',
  logiciel: null,
  typeProjet: 'acquisition',
  deploiementTermine: true,
  formationsTerminees: true,
};

const PLEIN: TableauVa = {
  finessEt: ET,
  documentsAvecIns: 5,
  documentsSansIns: 0,
  documents: 5,
  messagesProfessionnels: 3,
  messagesUsagers: 2,
  dossiersDmp: 4,
  dossiersMssProfessionnel: 3,
  dossiersMssUsager: 2,
  dossiersTroisActions: 1,
};

const AUCUN: DossiersVus = {
  dossiersDmp: 0,
  dossiersMssProfessionnel: 0,
  dossiersMssUsager: 0,
  dossiersTroisActions: 0,
};

const VA = { acte: 'va', bugsCorriges: null } as const;

function taux(indicateur: Resultat['indicateur'], champs: Partial<Resultat> = {}): Resultat {
  return {
    niveau: 'essms',
    identifiant: ET,
    libelle: 'EHPAD',
    secteur: 'PA',
    indicateur,
    numerateur: 1,
    denominateur: 10,
    taux: 10,
    borneBasse: 10,
    borneHaute: 10,
    cible: 90,
    etat: 'non_atteint',
    resteAFaire: 8,
    provisoire: false,
    avertissements: [],
    ...champs,
  };
}

const TROIS = (['dossiers_actifs', 'projets', 'agenda'] as const).map((code) => taux(code));

function condition(
  code: CodeCondition,
  tableau: Partial<TableauVa> = {},
  vus: Partial<DossiersVus> = {},
): Condition | undefined {
  const mesure = { tableau: { ...PLEIN, ...tableau }, vus: { ...AUCUN, ...vus }, resultats: TROIS };
  return examiner(ESSMS, mesure, VA).find((une) => une.code === code);
}

describe('les conditions de la VA', () => {
  test('toutes remplies : ce qui est calculé et ce qui est déclaré se distinguent', () => {
    const conditions = examiner(ESSMS, { tableau: PLEIN, vus: AUCUN, resultats: TROIS }, VA);
    expect(conditions.map(({ code, origine, etat }) => `${code} ${origine} ${etat}`)).toEqual([
      'V1 calcule remplie',
      'V2 calcule remplie',
      'V3 calcule remplie',
      'V4 declare remplie',
    ]);
  });

  test('V1 un compte que rien n’établit : inconnue, jamais fausse', () => {
    expect(condition('V1', { documentsSansIns: null })).toMatchObject({
      etat: 'inconnue',
      faux: [],
      inconnus: ['documents_sans_ins'],
    });
  });

  test('V1 et V2 un compte inexact, mais dont des dossiers sont vus : établi, non nul', () => {
    const inexact = { dossiersMssProfessionnel: null };
    expect(condition('V1', inexact)?.etat).toBe('inconnue');
    expect(condition('V1', inexact, { dossiersMssProfessionnel: 2 })?.etat).toBe('remplie');
    expect(condition('V2', inexact, { dossiersMssProfessionnel: 2 })?.etat).toBe('remplie');
    expect(condition('V2', inexact)).toMatchObject({ inconnus: ['dossiers_mss_professionnel'] });
  });

  test('V2 « sans INS » peut être nul, tout le reste non', () => {
    expect(condition('V2', { documentsSansIns: 0 })?.etat).toBe('remplie');
    const cas = [
      [
        { documents: 0, dossiersDmp: 0, dossiersTroisActions: 0 },
        ['documents', 'dossiers_dmp', 'dossiers_trois_actions'],
      ],
      [{ messagesProfessionnels: 0, messagesUsagers: 0 }, ['messages']],
      [{ dossiersMssProfessionnel: 0 }, ['dossiers_mss_professionnel']],
      [{ dossiersMssUsager: 0 }, ['dossiers_mss_usager']],
      [{ dossiersTroisActions: 0 }, ['dossiers_trois_actions']],
    ] as const;
    for (const [tableau, faux] of cas) {
      expect(condition('V2', tableau)).toMatchObject({ etat: 'non_remplie', faux, inconnus: [] });
    }
  });

  test('V2 des messages d’une sorte suffisent : « à des professionnels ou des usagers »', () => {
    expect(condition('V2', { messagesProfessionnels: 0 })?.faux).toEqual([]);
    expect(condition('V2', { messagesUsagers: null })?.inconnus).toEqual([]);
    expect(condition('V2', { messagesProfessionnels: 0, messagesUsagers: null })?.inconnus).toEqual([
      'messages',
    ]);
  });

  test('V2 un compte inconnu se prouve par un autre : des documents font un dossier, aucun message n’en fait pas', () => {
    expect(condition('V2', { dossiersDmp: null })?.etat).toBe('remplie');
    expect(condition('V2', { documents: null, documentsAvecIns: null, documentsSansIns: null })?.etat).toBe(
      'remplie',
    );
    expect(condition('V2', { messagesUsagers: 0, dossiersMssUsager: null })?.faux).toEqual([
      'dossiers_mss_usager',
    ]);
    expect(condition('V2', { dossiersDmp: 0, documents: 0, dossiersTroisActions: null })?.faux).toContain(
      'dossiers_trois_actions',
    );
  });

  test('V3 un taux, si bas soit-il, suffit : aucun seuil', () => {
    expect(condition('V3')?.etat).toBe('remplie');
  });

  test('V3 un dénominateur nul n’est pas calculable, un export absent ne se sait pas', () => {
    const sans = (code: string) => [
      ...TROIS.filter(({ indicateur }) => indicateur !== 'projets'),
      taux('projets', {
        taux: null,
        etat: 'non_evaluable',
        avertissements: [{ code, nombre: 1, message: '' }],
      }),
    ];
    const v3 = (code: string) =>
      examiner(ESSMS, { tableau: PLEIN, vus: AUCUN, resultats: sans(code) }, VA).find(
        (une) => une.code === 'V3',
      );
    expect(v3('denominateur.nul')).toMatchObject({ etat: 'non_remplie', faux: ['projets'] });
    expect(v3('table.absente')).toMatchObject({ etat: 'inconnue', inconnus: ['projets'] });
  });

  test.each([
    [true, true, 'remplie'],
    [true, false, 'non_remplie'],
    [false, null, 'non_remplie'],
    [true, null, 'inconnue'],
    [null, null, 'inconnue'],
  ] as const)('V4 déploiement %s, formations %s : %s', (deploiementTermine, formationsTerminees, etat) => {
    const conditions = examiner({ ...ESSMS, deploiementTermine, formationsTerminees }, null, VA);
    expect(conditions.find(({ code }) => code === 'V4')?.etat).toBe(etat);
  });

  test('P6 hors période : V1 à V3 sans objet, V4 attendue', () => {
    const resultats = TROIS.map((un) => ({ ...un, taux: null, etat: 'hors_periode' as const }));
    const conditions = examiner(
      { ...ESSMS, deploiementTermine: false },
      { tableau: PLEIN, vus: AUCUN, resultats },
      VA,
    );
    expect(conditions.map(({ etat }) => etat)).toEqual([
      'sans_objet',
      'sans_objet',
      'sans_objet',
      'non_remplie',
    ]);
    expect(pireEtat(conditions.map(({ etat }) => etat))).toBe('non_remplie');
  });

  test('sans mesure, rien de calculé ne se sait', () => {
    expect(examiner(ESSMS, null, VA).map(({ etat }) => etat)).toEqual([
      'inconnue',
      'inconnue',
      'inconnue',
      'remplie',
    ]);
  });

  test.each([
    ['va', 'montee_de_version', 'obligatoire'],
    ['va', 'acquisition', 'recommandee'],
    ['vsr', 'acquisition', 'obligatoire'],
    ['vsr', 'montee_de_version', 'facultative'],
    ['va', null, 'inconnue'],
  ] as const)('V5 %s, %s : %s', (acte, typeProjet, attendue) => {
    expect(obligationDe(acte, { typeProjet })).toBe(attendue);
  });

  test('VSR : les mêmes, et la correction des bugs, que seul l’organisme peut déclarer', () => {
    const vsr = (bugsCorriges: boolean | null) =>
      examiner(ESSMS, { tableau: PLEIN, vus: AUCUN, resultats: TROIS }, { acte: 'vsr', bugsCorriges });
    expect(vsr(null).map(({ code }) => code)).toEqual(['V1', 'V2', 'V3', 'V4', 'bugs']);
    expect(vsr(null).at(-1)).toMatchObject({ origine: 'declare', etat: 'inconnue' });
    expect(vsr(true).at(-1)?.etat).toBe('remplie');
  });

  test('une donnée de plus ne change jamais un « rempli » en « inconnu », ni « non rempli » en « inconnu »', () => {
    const compte = fc.option(fc.nat({ max: 2 }), { nil: null });
    const cles = Object.keys(PLEIN).filter((cle) => cle !== 'finessEt') as (keyof typeof AUCUN)[];
    fc.assert(
      fc.property(
        fc.tuple(...cles.map(() => compte)),
        fc.nat({ max: 8 }),
        fc.nat({ max: 2 }),
        (comptes, rang, n) => {
          const tableau = Object.fromEntries(
            cles.map((cle, i) => [cle, comptes[i] ?? null]),
          ) as Partial<TableauVa>;
          const cle = cles[rang];
          if (cle === undefined || comptes[rang] !== null) return;
          const [avant, apres] = [condition('V2', tableau), condition('V2', { ...tableau, [cle]: n })];
          for (const element of apres?.inconnus ?? []) expect(avant?.inconnus).toContain(element);
        },
      ),
    );
  });
});

describe('un dépôt devant la VA', () => {
  async function verifier(
    ecrire: (depot: ConstructeurDepot) => unknown,
    options: {
      readonly acte?: 'va' | 'vsr';
      readonly mois?: string | null;
      readonly premiereMesure?: boolean;
    } = {},
  ) {
    const depot = new ConstructeurDepot();
    ecrire(depot);
    const { acte = 'va', mois = '2025-09', premiereMesure = false } = options;
    const issue = await verifierActe({
      depot: depot.ecrire(),
      acte,
      mois: mois as Mois | null,
      premiereMesure,
      bugsCorriges: null,
      definitions: {},
      dateReference: '2025-10-20' as DateCivile,
      maxAnomalies: 10,
      regles: chargerReglesLivrees(),
      lireTypeProjet,
    });
    if (issue.refus) throw new Error(issue.anomalies.details[0]?.message);
    return issue.rendu;
  }
  const premier = async (...appel: Parameters<typeof verifier>): Promise<EssmsVerifie> => {
    const [un] = (await verifier(...appel)).verification.og.flatMap(({ essms }) => essms);
    if (un === undefined) throw new Error('aucun ESSMS');
    return un;
  };
  const etats = ({ conditions }: EssmsVerifie) => conditions.map(({ etat }) => etat).join(' ');
  const DECLARES = { deploiement_termine: 'oui', formations_terminees: 'oui', type_projet: 'acquisition' };

  const complet = (d: ConstructeurDepot) =>
    d
      .essms(ET, DECLARES)
      .actif('A')
      .projet()
      .evenement()
      .alimentation({ ins_qualifiee: 'oui' })
      .message({ id_dossier: 'A', destinataire: 'professionnel' })
      .message({ id_dossier: 'A', destinataire: 'usager' });

  test('V1 à V4 remplies', async () => {
    expect(etats(await premier(complet))).toBe('remplie remplie remplie remplie');
  });

  test('V2 un message sans dossier n’efface pas ceux qu’on a vus', async () => {
    const un = await premier((d) => complet(d).message({ id_dossier: '', destinataire: 'usager' }));
    expect(un.mesure?.tableau.dossiersMssUsager).toBeNull();
    expect(un.mesure?.vus).toMatchObject({ dossiersMssUsager: 1, dossiersTroisActions: 1 });
    expect(etats(un)).toBe('remplie remplie remplie remplie');
  });

  test('V2 un message au dossier inconnu de « dossiers » ne fait pas un dossier', async () => {
    const un = await premier((d) =>
      d.essms(ET, DECLARES).actif('A').message({ id_dossier: 'Z', destinataire: 'usager' }),
    );
    expect(un.mesure?.vus).toMatchObject({ dossiersMssUsager: 0 });
  });

  test('V2 les trois actions se font sur un même dossier', async () => {
    const un = await premier((d) =>
      d
        .essms(ET, DECLARES)
        .actif('A')
        .actif('B')
        .alimentation({ ins_qualifiee: 'oui' })
        .message({ id_dossier: 'A', destinataire: 'professionnel' })
        .message({ id_dossier: 'B', destinataire: 'usager' }),
    );
    expect(un.conditions.find(({ code }) => code === 'V2')?.faux).toEqual(['dossiers_trois_actions']);
  });

  test('V2 décomptes de trois mois : les dossiers ne s’additionnent pas, mais il y en a', async () => {
    const un = await premier(
      (d) => {
        d.essms(ET, DECLARES).actif('A').projet().evenement();
        for (const mois of ['2025-07', '2025-08', '2025-09']) {
          d.decompteDmp({ mois, dossiers_alimentes: 2, documents_ins_qualifiee: 2, documents_sans_ins: 0 });
          d.decompteMss({
            mois,
            messages_professionnels: 1,
            messages_usagers: 1,
            dossiers_mss_professionnel: 1,
            dossiers_mss_usager: 1,
            dossiers_trois_actions: mois === '2025-08' ? 1 : 0,
          });
        }
      },
      { premiereMesure: true },
    );
    expect(un.mesure?.tableau.dossiersDmp).toBeNull();
    expect(un.mesure?.vus).toEqual({
      dossiersDmp: 2,
      dossiersMssProfessionnel: 1,
      dossiersMssUsager: 1,
      dossiersTroisActions: 1,
    });
    expect(etats(un)).toBe('remplie remplie remplie remplie');
  });

  test('V5 le type de la grappe vaut pour l’ESSMS qui n’en dit pas', async () => {
    const un = await premier((d) =>
      d
        .essms()
        .config({ grappe: { type_projet: 'mise en conformité' } })
        .actif('A'),
    );
    expect([un.typeProjet, un.obligation]).toEqual(['montee_de_version', 'obligatoire']);
  });

  test('V5 un type illisible : obligation inconnue, sans rien de plus', async () => {
    expect(await premier((d) => d.essms(ET, { type_projet: 'achat ?' }).actif('A'))).toMatchObject({
      typeProjet: null,
      obligation: 'inconnue',
    });
  });

  test('par OG : l’état du pire de ses ESSMS', async () => {
    const autre = '630000552';
    const { verification } = await verifier((d) =>
      complet(d).essms('630991016', { ...DECLARES, finess_ej: autre, formations_terminees: 'non' }),
    );
    expect(verification.og.map(({ finessEj, etat }) => [finessEj, etat])).toEqual([
      [EJ, 'remplie'],
      [autre, 'non_remplie'],
    ]);
    expect(verification.etat).toBe('non_remplie');
  });

  test('VSR sans mois : le périmètre seul est lu, un agenda abîmé n’empêche rien', async () => {
    const { mesure, verification } = await verifier(
      (d) => d.essms(ET, DECLARES).brute('agenda', '"jamais refermé'),
      { acte: 'vsr', mois: null },
    );
    expect(mesure).toBeNull();
    expect(verification.og[0]?.essms.map(etats)).toEqual(['inconnue inconnue inconnue remplie inconnue']);
  });

  test.each([
    ['2024-01-15', '2025-07-15'],
    ['2024-08-31', '2026-02-28'],
  ])('VSR : convention du %s, pas avant environ le %s', async (convention, date) => {
    const { verification } = await verifier((d) => d.essms(ET, DECLARES).config({ grappe: { convention } }), {
      acte: 'vsr',
      mois: null,
    });
    expect(verification.dateIndicative).toEqual({ date, convention });
  });

  test('la VA n’a pas de date, la VSR sans convention non plus', async () => {
    const datee = (d: ConstructeurDepot) =>
      d
        .essms()
        .config({ grappe: { convention: '2024-01-15' } })
        .actif('A');
    expect((await verifier(datee)).verification.dateIndicative).toBeNull();
    const sans = await verifier((d) => d.essms(), { acte: 'vsr', mois: null });
    expect(sans.verification.dateIndicative).toBeNull();
  });
});
