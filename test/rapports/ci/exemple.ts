import type { ElementCi, RapportCi } from '../../../src/rapports/ci/modele.ts';

const RIEN = { fichier: null, ligne: null, colonne: null, aide: null } as const;

/** Un élément de chaque gravité, des signes que chaque format doit échapper, et des anomalies non détaillées. */
const ELEMENTS: readonly ElementCi[] = [
  {
    code: 'champ.date_invalide',
    gravite: 'erreur',
    fichier: 'exports/usagers, site 1: nord.csv',
    ligne: 12,
    colonne: 'date_entree',
    message: '« 31/02/2025 » n\'est pas une date & "possible" <à 100 %>',
    aide: 'corrigez la date\r\net réexportez',
  },
  {
    ...RIEN,
    code: 'champ.date_invalide',
    gravite: 'erreur',
    fichier: 'exports/usagers, site 1: nord.csv',
    ligne: 12,
    colonne: 'date_entree',
    message: 'le même, une seconde fois',
  },
  {
    ...RIEN,
    code: 'dossier.inconnu',
    gravite: 'avertissement',
    fichier: 'agenda.csv',
    message: '[dossier](ailleurs) inconnu \u0000\u001b[31m',
  },
  {
    ...RIEN,
    code: 'cible.incertain',
    gravite: 'information',
    message: '89–90 ?, incertain',
    suite: 'Grappe Limagne',
    cas: 'Grappe Limagne : projets à 90 %',
  },
  {
    ...RIEN,
    code: 'cible.dispense',
    gravite: 'sans_objet',
    message: 'dispensé',
    suite: 'Grappe Limagne',
    cas: 'Grappe Limagne : DMP à 70 %',
  },
  { ...RIEN, code: 'fichier.lu', gravite: 'conforme', fichier: 'essms.csv', message: '2 lignes lues' },
];

export const RAPPORT_CI: RapportCi = {
  outil: { nom: 'esms', version: '0.1.0', regles: '3f9c'.repeat(16) },
  commande: 'verifier',
  elements: ELEMENTS,
  tus: { erreurs: 1000, avertissements: 1 },
  conclusion: 'À CORRIGER : 1\u00a0002 erreurs, 2 avertissements.',
  fiches: { 'cible.incertain': { titre: 'Cible incertaine', explication: 'Les données ne tranchent pas.' } },
};

export const CI = { base: 'mon-depot' } as const;
