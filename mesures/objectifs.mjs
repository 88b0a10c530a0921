import { medianeParTour } from './chronometrer.mjs';

const pourcent = (part) => `${part > 0 ? '+' : ''}${Math.round(part * 100)} %`;
const francais = (nombre) => String(nombre).replace('.', ',');

/** Un objectif tenu ou non ; `valeur` et `seuil` tels qu'ils s'affichent. */
const objectif = (nom, taille, valeur, seuil, atteint) => ({ objectif: nom, taille, valeur, seuil, atteint });

/** Le temps d'une commande sur celui d'une autre, au même tour ; rien sans seuil, ou sans l'une d'elles. */
function rapport(nom, { taille, mesures }, une, autre, seuil, comparaison) {
  if (seuil === undefined || !mesures[une] || !mesures[autre]) return [];
  const valeur = medianeParTour([mesures[une], mesures[autre]], (a, b) => a / b);
  const atteint = comparaison === '<' ? valeur < seuil : valeur <= seuil;
  return [objectif(nom, taille, francais(valeur.toFixed(2)), `${comparaison} ${francais(seuil)}`, atteint)];
}

/** Une durée ou une mémoire sous un seuil. */
function plafond(nom, { taille }, valeur, seuil, unite) {
  if (seuil === undefined) return [];
  return [
    objectif(nom, taille, `${francais(valeur)} ${unite}`, `< ${francais(seuil)} ${unite}`, valeur < seuil),
  ];
}

/** Nanosecondes par événement, démarrage ôté. */
function parEvenement({ evenements, mesures }) {
  return (medianeParTour([mesures.mois, mesures.vide], (mois, vide) => mois - vide) * 1e6) / evenements;
}

/** La croissance part du premier dépôt d'au moins ce nombre d'événements : en dessous, le bruit l'emporte. */
const BASE = 3_000_000;

function croissance(series) {
  const [base, ...autres] = series.filter(({ evenements, sales = 0 }) => evenements >= BASE && sales === 0);
  if (!base) return [];
  const depart = parEvenement(base);
  return autres.map((serie) => {
    const temps = parEvenement(serie);
    const ecart = temps / depart - 1;
    return objectif(
      'temps par événement, démarrage ôté, depuis 3 millions',
      serie.taille,
      `${pourcent(ecart)} (${Math.round(depart)} ns, puis ${Math.round(temps)} ns)`,
      '± 15 %',
      Math.abs(ecart) <= 0.15,
    );
  });
}

/** Chaque objectif de vitesse et de mémoire, dit tenu ou non ; `series` : un dépôt mesuré, ses mesures par clé. */
export function juger(series) {
  return [
    ...series.flatMap((serie) => {
      const { mesures, seuils } = serie;
      return [
        ...rapport('indicateurs / requête complète', serie, 'mois', 'complete', seuils.complete, '≤'),
        ...rapport('indicateurs / requête simple', serie, 'mois', 'simple', seuils.simple, '≤'),
        ...rapport('première mesure / un mois', serie, 'premiere', 'mois', seuils.fenetres, '<'),
        ...rapport('rapport de trois mois / d’une fenêtre', serie, 'rapport', 'page', seuils.fenetres, '<'),
        ...rapport('rapport de trois mois / indicateurs', serie, 'rapport', 'mois', seuils.fenetres, '<'),
        ...plafond('durée', serie, mesures.mois.millisecondes / 1000, seuils.secondes, 's'),
        ...plafond('mémoire', serie, mesures.mois.memoireMo, seuils.memoire, 'Mo'),
      ];
    }),
    ...croissance(series),
  ];
}
