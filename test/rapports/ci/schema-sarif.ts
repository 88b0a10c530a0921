import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';

const { $schema: _brouillon4, id: _adresse, ...regles } = schema;

/** Le schéma SARIF 2.1.0, tel qu'un paquet le porte : rien de lu ne dit qu'on peut le recopier ici. */
const valider = new Ajv({
  strict: false,
  // Le motif de la langue n'est pas une expression « u ».
  unicodeRegExp: false,
  formats: {
    uri: (texte: string) => URL.canParse(texte),
    'uri-reference': (texte: string) => URL.canParse(texte, 'file:///') && !/[\s<>"{}|\\^`]/.test(texte),
    'date-time': true,
  },
}).compile(regles);

/** Ce qui n'est pas conforme dans un journal SARIF ; vide : conforme. */
export function fautesSarif(texte: string): string[] {
  valider(JSON.parse(texte));
  return (valider.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
