import { FINESS_ET } from './champs-communs.ts';
import type { DescriptionTable } from './description.ts';

/** Les postes d'une dépense : les codes de lignes de `forfaits` et de `financement`. */
const POSTES = ['usages', 'logiciel', 'equipement', 'amoa_marche', 'amoa_projet'] as const;

export const DEPENSES: DescriptionTable = {
  nom: 'depenses',
  nomPublic: 'depenses',
  titre: 'Dépenses du projet',
  description:
    "Une ligne par facture, ou par part de facture : l'état récapitulatif des dépenses demandé avant le solde. Rattachée à un ESSMS (finess_et), à un OG (finess_ej), ou à toute la grappe si les deux sont vides.",
  champs: [
    {
      nom: 'date',
      type: 'date',
      obligatoire: true,
      titre: 'Date',
      description: "Date de la facture, ou de la commande si rien n'est encore facturé.",
      alias: [
        'Date facture',
        'Date de facture',
        'Date de la facture',
        'Date de facturation',
        'Date dépense',
        'Date de la dépense',
        'Date commande',
        'Date de commande',
      ],
    },
    {
      nom: 'fournisseur',
      type: 'texte',
      obligatoire: true,
      titre: 'Fournisseur',
      description: 'Éditeur, intégrateur, prestataire… Avec numero_facture, il fait reconnaître un doublon.',
      alias: [
        'Nom du fournisseur',
        'Tiers',
        'Prestataire',
        'Raison sociale fournisseur',
        'Libellé fournisseur',
      ],
    },
    {
      nom: 'objet',
      type: 'texte',
      titre: 'Objet',
      description: 'Ce qui est acheté.',
      alias: ['Objet de la dépense', 'Nature de la dépense', 'Désignation', 'Libellé', 'Description'],
    },
    {
      nom: 'poste',
      type: 'enumeration',
      valeurs: POSTES,
      obligatoire: true,
      titre: 'Poste',
      description: 'Forfait auquel la dépense se rapporte.',
      alias: ['Poste de dépense', 'Poste budgétaire', 'Forfait', 'Rubrique'],
    },
    {
      nom: 'montant_ttc',
      type: 'montant',
      obligatoire: true,
      titre: 'Montant TTC',
      description:
        'En euros, toutes taxes comprises : « 1 234,56 », deux décimales au plus. Un avoir est négatif.',
      alias: ['TTC', 'Montant TTC en euros', 'Total TTC', 'Net à payer TTC', 'Montant TTC EUR'],
    },
    {
      nom: 'numero_facture',
      type: 'texte',
      titre: 'Numéro de facture',
      description: "Tel qu'il est écrit sur la facture. Vide tant que la dépense n'est que commandée.",
      alias: ['N° facture', 'N° de facture', 'No facture', 'Facture', 'Référence facture', 'N° pièce'],
    },
    {
      nom: FINESS_ET.nom,
      type: FINESS_ET.type,
      titre: FINESS_ET.titre,
      description: 'ESSMS pour lequel la dépense est faite ; vide si elle vaut pour tout un OG ou la grappe.',
      alias: FINESS_ET.alias,
    },
    {
      nom: 'finess_ej',
      type: 'finess',
      titre: 'FINESS juridique',
      description:
        'Organisme gestionnaire (ou porteur) qui porte la dépense quand elle ne se rattache pas à un seul ESSMS.',
      alias: ['N° FINESS EJ', 'Numéro FINESS EJ', 'nofinessej', 'FINESS OG', 'FINESS gestionnaire'],
    },
    {
      nom: 'paye_le',
      type: 'date',
      titre: 'Payé le',
      description: 'Date du paiement. Vide : la dépense est engagée, pas encore payée.',
      alias: ['Date de paiement', 'Date paiement', 'Date de règlement', 'Réglé le', 'Date de mandatement'],
    },
  ],
};
