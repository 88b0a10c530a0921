import { accorder } from '../nombres.ts';
import { assainir, finir } from '../texte.ts';
import { cheminDe, direMessage } from './lieu.ts';
import type { ElementCi, PresentationCi, RapportCi } from './modele.ts';
import { montresDe, totauxDe } from './seuil.ts';

/** Un message s'arrête à la fin de sa ligne ; « % » y ouvre un code. */
export function echapperMessage(texte: string): string {
  return texte.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Une propriété s'arrête à une virgule, et toutes à « :: ». */
export function echapperPropriete(texte: string): string {
  return echapperMessage(texte).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Des annotations pour le journal de GitHub Actions, erreurs d'abord : GitHub n'en montre que dix de chaque sorte par
 * étape. Une seule `notice`, la dernière : le verdict et les totaux vrais.
 */
export function rendreGithub(rapport: RapportCi, ci: PresentationCi): string {
  const montres = montresDe(rapport, ci.seuil);
  const annoter = (gravite: ElementCi['gravite'], commande: string): string[] =>
    montres
      .filter((element) => element.gravite === gravite)
      .map((element) => annotation(commande, element, ci));
  const titre = echapperPropriete(`esms ${rapport.commande}`);
  const lignes = [
    ...annoter('erreur', 'error'),
    ...annoter('avertissement', 'warning'),
    `::notice title=${titre}::${echapperMessage(direBilan(rapport))}`,
  ];
  return finir(lignes.map(assainir));
}

function annotation(commande: string, element: ElementCi, ci: PresentationCi): string {
  const { code, fichier, ligne, colonne, aide } = element;
  const message = direMessage(element);
  const proprietes = {
    file: fichier === null ? null : cheminDe(element, ci),
    line: ligne === null ? null : String(ligne),
    title: colonne === null ? code : `${code} (${colonne})`,
  };
  const ecrites = Object.entries(proprietes).flatMap(([cle, valeur]) =>
    valeur === null ? [] : [`${cle}=${echapperPropriete(valeur)}`],
  );
  const texte = aide === null ? message : `${message}\naide : ${aide}`;
  return `::${commande} ${ecrites.join(',')}::${echapperMessage(texte)}`;
}

function direBilan(rapport: RapportCi): string {
  const { erreurs, avertissements } = totauxDe(rapport);
  const tus = rapport.tus.erreurs + rapport.tus.avertissements;
  const total = `En tout : ${accorder(erreurs, 'erreur')}, ${accorder(avertissements, 'avertissement')}`;
  const reste = tus === 0 ? '.' : `, dont ${accorder(tus, 'non détaillé')} (--max-anomalies).`;
  return `${rapport.conclusion}\n${total}${reste}`;
}
