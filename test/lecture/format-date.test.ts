import { describe, expect, it } from 'vitest';
import { reconnaitreFormats } from '../../src/lecture/format-date.ts';

function formats(colonnes: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(reconnaitreFormats(new Map(Object.entries(colonnes))));
}

const ISO = ['AAAA-MM-JJ'];
const FR = ['JJ/MM/AAAA'];

describe('format de date d’une colonne', () => {
  it('le plus fréquent de ses valeurs non vides', () => {
    expect(formats({ a: ['01/02/2025', '', '2025-02-01', '03/02/2025'] })).toEqual({ a: FR });
    expect(formats({ a: ['2025-02-01', '', '', '2025-02-03', '01/02/2025'] })).toEqual({ a: ISO });
  });

  it('avec ou sans heure, avec ou sans espaces autour', () => {
    expect(formats({ a: [' 01/02/2025 08:30 ', '01/02/2025 8h30'] })).toEqual({ a: FR });
    expect(formats({ a: ['2025-02-01T08:30:00+02:00'] })).toEqual({ a: ISO });
  });

  it('sans valeur, celui des autres colonnes du fichier', () => {
    expect(formats({ a: [], b: ['01/02/2025'], c: ['', ' '] })).toEqual({ a: FR, b: FR, c: FR });
  });

  it('chaque colonne a le sien', () => {
    expect(formats({ a: ['01/02/2025'], b: ['2025-02-01', '2025-02-02'] })).toEqual({ a: FR, b: ISO });
  });

  it('rien nulle part : les deux', () => {
    expect(formats({ a: [], b: ['à définir'] })).toEqual({ a: [...ISO, ...FR], b: [...ISO, ...FR] });
  });

  it('les dates de zéros et les valeurs illisibles ne votent pas', () => {
    expect(formats({ a: ['00/00/0000', '00/00/0000 00:00', 'hier', '2025-02-01'] })).toEqual({ a: ISO });
  });
});
