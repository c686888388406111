import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './decode-text.ts';
import type { ZipPart } from './zip.ts';

/** Scripts and programs by the extension under which a desktop would run them. */
const RUNNABLE =
  /\.(exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|msc|dll|cpl|jar|lnk|reg|inf|chm|application|appref-ms|sh|bash|command|app|dmg|pkg|deb|rpm|apk|iso|img|vhd|vhdx|xll|url)$/i;

export const isRunnableName = (name: string): boolean => RUNNABLE.test(name.trim());

/** Programs by content, whatever they are called. */
const RUNNABLE_TYPES = [
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/x-executable',
  'application/vnd.microsoft.portable-executable',
  'application/x-ms-shortcut',
  'application/x-apple-diskimage',
  'application/vnd.android.package-archive',
  'application/wasm',
  'application/x-sh',
  'application/x.ms.shortcut',
];
export const isRunnableType = (mediaType: string): boolean => RUNNABLE_TYPES.includes(mediaType);

/** What a browser may show as it is; everything else is made into a page or downloaded. */
export const SHOWN_BY_BROWSER = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const ASIC_E = 'application/vnd.etsi.asic-e+zip';
export const DOCX = `${OFFICE}.wordprocessingml.document`;
export const XLSX = `${OFFICE}.spreadsheetml.sheet`;
export const PPTX = `${OFFICE}.presentationml.presentation`;
export const ODT = 'application/vnd.oasis.opendocument.text';

/** Extensions under which each type goes; the first is the usual one. Types not listed are not judged. */
export const EXTENSIONS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  [ASIC_E]: ['asice', 'edoc', 'sce', 'bdoc'],
  'application/vnd.etsi.asic-s+zip': ['asics', 'scs'],
  [DOCX]: ['docx', 'docm', 'dotx', 'dotm'],
  [XLSX]: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb'],
  [PPTX]: ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx'],
  [ODT]: ['odt', 'ott'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods', 'ots'],
  'application/vnd.oasis.opendocument.presentation': ['odp', 'otp'],
  'application/msword': ['doc', 'dot'],
  'application/vnd.ms-excel': ['xls', 'xlt'],
  'application/vnd.ms-powerpoint': ['ppt', 'pps'],
  'application/vnd.ms-outlook': ['msg'],
  'application/rtf': ['rtf', 'doc'],
  'message/rfc822': ['eml', 'mht', 'mhtml', 'txt'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp'],
  'image/heic': ['heic', 'heif'],
  'application/zip': ['zip', 'jar', 'apk', 'kmz', 'xps', 'dwfx', 'epub', 'vsdx'],
  'application/x-7z-compressed': ['7z'],
  'application/x-rar-compressed': ['rar'],
  'application/gzip': ['gz', 'tgz'],
};

/** Extensions that promise a binary format: such a file holding plain text or nothing known lies too. */
const BINARY_PROMISES = new Map(
  Object.entries(EXTENSIONS)
    .filter(([type]) => type !== 'message/rfc822')
    .flatMap(([type, extensions]) => extensions.map((extension) => [extension, type] as const)),
);

export const extensionOf = (name: string): string => /\.([^.\\/]{1,12})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** Whether the name promises something else than the content is. */
export function extensionLies(name: string, mediaType: string): boolean {
  const extension = extensionOf(name);
  if (!extension) return false;
  const fitting = EXTENSIONS[mediaType];
  if (fitting) return !fitting.includes(extension);
  return BINARY_PROMISES.has(extension) && (mediaType.startsWith('text/') || mediaType === 'application/xml');
}

/** What a ZIP really is: by its `mimetype` entry (ASiC, OpenDocument: EN 319 162-1 A.1, ODF 1.3 part 2 §3.3) or Office's parts. */
export async function zipMediaType(parts: readonly ZipPart[]): Promise<string> {
  const stated = parts.find(({ name, size, isReadable }) => name === 'mimetype' && size < 200 && isReadable);
  const type = (await stated?.read(200).catch(() => undefined))?.toString('latin1').trim();
  if (type && /^application\/[\w.+-]+$/.test(type)) return type;
  const has = (start: string) => parts.some(({ name }) => name.startsWith(start));
  if (has('[Content_Types].xml')) {
    if (has('word/')) return DOCX;
    if (has('xl/')) return XLSX;
    if (has('ppt/')) return PPTX;
  }
  const inMetaInf = parts.filter(({ name }) => /^META-INF\/.*signatures.*\.xml$/i.test(name));
  return inMetaInf.length ? ASIC_E : 'application/zip';
}

/** CMS SignedData (RFC 5652 §5.1), as signatures beside their files come. */
export const CMS = 'application/pkcs7-signature';
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
export const isCms = (bytes: Buffer): boolean => bytes[0] === 0x30 && bytes.subarray(0, 20).includes(SIGNED_DATA);

/** Old Office formats share one container; the names of their streams tell them apart. */
export function compoundMediaType(bytes: Buffer): string {
  const head = bytes.subarray(0, 4 * 1024 ** 2);
  const holds = (stream: string) => head.includes(Buffer.from(stream, 'utf16le'));
  if (holds('WordDocument')) return 'application/msword';
  if (holds('Workbook') || holds('Book\0')) return 'application/vnd.ms-excel';
  if (holds('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  if (holds('__substg1.0_') || holds('__properties_version')) return 'application/vnd.ms-outlook';
  return 'application/x-cfb';
}

const MAIL_HEADER =
  /^(received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|x-[\w-]+|dkim-signature|reply-to|sender|arc-[\w-]+|authentication-results):/i;

/** Text formats have no magic number: e-mail by its header lines, XML and HTML by their first mark, otherwise text or bytes. */
export function textMediaType(bytes: Buffer, name: string): string {
  const head = bytes.subarray(0, 64 * 1024);
  const text = decodeText(head).replace(/^\uFEFF/, '');
  if (looksLikeMail(text)) return 'message/rfc822';
  const start = text.trimStart().slice(0, 2000).toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'text/html';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'text/html' : 'application/xml';
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  if (start.startsWith('#!')) return 'application/x-sh';
  if (isBinary(head)) return 'application/octet-stream';
  if (start.startsWith('<') && extensionOf(name) === 'xml') return 'application/xml';
  return extensionOf(name) === 'csv' ? 'text/csv' : 'text/plain';
}

function looksLikeMail(text: string): boolean {
  const lines = text.slice(0, 32_000).split(/\r?\n/);
  const end = lines.indexOf('');
  const header = (end === -1 ? lines : lines.slice(0, end)).slice(0, 200).filter((line) => !/^[ \t]/.test(line));
  const known = header.filter((line) => MAIL_HEADER.test(line)).length;
  return known >= 2 && known >= header.length * 0.4;
}

/** NUL or many control characters, unless it is UTF-16. */
function isBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) odd += 1;
  }
  return odd > head.length / 100;
}

/** By magic number, for everything that is neither ZIP nor text. */
export async function magicMediaType(bytes: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 1024 ** 2)).catch(() => undefined);
  return found?.mime;
}
