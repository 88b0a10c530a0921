import { describe, expect, test } from 'vitest';
import { NIVEAUX } from '../../src/domaine/resultat.ts';
import { rendre } from '../../src/rapports/page/html.ts';
import type { RapportPage } from '../../src/rapports/page/modele.ts';
import { mesureDe } from '../../src/suivi/rapport/mesure.ts';
import { rapportDe, relevesExemple } from '../suivi/exemple.ts';
import { fabriquer, recevoir } from '../suivi/fabrique.ts';

function pageDe(recus = relevesExemple()): RapportPage {
  const suivi = rapportDe(recus);
  const { reference } = suivi.suivi;
  if (reference === null) throw new Error('aucun relevé intact');
  return { mesure: mesureDe(reference), suivi: { ...suivi, niveaux: NIVEAUX }, origine: 'releves' };
}

/** Le texte lu, sans balise ni style. */
const texteDe = (page: string): string =>
  page
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');

/** Les trois phrases. */
const resumeDe = (page: string): string =>
  /Septembre 2025\. .*?État de chaque cible/.exec(texteDe(page))?.[0] ?? '';

describe('la page du rapport', () => {
  test("l'exemple des maquettes, octet pour octet", async () => {
    await expect(rendre(pageDe())).toMatchFileSnapshot('attendus/rapport.html.txt');
  });

  test('trois phrases d’abord : le mois, la preuve, par quoi commencer', () => {
    expect(resumeDe(rendre(pageDe()))).toContain(
      'Septembre 2025. NON ATTEINT (EN PARTIE DÉCLARÉ, non calculé) : 2 cibles sûres, 1 déclarée (agenda), 1 incertaine (projets), 1 manquée (DMP). Trois mois. PREUVE NON FAITE (EN PARTIE DÉCLARÉE, non calculée) : 3 séries sur 5. Au plus tôt le 31/12/2025. À faire d&#39;abord : SAD Val d&#39;Allier (22 actifs, 24 projets, 1 DMP), EHPAD Les Tilleuls (18 DMP) et IME Les Alizés (réexporter) ; 1 autre ESSMS ensuite.',
    );
  });

  test('rien à faire : la page le dit', () => {
    const recus = ['2025-07', '2025-08', '2025-09'].map((mois) => recevoir(fabriquer(mois)));
    expect(resumeDe(rendre(pageDe(recus)))).toContain('Rien à faire : chaque ESSMS est à toutes ses cibles.');
  });

  test('chaque état se lit sans couleur : un mot et un signe', () => {
    const page = rendre(pageDe());
    for (const mot of ['✓</span> atteint', '✗</span> non atteint', '?</span> incertain']) {
      expect({ mot, lu: page.includes(mot) }).toEqual({ mot, lu: true });
    }
  });

  test('un nom venu d’un relevé ne devient jamais une balise', () => {
    const piege = '<script>alert(1)</script>"\'&';
    const recus = [recevoir(fabriquer('2025-09', { essms: [{ id: '630991016', nom: piege }] }))];
    const page = rendre(pageDe(recus));
    expect(page.includes('<script>alert')).toBe(false);
    expect(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')).toBe(true);
  });

  test('une MSSanté sans borne haute et un taux de plus de 100 % tiennent dans leur barre', () => {
    const page = rendre(pageDe());
    for (const [, x, largeur] of page.matchAll(/class="etendue" x="([\d.-]+)" y="5" width="([\d.-]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(largeur)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(largeur)).toBeLessThanOrEqual(160.1);
    }
    expect(page.replace(/<script>.*<\/script>/s, '').match(/NaN|undefined|null/)).toBeNull();
  });
});
