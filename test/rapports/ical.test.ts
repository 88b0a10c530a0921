import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import { type Evenement, ecrireCalendrier } from '../../src/rapports/ical.ts';

const jour = (texte: string) => texte as DateCivile;
const HORODATAGE = jour('2026-01-05');

function ecrire(evenement: Partial<Evenement> = {}, nom = 'Projet') {
  const complet = {
    uid: 'a@b',
    debut: jour('2022-06-15'),
    fin: jour('2022-06-15'),
    titre: 'Signature',
    description: 'à signer',
    ...evenement,
  };
  return ecrireCalendrier([complet], { nom, horodatage: HORODATAGE });
}

/** Lit un calendrier comme le veut la RFC 5545 : déplier, puis séparer nom et valeur, puis ôter les échappements. */
function lire(texte: string): ReadonlyMap<string, string> {
  const lignes = texte.replaceAll('\r\n ', '').split('\r\n');
  return new Map(
    lignes.map((ligne) => {
      const deux = ligne.indexOf(':');
      const valeur = ligne
        .slice(deux + 1)
        .replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c));
      return [ligne.slice(0, deux), valeur];
    }),
  );
}

test('un calendrier complet, ligne à ligne', () => {
  expect(ecrire()).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//esms-numerique//esms//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Projet',
      'BEGIN:VEVENT',
      'UID:a@b',
      'DTSTAMP:20260105T000000Z',
      'DTSTART;VALUE=DATE:20220615',
      'DTEND;VALUE=DATE:20220616',
      'SUMMARY:Signature',
      'DESCRIPTION:à signer',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('la fin est exclue : le 28 février bissextile finit le 29, le 31 décembre l’année suivante', () => {
  expect(ecrire({ fin: jour('2024-02-28') })).toContain('DTEND;VALUE=DATE:20240229\r\n');
  expect(ecrire({ fin: jour('2023-12-31') })).toContain('DTEND;VALUE=DATE:20240101\r\n');
});

test('virgules, points-virgules, barres obliques et sauts de ligne sont échappés', () => {
  expect(ecrire({ titre: 'a,b;c\\d\ne' })).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne\r\n');
});

test('aucune ligne ne dépasse 75 octets, aucun caractère n’est coupé, rien ne se perd', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 300, size: 'max' }), (texte) => {
      const titre = texte.replace(/\p{Cc}/gu, '');
      const rendu = ecrire({ titre }, titre);
      for (const ligne of rendu.split('\r\n')) {
        expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75);
        expect(ligne).not.toMatch(/\p{Cs}/u);
      }
      expect(lire(rendu).get('SUMMARY')).toBe(titre);
      expect(lire(rendu).get('X-WR-CALNAME')).toBe(titre);
    }),
  );
});

test('un caractère de commande ne passe pas : il ne pilote ni l’agenda ni le terminal', () => {
  expect(ecrire({ titre: 'a\u0007b\u001b[31m' })).toContain('SUMMARY:ab[31m\r\n');
});
