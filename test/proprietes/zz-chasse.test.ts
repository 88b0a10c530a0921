import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { reference } from '../reference/reference.ts';
import { construire } from '../aleatoire/construire.ts';
import { scenario } from '../aleatoire/scenario.ts';
import { montrer } from '../aleatoire/reglages.ts';
import { comparer } from './comparer.ts';
import { mesurer } from './outil.ts';
const seed = Number(process.env.G ?? 1), n = Number(process.env.N ?? 100), filtre = new RegExp(process.env.F ?? '.');
const exclu = process.env.X ? new RegExp(process.env.X) : null;
async function ecartsDe(c: any): Promise<string[]> {
  try { return comparer(await mesurer(c), reference(c.depot, c.demande)); } catch (e: any) { return ['EXC ' + e.message.slice(0, 1500)]; }
}
it('chasse', async () => {
  const t0 = Date.now();
  const out: string[] = [];
  const genres = new Map<string, number>();
  if (!process.env.S) {
    const e = fc.sample(scenario, { seed, numRuns: n });
    for (let i = 0; i < e.length; i++) {
      const ec = await ecartsDe(construire(e[i]!));
      if (ec.length) { out.push(`#${i}`, ...ec.slice(0, 15)); for (const x of ec) { const g = x.replace(/\d+[AB]?\d*/g, 'N').replace(/"N"(,"N")*/g,'L').slice(0,160); genres.set(g, (genres.get(g) ?? 0) + 1);} }
    }
    out.push('', ...[...genres].sort((a, b) => b[1] - a[1]).slice(0, 60).map(([k, v]) => `${v} × ${k}`));
  } else {
    const r = await fc.check(fc.asyncProperty(scenario, async (s) => {
      const ec = (await ecartsDe(construire(s))).filter((x) => filtre.test(x) && !(exclu && exclu.test(x)));
      if (ec.length) throw new Error(ec.slice(0, 10).join('\n'));
    }), { seed, numRuns: n, interruptAfterTimeLimit: Number(process.env.T ?? 90) * 1000 });
    out.push(`failed ${r.failed} runs ${r.numRuns} shrinks ${r.numShrinks}`);
    if (r.counterexample) { const c = construire(r.counterexample[0]); out.push(...(await ecartsDe(c)).slice(0, 15), montrer(c)); }
  }
  out.push(`${Date.now() - t0} ms`);
  writeFileSync('/tmp/chasse.txt', out.join('\n'));
}, 3_000_000);
