import { crc32 } from 'node:zlib';

/** Code page 437, upper half: what ZIP names are in when nothing says UTF-8 (APPNOTE appendix D). */
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';
const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/**
 * A name in a ZIP: UTF-8 when flagged or when it is valid UTF-8 (most producers forget the flag), the Unicode path of
 * Info-ZIP when it belongs to this very name, otherwise code page 437. Undefined when it claims UTF-8 and is not, or
 * states two different names.
 */
export function decodeName(raw: Buffer, flags: number, extra: Buffer): string | undefined {
  const text = raw.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(raw)) return (unicodePath(raw, extra) ?? text) === text ? text : undefined;
  if (flags & UTF8_FLAG) return undefined;
  return (
    unicodePath(raw, extra) ??
    raw.toString('latin1').replaceAll(/[\u0080-\u00ff]/g, (c) => cp437[c.charCodeAt(0) - 128]!)
  );
}

function unicodePath(raw: Buffer, extra: Buffer): string | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) !== UNICODE_PATH || end > extra.length || end < at + 9) continue;
    if (extra[at + 4] === 1 && extra.readUInt32LE(at + 5) === crc32(raw)) return extra.toString('utf8', at + 9, end);
  }
  return undefined;
}
