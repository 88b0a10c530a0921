import { SANS_FINESS } from './export-og1.mjs';
import { ANTENNE, essmsNomme, ORGANISMES } from './perimetre.mjs';

/** `depot.yaml` : `essms.csv` et `effectifs.csv` n'y sont pas, ils ont leur nom canonique. */
export function ecrireDepotYaml() {
  return `# Dépôt d'exemple, écrit par scripts/generer-demo.mjs : ne pas modifier à la main.
version: 1
grappe:
  nom: Grappe Limagne
  porteur_finess_ej: "${ORGANISMES.og1.finess}"
  type_projet: acquisition
  convention: 2024-01-15
  niveau_preuve: grappe

# L'antenne du SAD exporte sous son propre numéro : ses lignes comptent pour le SAD.
alias_finess:
  "${ANTENNE}": "${essmsNomme("SAD Val d'Allier").finess}"

tables:
  dossiers:
    # Limagne Solidarités : un export par établissement, sans le FINESS, avec titre et total.
${SANS_FINESS.map(usagersOg1).join('')}    # Les deux services, dans un export qui porte le FINESS.
    - logiciel: Alvéole
      fichiers: exports/og1/services_usagers.csv
      date_extraction: 2025-09-30
      colonnes: *usagers
    # Val d'Allier Services : en-têtes reconnus, rien à faire correspondre.
    - logiciel: Passerelle
      fichiers: exports/og2/dossiers.csv
    # Entraide du Sancy.
    - logiciel: Refuge
      fichiers: exports/og3/personnes.csv
      date_extraction: 2025-10-03
      colonnes: { finess_et: "Structure", id_dossier: "Réf. personne" }

  # Le journal de l'OG 3 remplace la date de dernière activité, que son logiciel n'exporte pas.
  activites:
    logiciel: Refuge
    fichiers: exports/og3/journal.csv
    date_extraction: 2025-10-03
    colonnes: { finess_et: "Structure", id_dossier: "Réf. personne" }

  projets:
    - logiciel: Alvéole
      fichiers: exports/og1/projets_personnalises.csv
      date_extraction: 2025-10-01
      colonnes: { statut: "Étape", date_creation: "Ouvert le", date_debut: "Début du projet" }
      valeurs: { statut: { "Archivé": annule } }
    - logiciel: Passerelle
      fichiers: exports/og2/projets.csv
    - logiciel: Refuge
      fichiers: exports/og3/projets.csv
      date_extraction: 2025-10-03
      colonnes: { finess_et: "Structure", id_dossier: "Réf. personne" }

  agenda:
    # Six fichiers, une correspondance.
    - logiciel: Alvéole
      fichiers: exports/og1/*_agenda.csv
      date_extraction: 2025-10-01
      colonnes: { date_debut: "Rendez-vous le", statut: "Suite donnée" }
      valeurs: { statut: { "Non honoré": annule } }
      types_exclus: [Absence, Hospitalisation]
    - logiciel: Passerelle
      fichiers: exports/og2/agenda.csv
    - logiciel: Refuge
      fichiers: exports/og3/rendez_vous.csv
      date_extraction: 2025-10-03
      colonnes: { finess_et: "Structure", id_dossier: "Réf. personne" }
      types_exclus: [Absence]

  mss:
    - logiciel: Alvéole
      fichiers: exports/og1/messagerie.csv
      date_extraction: 2025-10-01
      colonnes: { destinataire: "Correspondant", etat: "Acheminement" }
    - logiciel: Passerelle
      fichiers: exports/og2/mss.csv
    # Des nombres par mois au lieu des messages.
    - logiciel: Refuge
      fichiers: exports/og3/mss_decomptes.csv
      date_extraction: 2025-10-03

  dmp:
    - logiciel: Alvéole
      fichiers: exports/og1/dmp.csv
      date_extraction: 2025-10-01
    - logiciel: Passerelle
      fichiers: exports/og2/dmp.csv
    - logiciel: Refuge
      fichiers: exports/og3/dmp_decomptes.csv
      date_extraction: 2025-10-03
`;
}

/** La première source écrit la correspondance, les suivantes y renvoient. @param {import('./modele.mjs').Essms} essms @param {number} rang */
function usagersOg1(essms, rang) {
  const colonnes =
    rang === 0
      ? `&usagers
        date_entree: "Entré le"
        date_sortie: "Sorti le"
        motif_sortie: "Motif"
        date_derniere_activite: "Dernière saisie"
        statut: "Situation"
        eligible_projet: "Projet d’accueil"`
      : '*usagers';
  return `    - logiciel: Alvéole
      fichiers: exports/og1/${essms.fichier}_usagers.csv
      date_extraction: ${essms.nom === 'IME Les Alizés' ? '2025-10-14' : '2025-09-30'}
      constantes: { finess_et: "${essms.finess}" }
      lignes_ignorees: { debut: 2, fin: 1 }
      colonnes: ${colonnes}
`;
}
