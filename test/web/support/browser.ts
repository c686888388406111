import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { serveStaffApplication } from '../../../apps/api/staff-application.ts';
import { projectRoot } from '../../../apps/cli/project-root.ts';
import { freePort } from '../../../apps/cli/test/tools.ts';
import { openHouse, type House } from '../../support/house.ts';

const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const isExecutable = (path: string) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const program = [process.env['APRITE_CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && isExecutable(path));

/** The staff application in a real browser, on a house of this file's own. */
export interface Staff {
  readonly house: House;
  readonly browser: Browser;
  /** A browser of one's own with nobody signed in. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** A browser of one's own in which the person is signed in; the page is not opened yet. */
  as(username: string, options?: BrowserContextOptions): Promise<Page>;
  /** Errors that the pages met and nobody expected: exceptions and refused scripts. */
  readonly errors: string[];
}

/** The built application; `npm test` builds it, a single test makes up for it. */
function built(): string {
  const folder = process.env['APRITE_WEB_DIST'] ?? join(projectRoot, 'dist/web');
  if (!existsSync(join(folder, 'index.html'))) {
    const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
    const config = join(projectRoot, 'apps/web/vite.config.ts');
    const env = { ...process.env, NODE_ENV: 'production' };
    const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '-c', config], { cwd: projectRoot, env });
    if (status !== 0) throw new Error(`The staff application does not build: ${String(stderr)}`);
  }
  return folder;
}

/** Tests in a browser; where there is none they are skipped and say why. */
export function inBrowser(title: string, tests: (staff: () => Staff) => void): void {
  if (!program) {
    describe.skip(`${title} (skipped: no Chromium on this machine; APRITE_CHROMIUM names one)`, () =>
      tests(() => undefined as never));
    return;
  }
  describe(title, () => {
    let staff: Staff;
    const contexts: BrowserContext[] = [];
    beforeAll(async () => {
      const folder = built();
      const settings = { PUBLIC_URL: `http://127.0.0.1:${await freePort()}` };
      const house = await openHouse({ listen: true, settings, furnish: (api) => serveStaffApplication(api, folder) });
      const browser = await chromium.launch({
        executablePath: program,
        args: ['--no-sandbox', '--disable-dev-shm-usage'],
      });
      const errors: string[] = [];
      const open = async (options: BrowserContextOptions = {}) => {
        const context = await browser.newContext({
          baseURL: house.url,
          locale: 'lv-LV',
          timezoneId: 'Europe/Riga',
          viewport: { width: 1280, height: 720 },
          reducedMotion: 'reduce',
          ...options,
        });
        context.setDefaultTimeout(60_000);
        contexts.push(context);
        const page = await context.newPage();
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error' && /Content Security Policy/.test(message.text())) errors.push(message.text());
        });
        return page;
      };
      const as = async (username: string, options?: BrowserContextOptions) => {
        const page = await open(options);
        const answer = await page.request.post('/api/session', { data: { username, password: 'aprite-demo' } });
        if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`);
        return page;
      };
      staff = { house, browser, open, as, errors };
    }, 300_000);
    afterAll(async () => {
      // The live channel stays open as long as a page does.
      await Promise.all(contexts.map((context) => context.close()));
      await staff?.browser.close();
      await staff?.house.close();
    }, 60_000);
    tests(() => staff);
  });
}

/** Runs the reactions until the document is in the state: the house of a test has no worker that does it by itself. */
export async function reaches({ settle }: House, page: Page, address: string, state: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    await settle();
    const card = (await (await page.request.get(`/api${address}`)).json()) as { state: string };
    if (card.state === state) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`${address} did not become ${state}`);
}

/** Drops files on the page, as a hand does. */
export async function drop(page: Page, files: { name: string; type: string; content: Buffer }[]): Promise<void> {
  const carried = files.map(({ name, type, content }) => ({ name, type, base64: content.toString('base64') }));
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of ${JSON.stringify(carried)}) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  })()`);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Waits for what an act says in the corner of the page; the same words may stand in a text of the page too. */
export const told = (page: Page, text: string): Promise<void> =>
  page.getByRole('alert').getByText(text, { exact: true }).first().waitFor();

/** Waits until nothing on the page says that it loads. (The page's own policy forbids to evaluate a text as a condition.) */
export async function isLoaded(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (let left = 300; left > 0 && (await page.getByText('Ielādē…').count()) > 0; left--)
    await page.waitForTimeout(100);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page, each as one readable line. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`);
}
