import { estEvenementValable } from './agenda.ts';
import { type Contexte, estCouvert, estDansF, retenues } from './contexte.ts';
import { depotsReussis } from './dmp.ts';
import type { LigneTriee } from './ecarts.ts';
import { messagesValables } from './mssante.ts';
import { estPresent, type Personne } from './population.ts';

/** N1 : toutes les dates candidates d'un dossier. */
function datesDe(personne: Personne, contexte: Contexte): string[] {
  const lire = (lignes: readonly LigneTriee[], ...colonnes: string[]) =>
    lignes
      .filter((ligne) => ligne.valeurs.get('id_dossier') === personne.id)
      .flatMap((ligne) => colonnes.map((colonne) => ligne.valeurs.get(colonne) ?? null));
  return [
    ...lire(retenues(contexte, 'dossiers'), 'date_derniere_activite'),
    ...lire(retenues(contexte, 'activites'), 'date'),
    ...lire(retenues(contexte, 'agenda').filter(estEvenementValable), 'date_debut'),
    ...lire(retenues(contexte, 'projets'), 'date_debut', 'date_creation', 'date_maj'),
    ...lire(depotsReussis(contexte), 'date_depot'),
    ...lire(messagesValables(contexte), 'date_envoi'),
  ].filter((date) => date !== null);
}

/** N1 : une trace dans F est une date de F que couvre un séjour. */
function aUneTrace(personne: Personne, contexte: Contexte): boolean {
  return datesDe(personne, contexte).some(
    (date) => estDansF(date, contexte.fenetre) && estPresent(personne, date),
  );
}

/** N2. */
export function estActif(personne: Personne, contexte: Contexte): boolean {
  switch (contexte.demande.definitions.dossier_actif) {
    case 'ouvert':
      return true;
    case 'statut':
      return personne.sejours.some((sejour) => sejour.valeurs.get('statut') === 'actif');
    case 'activite':
      return aUneTrace(personne, contexte);
  }
}

/** N3. */
export function estIndetermine(personne: Personne, contexte: Contexte): boolean {
  if (contexte.demande.definitions.dossier_actif !== 'activite') return false;
  if (aUneTrace(personne, contexte) || estCouvert(contexte, 'activites')) return false;
  const connues = personne.sejours.filter((sejour) => sejour.valeurs.has('date_derniere_activite'));
  if (connues.length === 0) return true;
  return connues.some(
    (sejour) => (sejour.valeurs.get('date_derniere_activite') ?? '') > contexte.fenetre.fin,
  );
}
