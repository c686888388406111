import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { extractText } from '../extract-text.ts';
import { endIsolation } from '../isolated/run-isolated.ts';
import { typeset } from '../typeset.ts';
import { canReadScans, readScan } from './tesseract.ts';

afterAll(endIsolation);

const isHere = await canReadScans();
const WORDS = 'Lūdzu izskatīt jautājumu par ielas apgaismojumu un šķērsielas ceļa segumu.';

// Installed by `npm test` where it may be (tesseract-ocr, tesseract-ocr-lav, poppler-utils).
(isHere ? describe : describe.skip)('scanned pages are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aprite-ocr-'));
  let page: Uint8Array;

  // A page drawn as a scanner would give it: dots, no letters.
  beforeAll(() => {
    const paper = typeset(
      '#set text(size: 14pt)\n#let data = json(bytes(sys.inputs.data))\n#data.text',
      { text: WORDS },
      new Date(0),
    );
    writeFileSync(join(folder, 'paper.pdf'), paper);
    execFileSync('pdftoppm', ['-r', '300', '-gray', '-png', '-singlefile', 'paper.pdf', 'page'], { cwd: folder });
    page = readFileSync(join(folder, 'page.png'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a picture, with every Latvian letter', async () => {
    expect((await readScan(page)).replaceAll(/\s+/g, ' ')).toBe(WORDS);
  });

  test('a PDF that is only a picture', async () => {
    const scan = await PDFDocument.create();
    scan.addPage([595, 842]).drawImage(await scan.embedPng(page), { x: 0, y: 0, width: 595, height: 842 });
    const bytes = await scan.save();
    expect(await extractText(bytes, 'skens.pdf')).toBe('');
    expect((await readScan(bytes)).replaceAll(/\s+/g, ' ')).toBe(WORDS);
  });
});

test('what is no scan, and what is broken, gives no words and no error', async () => {
  expect(await readScan(Buffer.from('vienkāršs teksts'))).toBe('');
  expect(await readScan(Buffer.from('\x89PNG\r\n\x1a\n broken'))).toBe('');
});
