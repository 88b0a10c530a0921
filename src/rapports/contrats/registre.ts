import { z } from 'zod';
import { contratDepenses } from './depenses.ts';
import { contratEcheancier } from './echeancier.ts';
import { contratEligibilite } from './eligibilite.ts';
import { contratFinancement } from './financement.ts';
import {
  contratFinessImport,
  contratFinessPerimetre,
  contratFinessRecherche,
  contratFinessVerification,
} from './finess.ts';
import { contratForfaits } from './forfaits.ts';
import { contratIndicateurs } from './indicateurs.ts';
import { contratLot } from './lot.ts';
import { contratRegles } from './regles.ts';
import { contratReleve } from './releve.ts';
import { contratResteAFaire } from './reste-a-faire.ts';
import { contratSons, contratSonsListe } from './sons.ts';
import { contratSuivi } from './suivi.ts';
import { contratVa, contratVsr } from './va.ts';
import { contratVerification } from './verification.ts';

/** Un contrat publié : son titre et le JSON Schema (brouillon 2020-12) qui en découle. */
export interface Contrat {
  readonly titre: string;
  readonly schema: () => unknown;
}

/** Les contrats des sorties JSON. Seule la commande `schema` charge ce module, et zod avec lui. */
export const CONTRATS: Readonly<Record<string, Contrat>> = {
  indicateurs: publier(
    'esms/indicateurs@1',
    'Sortie de « esms indicateurs --format json »',
    contratIndicateurs,
  ),
  verification: publier(
    'esms/verification@1',
    'Sortie de « esms verifier --format json »',
    contratVerification,
  ),
  sons: publier('esms/sons@1', 'Sortie de « esms sons --format json »', contratSons),
  sons_liste: publier('esms/sons-liste@1', 'Sortie de « esms sons LISTE --format json »', contratSonsListe),
  forfaits: publier('esms/forfaits@1', 'Sortie de « esms forfaits --format json »', contratForfaits),
  echeancier: publier('esms/echeancier@1', 'Sortie de « esms echeancier --format json »', contratEcheancier),
  eligibilite: publier(
    'esms/eligibilite@1',
    'Sortie de « esms eligibilite --format json »',
    contratEligibilite,
  ),
  financement: publier(
    'esms/financement@1',
    'Sortie de « esms financement --format json »',
    contratFinancement,
  ),
  // « depenses » est le nom de la table lue.
  etat_depenses: publier('esms/depenses@1', 'Sortie de « esms depenses --format json »', contratDepenses),
  releve: publier('esms/releve@1', 'Fichier écrit par « esms releve »', contratReleve),
  suivi: publier('esms/suivi@1', 'Sortie de « esms suivi --format json »', contratSuivi),
  lot: publier('esms/lot@1', 'Sortie de « esms lot --format json », et lot.json', contratLot),
  reste_a_faire: publier(
    'esms/reste-a-faire@1',
    'Sortie de « esms reste-a-faire --format json »',
    contratResteAFaire,
  ),
  va: publier('esms/va@1', 'Sortie de « esms va --format json »', contratVa),
  vsr: publier('esms/vsr@1', 'Sortie de « esms vsr --format json »', contratVsr),
  finess_import: publier(
    'esms/finess-import@1',
    'Sortie de « esms finess importer --format json »',
    contratFinessImport,
  ),
  finess_verification: publier(
    'esms/finess-verification@1',
    'Sortie de « esms finess verifier --format json »',
    contratFinessVerification,
  ),
  finess_recherche: publier(
    'esms/finess-recherche@1',
    'Sortie de « esms finess chercher --format json »',
    contratFinessRecherche,
  ),
  finess_perimetre: publier(
    'esms/finess-perimetre@1',
    'Sortie de « esms finess perimetre --format json »',
    contratFinessPerimetre,
  ),
  regles: publier('esms/regles@1', 'Sortie de « esms regles lister --format json »', contratRegles),
};

function publier(nom: string, titre: string, contrat: z.ZodType): Contrat {
  return {
    titre,
    schema: () => {
      const { $schema, ...reste } = z.toJSONSchema(contrat, { target: 'draft-2020-12' });
      return { $schema, $id: nom, title: titre, ...reste };
    },
  };
}
