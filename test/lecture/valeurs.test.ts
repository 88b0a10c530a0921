import { describe, expect, it } from 'vitest';
import type { NomTable } from '../../src/tables/description.ts';
import { finess } from '../aleatoire/finess.ts';
import { depot, ET, type OptionsSource } from '../outils/depot.ts';
import { type Mesure, mesurer } from '../outils/mesure.ts';

/** Les valeurs d'une colonne d'un fichier : celles qui s'y lisent, et celles qui font rejeter leur ligne. */
interface Colonne {
  readonly forme: NomTable;
  readonly champ: string;
  readonly options?: OptionsSource;
  readonly admises: readonly string[];
  readonly rejetees: readonly string[];
}

const COLONNES: readonly Colonne[] = [
  {
    forme: 'activites',
    champ: 'date',
    admises: [
      '2025-09-01',
      ' 2025-09-01\u00a0',
      '2024-02-29',
      '1900-01-01',
      '2200-12-31',
      '2025-09-01T08:30:00.123Z',
      '2025-09-01 8:30',
    ],
    rejetees: [
      '2025-02-29',
      '2201-01-01',
      '0025-09-01',
      '2025-9-1',
      '2025-09-01 25 heures',
      '20250901',
      'infinity',
      'epoch',
      '45901',
      '01/09/2025',
      '',
    ],
  },
  {
    forme: 'projets',
    champ: 'date_debut',
    admises: ['01/09/2025', '29/02/2024', '01/09/2025 08:30', '01/09/2025 8h30', ''],
    rejetees: ['31/06/2025', '1/9/2025', ' 1/09/2025', '01/09/25', '09/15/2025'],
  },
  {
    forme: 'dmp_detail',
    champ: 'date_depot',
    options: { format_date: 'AAAAMMJJ' },
    admises: ['20250901'],
    rejetees: ['20250931', '2025-09-01'],
  },
  {
    forme: 'mss_detail',
    champ: 'date_envoi',
    options: { format_date: 'JJ.MM.AAAA' },
    admises: ['01.09.2025'],
    rejetees: ['01/09/2025', '01x09x2025'],
  },
  {
    forme: 'effectifs',
    champ: 'mois',
    admises: ['2025-09', '09/2025'],
    rejetees: ['9/2025', '2025-13', '00/2025', 'janv.-25', ''],
  },
  {
    forme: 'mss_decomptes',
    champ: 'messages_usagers',
    admises: ['1234', '1 234', '1\u202f234', '1\u00a0234', '12,0', '0'],
    rejetees: ['12,5', '-3', '12 %', '1e3', '-', ''],
  },
  {
    forme: 'dossiers',
    champ: 'eligible_projet',
    admises: ['oui', 'O', 'VRAI', '1', 'x', 'Non', 'faux', '0', '', '-'],
    rejetees: ['2', 'ok', 'oui non'],
  },
  { forme: 'agenda', champ: 'statut', admises: ['Annulé', 'ANNULE', 'planifie', ''], rejetees: ['zzz'] },
  {
    forme: 'dmp_detail',
    champ: 'etat',
    options: { valeurs: { etat: { 'Pas OK': 'echec' } } },
    admises: ['pas ok', 'depose', 'echec', ''],
    rejetees: ['zzz'],
  },
];

// Chaque valeur sur sa ligne, sous son propre FINESS : E3 ne les rapproche pas.
const tous = depot().essms().actif();
for (const [rang, { forme, champ, options, admises, rejetees }] of COLONNES.entries()) {
  tous.source(forme, options, `${rang}.csv`);
  for (const [i, valeur] of [...admises, ...rejetees].entries())
    tous.pour(finess('inconnu', i)).ligne(forme, { [champ]: valeur });
}
let lecture: Promise<Mesure> | undefined;

describe('valeurs admises et rejetées', () => {
  for (const [rang, { forme, champ, admises, rejetees }] of COLONNES.entries()) {
    for (const [i, valeur] of [...admises, ...rejetees].entries()) {
      const admise = i < admises.length;
      it(`${forme}.${champ} ${JSON.stringify(valeur)} : ${admise ? 'admise' : 'rejetée'}`, async () => {
        lecture ??= mesurer(tous);
        const siennes = (await lecture).anomalies.filter((une) => une.startsWith(`${rang}.csv:${i + 2}:`));
        expect(siennes).toEqual([
          admise
            ? `${rang}.csv:${i + 2}:finess_et perimetre.essms_inconnu « ${finess('inconnu', i)} »`
            : expect.stringMatching(`^${rang}\\.csv:${i + 2}:${champ} champ\\.`),
        ]);
      });
    }
  }
});

describe('valeurs au-delà de la tête du fichier', () => {
  it('une valeur que la tête ne montre pas se lit comme les autres', async () => {
    const d = depot()
      .essms()
      .source('agenda', { types_exclus: ['réunion d’équipe'] });
    for (const id of ['A', 'B', 'C']) d.actif(id);
    for (let i = 0; i < 3000; i++) d.evenement({ statut: 'Planifié', type: 'Atelier' });
    d.evenement({ id_dossier: 'B', statut: 'ANNULÉ', type: 'Atelier' });
    d.evenement({ id_dossier: 'C', statut: 'Réalisé', type: 'REUNION D’EQUIPE' });
    d.evenement({ id_dossier: 'C', statut: 'zzz', type: 'Atelier' });
    const mesure = await mesurer(d);
    expect(mesure.essms().valeur('agenda')).toBe('1 / 3');
    expect(mesure.anomalies).toEqual(['agenda_0.csv:3004:statut champ.code_inconnu « zzz »']);
  });
});

describe('correspondances de depot.yaml', () => {
  it('colonnes, valeurs et constantes d’un export sans FINESS', async () => {
    const d = depot()
      .essms()
      .source('dossiers', {
        colonnes: { id_dossier: 'Réf', statut: 'Situation' },
        valeurs: { statut: { Sorti: 'clos', 'En liste': 'attente' } },
        constantes: { finess_et: ET },
      });
    for (const colonne of ['finess_et', 'id_dossier', 'date_derniere_activite'])
      d.sansColonne('dossiers', colonne);
    d.dossier({ Réf: 'A', Situation: 'Présent' })
      .dossier({ Réf: 'B', Situation: 'SORTI', date_sortie: '2020-06-01' })
      .dossier({ Réf: 'C', Situation: 'en liste' })
      .evenement();
    const mesure = await mesurer(d);
    expect(mesure.anomalies).toEqual([]);
    expect(mesure.essms().valeur('dossiers_actifs')).toBe('1 / 1');
  });

  it('un FINESS corse se lit en minuscules, entouré d’espaces', async () => {
    const d = depot().essms('2A0000014').pour(' 2a0000014 ').actif();
    const mesure = await mesurer(d);
    expect(mesure.essms('2A0000014').valeur('dossiers_actifs')).toBe('1 / 1');
  });
});
