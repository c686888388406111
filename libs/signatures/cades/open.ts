import { childrenOf, rawOf, readElement } from '../asn1/der.ts';

/** A CMS structure, with the content that an S/MIME entity carries beside it. */
export interface OpenedCms {
  cms: Buffer;
  content?: { name: string; content: Buffer };
}

const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');
const PEM = /-----BEGIN (?:PKCS7|PKCS #7 SIGNED DATA|CMS|SIGNED MESSAGE)-----([^-]+)-----END/;

/** The CMS SignedData of a file: as it is, as PEM or plain base64, or in an S/MIME entity (RFC 8551 §3.5). */
export function openCms(bytes: Buffer): OpenedCms | undefined {
  if (isSignedData(bytes)) return { cms: withoutTail(bytes) };
  const head = bytes.toString('latin1', 0, 4096);
  if (/^content-type:/im.test(head)) return ofEntity(bytes.toString('latin1'));
  const pem = PEM.exec(bytes.toString('latin1', 0, 2 ** 20))?.[1];
  if (pem) return ofBase64(pem);
  return /^\s*M[A-Za-z0-9+/\s]+$/.test(head.slice(0, 256)) ? ofBase64(bytes.toString('latin1')) : undefined;
}

const isSignedData = (bytes: Buffer): boolean => bytes[0] === 0x30 && bytes.subarray(0, 40).includes(SIGNED_DATA);

function ofBase64(text: string): OpenedCms | undefined {
  const cms = Buffer.from(text, 'base64');
  return isSignedData(cms) ? { cms: withoutTail(cms) } : undefined;
}

/**
 * Line ends and zeros that mail programs and editors leave behind the structure are none of its parts; of a response of a
 * time-stamp service (RFC 3161 §2.4.2) the token is meant.
 */
function withoutTail(bytes: Buffer): Buffer {
  try {
    const whole = readElement(bytes);
    const [status, token] = childrenOf(whole);
    if (status?.tag === 0x30 && token) return Buffer.from(rawOf(token));
    const { end } = whole;
    return /^[\0\s]*$/.test(bytes.toString('latin1', end)) ? bytes.subarray(0, end) : bytes;
  } catch {
    return bytes;
  }
}

/** `application/pkcs7-mime` holds its content; `multipart/signed` has it in its first part, signed with CR LF line ends. */
function ofEntity(text: string): OpenedCms | undefined {
  const { type, boundary, body } = partsOf(text);
  if (type === 'application/pkcs7-mime' || type === 'application/x-pkcs7-mime') return ofBase64(body);
  if (type !== 'multipart/signed' || boundary === undefined) return undefined;
  const [, content, signature] = `\n${body}`.split(`\n--${boundary}`);
  const opened = signature === undefined ? undefined : ofBase64(partsOf(afterLine(signature)).body);
  const signed = afterLine(content ?? '').replace(/\r$/, '');
  const lines = Buffer.from(signed.replaceAll(/\r?\n/g, '\r\n'), 'latin1');
  return opened && { ...opened, content: { name: 'multipart/signed', content: lines } };
}

const afterLine = (text: string): string => text.slice(text.indexOf('\n') + 1);

function partsOf(entity: string): { type: string; boundary: string | undefined; body: string } {
  const [gap] = /\r?\n\r?\n/.exec(entity) ?? [];
  const at = gap === undefined ? entity.length : entity.indexOf(gap);
  const stated = /^content-type:\s*((?:[^\r\n]|\r?\n[ \t])*)/im.exec(entity.slice(0, at))?.[1] ?? '';
  const boundary = /boundary="?([^";\s]+)"?/i.exec(stated)?.[1];
  return { type: stated.split(';')[0]!.trim().toLowerCase(), boundary, body: entity.slice(at + (gap?.length ?? 0)) };
}
