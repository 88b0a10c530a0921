/** Codes de sortie : un contrat avec les scripts et les CI. */
export const CODES = { ok: 0, constats: 1, usage: 2, defaut: 70, interrompu: 130 } as const;

/** L'appel est mal écrit : code 2, avec de quoi le corriger. */
export class ErreurUsage extends Error {}
