import { ajouterJours, type DateCivile } from '../domaine/date-civile.ts';

/** Un événement de journées entières, bornes comprises. */
export interface Evenement {
  /** Le même d'une sortie à l'autre : un agenda remplace l'événement au lieu de le doubler. */
  readonly uid: string;
  readonly debut: DateCivile;
  readonly fin: DateCivile;
  readonly titre: string;
  readonly description: string;
}

/** En octets, sans le CRLF (RFC 5545, § 3.1). */
const LONGUEUR_DE_LIGNE = 75;

/**
 * Un calendrier iCalendar (RFC 5545). Écrit ici : des dates entières, ni fuseau, ni récurrence, ni alarme. Des
 * bibliothèques tenues, ical-generator demande Node 22 et ics apporte yup, toutes deux pour ces soixante lignes.
 */
export function ecrireCalendrier(
  evenements: readonly Evenement[],
  { nom, horodatage }: { readonly nom: string; readonly horodatage: DateCivile },
): string {
  const lignes = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//esms-numerique//esms//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${echapper(nom)}`,
    ...evenements.flatMap((evenement) => lignesDe(evenement, horodatage)),
    'END:VCALENDAR',
  ];
  return lignes.map((ligne) => `${plier(ligne)}\r\n`).join('');
}

function lignesDe({ uid, debut, fin, titre, description }: Evenement, horodatage: DateCivile): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${echapper(uid)}`,
    `DTSTAMP:${compacte(horodatage)}T000000Z`,
    `DTSTART;VALUE=DATE:${compacte(debut)}`,
    // La fin d'un événement est exclue (§ 3.6.1).
    `DTEND;VALUE=DATE:${compacte(ajouterJours(fin, 1))}`,
    `SUMMARY:${echapper(titre)}`,
    `DESCRIPTION:${echapper(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compacte(date: DateCivile): string {
  return date.replaceAll('-', '');
}

/** Texte d'une propriété (§ 3.3.11), sans autre caractère de commande que le saut de ligne. */
function echapper(texte: string): string {
  return texte
    .replace(/[\\;,]/g, (signe) => `\\${signe}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Plie à 75 octets, jamais au milieu d'un caractère ; la suite commence par une espace, qui compte. */
function plier(ligne: string): string {
  let pliee = '';
  let octets = 0;
  for (const caractere of ligne) {
    const taille = Buffer.byteLength(caractere, 'utf8');
    if (octets + taille > LONGUEUR_DE_LIGNE) {
      pliee += '\r\n ';
      octets = 1;
    }
    pliee += caractere;
    octets += taille;
  }
  return pliee;
}
