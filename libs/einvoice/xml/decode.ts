import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

const declaredEncoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Bytes to text as XML 1.0 appendix F says: byte order mark, then the declaration, else UTF-8. Wrong bytes are refused, never replaced. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Refusal('empty', 'Fails ir tukšs.', 'The file is empty.');
  if (bytes.length > limits.bytes) {
    throw new Refusal('too-large', 'Fails ir pārāk liels rēķinam.', 'The file is too large for an invoice.');
  }
  const marked = encodingOfMark(bytes);
  const encoding = marked ?? declared(bytes) ?? 'utf-8';
  if (!marked && /^(utf-?16|utf-?32|ucs|iso-10646)/.test(encoding)) throw wrongBytes(encoding);
  const decoder = encoding === 'utf-8' ? utf8 : decoderOf(encoding);
  try {
    return decoder.decode(bytes);
  } catch {
    throw wrongBytes(encoding);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoderOf(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Refusal('unknown-encoding', `Nepazīstams kodējums: ${encoding}.`, `Unknown encoding: ${encoding}.`);
  }
}

function encodingOfMark(b: Uint8Array): string | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  if (b[0] === 0x3c && b[1] === 0) return 'utf-16le';
  if (b[0] === 0 && b[1] === 0x3c) return 'utf-16be';
  return undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return undefined;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  return declaredEncoding.exec(start)?.[1]?.toLowerCase();
}

const wrongBytes = (encoding: string) =>
  new Refusal(
    'wrong-encoding',
    `Faila saturs neatbilst kodējumam ${encoding}.`,
    `The bytes do not fit the encoding ${encoding}.`,
  );
