import { describe, expect, it } from 'vitest';
import { avecDepot, ET, lancer } from './outil.ts';

describe('Mauvaises entrées : interruption', () => {
  // Un long chargement : une fin de ligne de trop oblige à copier 60 Mo dans le dossier privé.
  const ligne = `${ET};D1;2025-09-07;"un commentaire"\n`;
  const agenda = Buffer.concat([
    Buffer.from('finess_et;id_dossier;date_debut;commentaire\n\n'),
    Buffer.alloc(1_500_000 * ligne.length, ligne),
  ]);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    for (const commande of [['verifier'], ['indicateurs', '--mois', '2025-09']]) {
      it(`${signal} pendant « ${commande[0]} » : code 130, rien de rendu, dossier privé effacé`, async () => {
        await avecDepot({ 'agenda.csv': agenda }, async (depot) => {
          const vu = await lancer([...commande, depot], { signal });
          expect(vu).toMatchObject({ code: 130, sortie: '', restes: [] });
          expect(vu.erreur).toBe('esms : interrompu.\n');
        });
      });
    }
  }
});
