import { ZipFile } from 'yazl';
import { extractText } from './extract-text.ts';
import { inspectFile } from './inspect-file.ts';
import { endIsolation, IsolationEnded, runIsolated } from './isolated/run-isolated.ts';
import { extensionLies, textMediaType } from './isolated/media-type.ts';
import { markupText } from './isolated/markup-text.ts';
import { LIMITS } from './limits.ts';
import { openMail } from './open-mail.ts';
import { typeset } from './typeset.ts';

afterAll(endIsolation);

const codes = async (content: Buffer | string, name: string, maxMb?: number) =>
  (await inspectFile(Buffer.from(content), name, { maxMb })).findings.map(({ code }) => code);

async function zip(contents: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(contents)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const parts: Buffer[] = [];
  for await (const part of archive.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const pdf = typeset(
  '#set text(font: "Noto Serif", lang: "lv")\nPar iesniegumu izskatīšanu',
  {},
  new Date('2026-11-21T10:00:00Z'),
);

test('an honest document has no findings', async () => {
  expect(await codes(pdf, 'vēstule.pdf')).toEqual([]);
  expect(await codes('Sveiki', 'a.txt')).toEqual([]);
  expect(await codes(await zip({ '[Content_Types].xml': '', 'word/document.xml': '<w/>' }), 'a.docx')).toEqual([]);
});

test('a PDF without its end is told apart from one that cannot be read', async () => {
  expect(await codes(pdf.subarray(0, pdf.length - 6), 'a.pdf')).not.toContain('corrupted-pdf');
  expect(await codes(pdf.subarray(0, 300), 'a.pdf')).toEqual(['corrupted-pdf']);
});

test('a file over the limit and an empty one are told', async () => {
  expect(await codes(Buffer.alloc(2 * 1024 ** 2, 'a'), 'a.txt', 1)).toEqual(['over-limit']);
  expect(await codes(Buffer.alloc(LIMITS.inspected + 1, 'a'), 'a.xml')).toEqual(['over-limit']);
  expect(await codes('', 'a.txt')).toEqual(['empty']);
  expect(await codes('', 'a.bat')).toEqual(['executable']);
});

test('an archive that declares less than it holds, or has too many parts, does no harm', async () => {
  const liar = await zip({ 'a.bin': Buffer.alloc(5 * 1024 ** 2) });
  const directory = liar.lastIndexOf(Buffer.from('504b0102', 'hex'));
  liar.writeUInt32LE(10, directory + 24);
  expect(await codes(liar, 'a.zip')).toEqual(['corrupted-zip']);
  const many = await zip({ a: 'a' });
  const end = many.lastIndexOf(Buffer.from('504b0506', 'hex'));
  many.writeUInt16LE(LIMITS.zipEntries + 1, end + 8);
  many.writeUInt16LE(LIMITS.zipEntries + 1, end + 10);
  expect(await codes(many, 'a.zip')).toEqual(['zip-bomb']);
});

test('a task that never ends is ended, and the next one runs', async () => {
  const heavy = await zip({ 'a.bin': Buffer.alloc(60 * 1024 ** 2) });
  await expect(runIsolated('inspectContent', { bytes: heavy, name: 'a.zip' }, 0.005)).rejects.toBeInstanceOf(
    IsolationEnded,
  );
  expect((await openMail(Buffer.from('From: a@b.lv\r\nSubject: x\r\n\r\nlabi'))).body).toBe('labi');
});

test('more tasks than threads wait for their turn', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, n) => extractText(Buffer.from(`teksts ${n}`), 'a.txt')));
  expect(all).toEqual(Array.from({ length: 8 }, (_, n) => `teksts ${n}`));
});

test('words divided at a line’s end are joined, control and private-use characters do not pass', async () => {
  expect(await extractText(pdf, 'a.pdf')).toBe('Par iesniegumu izskatīšanu');
  expect(await extractText(Buffer.from('a b \uE000c\uE001 d'), 'a.txt')).toBe('a b c d');
  expect(await extractText(Buffer.from('a\0b'), 'a.txt')).toBe('');
});

test('old Baltic Windows text is read', async () => {
  // "ļaudis" and "mērs" in windows-1257.
  const bytes = [0xef, 0x61, 0x75, 0x64, 0x69, 0x73, 0x20, 0x6d, 0xe7, 0x72, 0x73];
  expect(await extractText(Buffer.from(bytes), 'a.txt')).toBe('ļaudis mērs');
});

test('text formats are told apart by their first lines', () => {
  expect(textMediaType(Buffer.from('From: a@b\r\nSubject: x\r\n\r\n'), 'a')).toBe('message/rfc822');
  expect(textMediaType(Buffer.from('<?xml version="1.0"?><a/>'), 'a.xml')).toBe('application/xml');
  expect(textMediaType(Buffer.from('<!DOCTYPE html><p>'), 'a.htm')).toBe('text/html');
  expect(textMediaType(Buffer.from('Par: to\nun citu'), 'a.txt')).toBe('text/plain');
  expect(textMediaType(Buffer.from([1, 0, 2, 0]), 'a.bin')).toBe('application/octet-stream');
});

test('a name lies only when it promises another format', () => {
  expect(extensionLies('a.pdf', 'image/png')).toBe(true);
  expect(extensionLies('a.docx', 'text/plain')).toBe(true);
  expect(extensionLies('a.edoc', 'application/vnd.etsi.asic-e+zip')).toBe(false);
  expect(extensionLies('bez paplašinājuma', 'application/pdf')).toBe(false);
  expect(extensionLies('a.log', 'text/plain')).toBe(false);
});

test('markup is read in one pass, however it is broken', () => {
  expect(markupText('<p>Vel&ouml; velosip&#275;ds</p><script>x</script>b')).toContain('velosipēds');
  expect(markupText('<script>x</script>b')).not.toContain('x');
  expect(markupText('<'.repeat(100_000))).toBe('');
});
