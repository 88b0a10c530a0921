import { ajouterMois, lireMois } from '../../src/domaine/date-civile.ts';
import { type Contexte, type FenetreReference, retenues } from './contexte.ts';
import type { LigneTriee } from './ecarts.ts';
import type { Personne } from './population.ts';

/** N4. */
function estRetenu({ valeurs }: LigneTriee, { debut, fin }: FenetreReference): boolean {
  const creation = valeurs.get('date_creation') ?? null;
  const commence = valeurs.get('date_debut') ?? null;
  const finit = valeurs.get('date_fin') ?? null;
  switch (valeurs.get('statut')) {
    case 'en_preparation':
      return creation === null || creation <= fin;
    case 'actif':
      return (commence === null || commence <= fin) && (finit === null || finit >= debut);
    case 'termine':
      return commence !== null && finit !== null && commence <= fin && finit >= debut;
    default:
      return false;
  }
}

function projetsDe(personne: Personne, contexte: Contexte): LigneTriee[] {
  return retenues(contexte, 'projets').filter((l) => l.valeurs.get('id_dossier') === personne.id);
}

export function aUnProjet(personne: Personne, contexte: Contexte): boolean {
  return projetsDe(personne, contexte).some((ligne) => estRetenu(ligne, contexte.fenetre));
}

/** N4 : une préparation créée plus de douze mois avant début(F). */
function estPreparationAncienne({ valeurs }: LigneTriee, { debut, mois }: FenetreReference): boolean {
  const premier = lireMois(mois[0] ?? '');
  const limite = premier && `${ajouterMois(premier, -12)}${debut.slice(7)}`;
  const creation = valeurs.get('date_creation') ?? null;
  return (
    valeurs.get('statut') === 'en_preparation' && creation !== null && limite !== null && creation < limite
  );
}

export function aUnePreparationAncienne(personne: Personne, contexte: Contexte): boolean {
  return projetsDe(personne, contexte).some((ligne) => estPreparationAncienne(ligne, contexte.fenetre));
}
