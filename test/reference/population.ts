import { type Contexte, retenues } from './contexte.ts';
import type { LigneLue } from './rejets.ts';

const JAMAIS_PRESENT = ['preadmission', 'attente', 'refuse'];
const AUSSI_LOIN_QU_ON_VEUT = '0000-00-00';

/** Une personne : ses lignes de `dossiers` dans l'ESSMS, une par séjour. */
export interface Personne {
  readonly id: string;
  readonly sejours: readonly LigneLue[];
}

/** P1 : l'entrée d'un séjour ; `null` s'il ne couvre rien. */
function entree({ valeurs }: LigneLue): string | null {
  const statut = valeurs.get('statut') ?? null;
  if (statut !== null && JAMAIS_PRESENT.includes(statut)) return null;
  if (!valeurs.has('date_entree')) return AUSSI_LOIN_QU_ON_VEUT;
  const date = valeurs.get('date_entree') ?? null;
  if (date !== null) return date;
  return statut === 'actif' ? AUSSI_LOIN_QU_ON_VEUT : null;
}

/** P2. */
export function sortAvantEntree({ valeurs }: LigneLue): boolean {
  const [debut, fin] = [valeurs.get('date_entree') ?? null, valeurs.get('date_sortie') ?? null];
  return debut !== null && fin !== null && fin < debut;
}

/** P1, P2 : le séjour couvre-t-il ce jour ? */
function couvre(sejour: LigneLue, jour: string): boolean {
  const debut = entree(sejour);
  if (debut === null || debut > jour) return false;
  const fin = sejour.valeurs.get('date_sortie') ?? null;
  return fin === null || sortAvantEntree(sejour) || fin >= jour;
}

export function estPresent(personne: Personne, jour: string): boolean {
  return personne.sejours.some((sejour) => couvre(sejour, jour));
}

/** Les jours d'une fenêtre, un par un. */
function joursDe(contexte: Contexte): string[] {
  const jours: string[] = [];
  for (const mois of contexte.fenetre.mois) {
    for (let j = 1; j <= 31; j++) {
      const jour = `${mois}-${String(j).padStart(2, '0')}`;
      if (jour <= contexte.fenetre.fin) jours.push(jour);
    }
  }
  return jours;
}

export function lirePersonnes(contexte: Contexte): Personne[] {
  const lignes = retenues(contexte, 'dossiers');
  const ids = new Set(lignes.map((ligne) => ligne.valeurs.get('id_dossier') ?? ''));
  return [...ids].map((id) => ({ id, sejours: lignes.filter((l) => l.valeurs.get('id_dossier') === id) }));
}

/** P3 : la population de F. */
export function lirePopulation(contexte: Contexte): Personne[] {
  const fin = contexte.demande.definitions.population === 'fin_de_periode';
  const jours = fin ? [contexte.fenetre.fin] : joursDe(contexte);
  return lirePersonnes(contexte).filter((p) => jours.some((jour) => estPresent(p, jour)));
}

/** P5 : aucune ligne de la personne ne dit `eligible_projet = non`. */
export function estEligible(personne: Personne): boolean {
  return personne.sejours.every((sejour) => sejour.valeurs.get('eligible_projet') !== 'non');
}
