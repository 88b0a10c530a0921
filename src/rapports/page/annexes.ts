import { ecrireDate } from '../../domaine/date-civile.ts';
import { type Contenu, type Fragment, html } from '../fragment.ts';
import { ficheDe } from '../indicateurs/constats.ts';
import { direDonnees } from '../indicateurs/notes.ts';
import { direEcarts, direHypotheses, direManques } from '../indicateurs/phrases.ts';
import type { BilanAnomalies } from '../modele.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import { SANS_COULEUR } from '../presentation.ts';
import { direHypotheses as direHypothesesDuSuivi } from '../suivi/phrases.ts';
import { direAnomalie } from '../verification/anomalies.ts';
import type { RapportPage } from './modele.ts';
import { cellule, liste, rangee, section, tableau } from './sections.ts';

/** Ce que le calcul n'a pas pu savoir, et ce qu'il faut fournir. */
export function montrerManques({ mesure }: RapportPage): Contenu {
  const manques = direManques(mesure);
  const ecarts = direEcarts(mesure);
  return [
    manques.length > 0 ? section('Ce qui manque', liste(manques)) : '',
    ecarts.length > 0 ? section('Déclaré et calculé', liste(ecarts)) : '',
  ];
}

export function montrerHypotheses({ mesure, suivi }: RapportPage): Fragment {
  return section('Hypothèses et règles', liste([...direHypotheses(mesure), ...direHypothesesDuSuivi(suivi)]));
}

/** Les anomalies comptées par code, puis celles que l'on connaît une à une. */
export function montrerAnomalies({ mesure: { anomalies } }: RapportPage): Fragment {
  const { erreurs, avertissements, parCode, details } = anomalies;
  const total = `${accorder(erreurs, 'erreur')}, ${accorder(avertissements, 'avertissement')}`;
  if (parCode.size === 0) return section('Anomalies', html`<p>Aucune anomalie.</p>`);
  const reste = erreurs + avertissements - details.length;
  return section(
    'Anomalies',
    html`<p>${total}. « esms verifier » les localise ; « esms regles montrer CODE » les explique.</p>`,
    tableau({
      legende: 'Anomalies par code',
      colonnes: [
        { titre: 'Code' },
        { titre: 'Nombre', nombre: true },
        { titre: "Ce que c'est" },
        { titre: 'Que faire' },
      ],
      rangees: [...parCode].map(([code, nombre]) => {
        const fiche = ficheDe(code);
        return rangee(code, [
          cellule(ecrireEntier(nombre), { nombre: true }),
          cellule(fiche?.titre ?? ''),
          cellule(fiche?.aide ?? ''),
        ]);
      }),
    }),
    details.length > 0 ? detailler(anomalies, reste) : '',
  );
}

function detailler({ details }: BilanAnomalies, reste: number): Fragment {
  const lignes = details.map((une) =>
    direAnomalie(une, SANS_COULEUR)
      .map((ligne) => ligne.trim())
      .join(' — '),
  );
  return html`<h3>Dans les fichiers</h3>${liste(lignes)}${reste > 0 ? html`<p>${accorder(reste, 'autre non détaillée', 'autres non détaillées')}.</p>` : ''}`;
}

/** Chaque fichier lu, son empreinte, et où est passée chaque ligne. */
export function montrerProvenance({ mesure }: RapportPage): Fragment {
  const { sources, dateReference, indexFiness } = mesure;
  return section(
    'Provenance',
    html`<p>${direDonnees(sources)}. Date de référence : ${ecrireDate(dateReference)}.${indexFiness ? ' Répertoire FINESS consulté.' : ''}</p>`,
    tableau({
      legende: 'Fichiers lus : lues = retenues + rejetées + écartées',
      colonnes: [
        { titre: 'Fichier' },
        { titre: 'Table' },
        { titre: 'Lues', nombre: true },
        { titre: 'Retenues', nombre: true },
        { titre: 'Rejetées', nombre: true },
        { titre: 'Écartées', nombre: true },
        { titre: 'SHA-256' },
      ],
      rangees: sources.map(({ fichier, table, lignes, retenues, rejetees, ecartees, sha256 }) =>
        rangee(fichier, [
          cellule(table),
          ...[lignes, retenues, rejetees, ecartees].map((nombre) =>
            cellule(ecrireEntier(nombre), { nombre: true }),
          ),
          cellule(html`<code>${sha256.slice(0, 16)}</code>`),
        ]),
      ),
    }),
  );
}
