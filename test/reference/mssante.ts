import { type Contexte, estCouvert, estDansF, retenues } from './contexte.ts';
import { decompter } from './decomptes.ts';
import type { LigneTriee } from './ecarts.ts';

/** N6 : ni reçu, ni rejeté (les dates à part). */
export function messagesValables(contexte: Contexte): LigneTriee[] {
  return retenues(contexte, 'mss_detail').filter(
    ({ valeurs }) => valeurs.get('sens') !== 'recu' && valeurs.get('etat') !== 'rejete',
  );
}

/** M (N6, N8) ; `null` si rien ne permet de le compter (N9). */
export function compterMessages(contexte: Contexte): number | null {
  if (!estCouvert(contexte, 'mss_detail')) {
    const mois = decompter(contexte, 'mss_decomptes', ['messages_professionnels', 'messages_usagers']);
    return mois?.reduce((s, n) => s + n, 0) ?? null;
  }
  const dansF = messagesValables(contexte).filter((l) =>
    estDansF(l.valeurs.get('date_envoi'), contexte.fenetre),
  );
  const ids = dansF.map((l) => l.valeurs.get('id_message') ?? null);
  return ids.filter((id) => id === null).length + new Set(ids.filter((id) => id !== null)).size;
}
