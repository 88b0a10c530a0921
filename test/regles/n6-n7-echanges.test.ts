import { describe, expect } from 'vitest';
import { serie } from '../outils/serie.ts';

describe('N6 : messages MSSanté', () => {
  const cas = serie();

  cas(
    'N6 les messages aux professionnels et aux usagers comptent',
    (d) => d.actif().message({ destinataire: 'professionnel' }).message({ destinataire: 'usager' }),
    (vue) => expect(vue.valeur('mssante')).toBe('2 / 1'),
  );
  cas(
    'N6 envoyés dans F, bornes comprises',
    (d) => {
      d.actif();
      for (const jour of ['2025-08-31', '2025-09-01', '2025-09-30', '2025-10-01'])
        d.message({ date_envoi: jour });
    },
    (vue) => expect(vue.valeur('mssante')).toBe('2 / 1'),
  );
  cas(
    'N6 un message reçu ne compte pas',
    (d) => d.actif().message().message({ sens: 'recu' }).message({ sens: 'envoye' }),
    (vue) => expect(vue.valeur('mssante')).toBe('2 / 1'),
  );
  cas(
    'N6 un message rejeté ne compte pas',
    (d) => d.actif().message().message({ etat: 'rejete' }).message({ etat: 'envoye' }),
    (vue) => expect(vue.valeur('mssante')).toBe('2 / 1'),
  );
  cas(
    'N6 un même id_message compte une fois par ESSMS ; sans identifiant, chaque ligne compte',
    (d) => d.actif().message({ id_message: 'm1' }).message({ id_message: 'm1' }).message().message(),
    (vue) => expect(vue.valeur('mssante')).toBe('3 / 1'),
  );
  cas(
    'N6 le même id_message dans un autre ESSMS y compte aussi',
    (d) => d.actif().message({ id_message: 'm1' }),
    (vue) => expect(vue.valeur('mssante')).toBe('1 / 1'),
  );
  cas(
    'N6 un id_message reçu puis envoyé compte une fois',
    (d) => d.actif().message({ id_message: 'm2', sens: 'recu' }).message({ id_message: 'm2' }),
    (vue) => expect(vue.valeur('mssante')).toBe('1 / 1'),
  );
  cas(
    'N6 un message dont le dossier est inconnu compte, sans faire de trace',
    (d) => d.dossier().message({ id_dossier: 'inconnu' }),
    (vue) => {
      expect(vue.valeur('mssante')).toBe('1 / 1');
      expect(vue.valeur('dossiers_actifs')).toBe('0 / 1');
    },
  );
  cas(
    'N6 un volume : le taux peut dépasser 100 %, sans avertissement',
    (d) => d.actif().effectif({ personnes_eligibles_projet: 1 }).message().message(),
    (vue) => {
      expect(vue.resultat('mssante').taux).toBe(200);
      expect(vue.avertissements('mssante')).toEqual({});
    },
  );
});

describe('N7 : DMP alimentés', () => {
  const cas = serie();

  cas(
    'N7 des dossiers distincts, quel que soit le nombre de documents',
    (d) => d.actif('A').dossier({ id_dossier: 'B' }).alimentation().alimentation(),
    (vue) => expect(vue.valeur('dmp')).toBe('1 / 2'),
  );
  cas(
    'N7 un dossier inactif alimenté compte : B ne suppose pas l’activité',
    (d) => d.dossier({ date_sortie: '2025-09-10' }).alimentation({ date_depot: '2025-09-15' }),
    (vue) => {
      expect(vue.valeur('dossiers_actifs')).toBe('0 / 1');
      expect(vue.valeur('dmp')).toBe('1 / 1');
    },
  );
  cas(
    'N7 un dépôt dans F, bornes comprises',
    (d) => {
      for (const [id_dossier, date_depot] of [
        ['A', '2025-08-31'],
        ['B', '2025-09-01'],
        ['C', '2025-09-30'],
        ['D', '2025-10-01'],
      ] as const)
        d.actif(id_dossier).alimentation({ id_dossier, date_depot });
    },
    (vue) => expect(vue.valeur('dmp')).toBe('2 / 4'),
  );
  cas(
    'N7 un dépôt en échec ne compte pas ; un état vide vaut déposé',
    (d) =>
      d
        .actif('A')
        .alimentation({ id_dossier: 'A', etat: 'echec' })
        .actif('B')
        .alimentation({ id_dossier: 'B', etat: '' })
        .actif('C')
        .alimentation({ id_dossier: 'C', etat: 'depose' }),
    (vue) => expect(vue.valeur('dmp')).toBe('2 / 3'),
  );
  cas(
    'N7 hors de la population, un dossier alimenté ne compte pas',
    (d) => d.actif('T').dossier({ date_sortie: '2025-08-31' }).alimentation(),
    (vue) => expect(vue.valeur('dmp')).toBe('0 / 1'),
  );
  cas(
    'N7 une personne exclue par eligible_projet = non ne compte ni en haut ni en bas',
    (d) => d.actif('T').actif('A', { eligible_projet: 'non' }).alimentation(),
    (vue) => expect(vue.valeur('dmp')).toBe('0 / 1'),
  );
});
