import { normaliser } from '../tables/normaliser.ts';

/** Ce qu'un ESSMS peut avoir déjà reçu, ou fait, pour un DUI. */
export type Antecedent = 'sons' | 'acquisition' | 'usages' | 'europeen' | 'contractualise';

export interface FinancementAnterieur {
  /** `null` : texte inconnu, à vérifier par un humain. */
  readonly antecedent: Antecedent | null;
  /** Le DUI nommé ; `null` si le texte n'en dit rien. */
  readonly dui: string | null;
  readonly texte: string;
}

/**
 * Le vocabulaire de `financements_anterieurs`, sans casse, accents ni ponctuation, et sans année. « ESMS
 * Numérique » seul n'y est pas : acquisition ou usages, les deux n'ont pas la même suite.
 */
const VOCABULAIRE: Readonly<Record<Antecedent, readonly string[]>> = {
  sons: ['sons', 'sons vague 1', 'segur', 'prestation segur', 'prestation segur vague 1'],
  acquisition: [
    'acquisition',
    'renouvellement',
    'esms numerique acquisition',
    'acquisition esms numerique',
    'esms numerique renouvellement',
  ],
  usages: [
    'usages',
    'forfait usages',
    'esms numerique usages',
    'usages esms numerique',
    'montee de version',
    'esms numerique montee de version',
    'mise en conformite',
    'esms numerique mise en conformite',
  ],
  europeen: [
    'europeen',
    'financement europeen',
    'fonds europeen',
    'fonds europeens',
    'europe',
    'feder',
    'fse',
    'react eu',
  ],
  contractualise: [
    'contractualise',
    'dui contractualise',
    'dui deja contractualise',
    'contrat signe',
    'marche notifie',
  ],
};

const AUCUN: readonly string[] = ['', 'aucun', 'aucune', 'neant', 'non', 'rien', 'sans objet'];

/** Entre deux aides. Un DUI ne se nomme donc pas avec ces signes. */
const SEPARATEURS = /[,;+/\n]| et | puis /i;

/** « aide », « aide : DUI » ou « aide (DUI) ». */
const FORME = /^\s*([^:(]*?)\s*(?::\s*(.*?)|\(\s*(.*?)\s*\))?\s*$/s;

/** Lit `financements_anterieurs`. Ce qui n'est pas du vocabulaire reste, sans antécédent : jamais oublié. */
export function lireAnterieurs(texte: string | null): FinancementAnterieur[] {
  return (texte ?? '')
    .split(SEPARATEURS)
    .map((partie) => partie.trim())
    .filter((partie) => !AUCUN.includes(normaliser(partie)))
    .map(lireUn);
}

function lireUn(texte: string): FinancementAnterieur {
  const [, aide = '', ...duis] = FORME.exec(texte) ?? [];
  const mots = normaliser(aide)
    .replace(/\b20\d\d\b/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const antecedent = (Object.keys(VOCABULAIRE) as Antecedent[]).find((un) => VOCABULAIRE[un].includes(mots));
  const dui = duis.find((un) => un !== undefined && normaliser(un) !== '') ?? null;
  return { antecedent: antecedent ?? null, dui, texte };
}

/** Vrai si deux noms désignent le même DUI. */
export function estMemeDui(un: string, autre: string): boolean {
  return normaliser(un) === normaliser(autre);
}
