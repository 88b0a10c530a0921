import type { Argument, CommanderError, HelpConfiguration } from 'commander';

const TITRES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** L'aide de commander, en français. */
export const AIDE_EN_FRANCAIS: HelpConfiguration = {
  styleTitle: (titre) => TITRES[titre] ?? titre,
  subcommandTerm: (commande) =>
    [commande.name(), ...commande.registeredArguments.map(termeArgument)].join(' '),
  optionDescription: ({ defaultValue, defaultValueDescription, description }) => {
    const defaut = defaultValueDescription ?? defaultValue;
    const adire = typeof defaut === 'string' || typeof defaut === 'number';
    return adire ? `${description} (défaut : ${defaut})` : description;
  },
};

function termeArgument(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

interface Traduction {
  /** Ce qu'il faut reprendre du message anglais. */
  readonly motif: RegExp;
  readonly phrase: (...repris: string[]) => string;
}

const TRADUCTIONS: Readonly<Record<string, Traduction>> = {
  'commander.unknownOption': {
    motif: /^error: unknown option '(.*)'$/,
    phrase: (option) => `option inconnue « ${option} ».`,
  },
  'commander.unknownCommand': {
    motif: /^error: unknown command '(.*)'$/,
    phrase: (commande) => `commande inconnue « ${commande} ».`,
  },
  'commander.missingArgument': {
    motif: /^error: missing required argument '(.*)'$/,
    phrase: (argument) => `il manque ${argument}.`,
  },
  'commander.optionMissingArgument': {
    motif: /^error: option '(.*)' argument missing$/,
    phrase: (option) => `il manque la valeur de ${option}.`,
  },
  'commander.excessArguments': {
    motif: /Expected (\d+) arguments? but got (\d+)\.$/,
    phrase: (attendus, recus) =>
      `trop d'arguments : ${attendus} attendu, ${recus} reçus. Un chemin qui contient une espace s'écrit entre guillemets.`,
  },
};

/** Redit en français, d'après son code, une erreur d'analyse de commander. */
export function traduire(erreur: CommanderError): string {
  const [phrase = '', suggestion = ''] = erreur.message.split('\n');
  const traduction = TRADUCTIONS[erreur.code];
  const repris = traduction?.motif.exec(phrase)?.slice(1);
  const francais = traduction && repris ? traduction.phrase(...repris) : phrase.replace(/^error: /, '');
  const proches = /\(Did you mean (?:one of )?(.+)\?\)/.exec(suggestion)?.[1];
  if (proches === undefined) return francais;
  return `${francais} Vouliez-vous dire « ${proches.split(', ').join(' » ou « ')} » ?`;
}
