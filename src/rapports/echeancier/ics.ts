import type { Echeancier, Etape } from '../../domaine/financement/echeancier.ts';
import { direProvenance } from '../citations.ts';
import { type Evenement, ecrireCalendrier } from '../ical.ts';
import { INSECABLE } from '../nombres.ts';
import { direTitre, direVersement } from './phrases.ts';

/** Un événement par étape, à importer dans un agenda. */
export function rendre(echeancier: Echeancier): string {
  const { etapes, dateReference } = echeancier;
  return ecrireCalendrier(
    etapes.map((etape) => evenementDe(etape, echeancier)),
    { nom: direTitre(echeancier), horodatage: dateReference },
  );
}

/** L'identité d'une étape est son projet (nom, type, signature) et son code : pas ses dates, qui peuvent changer. */
function evenementDe(etape: Etape, { nom, type, signature }: Echeancier): Evenement {
  const { code, debut, fin, titre, geste, versement, provenance } = etape;
  const projet = [nom, type, signature].filter((partie) => partie !== null).join('-');
  const lignes = [
    geste,
    ...(versement ? [direVersement(etape)] : []),
    ...(provenance ? [`Source : ${direProvenance(provenance)}`] : []),
  ];
  return {
    uid: `${encodeURIComponent(projet)}-${code}@esms-numerique`,
    debut,
    fin,
    titre: nom === null ? titre : `${nom} : ${titre}`,
    description: lignes.join('\n').replaceAll(INSECABLE, ' '),
  };
}
