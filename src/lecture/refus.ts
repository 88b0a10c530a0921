import type { Constat } from '../domaine/anomalie.ts';

/** Un fichier refusé en entier, et pourquoi ; au lecteur d'y ajouter le nom du fichier. */
export class Refus extends Error {
  readonly constats: readonly Constat[];

  constructor(...constats: readonly [Constat, ...Constat[]]) {
    super(constats[0].message);
    this.constats = constats;
  }
}

/** Un début de fichier qui n'est pas du CSV, et ce qu'il est. */
export interface NonCsv {
  readonly code: 'fichier.tableur' | 'fichier.html' | 'fichier.binaire';
  readonly message: string;
}

const SIGNATURES: readonly (readonly [string, NonCsv['code'], string])[] = [
  ['PK\u0003\u0004', 'fichier.tableur', 'classeur XLSX ou ODS (ou archive zip)'],
  ['\u00d0\u00cf\u0011\u00e0', 'fichier.tableur', 'ancien classeur XLS'],
  ['%PDF', 'fichier.binaire', 'document PDF'],
  ['\u0089PNG', 'fichier.binaire', 'image PNG'],
  ['\u00ff\u00d8\u00ff', 'fichier.binaire', 'image JPEG'],
  ['7z\u00bc\u00af', 'fichier.binaire', 'archive 7z'],
  ['Rar!', 'fichier.binaire', 'archive RAR'],
];

/** Reconnaît un contenu qui n'est pas du CSV à ses premiers octets (décompressés). */
export function reconnaitreNonCsv(tete: Buffer): NonCsv | null {
  const debut = tete.subarray(0, 512).toString('latin1');
  for (const [signature, code, quoi] of SIGNATURES) {
    if (debut.startsWith(signature)) return { code, message: `ce n'est pas un CSV : ${quoi}` };
  }
  const sansMarque = debut.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<(?:!doctype\s+html|html|head|body|\?xml|table)\b/i.test(sansMarque)) {
    return { code: 'fichier.html', message: "ce n'est pas un CSV : page HTML ou document XML" };
  }
  return null;
}
