import type { Controle } from '../../domaine/financement/eligibilite.ts';
import { direSources } from '../citations.ts';
import { avertirAnnee, direLecture, direNom, direRejets, direSituation } from '../dossier/phrases.ts';
import { assembler, echapper, tableau } from '../markdown.ts';
import type { RapportEligibilite } from './modele.ts';
import {
  aMontrer,
  CONTROLES_EN_MOTS,
  direNonControles,
  direVerdict,
  duPireAuMeilleur,
  ETATS_EN_MOTS,
  sourcesDe,
} from './phrases.ts';

const TITRES_GRAPPE = ['contrôle', 'état', 'raison', 'que faire', 'règle'];
const TITRES_ESSMS = ['ESSMS', 'FINESS', 'OG', 'état', 'raisons', 'règles'];

export function rendre({ entete, eligibilite }: RapportEligibilite): string {
  const { grappe, essms } = eligibilite;
  return assembler([
    [`# Éligibilité ESMS Numérique : ${echapper(direNom(entete))}`],
    [`${direSituation(entete)}.`],
    [`**${echapper(direVerdict(eligibilite))}**`],
    ['## Grappe'],
    tableau(TITRES_GRAPPE, grappe.controles.map(rangeeControle)),
    ["## ESSMS, le pire d'abord"],
    tableau(
      TITRES_ESSMS,
      duPireAuMeilleur(essms).map(({ essms: un, etat, controles }) => [
        echapper(un.libelle),
        un.finessEt,
        un.finessEj,
        ETATS_EN_MOTS[etat],
        aMontrer(controles)
          .map(({ message }) => echapper(message))
          .join(' ; '),
        [...new Set(aMontrer(controles).flatMap(({ regle }) => regle?.regle ?? []))].map(echapper).join(', '),
      ]),
    ),
    ...liste('Non contrôlé', direNonControles(eligibilite)),
    ...liste('À savoir', [...direRejets(entete), ...avertirAnnee(entete).map(({ message }) => message)]),
    ...liste('Sources', [...direSources(sourcesDe(eligibilite)), ...direLecture(entete)]),
  ]);
}

function rangeeControle({ code, etat, message, aide, regle }: Controle): string[] {
  return [
    CONTROLES_EN_MOTS[code],
    ETATS_EN_MOTS[etat],
    echapper(message),
    aide === null ? '' : echapper(aide),
    regle === null ? '' : echapper(regle.regle),
  ];
}

function liste(titre: string, phrases: readonly string[]): string[][] {
  return phrases.length > 0 ? [[`## ${titre}`], phrases.map((phrase) => `- ${echapper(phrase)}`)] : [];
}
