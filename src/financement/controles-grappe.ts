import type { Controle, EtatEligibilite } from '../domaine/financement/eligibilite.ts';
import type { EssmsDeclare } from '../domaine/financement/grappe.ts';
import { normaliser } from '../tables/normaliser.ts';
import type { Regles } from './controles-essms.ts';
import { territoireDe } from './territoire.ts';

/** Un ESSMS et ce que ses propres contrôles en disent. */
export interface Examine {
  readonly essms: EssmsDeclare;
  readonly etat: EtatEligibilite;
}

/** Les ESSMS qui comptent dans la taille : ceux que leurs contrôles n'écartent pas. */
function candidats(examines: readonly Examine[]): readonly Examine[] {
  return examines.filter(({ etat }) => etat !== 'ineligible');
}

/** 15 ESSMS au moins, 8 si tous sont en Corse ou outre-mer ; ceux qui sont à vérifier ne suffisent pas seuls. */
export function controlerTaille(examines: readonly Examine[], regles: Regles): Controle {
  const comptes = candidats(examines);
  const territoires = new Set(
    comptes.map(({ essms: { finessEt, departement } }) => territoireDe(finessEt, departement)),
  );
  const loin = territoires.size === 1 && territoires.has('corse_outre_mer');
  const minimum = regles<number>(
    loin ? 'eligibilite.grappe.minimum_outre_mer' : 'eligibilite.grappe.minimum',
  );
  const commun = { code: 'taille', regle: minimum.citation } as const;
  if (!minimum.connue) {
    return { ...commun, etat: 'a_verifier', message: minimum.raison, aide: "demandez le seuil à l'ARS" };
  }
  const { valeur } = minimum;
  const ou = loin ? 'tous en Corse ou outre-mer' : 'en métropole';
  const possibles = comptes.length;
  const surs = comptes.filter(({ etat }) => etat === 'eligible').length;
  const taille = `${possibles} ESSMS pour ${valeur} au moins (${ou})`;
  if (territoires.has(null)) {
    const message = `${taille} : un département contredit le numéro FINESS, le seuil est incertain`;
    if (possibles < valeur || surs < valeur) {
      return { ...commun, etat: 'a_verifier', message, aide: 'corrigez la colonne departement' };
    }
  }
  if (possibles < valeur) {
    const aide = 'rejoignez une autre grappe, ou ajoutez des ESSMS';
    return { ...commun, etat: 'ineligible', message: taille, aide };
  }
  if (surs < valeur) {
    const message = `${taille}, dont ${possibles - surs} à vérifier`;
    return { ...commun, etat: 'a_verifier', message, aide: 'levez les doutes sur ces ESSMS' };
  }
  return { ...commun, etat: 'conforme', message: taille, aide: null };
}

/** À partir du seuil, l'appel est national ; certaines années il demande aussi plusieurs régions. */
export function controlerAppel(
  examines: readonly Examine[],
  regles: Regles,
): { readonly controle: Controle; readonly appel: 'regional' | 'national' | null } {
  const seuil = regles<number>('esms_numerique.seuil_national');
  const nombre = candidats(examines).length;
  const commun = { code: 'appel_national', regle: seuil.citation } as const;
  if (!seuil.connue) {
    const message = `appel régional ou national : ${seuil.raison}`;
    return { appel: null, controle: { ...commun, etat: 'non_controle', message, aide: null } };
  }
  if (nombre < seuil.valeur) {
    const message = `moins de ${seuil.valeur} ESSMS : appel à projets régional`;
    return { appel: 'regional', controle: { ...commun, etat: 'conforme', message, aide: null } };
  }
  const national = `${nombre} ESSMS, ${seuil.valeur} et plus : appel à projets national`;
  const regions = regles<number>('eligibilite.grappe.regions_national');
  if (regions.connue) {
    return {
      appel: 'national',
      controle: {
        code: 'appel_national',
        regle: regions.citation,
        etat: 'a_verifier',
        message: `${national}, qui demande aussi ${regions.valeur} régions au moins`,
        aide: 'comptez les régions de la grappe',
      },
    };
  }
  return { appel: 'national', controle: { ...commun, etat: 'conforme', message: national, aide: null } };
}

/** Une seule solution DUI pour les ESSMS qui l'acquièrent. */
export function controlerSolution(examines: readonly Examine[], regles: Regles): Controle | null {
  const acquereurs = candidats(examines).filter(({ essms }) => essms.typeProjet === 'acquisition');
  if (acquereurs.length === 0) return null;
  const commun = { code: 'une_solution', regle: regles('eligibilite.essms.une_solution').citation } as const;
  const noms = new Map<string, string>();
  for (const { essms } of acquereurs) {
    if (essms.logiciel !== null) noms.set(normaliser(essms.logiciel), essms.logiciel);
  }
  const muets = acquereurs.filter(({ essms }) => essms.logiciel === null).length;
  if (noms.size > 1) {
    return {
      ...commun,
      etat: 'ineligible',
      message: `${noms.size} DUI pour une acquisition (${[...noms.values()].sort().join(', ')}), un seul est permis`,
      aide: 'retenez une solution pour la grappe, ou séparez les projets',
    };
  }
  if (muets > 0) {
    const message = `le DUI de ${muets} ESSMS n'est pas nommé`;
    return { ...commun, etat: 'a_verifier', message, aide: 'remplissez la colonne logiciel' };
  }
  return { ...commun, etat: 'conforme', message: `une seule solution : ${[...noms.values()]}`, aide: null };
}

/** Ce qu'aucune donnée du dépôt ne permet de contrôler : dit, jamais tu. */
export function nonControles(regles: Regles): Controle[] {
  return [
    {
      code: 'rattachement',
      etat: 'non_controle',
      message:
        "« ouvert » et « rattaché à l'EJ déclarée » se lisent dans le répertoire FINESS, absent du dépôt",
      aide: 'vérifiez chaque numéro dans le répertoire FINESS',
      regle: regles('eligibilite.essms.finess').citation,
    },
    {
      code: 'deux_grappes',
      etat: 'non_controle',
      message: "un ESSMS présent dans une autre grappe ne se voit qu'en comparant les dépôts",
      aide: "vérifiez auprès des autres porteurs, ou de l'ARS",
      regle: regles('eligibilite.essms.deux_grappes').citation,
    },
  ];
}
