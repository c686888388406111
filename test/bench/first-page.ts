import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { projectRoot } from '../../apps/cli/project-root.ts';
import { percentile, type Figure } from './figures.ts';
import type { Ground } from './ground.ts';

/** What the browser loads for the first page, and how long until the inbox can be used, in a real browser with an empty cache. */
export async function benchFirstPage({ url }: Ground): Promise<Figure[]> {
  const places = [process.env['APRITE_CHROMIUM'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
  const executablePath = places.find((path) => path && existsSync(path));
  const script = compressedScript(join(projectRoot, 'dist/web'));
  const size: Figure = { name: 'first page: JavaScript, compressed', value: script / 1000, unit: 'kB', atMost: 300 };
  if (!executablePath) return [{ ...size, note: 'no Chromium here: time not measured' }];
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const times: number[] = [];
  try {
    for (let run = 0; run < 5; run++) times.push(await openInbox(await browser.newContext({ locale: 'lv-LV' }), url));
  } finally {
    await browser.close();
  }
  return [
    size,
    { name: 'first page: inbox can be used, median of 5', value: percentile(times, 0.5) / 1000, unit: 's', atMost: 2 },
  ];
}

async function openInbox(
  context: Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newContext']>>,
  url: string,
): Promise<number> {
  await context.request.post(`${url}/api/session`, { data: { username: 'lietvede', password: 'aprite-demo' } });
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(`${url}/inbox`, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const time = performance.now() - begun;
  await context.close();
  return time;
}

/** The entry and everything it imports at once, as index.html names it. */
function compressedScript(folder: string): number {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => join(folder, path!));
  if (!named.length) throw new Error(`No scripts in ${folder}/index.html, only ${readdirSync(folder).join(', ')}`);
  return named.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}
