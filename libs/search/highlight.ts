import type { Highlighted } from './contract.ts';

/** Marks of the private use area: extraction leaves none of them in a text, so they cannot be forged. */
export const START = '\uE000';
export const STOP = '\uE001';

/** 'a ⟨b⟩ c' → pieces. They are plain text; the page never reads them as markup. */
export function pieces(text: string): Highlighted {
  return text.split(START).flatMap((part, place) => {
    if (!place) return part ? [{ text: part, isHit: false }] : [];
    const [hit = '', rest = ''] = part.split(STOP);
    return [{ text: hit, isHit: true }, ...(rest ? [{ text: rest, isHit: false }] : [])];
  });
}
