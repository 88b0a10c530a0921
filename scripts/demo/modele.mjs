/**
 * Les lignes de la démonstration, aux noms canoniques, avant que chaque export ne les écrive à sa façon.
 * Une valeur absente est la chaîne vide. Les dates sont « AAAA-MM-JJ », les mois « AAAA-MM ».
 *
 * @typedef {object} Objectifs Ce que la fabrication doit donner pour 2025-09 ; lettres de definitions.md § 6.
 * @property {number} population Personnes ayant un dossier.
 * @property {number} [sansDossier] Personnes accompagnées que les effectifs comptent en plus.
 * @property {number} A
 * @property {number} [I]
 * @property {number} [I1]
 * @property {number} P
 * @property {number} G
 * @property {number | null} M `null` : absent des exports.
 * @property {number | null} B
 * @property {number} [ineligibles]
 *
 * @typedef {object} Essms
 * @property {string} finess
 * @property {'og1' | 'og2' | 'og3'} og
 * @property {string} nom
 * @property {string} fichier Racine des noms de fichiers propres à l'établissement.
 * @property {string} categorie
 * @property {string} secteur
 * @property {boolean} [secteurDeduit] La colonne `secteur` est laissée vide.
 * @property {number} places
 * @property {'' | 'oui' | 'non'} eligibleSons
 * @property {string} [dateOuverture]
 * @property {[number, number]} intensite Événements par personne et par mois, au moins et au plus.
 * @property {Objectifs | null} objectifs `null` : hors période.
 * @property {string} montre Ce que l'ESSMS fait voir.
 *
 * @typedef {object} Sejour
 * @property {string} finess_et
 * @property {string} id_dossier
 * @property {string} date_entree
 * @property {string} date_sortie
 * @property {string} motif_sortie
 * @property {string} date_derniere_activite
 * @property {string} statut
 * @property {string} eligible_projet
 *
 * @typedef {object} Personne
 * @property {string} finess_et Celui que portent les exports : site secondaire compris.
 * @property {string} id
 * @property {'actif' | 'indetermine' | 'inactif' | 'hors_population'} role
 * @property {boolean} evenement A un événement retenu en septembre.
 * @property {boolean} projet
 * @property {'saisie' | 'message' | 'dmp' | 'projet'} trace Ce qui prouve son activité, sans événement (N1).
 * @property {boolean} dmp
 * @property {Sejour[]} sejours Le dernier est le séjour en cours.
 *
 * @typedef {{ finess_et: string, id_dossier: string, date: string, heure: string, type: string, statut: string }} Evenement
 * @typedef {{ finess_et: string, id_dossier: string, statut: string, date_creation: string, date_debut: string, date_fin: string }} Projet
 * @typedef {{ finess_et: string, id_dossier: string, date: string }} Activite
 * @typedef {{ finess_et: string, id_dossier: string, date: string, destinataire: string, id_message: string, sens: string, etat: string }} Message
 * @typedef {{ finess_et: string, id_dossier: string, date: string, ins: string, etat: string }} Depot
 * @typedef {{ finess_et: string, mois: string, professionnels: number, usagers: number, dossiersProfessionnel: number, dossiersUsager: number, trois: number }} DecompteMss
 * @typedef {{ finess_et: string, mois: string, dossiers: number, avecIns: number, sansIns: number }} DecompteDmp
 * @typedef {{ finess_et: string, mois: string, periode: 'mois' | 'trimestre', personnes: number, eligibles: string }} Effectif
 *
 * @typedef {object} Tables
 * @property {Sejour[]} dossiers
 * @property {Evenement[]} agenda
 * @property {Projet[]} projets
 * @property {Activite[]} activites
 * @property {Message[]} mss
 * @property {Depot[]} dmp
 * @property {DecompteMss[]} mssDecomptes
 * @property {DecompteDmp[]} dmpDecomptes
 * @property {Effectif[]} effectifs
 */
export {};
