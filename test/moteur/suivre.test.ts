import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/moteur/session.ts';
import { suivre } from '../../src/moteur/suivre.ts';

const session = { avancement: () => 0.4 } as unknown as Session;

describe('suivre', () => {
  it('dit l’avancement pendant l’action, rend ce qu’elle rend, et se tait ensuite', async () => {
    const dits: (number | null)[] = [];
    const rendu = await suivre(
      session,
      (fraction) => dits.push(fraction),
      async () => {
        await setTimeout(700);
        return 'fini';
      },
    );
    expect(rendu).toBe('fini');
    expect(dits.length).toBeGreaterThan(0);
    expect(new Set(dits)).toEqual(new Set([0.4]));
    const combien = dits.length;
    await setTimeout(600);
    expect(dits).toHaveLength(combien);
  });

  it('se tait aussi quand l’action échoue', async () => {
    const dits: (number | null)[] = [];
    await expect(
      suivre(
        session,
        (fraction) => dits.push(fraction),
        () => Promise.reject(new Error('panne')),
      ),
    ).rejects.toThrow('panne');
    await setTimeout(600);
    expect(dits).toEqual([]);
  });
});
