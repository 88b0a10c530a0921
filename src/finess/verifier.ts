import type { Fiche, NumeroDemande, NumeroVerifie, Raison } from '../domaine/finess/verification.ts';
import { aCleJuste, aFormeFiness, expliquerForme } from '../domaine/finess.ts';
import { texte } from '../moteur/sql.ts';
import { lireFiches } from './fiches.ts';
import type { IndexFiness } from './index/ouvrir.ts';
import { voisinsDe } from './voisins.ts';

/**
 * Contrôle des numéros : forme et clé toujours ; avec un index, connus, ouverts, à leur entité juridique. Le numéro
 * d'une entité juridique connue convient, sauf là où l'on attend un établissement (`ligne` non nulle).
 */
export async function verifierNumeros(
  demandes: readonly NumeroDemande[],
  index: IndexFiness | null,
): Promise<NumeroVerifie[]> {
  const cites = demandes.flatMap(({ numero, finessEj }) =>
    finessEj === null ? [numero] : [numero, finessEj],
  );
  const fiches = index === null ? null : await lireFiches(index, cites.filter(aFormeFiness));
  const verifies = demandes.map((demande) => verifierUn(demande, fiches));
  return index === null ? verifies : suggerer(verifies, index);
}

type Fiches = ReadonlyMap<string, Fiche>;

function verifierUn(demande: NumeroDemande, fiches: Fiches | null): NumeroVerifie {
  const { numero } = demande;
  const raisons = [...raisonsDuNumero(demande, fiches), ...raisonsDeEj(demande, fiches)];
  const etat = raisons.length > 0 ? 'a_corriger' : fiches === null ? 'partiel' : 'conforme';
  return { ...demande, etat, raisons, fiche: fiches?.get(numero) ?? null, suggestion: null };
}

function raisonsDuNumero({ numero, finessEj, ligne }: NumeroDemande, fiches: Fiches | null): Raison[] {
  if (!aFormeFiness(numero)) {
    return [{ code: 'forme', message: `forme fausse : ${expliquerForme(numero)}` }];
  }
  if (!aCleJuste(numero)) return [{ code: 'cle', message: 'clé fausse : un chiffre a été mal recopié' }];
  if (fiches === null) return [];
  const fiche = fiches.get(numero);
  if (fiche === undefined) return [{ code: 'inconnu', message: "absent de l'index" }];
  const raisons: Raison[] = [];
  if (!fiche.ouvert) raisons.push({ code: 'ferme', message: direFerme(fiche) });
  if (fiche.role === 'entite_juridique') {
    if (ligne !== null) {
      const message = "c'est le numéro d'une entité juridique, pas d'un établissement";
      raisons.push({ code: 'entite_juridique', message });
    }
  } else if (finessEj !== null && fiche.finessEj !== finessEj) {
    const nom = fiche.nomEj === null ? '' : ` (${fiche.nomEj})`;
    const message = `rattaché à l'entité juridique ${fiche.finessEj}${nom}, pas à ${finessEj}`;
    raisons.push({ code: 'autre_ej', message });
  }
  return raisons;
}

function direFerme({ role }: Fiche): string {
  return role === 'entite_juridique' ? 'entité juridique fermée' : "fermé, ou d'une entité juridique fermée";
}

/** L'entité juridique déclarée a elle aussi une forme, une clé et une existence. */
function raisonsDeEj({ finessEj }: NumeroDemande, fiches: Fiches | null): Raison[] {
  if (finessEj === null) return [];
  if (!aFormeFiness(finessEj)) {
    return [
      {
        code: 'ej',
        message: `entité juridique « ${finessEj} » de forme fausse : ${expliquerForme(finessEj)}`,
      },
    ];
  }
  if (!aCleJuste(finessEj)) return [{ code: 'ej', message: `entité juridique ${finessEj} : clé fausse` }];
  if (fiches === null) return [];
  const fiche = fiches.get(finessEj);
  if (fiche === undefined)
    return [{ code: 'ej', message: `entité juridique ${finessEj} absente de l'index` }];
  if (fiche.role === 'etablissement') {
    return [{ code: 'ej', message: `${finessEj} est un établissement, pas une entité juridique` }];
  }
  return fiche.ouvert ? [] : [{ code: 'ej', message: `entité juridique ${finessEj} fermée` }];
}

/** Le numéro voulu, quand une seule faute de frappe mène à un seul établissement ouvert. */
async function suggerer(
  verifies: readonly NumeroVerifie[],
  { session }: IndexFiness,
): Promise<NumeroVerifie[]> {
  const fautifs = verifies.filter(({ raisons }) =>
    raisons.some(({ code }) => code === 'cle' || code === 'inconnu'),
  );
  const couples = [...new Set(fautifs.map(({ numero }) => numero))].flatMap((numero) =>
    voisinsDe(numero).map((voisin) => `(${texte(numero)}, ${texte(voisin)})`),
  );
  if (couples.length === 0) return [...verifies];
  const lignes = await session.lignes(
    `SELECT v.numero, any_value(e.finess_et) AS finess_et, any_value(e.nom) AS nom
     FROM (VALUES ${couples.join(', ')}) v(numero, voisin) JOIN etablissements e ON e.finess_et = v.voisin AND e.ouvert
     GROUP BY v.numero HAVING count(*) = 1 ORDER BY v.numero`,
  );
  const suggestions = new Map(
    lignes.map(({ numero, finess_et, nom }) => [
      String(numero),
      { numero: String(finess_et), nom: String(nom) },
    ]),
  );
  return verifies.map((un) =>
    fautifs.includes(un) ? { ...un, suggestion: suggestions.get(un.numero) ?? null } : un,
  );
}
