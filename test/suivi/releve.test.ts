import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import type { Releve } from '../../src/domaine/releve.ts';
import { jsonReleve, rendreReleve } from '../../src/rapports/releve/json.ts';
import { nommerReleve } from '../../src/suivi/releve/ecrire.ts';
import { empreinteDe } from '../../src/suivi/releve/empreinte.ts';
import { etablirReleves } from '../../src/suivi/releve/etablir.ts';
import { lireReleveJson } from '../../src/suivi/releve/lire.ts';
import { ConstructeurDepot } from '../outils/depot.ts';

async function releveDe(
  ecrire: (depot: ConstructeurDepot) => unknown,
  premiereMesure = false,
): Promise<Releve> {
  const depot = new ConstructeurDepot().essms();
  ecrire(depot);
  const issue = await etablirReleves({
    depot: depot.ecrire(),
    mois: ['2025-09' as Mois],
    premiereMesure,
    definitions: {},
    dateReference: '2025-10-20' as DateCivile,
    maxAnomalies: 10,
  });
  const [scelle] = issue.refus ? [] : issue.rendu;
  if (scelle === undefined) throw new Error(issue.anomalies.details[0]?.message);
  return scelle.releve;
}

const RIEN = {
  documentsAvecIns: null,
  documentsSansIns: null,
  documents: null,
  messagesProfessionnels: null,
  messagesUsagers: null,
  dossiersDmp: null,
  dossiersMssProfessionnel: null,
  dossiersMssUsager: null,
  dossiersTroisActions: null,
};

describe('V1 : le tableau de bord de la vérification d’aptitude', () => {
  const tableau = async (ecrire: (depot: ConstructeurDepot) => unknown, premiereMesure = false) => {
    const [premier] = (await releveDe(ecrire, premiereMesure)).tableauVa;
    if (premier === undefined) throw new Error('aucun ESSMS');
    const { finessEt: _, ...reste } = premier;
    return reste;
  };

  test('V1 sans table mss ni dmp, rien ne se compte : inconnu, pas zéro', async () => {
    expect(await tableau((d) => d.actif())).toEqual(RIEN);
  });

  test('V1 en détail : documents, messages, dossiers de chaque action, et des trois', async () => {
    expect(
      await tableau((d) =>
        d
          .actif('A')
          .actif('B')
          .alimentation({ id_dossier: 'A', ins_qualifiee: 'oui' })
          .alimentation({ id_dossier: 'A', ins_qualifiee: 'non' })
          .alimentation({ id_dossier: 'B', ins_qualifiee: 'oui' })
          .alimentation({ id_dossier: 'B', ins_qualifiee: 'oui', etat: 'echec' })
          .alimentation({ id_dossier: 'B', ins_qualifiee: 'oui', date_depot: '2025-08-31' })
          .message({ id_dossier: 'A', destinataire: 'professionnel', id_message: '1' })
          .message({ id_dossier: 'A', destinataire: 'professionnel', id_message: '1' })
          .message({ id_dossier: 'A', destinataire: 'usager' })
          .message({ id_dossier: 'B', destinataire: 'professionnel' })
          .message({ id_dossier: 'B', destinataire: 'usager', sens: 'recu' }),
      ),
    ).toEqual({
      documentsAvecIns: 2,
      documentsSansIns: 1,
      documents: 3,
      messagesProfessionnels: 2,
      messagesUsagers: 1,
      dossiersDmp: 2,
      dossiersMssProfessionnel: 2,
      dossiersMssUsager: 1,
      dossiersTroisActions: 1,
    });
  });

  test('V1 une INS dont rien ne dit si elle est qualifiée : le total se compte, pas le partage', async () => {
    expect(await tableau((d) => d.actif().alimentation({ ins_qualifiee: '' }))).toMatchObject({
      documentsAvecIns: null,
      documentsSansIns: null,
      documents: 1,
    });
  });

  test('V1 un message sans dossier : les messages se comptent, pas les dossiers', async () => {
    expect(await tableau((d) => d.actif().message({ id_dossier: '' }))).toMatchObject({
      messagesProfessionnels: 1,
      dossiersMssProfessionnel: null,
      dossiersMssUsager: null,
    });
  });

  test('V1 N6 un dossier que « dossiers » ne connaît pas n’en fait pas un, et empêche de les compter', async () => {
    const inconnu = await tableau((d) =>
      d.actif('A').message({ id_dossier: 'A' }).message({ id_dossier: 'Z' }),
    );
    expect(inconnu).toMatchObject({ messagesProfessionnels: 2, dossiersMssProfessionnel: null });
  });

  test('V1 N9 sans dossiers qui couvrent l’ESSMS, un dossier est celui que le message nomme', async () => {
    expect(await tableau((d) => d.message({ id_dossier: 'Z' }))).toMatchObject({
      dossiersMssProfessionnel: 1,
    });
  });

  test('V1 en décomptes, un mois', async () => {
    const decompte = await tableau((d) =>
      d
        .actif()
        .decompteDmp({ dossiers_alimentes: 4, documents_ins_qualifiee: 5, documents_sans_ins: 2 })
        .decompteMss({
          messages_professionnels: 7,
          messages_usagers: 3,
          dossiers_mss_professionnel: 6,
          dossiers_mss_usager: 2,
          dossiers_trois_actions: 1,
        }),
    );
    expect(decompte).toEqual({
      documentsAvecIns: 5,
      documentsSansIns: 2,
      documents: 7,
      messagesProfessionnels: 7,
      messagesUsagers: 3,
      dossiersDmp: 4,
      dossiersMssProfessionnel: 6,
      dossiersMssUsager: 2,
      dossiersTroisActions: 1,
    });
  });

  test('V1 en décomptes, sur trois mois : les documents s’additionnent, les dossiers non (N8)', async () => {
    const decompte = await tableau((d) => {
      d.actif();
      for (const mois of ['2025-07', '2025-08', '2025-09']) {
        d.decompteDmp({ mois, dossiers_alimentes: 4, documents_ins_qualifiee: 5, documents_sans_ins: 0 });
      }
    }, true);
    expect(decompte).toMatchObject({ documents: 15, documentsAvecIns: 15, dossiersDmp: null });
  });

  test('V1 en décomptes, un mois de F absent : inconnu', async () => {
    expect(
      await tableau(
        (d) =>
          d.actif().decompteDmp({ dossiers_alimentes: 1, documents_ins_qualifiee: 1, documents_sans_ins: 1 }),
        true,
      ),
    ).toEqual(RIEN);
  });
});

describe('parts de qualité', () => {
  const qualite = async (ecrire: (depot: ConstructeurDepot) => unknown) => {
    const [premiere] = (await releveDe(ecrire)).qualite;
    if (premiere === undefined) throw new Error('aucun ESSMS');
    return premiere;
  };

  test('un seul événement : dossiers de la population, événements retenus de F', async () => {
    const { unSeulEvenement } = await qualite((d) =>
      d
        .actif('A')
        .actif('B')
        .actif('C')
        .evenement({ id_dossier: 'A' })
        .evenement({ id_dossier: 'A', date_debut: '2025-08-01' })
        .evenement({ id_dossier: 'B' })
        .evenement({ id_dossier: 'B', date_debut: '2025-09-20' })
        .evenement({ id_dossier: 'C', statut: 'annule' }),
    );
    expect(unSeulEvenement).toEqual({ nombre: 1, total: 2 });
  });

  test('un seul événement : hors de tout séjour, un événement ne compte pas (N5)', async () => {
    const { unSeulEvenement } = await qualite((d) =>
      d
        .actif('A', { date_entree: '2025-09-10' })
        .evenement({ id_dossier: 'A', date_debut: '2025-09-02' })
        .evenement({ id_dossier: 'A', date_debut: '2025-09-12' })
        .actif('B', { date_entree: '2025-09-10' })
        .evenement({ id_dossier: 'B', date_debut: '2025-09-02' })
        .actif('C')
        .evenement({ id_dossier: 'C', date_debut: '2025-09-12 09:00' })
        .evenement({ id_dossier: 'C', date_debut: '2025-09-12 15:00' }),
    );
    expect(unSeulEvenement).toEqual({ nombre: 1, total: 2 });
  });

  test('sans agenda : inconnu', async () => {
    expect((await qualite((d) => d.actif())).unSeulEvenement).toBeNull();
  });

  test('première trace : le jour le plus chargé, hors des trois premiers de F, sur tous les dossiers tracés', async () => {
    const { premiereTraceMemeJour } = await qualite((d) => {
      for (const [id, jour] of Object.entries({ A: '01', B: '01', C: '03', D: '17', E: '17', F: '18' })) {
        d.dossier({ id_dossier: id }).activite({ id_dossier: id, date: `2025-09-${jour}` });
      }
      d.activite({ id_dossier: 'D', date: '2025-09-30' });
    });
    expect(premiereTraceMemeJour).toEqual({ nombre: 2, total: 6, jour: '2025-09-17' });
  });

  test('première trace : aucune après le troisième jour, la part est nulle et n’a pas de jour', async () => {
    const { premiereTraceMemeJour } = await qualite((d) =>
      d.actif('A', { date_derniere_activite: '2025-09-02' }),
    );
    expect(premiereTraceMemeJour).toEqual({ nombre: 0, total: 1, jour: null });
  });

  test('saisies : plus de cinq jours après la fin de F, sur celles qui sont datées', async () => {
    const { saisiesTardives } = await qualite((d) =>
      d
        .actif()
        .evenement({ date_saisie: '2025-09-15' })
        .evenement({ date_saisie: '2025-10-05' })
        .evenement({ date_saisie: '2025-10-06' })
        .evenement({ date_saisie: '' })
        .evenement({ date_saisie: '2025-12-01', date_debut: '2025-08-01' }),
    );
    expect(saisiesTardives).toEqual({ nombre: 1, total: 3 });
  });

  test('saisies : sans la colonne, inconnu', async () => {
    expect((await qualite((d) => d.actif().evenement())).saisiesTardives).toBeNull();
  });
});

describe('le relevé', () => {
  test('dit d’où viennent les chiffres : calculés, ou déclarés', async () => {
    const calcule = await releveDe((d) => d.actif().effectif({ personnes_accompagnees: 2 }));
    expect(calcule.perimetre[0]).toMatchObject({
      preuve: 'calcule',
      declares: [],
      personnesDeclarees: 2,
      population: 1,
    });
    const declare = await releveDe((d) =>
      d.actif().declare({ mois: '2025-09', indicateur: 'dmp', numerateur: 1, denominateur: 1 }),
    );
    expect(declare.perimetre[0]).toMatchObject({ preuve: 'declare', declares: ['dmp'] });
  });

  test('relu, il est le même, et intact ; retouché, il est altéré', async () => {
    const releve = await releveDe((d) => d.actif().evenement().alimentation().message());
    const texte = rendreReleve(releve, empreinteDe(jsonReleve(releve)));
    const lu = lireReleveJson(texte);
    if (lu.etat !== 'lu') throw new Error(lu.constat.message);
    expect(lu.intact).toBe(true);
    expect(jsonReleve(lu.scelle.releve)).toEqual(jsonReleve(releve));
    const retouche = lireReleveJson(texte.replace('"numerateur": 1', '"numerateur": 2'));
    expect(retouche).toMatchObject({ etat: 'lu', intact: false });
  });

  test('tronqué après chaque millier d’octets, d’une autre version, sans une clé : refusé', async () => {
    const releve = await releveDe((d) => d.actif());
    const texte = rendreReleve(releve, empreinteDe(jsonReleve(releve)));
    for (let fin = 0; fin < texte.length - 2; fin += 1000) {
      expect(lireReleveJson(texte.slice(0, fin))).toMatchObject({
        etat: 'refuse',
        constat: { code: 'releve.illisible' },
      });
    }
    expect(lireReleveJson(texte.replace('esms/releve@1', 'esms/releve@2'))).toMatchObject({
      constat: { code: 'releve.version' },
    });
    expect(lireReleveJson(texte.replace('"mois"', '"moi"'))).toMatchObject({
      constat: { code: 'releve.illisible' },
    });
    expect(lireReleveJson('{"schema":"esms/indicateurs@1"}')).toMatchObject({
      constat: { code: 'releve.illisible' },
    });
    expect(lireReleveJson('null')).toMatchObject({ constat: { code: 'releve.illisible' } });
  });

  test('l’empreinte ne dépend ni de l’ordre des clés, ni d’elle-même', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (contenu) => {
        const renverse = Object.fromEntries(Object.entries(contenu).reverse());
        expect(empreinteDe(renverse)).toBe(empreinteDe(contenu));
        expect(empreinteDe({ ...contenu, empreinte: 'x' })).toBe(empreinteDe({ ...contenu, empreinte: 'y' }));
      }),
    );
  });

  test('le nom du fichier porte le porteur et le mois', () => {
    const grappe = { nom: null, niveauPreuve: null };
    expect(
      nommerReleve({ grappe: { ...grappe, porteurFinessEj: '630990018' }, mois: '2025-09' as Mois }),
    ).toBe('releve-630990018-2025-09.json');
    expect(nommerReleve({ grappe: { ...grappe, porteurFinessEj: null }, mois: '2025-09' as Mois })).toBe(
      'releve-2025-09.json',
    );
  });
});
