import { expect, test } from 'vitest';
import type { NomTable } from '../../src/tables/description.ts';
import { ecrituresDe } from '../../src/tables/ecritures.ts';
import { formes, NOMS_PUBLICS, TABLES } from '../../src/tables/index.ts';
import { normaliser } from '../../src/tables/normaliser.ts';

/** Le tableau de la conception : une étoile marque une colonne obligatoire. */
const CONTRAT: Record<NomTable, string> = {
  essms:
    'finess_et* finess_ej* raison_sociale categorie secteur mode_accueil departement type_projet dui_reference logiciel places heures_eligibles heures_totales eligible_sons date_ouverture date_fermeture financements_anterieurs deploiement_termine formations_terminees',
  effectifs: 'finess_et* mois* personnes_accompagnees* personnes_eligibles_projet periode',
  dossiers:
    'finess_et* id_dossier* date_entree date_sortie motif_sortie date_derniere_activite statut eligible_projet ins_qualifiee',
  activites: 'finess_et* id_dossier* date*',
  projets: 'finess_et* id_dossier* statut* date_creation date_debut date_fin date_maj id_projet',
  agenda: 'finess_et* id_dossier* date_debut* statut type id_evenement date_saisie',
  mss_detail: 'finess_et* date_envoi* destinataire* id_dossier id_message sens etat',
  mss_decomptes:
    'finess_et* mois* messages_professionnels* messages_usagers* dossiers_mss_professionnel dossiers_mss_usager dossiers_trois_actions',
  dmp_detail: 'finess_et* id_dossier* date_depot* ins_qualifiee etat',
  dmp_decomptes: 'finess_et* mois* dossiers_alimentes* documents_ins_qualifiee documents_sans_ins',
  declares: 'finess_et* mois* indicateur* numerateur* denominateur*',
  depenses: 'date* fournisseur* objet poste* montant_ttc* numero_facture finess_et finess_ej paye_le',
};

const tables = Object.values(TABLES);

test.each(tables)('les colonnes de $nom sont celles de la conception', ({ nom, champs }) => {
  expect(champs.map((champ) => champ.nom + (champ.obligatoire ? '*' : '')).join(' ')).toBe(CONTRAT[nom]);
});

test.each(tables)('dans $nom, un en-tête ne désigne qu’une colonne', ({ champs }) => {
  const vus = new Map<string, string>();
  const conflits: string[] = [];
  for (const champ of champs) {
    for (const ecriture of ecrituresDe(champ)) {
      const autre = vus.get(ecriture);
      if (autre !== undefined) conflits.push(`${ecriture} : ${autre} et ${champ.nom}`);
      vus.set(ecriture, champ.nom);
    }
  }
  expect(conflits).toEqual([]);
});

test.each(tables)('dans $nom, aucun alias n’en répète un autre', ({ champs }) => {
  for (const { nom, titre, alias } of champs) {
    const ecrits = alias.map(normaliser);
    expect(ecrits, nom).toEqual([...new Set(ecrits)]);
    expect(ecrits, nom).not.toContain(normaliser(nom));
    expect(ecrits, nom).not.toContain(normaliser(titre));
    expect(ecrits, nom).not.toContain('');
  }
});

test('E3 les clés uniques', () => {
  const cles = tables.flatMap(({ nom, cleUnique }) => (cleUnique ? [[nom, cleUnique.join(' ')]] : []));
  expect(cles).toEqual([
    ['essms', 'finess_et'],
    ['effectifs', 'finess_et mois periode'],
    ['mss_decomptes', 'finess_et mois'],
    ['dmp_decomptes', 'finess_et mois'],
    ['declares', 'finess_et mois indicateur'],
  ]);
});

test('les valeurs masquées hors d’un terminal sont celles de quatre colonnes, et jamais un FINESS', () => {
  const masques = tables.flatMap(({ champs }) => champs.filter(({ type }) => type === 'identifiant'));
  expect([...new Set(masques.map(({ nom }) => nom))].sort()).toEqual([
    'id_dossier',
    'id_evenement',
    'id_message',
    'id_projet',
  ]);
});

test('une liste fermée a ses valeurs, et elle seule', () => {
  for (const { champs } of tables) {
    for (const { nom, type, valeurs } of champs)
      expect(valeurs !== undefined, nom).toBe(type === 'enumeration');
  }
});

test('le périmètre se lit d’abord, et mss et dmp ont deux formes, le détail en tête', () => {
  expect(NOMS_PUBLICS[0]).toBe('essms');
  expect(NOMS_PUBLICS.flatMap((nom) => formes(nom).map((forme) => forme.nom))).toEqual(Object.keys(TABLES));
  expect(formes('mss').map(({ nom }) => nom)).toEqual(['mss_detail', 'mss_decomptes']);
});
