import { CATALOGUE } from '../../domaine/catalogue.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { ConstatLot } from '../../domaine/lot.ts';
import { accorder } from '../../rapports/nombres.ts';
import { nommer } from '../../rapports/texte.ts';
import { type CodeRaison, manquer, type RaisonJugee } from './raison.ts';

const NOMS_MONTRES = 3;

const PERIMETRE: ReadonlySet<string> = new Set([
  'lot.essms_hors_convention',
  'lot.essms_absent',
  'lot.cible_differente',
  'lot.niveau_different',
  'lot.deux_grappes',
  'lot.acquisition_et_conformite',
]);

/** Les constats en raisons : une erreur attend sa réponse avant de verser, un avertissement se lit avant de signer. */
export function raisonsDesConstats(constats: readonly ConstatLot[]): RaisonJugee[] {
  const erreurs = constats.filter(({ gravite }) => gravite === 'erreur');
  const avertissements = constats.filter(({ gravite }) => gravite === 'avertissement');
  const parRaison = grouper(erreurs, raisonDe);
  const dire = (siens: readonly ConstatLot[]) => nommer(direCodes(siens), NOMS_MONTRES);
  return [
    ...[...parRaison].map(([code, siens]) =>
      manquer(code, `${accorder(siens.length, 'réponse attendue', 'réponses attendues')} : ${dire(siens)}`),
    ),
    ...(avertissements.length === 0
      ? []
      : [
          {
            code: 'constats' as const,
            effet: 'reserve' as const,
            message: `à lire avant de signer, ${accorder(avertissements.length, 'avertissement')} : ${dire(avertissements)}`,
          },
        ]),
  ];
}

function raisonDe({ code }: ConstatLot): CodeRaison {
  if (code.startsWith('releve.')) return 'releves';
  return PERIMETRE.has(code) ? 'perimetre' : 'constats';
}

/** « mois recopié (2) » */
function direCodes(constats: readonly ConstatLot[]): string[] {
  const comptes = new Map<string, number>();
  for (const { code } of constats) comptes.set(code, (comptes.get(code) ?? 0) + 1);
  return [...comptes].map(([code, nombre]) => {
    const titre = (CATALOGUE as Readonly<Record<string, { readonly titre: string }>>)[code]?.titre ?? code;
    return `${enMinuscule(titre)}${nombre > 1 ? ` (${nombre})` : ''}`;
  });
}

/** « Mois recopié » se dit « mois recopié » dans une phrase ; un sigle reste un sigle. */
function enMinuscule(titre: string): string {
  return /^\p{Lu}{2}/u.test(titre) ? titre : titre.charAt(0).toLowerCase() + titre.slice(1);
}
