import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cas } from '../aleatoire/construire.ts';
import { ecrireDepot } from '../aleatoire/ecrire.ts';
import { GRAINE, tirages } from '../aleatoire/reglages.ts';
import { verifier } from '../aleatoire/verifier.ts';
import { lancer } from '../cli/faux-contexte.ts';
import { lireContextes } from '../reference/reference.ts';
import { lignesDossiers, lister } from '../reference/reste-a-faire.ts';

interface ParSituation {
  readonly actif: number;
  readonly inactif: number;
  readonly indetermine: number;
}

interface Rendu {
  readonly essms: readonly {
    readonly finess_et: string;
    readonly population: number;
    readonly sortis: number;
    readonly indicateurs: readonly {
      readonly indicateur: string;
      readonly numerateur: number | null;
      readonly denominateur: number | null;
      readonly nommable: boolean;
      readonly listes: ParSituation;
      readonly sortis: ParSituation;
    }[];
  }[];
  readonly dossiers: readonly {
    readonly finess_et: string;
    readonly id_dossier: string;
    readonly situation: string;
    readonly manques: readonly string[];
    readonly regle: readonly string[];
  }[];
}

async function rendre({ depot, demande }: Cas): Promise<Rendu> {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-reste-'));
  try {
    ecrireDepot(depot, dossier);
    const definitions = Object.entries(demande.definitions).flatMap(([cle, valeur]) => [
      '--definition',
      `${cle}=${valeur}`,
    ]);
    const { code, sortie, erreur } = await lancer([
      ...['reste-a-faire', dossier, '--mois', demande.mois, '--mois-clos', '--montrer-valeurs'],
      ...['--date-reference', demande.dateReference, '--format', 'json', '--silencieux'],
      ...(demande.premiereMesure ? ['--premiere-mesure'] : []),
      ...definitions,
    ]);
    if (code > 1) throw new Error(`code ${code}\n${erreur}`);
    return JSON.parse(sortie) as Rendu;
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

const N = 40;

function parIdentifiant(a: { readonly idDossier: string }, b: { readonly idDossier: string }): number {
  return a.idDossier < b.idDossier ? -1 : Number(a.idDossier > b.idDossier);
}

/** La même liste que la référence, et jamais une personne sortie. */
function comparer({ essms, dossiers }: Rendu, { depot, demande }: Cas): void {
  for (const contexte of lireContextes(depot, demande).contextes) {
    const { finess } = contexte.essms;
    const attendu = lister(contexte);
    const siens = dossiers.filter((un) => un.finess_et === finess);
    const rendus = siens.map(({ id_dossier: idDossier, situation, manques }) => ({
      idDossier,
      situation,
      manques,
    }));
    expect(rendus.sort(parIdentifiant), finess).toEqual(attendu.dossiers);
    expect(essms.find((un) => un.finess_et === finess)?.sortis, finess).toBe(attendu.sortis);
    for (const { id_dossier: id, manques, regle } of siens) {
      const sorties = lignesDossiers(contexte)
        .filter((valeurs) => valeurs.get('id_dossier') === id)
        .map((valeurs) => valeurs.get('date_sortie') ?? null);
      expect(sorties.every((date) => date !== null && date < demande.dateReference)).toBe(false);
      expect(manques).toEqual(expect.arrayContaining([...regle]));
    }
  }
}

/** La longueur des listes est celle des indicateurs : population − A, A − P, A − G. */
function accorder({ essms }: Rendu): void {
  for (const { finess_et: finess, population, indicateurs } of essms) {
    const de = (code: string) => indicateurs.find(({ indicateur }) => indicateur === code);
    const total = (code: string, ...situations: (keyof ParSituation)[]) => {
      const { listes, sortis } = de(code) ?? {};
      return situations.reduce((somme, une) => somme + (listes?.[une] ?? 0) + (sortis?.[une] ?? 0), 0);
    };
    const actifs = de('dossiers_actifs');
    if (actifs?.nommable && actifs.numerateur !== null) {
      const manquants = total('dossiers_actifs', 'actif', 'inactif', 'indetermine');
      expect(manquants, finess).toBe(population - actifs.numerateur);
    }
    for (const code of ['projets', 'agenda']) {
      const { nommable, numerateur = null, denominateur = null } = de(code) ?? {};
      if (nommable && numerateur !== null && denominateur !== null) {
        expect(total(code, 'actif'), `${finess} ${code}`).toBe(denominateur - numerateur);
      }
    }
    expect(de('mssante')?.nommable).toBe(false);
  }
}

describe('reste à faire', () => {
  it(
    `la liste de la référence, de la longueur que disent les indicateurs, sur ${tirages(N)} dépôts (graine ${GRAINE})`,
    () =>
      verifier(N, async (tire) => {
        const rendu = await rendre(tire);
        comparer(rendu, tire);
        accorder(rendu);
      }),
    600_000,
  );
});
