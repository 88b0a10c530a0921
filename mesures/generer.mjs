import { closeSync, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hasard } from './hasard.mjs';
import { salir } from './salir.mjs';

/** Ajoute sa clé de Luhn à huit chiffres. */
export function finess(huit) {
  let somme = 0;
  for (let i = 0; i < 8; i++) {
    const double = Number(huit[7 - i]) * (i % 2 === 0 ? 2 : 1);
    somme += double > 9 ? double - 9 : double;
  }
  return huit + ((10 - (somme % 10)) % 10);
}

function ecrire(chemin, lignes) {
  const fichier = openSync(chemin, 'w');
  let tampon = '';
  for (const ligne of lignes) {
    tampon += `${ligne}\n`;
    if (tampon.length > 1 << 20) {
      writeSync(fichier, tampon);
      tampon = '';
    }
  }
  writeSync(fichier, tampon);
  closeSync(fichier);
}

const deux = (n) => String(n).padStart(2, '0');

/**
 * Écrit un dépôt de mesure : `dossiers` personnes dans `essms` établissements, `evenements` d'agenda sur
 * juillet, août et septembre 2025. Les identifiants sont synthétiques. Avec `sales`, la part des lignes à rejeter ou à
 * écarter : des séjours plus divers aussi, et des dépôts au DMP. Sans elle, les octets ne dépendent que du reste.
 */
export function genererDepot(dossier, { graine = 1, essms, dossiers, evenements, sales = 0 }) {
  const temoin = join(
    dossier,
    `genere-${graine}-${essms}-${dossiers}-${evenements}${sales > 0 ? `-${sales}` : ''}`,
  );
  if (existsSync(temoin)) return;
  mkdirSync(dossier, { recursive: true });
  const { entier, parmi, chance } = hasard(graine);
  const numeros = Array.from({ length: essms }, (_, i) => finess(`63${String(i + 1).padStart(6, '0')}`));
  const og = Array.from({ length: Math.ceil(essms / 10) }, (_, i) =>
    finess(`64${String(i + 1).padStart(6, '0')}`),
  );
  const etDe = (i) => numeros[i % essms];
  const idDe = (i) => `D${String(i).padStart(7, '0')}`;
  const ecrireTable = (table, lignes) =>
    ecrire(
      join(dossier, `${table}.csv`),
      sales > 0 ? salir(table, lignes, { taux: sales, graine: graine + 1 }) : lignes,
    );
  ecrire(
    join(dossier, 'essms.csv'),
    (function* () {
      yield 'finess_et;finess_ej;raison_sociale;secteur;places';
      for (const [i, numero] of numeros.entries())
        yield `${numero};${og[Math.floor(i / 10)]};ESSMS ${i};${parmi(['PA', 'PH', 'DOM'])};80`;
    })(),
  );
  ecrireTable(
    'dossiers',
    (function* () {
      yield 'finess_et;id_dossier;date_entree;date_sortie;date_derniere_activite';
      for (let i = 0; i < dossiers; i++) {
        // Sortis avant le trimestre mesuré : la requête simple, qui ne contrôle pas les séjours, compte alors juste.
        const sortie = chance(0.1) ? `2025-06-${deux(1 + entier(30))}` : '';
        yield `${etDe(i)};${idDe(i)};2024-0${1 + entier(9)}-01;${sortie};2025-09-30`;
      }
    })(),
  );
  ecrireTable(
    'projets',
    (function* () {
      yield 'finess_et;id_dossier;statut;date_debut';
      for (let i = 0; i < dossiers; i++)
        if (chance(0.9))
          yield `${etDe(i)};${idDe(i)};${parmi(['actif', 'actif', 'en_preparation', 'annule'])};2025-01-${deux(1 + entier(28))}`;
    })(),
  );
  ecrireTable(
    'agenda',
    (function* () {
      yield 'finess_et;id_dossier;date_debut;statut;type';
      for (let i = 0; i < evenements; i++) {
        const d = entier(dossiers);
        const jour = `2025-${deux(7 + entier(3))}-${deux(1 + entier(30))} ${deux(8 + entier(10))}:${parmi(['00', '15', '30'])}`;
        yield `${etDe(d)};${idDe(d)};${jour};${parmi(['realise', 'planifie', 'valide', 'annule'])};${parmi(['soin', 'repas', 'activité'])}`;
      }
    })(),
  );
  if (sales > 0)
    ecrireTable(
      'dmp',
      (function* () {
        yield 'finess_et;id_dossier;date_depot;etat';
        for (let i = 0; i < dossiers; i++)
          if (chance(0.6))
            yield `${etDe(i)};${idDe(i)};2025-${deux(7 + entier(3))}-${deux(1 + entier(30))};depose`;
      })(),
    );
  writeFileSync(temoin, '');
}
