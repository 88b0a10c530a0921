/** Reçoit ce que la lecture fait, et sa part accomplie (de 0 à 1) quand elle est connue. */
export type Progression = (avancee: { readonly etape: string; readonly fraction: number | null }) => void;
