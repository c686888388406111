import { LIMITS } from '../limits.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const BLOCK = /^<\/?(p|div|br|li|tr|h[1-6]|table|blockquote)\b/;

/** The text between the tags of HTML or XML, in one pass over the string; blocks of HTML end a line. */
export function markupText(markup: string): string {
  const pieces: string[] = [];
  const lower = markup.toLowerCase();
  for (let at = 0, kept = 0; at < markup.length && kept < LIMITS.text;) {
    const open = markup.indexOf('<', at);
    const piece = markup.slice(at, open === -1 ? undefined : open);
    pieces.push(piece);
    kept += piece.length;
    if (open === -1) break;
    const start = lower.slice(open, open + 12);
    const hidden = /^<(script|style)\b/.exec(start)?.[1];
    const end = markup.indexOf('>', hidden ? Math.max(lower.indexOf(`</${hidden}`, open), open) : open);
    if (end === -1) break;
    pieces.push(BLOCK.test(start) ? '\n' : ' ');
    at = end + 1;
  }
  return pieces.join('').replaceAll(/&(#x?[\da-f]{1,6}|\w{1,8});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? whole;
    const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
