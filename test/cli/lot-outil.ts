import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rendreReleve } from '../../src/rapports/releve/json.ts';
import { sous, TROIS_MOIS } from '../lot/dossier.ts';
import { releverMois } from '../lot/outil.ts';
import { recevoir } from '../suivi/fabrique.ts';

const ESMS = join(import.meta.dirname, '../../bin/esms.js');

export interface Passage {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreur: string;
}

/** Le vrai programme, dans un dossier à lui ; `pendant` le voit tourner. */
export async function executer(
  dossier: string,
  argv: readonly string[],
  pendant: (enfant: ChildProcess) => () => void = () => () => undefined,
): Promise<Passage> {
  const enfant = spawn(process.execPath, [ESMS, 'lot', ...argv, '--date-reference', '2025-10-20'], {
    cwd: dossier,
    env: { PATH: process.env.PATH ?? '', XDG_DATA_HOME: dossier, TMPDIR: tmpdir() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const dits = { sortie: '', erreur: '' };
  enfant.stdout.on('data', (octets) => {
    dits.sortie += String(octets);
  });
  enfant.stderr.on('data', (octets) => {
    dits.erreur += String(octets);
  });
  const cesser = pendant(enfant);
  const code = await new Promise<number | null>((fin) => enfant.on('close', fin));
  cesser();
  return { code, ...dits };
}

/** Les trois relevés d'une grappe d'un ESSMS, dont aucun compte ne se répète : rien à constater. */
export function grappe(rang: number): Record<string, string> {
  const id = `63${String(rang).padStart(6, '0')}0`;
  const relever = (mois: string, i: number): string => {
    const comptes = {
      dossiers_actifs: [91 + i, 100 + rang],
      projets: [85 + i, 91 + i],
      agenda: [86 + i, 91 + i],
      mssante: [75 + 2 * i, 100 + rang],
      dmp: [71 + 2 * i, 100 + rang],
    } as const;
    const { releve, empreinte } = recevoir(
      releverMois(mois, [{ id, comptes }], { nom: `Grappe ${rang}` }),
    ).scelle;
    return rendreReleve(releve, empreinte);
  };
  return Object.fromEntries(TROIS_MOIS.map((mois, i) => [`releve-${mois}.json`, relever(mois, i)]));
}

/** Un lot de `nombre` grappes, dans « lot ». */
export function grappes(nombre: number): Record<string, string> {
  return Object.assign(
    {},
    ...Array.from({ length: nombre }, (_, rang) =>
      sous(`lot/g${String(rang).padStart(3, '0')}`, grappe(rang)),
    ),
  );
}
