/** Ce que `esms verifier` doit dire d'un dossier de `fixtures/erreurs` : son code, et ses anomalies, toutes. */
export interface Cas {
  readonly code: 0 | 1 | 2;
  /** « fichier:ligne:colonne code « valeur » », dans l'ordre. */
  readonly anomalies?: readonly string[];
  /** Un morceau du conseil ou du message, quand le cas en attend un précis. */
  readonly dit?: string;
  /** Lues = retenues + rejetées + écartées, du fichier en cause. */
  readonly compte?: string;
}

const JUSTE: Cas = { code: 0, compte: '3 = 3 + 0 + 0' };
const refus = (anomalie: string, dit?: string): Cas => ({
  code: 2,
  anomalies: [anomalie],
  ...(dit ? { dit } : {}),
});
const rejet = (anomalie: string, dit?: string): Cas => ({
  code: 1,
  anomalies: [anomalie],
  compte: '3 = 2 + 1 + 0',
  ...(dit ? { dit } : {}),
});
const configuration = (ligne: number, suite: string, dit?: string): Cas =>
  refus(`depot.yaml:${ligne}${suite}`, dit);

const FICHIERS: Readonly<Record<string, Cas>> = {
  'essms-absent': refus('essms.csv depot.table_absente'),
  'fichier-absent': configuration(5, ':tables.dossiers.fichiers fichier.absent', 'exports/usagers.csv'),
  'motif-sans-fichier': configuration(4, ':tables.dossiers.fichiers depot.motif_sans_fichier'),
  'fichier-vide': refus('dossiers.csv fichier.vide'),
  'fichier-blanc': refus('dossiers.csv fichier.vide'),
  'entete-seul': { code: 0, anomalies: ['dossiers.csv fichier.sans_ligne'], compte: '0 = 0 + 0 + 0' },
  'entete-seul-sans-fin-de-ligne': {
    code: 0,
    anomalies: ['dossiers.csv fichier.sans_ligne'],
    compte: '0 = 0 + 0 + 0',
  },
  gzip: JUSTE,
  'gzip-tronque': refus('dossiers.csv.gz fichier.gzip_tronque'),
  'gzip-abime': refus('dossiers.csv.gz fichier.gzip_tronque'),
  xlsx: refus('dossiers.csv fichier.tableur', 'XLSX'),
  xls: refus('dossiers.csv fichier.tableur', 'XLS'),
  pdf: refus('dossiers.csv fichier.binaire', 'PDF'),
  html: refus('dossiers.csv fichier.html', 'reconnectez-vous'),
  binaire: refus('dossiers.csv fichier.binaire'),
  doublon: refus('exports/usagers.csv fichier.doublon', 'usagers (1).csv'),
  'fichier-cite-deux-fois': refus('exports/usagers.csv fichier.doublon', 'désigné deux fois'),
  'fichier-inutilise': {
    code: 0,
    anomalies: ['depot.yml fichier.inutilise', 'dossier.csv fichier.inutilise'],
    dit: 'renommez-le « depot.yaml »',
  },
  'noms-cites': { code: 0, compte: '1 = 1 + 0 + 0' },
  'noms-motif': { code: 0, compte: '1 = 1 + 0 + 0' },
};

const OCTETS: Readonly<Record<string, Cas>> = {
  bom: JUSTE,
  'bom-puis-ligne-vide': JUSTE,
  crlf: JUSTE,
  'tout-cr': JUSTE,
  'fins-melees': JUSTE,
  'cr-seul-entre-lignes': JUSTE,
  'cr-seul-dans-valeur': {
    code: 1,
    anomalies: ['dossiers.csv:3 ligne.colonnes_manquantes', 'dossiers.csv:4 ligne.colonnes_manquantes'],
    compte: '4 = 2 + 2 + 0',
  },
  'windows-1252': JUSTE,
  'utf16le-avec-marque': JUSTE,
  'utf16le-sans-marque': JUSTE,
  'utf16be-avec-marque': JUSTE,
  'utf16be-sans-marque': JUSTE,
  'utf16-impose-utf8': refus('dossiers.csv fichier.encodage', 'encodage: auto'),
  'encodage-impose-faux': refus('dossiers.csv fichier.encodage', 'encodage: auto'),
  'encodages-meles': {
    code: 0,
    anomalies: ['dossiers.csv fichier.caracteres_doubles'],
    compte: '4 = 4 + 0 + 0',
  },
  'nul-dans-valeur': rejet('dossiers.csv:3 ligne.octet_nul'),
  'nul-dans-code': rejet('dossiers.csv:3 ligne.octet_nul'),
  'nul-dans-entete': refus('dossiers.csv fichier.binaire'),
};

const LIGNES: Readonly<Record<string, Cas>> = {
  'guillemets-justes': { code: 0, compte: '2 = 2 + 0 + 0' },
  'guillemets-non': JUSTE,
  'guillemet-au-milieu': rejet('dossiers.csv:3 ligne.guillemet_mal_forme', 'guillemets: non'),
  'texte-apres-guillemet': rejet('dossiers.csv:3 ligne.guillemet_mal_forme'),
  'guillemet-multiligne': refus('dossiers.csv:3 fichier.guillemet_multiligne'),
  'guillemet-non-referme': refus('dossiers.csv:3 fichier.guillemet_non_referme'),
  'guillemet-non-referme-entete': refus('dossiers.csv:1 fichier.guillemet_non_referme'),
  'colonnes-manquantes': rejet('dossiers.csv:3 ligne.colonnes_manquantes'),
  'colonnes-en-trop': rejet('dossiers.csv:3 ligne.colonnes_en_trop'),
  'entete-repete': {
    code: 1,
    anomalies: ['dossiers.csv:5 ligne.entete_repete'],
    compte: '7 = 6 + 1 + 0',
  },
  'titre-au-dessus': refus('dossiers.csv:1:finess_et colonne.absente', 'lignes_ignorees: { debut: 2 }'),
  'lignes-ignorees': JUSTE,
  'separateur-inconnu': refus('dossiers.csv:1 fichier.separateur', 'point-virgule, virgule'),
  'separateur-impose-faux': refus('dossiers.csv:1 fichier.separateur', '« , »'),
  'entete-en-double': refus('dossiers.csv:1:date_entree colonne.ambigue', 'colonne 3'),
  'entete-inutile-en-double': {
    code: 0,
    anomalies: [2, 3, 4].map((ligne) => `dossiers.csv:${ligne}:date_entree sejour.entree_absente`),
  },
  'colonne-absente': refus('dossiers.csv:1:id_dossier colonne.absente', '« id_dosier » lui ressemble'),
  'colonne-facultative-proche': {
    code: 0,
    anomalies: [
      'dossiers.csv:1:date_entree colonne.inconnue_proche',
      ...[2, 3, 4].map((ligne) => `dossiers.csv:${ligne}:date_entree sejour.entree_absente`),
    ],
  },
};

const VALEURS: Readonly<Record<string, Cas>> = {
  'date-impossible': {
    code: 1,
    anomalies: [
      'dossiers.csv:2:date_entree champ.date_invalide « 31/02/2025 »',
      'dossiers.csv:3:date_entree champ.date_invalide « 29/02/2025 »',
    ],
    compte: '3 = 1 + 2 + 0',
  },
  'dates-melees': rejet(
    'dossiers.csv:3:date_derniere_activite champ.date_autre_format « 12/09/2025 »',
    'AAAA-MM-JJ',
  ),
  'dates-etranges': {
    code: 1,
    anomalies: [
      '01/09/25',
      '25-09-01',
      'infinity',
      'epoch',
      '1/9/2025',
      '2025-13-01',
      '1899-12-31',
      '2201-01-01',
      '0025-09-01',
      '2025-09-10T25h',
      'aujourd’hui',
    ].map((date, rang) => `dossiers.csv:${rang + 5}:date_entree champ.date_invalide « ${date} »`),
    compte: '14 = 3 + 11 + 0',
  },
  'date-nulle': {
    code: 0,
    anomalies: [3, 4].map((ligne) => `dossiers.csv:${ligne}:date_derniere_activite champ.date_nulle`),
    compte: '3 = 3 + 0 + 0',
  },
  'date-obligatoire-nulle': {
    code: 1,
    anomalies: ['agenda.csv:3:date_debut champ.vide « 00/00/0000 »'],
  },
  'finess-notation': rejet(
    'dossiers.csv:3:finess_et finess.format « 6,3E+08 »',
    'notation scientifique par un tableur',
  ),
  'finess-zero-perdu': rejet(
    'dossiers.csv:3:finess_et finess.format « 10780013 »',
    'zéro de tête perdu ? « 010780013 » a une clé juste',
  ),
  'finess-cle-essms': {
    code: 1,
    anomalies: [
      'essms.csv:2:finess_et finess.cle « 630991017 »',
      'dossiers.csv:2:finess_et finess.cle « 630991017 »',
    ],
  },
  'finess-cle-ej': { code: 1, anomalies: ['essms.csv:2:finess_ej finess.cle « 630990019 »'] },
  'finess-cle-ailleurs': {
    code: 0,
    anomalies: ['dossiers.csv:3:finess_et finess.cle « 630991017 »'],
    compte: '3 = 3 + 0 + 0',
  },
  'champ-vide': rejet('dossiers.csv:3:id_dossier champ.vide «  »'),
  'code-inconnu': {
    code: 1,
    anomalies: ['dossiers.csv:3:statut champ.code_inconnu « archivé provisoirement »'],
    compte: '2 = 1 + 1 + 0',
    dit: 'valeurs: { statut:',
  },
  'booleen-invalide': {
    code: 1,
    anomalies: ['dossiers.csv:3:eligible_projet champ.booleen_invalide « peut-être »'],
  },
  'nombre-invalide': {
    code: 1,
    anomalies: ['effectifs.csv:3:personnes_accompagnees champ.nombre_invalide « 93,5 % »'],
  },
  'mois-invalide': { code: 1, anomalies: ['effectifs.csv:3:mois champ.mois_invalide « janv.-25 »'] },
  'essms-inconnu': {
    code: 0,
    anomalies: ['dossiers.csv:3:finess_et perimetre.essms_inconnu « 630991024 »'],
    compte: '3 = 2 + 0 + 1',
  },
  'dossier-inconnu': { code: 0, anomalies: ['agenda.csv:3:id_dossier dossier.inconnu « D9 »'] },
  'dossier-cle-incoherente': {
    code: 1,
    anomalies: [
      ...[2, 3, 4].map((ligne) => `agenda.csv:${ligne}:id_dossier dossier.inconnu « 48${ligne - 1} »`),
      'agenda.csv:id_dossier dossier.cle_incoherente',
    ],
    dit: '« 482 » et « 00482 »',
  },
  'evenement-collectif': {
    code: 0,
    anomalies: ['agenda.csv:4:id_dossier dossier.inconnu « 11,12,13 »'],
    dit: 'une ligne par personne',
  },
  'essms-en-double': { code: 1, anomalies: ['essms.csv:3 ligne.cle_en_double'] },
  'effectifs-en-double': {
    code: 1,
    anomalies: ['effectifs.csv:3 ligne.cle_en_double'],
    compte: '3 = 2 + 1 + 0',
  },
  'decompte-en-double': { code: 1, anomalies: ['mss.csv:3 ligne.cle_en_double'], compte: '2 = 1 + 1 + 0' },
};

const HORS_DEPOT: Cas = {
  code: 2,
  anomalies: ['depot.yaml:4:tables.dossiers.fichiers fichier.hors_depot', 'dossiers.csv fichier.inutilise'],
};

const CONFIGURATION: Readonly<Record<string, Cas>> = {
  'yaml-syntaxe': configuration(5, ' depot.yaml_syntaxe', 'mal alignée'),
  'yaml-cle-en-double': configuration(3, ' depot.yaml_syntaxe', 'deux fois'),
  'yaml-ancre-inconnue': configuration(1, ' depot.yaml_syntaxe', 'ancre'),
  'yaml-bombe': configuration(1, ' depot.yaml_syntaxe', 'ancre'),
  'yaml-cle-inconnue': configuration(2, ':table depot.cle_inconnue', '« tables »'),
  'yaml-cle-inconnue-source': configuration(
    4,
    ':tables.dossiers.0.fichier depot.cle_inconnue',
    '« fichiers »',
  ),
  'yaml-table-inconnue': configuration(3, ':tables.dossier depot.cle_inconnue', '« dossiers »'),
  'yaml-cible-inconnue': configuration(3, ':cibles.dpm depot.cle_inconnue', 'mssante, dmp'),
  'yaml-type': configuration(
    5,
    ':tables.dossiers.lignes_ignorees.debut depot.type_invalide',
    'un nombre entier',
  ),
  'yaml-type-liste': configuration(
    5,
    ':tables.dossiers.0.format_date depot.valeur_inconnue',
    '« JJ/MM/AAAA »',
  ),
  'yaml-fichiers-vides': configuration(4, ':tables.dossiers.fichiers depot.type_invalide', 'un chemin'),
  'yaml-octet-nul': configuration(5, ':tables.dossiers.constantes.motif_sortie depot.type_invalide'),
  'yaml-finess-nu': configuration(
    2,
    ':630999999 depot.finess_non_cite « 630991016 »',
    '"630991016" entre guillemets',
  ),
  'yaml-finess-nu-liste': configuration(5, ':couvre depot.finess_non_cite « 630991016 »'),
  'yaml-version': configuration(1, ':version depot.version'),
  'yaml-vide': configuration(1, ':version depot.version', 'version: 1'),
  'yaml-valeur-inconnue': configuration(
    5,
    ':tables.dossiers.valeurs.statut.Présent depot.valeur_inconnue',
    '« actif »',
  ),
  'yaml-valeur-sans-liste': configuration(
    5,
    ':tables.dossiers.valeurs.motif_sortie depot.cle_inconnue',
    'liste fermée',
  ),
  'yaml-valeurs-champ-inconnu': configuration(
    5,
    ':tables.dossiers.valeurs.status depot.cle_inconnue',
    '« statut »',
  ),
  'yaml-colonne-inexistante': refus(
    'dossiers.csv:1:id_dossier depot.colonne_inexistante « N° dossier »',
    'est-ce lui ?',
  ),
  'yaml-colonnes-champ-inconnu': configuration(
    4,
    ':tables.dossiers.colonnes.id_dosier depot.cle_inconnue',
    '« id_dossier »',
  ),
  'yaml-constante-finess': configuration(
    4,
    ':tables.dossiers.constantes.finess_et depot.type_invalide',
    'zéro de tête perdu',
  ),
  'yaml-constante-code': configuration(5, ':tables.dossiers.constantes.statut depot.valeur_inconnue'),
  'yaml-constante-champ-inconnu': configuration(
    4,
    ':tables.dossiers.constantes.finess depot.cle_inconnue',
    'finess_et',
  ),
  'yaml-alias-au-perimetre': configuration(2, ':alias_finess depot.alias_finess', 'lui-même'),
  'yaml-alias-sans-essms': configuration(2, ':alias_finess depot.alias_finess', "n'est pas dans"),
  'hors-depot-parent': HORS_DEPOT,
  'hors-depot-absolu': HORS_DEPOT,
  'hors-depot-motif': HORS_DEPOT,
};

/** Un dossier de `fixtures/erreurs` par cas : un dépôt dont c'est le seul défaut. */
export const CAS: Readonly<Record<string, Readonly<Record<string, Cas>>>> = {
  fichiers: FICHIERS,
  octets: OCTETS,
  lignes: LIGNES,
  valeurs: VALEURS,
  'depot.yaml': CONFIGURATION,
};
