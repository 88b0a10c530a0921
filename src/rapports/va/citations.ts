import type { Acte, CodeCondition } from '../../domaine/va.ts';

/** Ce qu'un document lu demande, mot pour mot, et où ; « […] » : passé, ou illisible. */
export interface Citation {
  readonly document: string;
  readonly lieu: string;
  readonly texte: string;
}

const kit = (lieu: string, texte: string): Citation => ({ document: 'kit SESAN', lieu, texte });
/** Texte océrisé, abîmé : l'orthographe est rétablie. */
const ars = (diapositive: number, texte: string): Citation => ({
  document: 'webinaire ARS Occitanie 2022 (océrisé)',
  lieu: `diapositive ${diapositive}`,
  texte,
});

const PARTIE = 'partie 3 § 4';

export const CITATIONS = {
  tableau: kit(
    PARTIE,
    "La solution de DUI sait fournir automatiquement un tableau de bord avec des indicateurs dont la valeur est différente de zéro pour chacun des ESSMS concernés par la commande de l'OG",
  ),
  taux: kit(
    PARTIE,
    "La solution de DUI sait fournir automatiquement les trois indicateurs attendus dans le cadre du programme ESMS numérique […] ; ceci pour chacun des ESSMS concernés par la commande de l'OG",
  ),
  deploiement: kit(
    PARTIE,
    "Le déploiement du DUI est effectif et finalisé (y compris les formations) dans chacun des ESSMS concerné par la commande de l'OG",
  ),
  bugs: kit(
    PARTIE,
    'certifier que tous les bugs ont été corrigés et que le déploiement du DUI et de ses services socles est officiellement terminé',
  ),
  obligationVa: kit(
    PARTIE,
    "Elle est recommandée pour les projets d'acquisition et obligatoire pour les projets de mise en conformité",
  ),
  obligationVsr: kit(
    PARTIE,
    "Elle est obligatoire pour les projets d'acquisition et optionnelle pour les projets de mise en conformité",
  ),
  objetVa: kit(
    PARTIE,
    'La VA atteste que la nouvelle version du DUI est réellement opérationnelle dans chacun des ESSMS de la structure',
  ),
  signataireVa: kit(
    PARTIE,
    "l'éditeur doit faire signer l'attestation de vérification d'aptitude (VA) au représentant légal de la structure",
  ),
  quandVa: kit(PARTIE, "Le responsable doit signer la VA dès l'atteinte des seuils suivants"),
  signataireVsr: kit(
    PARTIE,
    "Environ 18 mois après la contractualisation avec l'éditeur, l'OG doit signer la vérification de service régulier",
  ),
  commande: kit('partie 1 § 1, étape 2', 'via un devis ou via un marché public'),
  convention: kit('partie 1 § 1, étape 1', "une convention est signée entre l'ARS et le porteur de projet"),
  envoiVa: kit(
    'partie 3, liste de contrôle',
    "Préparation du PV de VA (vérification d'aptitude) et envoi à l'ARS",
  ),
  envoiVsr: kit(
    'partie 3, liste de contrôle',
    "Préparation du PV de VSR (vérification service régulier) et envoi à l'ARS",
  ),
  og: ars(77, "l'Organisme Gestionnaire (OG) identifiable à travers son numéro FINESS juridique"),
  essms: ars(
    77,
    'une commande pour un ou plusieurs ESSMS, identifiables à travers leur numéro de FINESS géographique',
  ),
  signature: ars(
    80,
    'signée par le responsable de […] avec certificats CPx, avec identification électronique par Pro Santé Connect, par certificat logiciel RGS, ou signature électronique de niveau minimum eIDAS simple',
  ),
  seuils: ars(80, "Elle atteste de l'atteinte des seuils suivants"),
  mentions: ars(
    80,
    "Les mentions complètes qui doivent figurer sur le bon de commande ou sur l'attestation de vérification d'aptitude sont présentées dans le guide pratique SONS",
  ),
  solde: ars(21, "Atteinte des cibles d'usages et signature de la vérification de service régulier"),
} as const satisfies Readonly<Record<string, Citation>>;

/** Ce que demande chaque condition. La VSR suppose la VA : aucune source lue ne redit ses seuils. */
export const CITATIONS_CONDITIONS: Readonly<Record<CodeCondition, Citation>> = {
  V1: CITATIONS.tableau,
  V2: CITATIONS.tableau,
  V3: CITATIONS.taux,
  V4: CITATIONS.deploiement,
  bugs: CITATIONS.bugs,
};

/** « kit SESAN, partie 3 § 4 » */
export function direLieu({ document, lieu }: Citation): string {
  return `${document}, ${lieu}`;
}

/** « kit SESAN, partie 3 § 4 : « … » » */
export function direCitation(citation: Citation): string {
  return `${direLieu(citation)} : « ${citation.texte} »`;
}

/** Ce que ce brouillon ne peut pas savoir, faute de l'avoir lu ou de pouvoir le mesurer. */
export function direNonLus(acte: Acte): string[] {
  return [
    ...(acte === 'va'
      ? [
          "Non lu : le guide pratique SONS, où sont « les mentions complètes » de l'attestation de VA (diapositive 80). Complétez d'après lui.",
          'Lu en partie : les formes de signature admises (diapositive 80, texte abîmé) ; rien de lisible ne dit si la signature manuscrite de la VA en est.',
        ]
      : [
          "Non lu : aucun modèle de PV de VSR. Les sources lues n'en disent que l'objet, le signataire et le moment.",
          'Les sources lues ne redisent pas V1 à V4 pour la VSR : elle suppose la VA. Les cibles se demandent à côté, pour le solde.',
        ]),
    "Non lue : l'exigence du référentiel qui décrit le tableau de bord (sa référence est illisible, diapositive 80).",
    'À constater dans le DUI : ces comptes viennent des exports, ils ne prouvent pas que la solution les fournit « automatiquement ».',
    "(b) et (c) comptent les dossiers d'un message : un export ne dit pas si le message portait un document.",
    'Aucune source lue ne dit sur quelle période se lit le tableau de bord : ici, la période mesurée.',
  ];
}
