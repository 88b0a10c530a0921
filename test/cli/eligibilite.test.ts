import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lancer } from './faux-contexte.ts';
import { validerJson } from './sorties.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/financement');
const depot = (nom: string) => join(FIXTURES, nom);

interface Controle {
  readonly code: string;
  readonly etat: string;
  readonly regle: string | null;
}
interface Sortie {
  readonly etat: string;
  readonly grappe: { readonly etat: string; readonly controles: readonly Controle[] };
  readonly essms: readonly {
    readonly libelle: string;
    readonly etat: string;
    readonly controles: readonly Controle[];
  }[];
  readonly sources: readonly { readonly regle: string }[];
}

async function enJson(argv: readonly string[]): Promise<{ readonly code: number; readonly json: Sortie }> {
  const { code, sortie } = await lancer([...argv, '--format', 'json']);
  return { code, json: JSON.parse(sortie) as Sortie };
}

describe('esms eligibilite', () => {
  test('une grappe éligible sort 0, et dit ce qui n’est pas contrôlé', async () => {
    const { code, sortie, erreur } = await lancer(['eligibilite', depot('acquisition'), '--annee', '2022']);
    expect(code).toBe(0);
    expect(erreur).toMatch(/^Aucun index FINESS : .+\n$/);
    expect(sortie).toContain('ÉLIGIBLE : la grappe et ses 16 ESSMS');
    expect(sortie).toContain('Non contrôlé :');
    expect(sortie).toContain('répertoire FINESS, absent du dépôt');
  });

  test('une grappe inéligible sort 1, avec toutes les raisons de chacun et leurs règles', async () => {
    const { code, json } = await enJson(['eligibilite', depot('ineligible'), '--annee', '2022']);
    expect(code).toBe(1);
    expect(json.etat).toBe('ineligible');
    const trois = json.essms.find(({ libelle }) => libelle === 'USLD à trois raisons');
    const regles = trois?.controles.filter(({ etat }) => etat === 'ineligible').map(({ regle }) => regle);
    expect(regles).toEqual([
      'eligibilite.essms.categories_exclues',
      'eligibilite.essms.financement_europeen',
      'eligibilite.essms.une_fois',
    ]);
    const citees = new Set(json.sources.map(({ regle }) => regle));
    for (const { regle } of [...json.grappe.controles, ...json.essms.flatMap(({ controles }) => controles)]) {
      if (regle !== null) expect(citees).toContain(regle);
    }
  });

  test('une seule raison « à vérifier » sort 0', async () => {
    const { code, json } = await enJson(['eligibilite', depot('acquisition'), '--annee', '2024']);
    expect({ code, etat: json.etat }).toEqual({ code: 0, etat: 'a_verifier' });
  });

  test.each(['acquisition', 'montee', 'ineligible', 'national'])('%s suit le schéma publié', async (nom) => {
    await validerJson('eligibilite', ['eligibilite', depot(nom), '--annee', '2022']);
  });

  test('sans année, celle de la convention ; sans convention non plus : code 2, avec un exemple', async () => {
    const { sortie } = await lancer(['eligibilite', depot('acquisition')]);
    expect(sortie).toContain('année 2022, celle de la convention');
    const dossier = mkdtempSync(join(tmpdir(), 'esms-eligibilite-'));
    writeFileSync(
      join(dossier, 'essms.csv'),
      'finess_et;finess_ej;type_projet\n630781227;630000529;acquisition\n',
    );
    const { code, sortie: rien, erreur } = await lancer(['eligibilite', dossier]);
    rmSync(dossier, { recursive: true });
    expect({ code, rien }).toEqual({ code: 2, rien: '' });
    expect(erreur).toMatch(/il manque --annee AAAA.*Exemple : esms eligibilite .* --annee 2022/);
  });
});

describe('ce qui est mal écrit', () => {
  let dossier = '';
  beforeAll(() => {
    dossier = mkdtempSync(join(tmpdir(), 'esms-eligibilite-'));
    const lignes = [
      'finess_et;finess_ej;type_projet;heures_eligibles;heures_totales',
      '630781227;630000529;achat groupé;;',
      '630993004;630000529;acquisition;1200;1000',
    ];
    writeFileSync(join(dossier, 'essms.csv'), `${lignes.join('\n')}\n`);
    writeFileSync(join(dossier, 'agenda.csv'), 'ceci n’est pas un agenda\n"');
    writeFileSync(
      join(dossier, 'depot.yaml'),
      'version: 1\ngrappe:\n  convention: 2022-06-15\n  essms_par_og: { "630000529": 1, "750712184": 3 }\n',
    );
  });
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  test('chaque faute a son champ, sa ligne et son conseil ; code 1', async () => {
    const { code, erreur } = await lancer(['eligibilite', dossier]);
    expect(code).toBe(1);
    expect(erreur).toContain('essms.csv:2:type_projet erreur essms.type_projet_inconnu « achat groupé »');
    expect(erreur).toContain('essms.csv:3:heures_eligibles erreur essms.heures_incoherentes');
    expect(erreur).toContain(
      'depot.yaml:4:grappe.essms_par_og.630000529 erreur grappe.taille_og 1 ESSMS donné',
    );
    expect(erreur).toContain('depot.yaml:4:grappe.essms_par_og.750712184 erreur grappe.taille_og');
    expect(erreur.match(/aide : /g)).toHaveLength(4);
  });

  test('un agenda illisible n’empêche rien : seule la table essms est lue', async () => {
    expect((await lancer(['eligibilite', dossier])).sortie).toContain('1 fichier ;');
  });
});
