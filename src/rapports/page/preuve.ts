import { ecrireDate } from '../../domaine/date-civile.ts';
import { CODES_INDICATEURS } from '../../domaine/resultat.ts';
import type { PreuveIdentifiant, PreuveNiveau, Suivi } from '../../domaine/suivi.ts';
import { type Contenu, type Fragment, html } from '../fragment.ts';
import { NOMS_NIVEAUX } from '../indicateurs/verdict.ts';
import { ecrireCible, INSECABLE } from '../nombres.ts';
import { direManque, direSerie } from '../suivi/manque.ts';
import { bandeDe, chiffreDe, enteteDe, legendeDe, TENDANCES } from '../suivi/marques.ts';
import { direConstats, direSituation, niveauxMontres } from '../suivi/phrases.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { courbe } from './courbe.ts';
import type { RapportPage } from './modele.ts';
import { cellule, liste, rangee, section, tableau } from './sections.ts';

const ORIGINES: Readonly<Record<RapportPage['origine'], string>> = {
  releves: 'Chaque mois vient du relevé transmis pour lui.',
  exports:
    "Les mois qui précèdent sont relus dans les exports d'aujourd'hui : une aide pour se situer. La preuve se fait avec les relevés établis chaque mois (esms releve, esms suivi).",
};

/** Les courbes de l'ensemble, puis la table de preuve de chaque niveau. */
export function montrerPreuve({ suivi: rapport, origine }: RapportPage): Fragment {
  const { suivi } = rapport;
  const niveaux = niveauxMontres(rapport);
  const legende = legendeDe(
    niveaux.filter(({ niveau }) => niveau !== 'grappe').flatMap(({ identifiants }) => identifiants),
  );
  const constats = direConstats(rapport);
  return section(
    'Les trois mois',
    html`<p>Lecture : ${direSituation(suivi)}. ${ORIGINES[origine]}</p>\n`,
    courbes(suivi),
    niveaux.map((niveau) => preuveDe(niveau, suivi)),
    legende === '' ? '' : html`<p class="discret">Un signe par mois, le dernier à droite : ${legende}.</p>`,
    constats.length > 0 ? html`<h3>Ce que les relevés se contredisent</h3>${liste(constats)}` : '',
  );
}

function courbes({ niveaux }: Suivi): Contenu {
  const ensemble = niveaux.find(({ niveau }) => niveau === 'grappe')?.identifiants[0];
  if (ensemble === undefined) return '';
  const figures = ensemble.series.map(
    (serie) =>
      html`<figure>${courbe(serie)}<figcaption><strong>${INDICATEURS[serie.indicateur].court}</strong> ${serie.cible === null ? '' : `cible ${ecrireCible(serie.cible)} %`}</figcaption></figure>\n`,
  );
  return html`<div class="courbes">${figures}</div>
<p class="discret">En pour cent. Rond : atteint ; carré : non atteint ; losange : incertain ; trait vertical : intervalle de ce que les données permettent ; pointillé : cible. Les mêmes chiffres sont dans la table.</p>\n`;
}

function preuveDe({ niveau, identifiants }: PreuveNiveau, suivi: Suivi): Contenu {
  const [ensemble] = identifiants;
  if (ensemble === undefined) return '';
  if (niveau === 'grappe') return tableEnsemble(ensemble, suivi);
  return tableau({
    legende: `Preuve par ${NOMS_NIVEAUX[niveau]}`,
    colonnes: [
      { titre: NOMS_NIVEAUX[niveau] },
      { titre: 'Preuve' },
      ...CODES_INDICATEURS.map((code) => ({ titre: INDICATEURS[code].court })),
      { titre: 'Au plus tôt' },
      { titre: 'À faire' },
    ],
    rangees: identifiants.map((une) =>
      rangee(une.nom, [
        cellule(STATUTS[une.statut] + (une.preuve === 'declare' ? ' (en partie déclarée)' : '')),
        ...une.series.map((serie) =>
          cellule(`${bandeDe(serie.mesures)}${INSECABLE}${direSerie(serie, suivi)}`),
        ),
        cellule(une.auPlusTot === null ? '' : ecrireDate(une.auPlusTot)),
        cellule(une.gestes.join(', ')),
      ]),
    ),
  });
}

const STATUTS: Readonly<Record<PreuveIdentifiant['statut'], string>> = {
  faite: 'faite',
  non_faite: 'non faite',
  sans_objet: 'hors période',
};

function tableEnsemble({ series }: PreuveIdentifiant, suivi: Suivi): Fragment {
  const mois = suivi.mois.map((un) => ({ titre: enteteDe(un).join(' '), nombre: true }) as const);
  return tableau({
    legende: "Preuve de l'ensemble",
    colonnes: [
      { titre: 'Indicateur' },
      { titre: 'Cible', nombre: true },
      ...mois,
      { titre: 'Tendance' },
      { titre: suivi.reglages.lecture === 'trois_atteints' ? 'Série' : 'Partagés' },
      { titre: 'Il manque' },
    ],
    rangees: series.map((serie) =>
      rangee(INDICATEURS[serie.indicateur].libelle, [
        cellule(serie.cible === null ? '' : `${ecrireCible(serie.cible)} %`, { nombre: true }),
        ...serie.mesures.map((mesure) =>
          cellule(chiffreDe(mesure).replaceAll(' ', INSECABLE), { nombre: true }),
        ),
        cellule(serie.tendance === null ? '' : `${TENDANCES[serie.tendance]} ${serie.tendance}`),
        cellule(direSerie(serie, suivi)),
        cellule(direManque(serie)),
      ]),
    ),
  });
}
