import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileTypeFromBuffer } from 'file-type';

const run = promisify(execFile);

const PICTURES = ['image/png', 'image/jpeg', 'image/tiff', 'image/webp'];
const PAGES = 20;
const PATIENCE_MS = 120_000;
/** One core for one page, so that a worker's other jobs go on. */
const env = { PATH: process.env['PATH'], OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' };

let known: Promise<boolean> | undefined;

/** Whether this machine has Tesseract with its Latvian data; looked up once. */
export const canReadScans = (): Promise<boolean> =>
  (known ??= run('tesseract', ['--list-langs'], { env }).then(
    ({ stdout }) => stdout.split('\n').includes('lav'),
    () => false,
  ));

/**
 * The words of a scanned page (a picture, or a PDF without text: its first 20 pages), read by Tesseract in a process of its own. Empty
 * where Tesseract is not installed, for other files, and for a page that is not read in two minutes.
 */
export async function readScan(bytes: Uint8Array): Promise<string> {
  if (!(await canReadScans())) return '';
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (PICTURES.includes(mime)) return recognise(bytes).catch(() => '');
  return mime === 'application/pdf' ? readPages(bytes).catch(() => '') : '';
}

/** The pages are drawn by Poppler (pdftoppm), at the resolution that Tesseract is made for. */
async function readPages(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aprite-scan-'));
  try {
    await writeFile(join(folder, 'scan.pdf'), pdf, { mode: 0o600 });
    const how = ['-r', '300', '-gray', '-png', '-l', String(PAGES), 'scan.pdf', 'page'];
    await run('pdftoppm', how, { cwd: folder, env, timeout: PATIENCE_MS });
    const texts: string[] = [];
    for (const page of (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted())
      texts.push(await recognise(join(folder, page)));
    return texts.join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A picture given as bytes or as a file. */
function recognise(picture: Uint8Array | string): Promise<string> {
  return new Promise((resolve, reject) => {
    const source = typeof picture === 'string' ? picture : 'stdin';
    const tesseract = spawn('tesseract', [source, 'stdout', '-l', 'lav'], {
      env,
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let text = '';
    tesseract.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    tesseract.on('error', reject);
    tesseract.on('close', (code) =>
      code === 0 ? resolve(text.trim()) : reject(new Error(`tesseract ended: ${code}`)),
    );
    tesseract.stdin.on('error', () => undefined).end(typeof picture === 'string' ? '' : picture);
  });
}
