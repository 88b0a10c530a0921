/**
 * L'architecture à sens unique du projet, avec le pourquoi de chaque règle : `npm run qualite` la vérifie, et
 * test/docs/architecture.test.ts montre que chaque règle sait échouer.
 */

/** Les modèles que les rapports mettent en forme : des types, sans code. */
const MODELES = 'rapports/modele|rapports/[a-z]+/modele';

/** Ce qu'une couche importe, hors d'elle-même. Une couche absente d'ici (cli) assemble les autres. */
const COUCHES = {
  domaine: {
    vers: [],
    pourquoi: 'Le domaine (dates, FINESS, fractions, anomalies) se lit et se teste seul.',
  },
  tables: {
    vers: ['domaine'],
    pourquoi:
      "Une table est une description : la lecture, la documentation et le schéma publié en découlent, pas l'inverse.",
  },
  moteur: {
    vers: ['domaine'],
    pourquoi: "Le moteur exécute du SQL ; il ne sait ni ce qu'est un export ni ce qu'est un indicateur.",
  },
  lecture: {
    vers: ['domaine', 'tables', 'moteur'],
    pourquoi: 'Lire ne dépend ni du mois ni des indicateurs : le nombre de rejets non plus (E1).',
  },
  regles: {
    vers: ['domaine', 'tables', 'moteur', 'version'],
    pourquoi: "Les règles sont des données datées ; les appliquer n'est pas leur affaire.",
  },
  finess: {
    vers: ['domaine', 'tables', 'moteur', 'lecture', 'regles'],
    pourquoi:
      "Le répertoire se lit et s'interroge seul : les contrôles le reçoivent sans savoir comment il se lit.",
  },
  controles: {
    vers: ['domaine', 'tables', 'lecture', 'regles'],
    types: [MODELES],
    pourquoi: "Les contrôles portent sur ce qui est lu, avant et sans le calcul d'un indicateur.",
  },
  indicateurs: {
    vers: ['domaine', 'tables', 'moteur', 'lecture', 'controles', 'regles'],
    types: [MODELES],
    pourquoi: "Le calcul ne sait pas comment on l'affiche : il rend le modèle des rapports, sans leur code.",
  },
  financement: {
    vers: ['domaine', 'tables', 'moteur', 'lecture', 'controles', 'regles'],
    types: [MODELES],
    pourquoi: "Un montant vient des règles et d'un périmètre lu : jamais d'un taux, jamais d'un affichage.",
  },
  suivi: {
    vers: ['domaine', 'tables', 'moteur', 'lecture', 'controles', 'regles', 'indicateurs', 'rapports'],
    pourquoi:
      "Un relevé s'écrit et se relit par le même contrat, celui des rapports ; le reste se calcule sans affichage.",
  },
  lot: {
    vers: [
      'domaine',
      'tables',
      'moteur',
      'lecture',
      'controles',
      'regles',
      'financement',
      'suivi',
      'rapports',
      'terminal',
    ],
    pourquoi:
      "Un lot ne connaît que des relevés : un dépôt en devient un par le suivi, aucun taux ne s'y recalcule.",
  },
  rapports: {
    vers: ['domaine'],
    pourquoi: 'Un rapport est une fonction du modèle : il ne lit ni ne calcule rien.',
  },
  terminal: {
    vers: ['domaine'],
    pourquoi: 'Couleur, largeur et écriture des fichiers ne dépendent pas de ce qui est écrit.',
  },
};

const chemins = (noms) => `^src/(${noms.join('|')})(/|\\.ts$)`;

const SENS_UNIQUE = Object.entries(COUCHES).flatMap(([couche, { vers, types = [], pourquoi }]) => {
  const permis = [couche, ...vers];
  const regle = {
    name: `sens-${couche}`,
    comment: `${couche} n'importe ${vers.length > 0 ? `que ${vers.join(', ')}` : 'rien'}. ${pourquoi}`,
    severity: 'error',
    from: { path: chemins([couche]) },
    to: { path: '^src/', pathNot: chemins([...permis, ...types]) },
  };
  if (types.length === 0) return [regle];
  return [
    regle,
    {
      name: `types-${couche}`,
      comment: `${couche} ne prend que des types aux modèles des rapports. ${pourquoi}`,
      severity: 'error',
      from: { path: chemins([couche]) },
      to: { path: chemins(types), dependencyTypesNot: ['type-only'] },
    },
  ];
});

/** Un paquet et le seul endroit qui l'importe. */
const PAQUETS = {
  '@duckdb/': ['moteur', 'Le SQL est cité, ouvert et verrouillé en un seul endroit.'],
  chalk: ['terminal', 'Sans elle, un rapport rendrait des octets différents selon le terminal.'],
  'env-paths': ['cli', 'Le dossier de données dépend du poste : seule la ligne de commande le connaît.'],
  commander: ['cli', "Le reste du programme ne sait pas qu'il est une ligne de commande."],
  'csv-parse': [
    'lecture',
    'Un CSV se lit par les règles de la lecture : encodage, dialecte, rejets comptés.',
  ],
  'csv-stringify': ['rapports', 'Un CSV de sortie est un rapport.'],
  'cli-table3': ['rapports', 'Un tableau est un rapport.'],
  tinyglobby: [
    'lecture',
    'Les motifs de depot.yaml ne doivent jamais sortir du dossier : un seul endroit y veille.',
  ],
  yaml: [
    'lecture|regles',
    "Un YAML mal typé mange les zéros de tête des FINESS : seuls ces lecteurs savent s'en garder.",
  ],
  zod: [
    'lecture|regles|rapports/contrats',
    "zod pèse au démarrage : il ne sert qu'à valider des fichiers et à publier des contrats.",
  ],
};

const UN_PAQUET_UN_ENDROIT = Object.entries(PAQUETS).map(([paquet, [endroit, pourquoi]]) => ({
  name: `paquet-${paquet.replace(/\W/g, '')}`,
  comment: `${paquet} seulement dans ${endroit.replaceAll('|', ', ')}. ${pourquoi}`,
  severity: 'error',
  from: { path: '^src/', pathNot: chemins([endroit]) },
  to: { path: `(^|/)node_modules/${paquet}` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...SENS_UNIQUE,
    ...UN_PAQUET_UN_ENDROIT,
    {
      name: 'systeme-de-fichiers',
      comment:
        'Seules les couches qui lisent ou écrivent des fichiers touchent au disque : on sait où chercher ce que le programme lit, écrit et efface.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: chemins(['lecture', 'moteur', 'regles', 'finess', 'suivi', 'lot', 'terminal']),
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'pas-de-reseau',
      comment:
        'Les données nominatives ne bougent pas : rien, dans le programme, ne sait ouvrir une connexion ni lancer un autre programme.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(https?|http2|net|tls|dgram|dns(/promises)?|child_process|cluster|inspector)$' },
    },
    {
      name: 'pas-de-cycle',
      comment:
        "Deux modules qui se chargent l'un l'autre se lisent et se testent ensemble. Un cycle de types seuls ne se charge pas.",
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pas-de-test-dans-src',
      comment: 'Le programme livré ne contient ni tests, ni bancs de mesure, ni scripts.',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { path: '^(test|mesures|scripts)/' },
    },
    {
      name: 'dependance-de-developpement',
      comment: "Ce que le programme importe doit s'installer avec lui.",
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'introuvable',
      comment:
        "Un import qui ne mène à rien casse au premier appel (dist, construit, n'existe pas encore ici).",
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(^|/)dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
