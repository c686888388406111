import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { removeDatabase, startDatabase, withClient } from '../apps/cli/postgres/database.ts';
import { isAlive, signal, waitForEnd } from '../apps/cli/postgres/processes.ts';
import { projectRoot } from '../apps/cli/project-root.ts';
import type { Running } from '../apps/cli/up/installation.ts';

const main = join(projectRoot, 'dist/apps/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'aprite-launcher-'));
const data = join(folder, 'data');
const beside = join(folder, 'beside');
const port = 20_000 + Math.floor(Math.random() * 20_000);
const started: ChildProcess[] = [];

interface Up {
  process: ChildProcess;
  output: () => string;
  /** Resolves once the addresses are printed. */
  ready: Promise<void>;
  ended: Promise<number | null>;
}

/** Starts `aprite up` as a person would, on a folder and ports of this test's own. */
function up(...options: string[]): Up {
  const { DATABASE_URL: _d, SMTP_URL: _s, ...env } = process.env;
  const args = [main, 'up', '--data', data, '--port', String(port), '--empty', ...options];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        text += part.toString();
        if (text.includes('is running')) resolve();
      });
    child.on('exit', () => reject(new Error(`ended before it was ready:\n${text}`)));
  });
  ready.catch(() => {});
  return { process: child, output: () => text, ready, ended };
}

const running = (): Running => JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as Running;

/** As the owner, on the server that runs already. */
const withOwner = async <T>(work: Parameters<typeof withClient<T>>[1]): Promise<T> =>
  withClient((await startDatabase({ root: join(data, 'postgres') })).ownerUrl, work);

// As root the database server runs as somebody else, who has to walk through.
beforeAll(() => chmodSync(folder, 0o711));

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const place of [data, beside]) await removeDatabase(join(place, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

// One story: each test goes on where the one before it stopped.
describe('aprite up', () => {
  let first: Up;

  test('starts on an empty folder, and everything answers', async () => {
    first = up();
    await first.ready;
    const addresses = Object.values(running().addresses).filter((address) => address.startsWith('http'));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect((await fetch(address)).status).toBeLessThan(500);
  });

  test('an empty house tells how to begin: one command makes the institution and a link for its administrator', async () => {
    expect(first.output()).toContain('npx aprite institution');
    const words = ['--genitive', 'Zaļā novada', '--place', 'Zaļajā', '--registration-number', '90000000001'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [main, 'institution', 'Zaļā novada pašvaldība', ...words, '--administrator', 'Anna P', '--data', data, '--json'],
      { env: { ...process.env, DATABASE_URL: undefined, PUBLIC_URL: undefined } },
    );
    const link = new URL((JSON.parse(stdout) as { link: string }).link);
    expect(link.origin).toBe(`http://127.0.0.1:${port}`);
    const { status } = await fetch(new URL('/api/password', link), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: link.hash.slice(1), password: 'ļoti gara parole' }),
    });
    expect(status).toBe(204);
  });

  test('says clearly, with the addresses, that it runs already when it is started a second time', async () => {
    const second = up();
    expect(await second.ended).not.toBe(0);
    expect(second.output()).toContain('already runs');
    expect(second.output()).toContain(`http://127.0.0.1:${port}/`);
  });

  test('takes the next free port when somebody else has the wanted one, and says so', async () => {
    const second = up('--data', beside);
    await second.ready;
    expect(second.output()).toMatch(new RegExp(`${port} → \\d+`));
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  test('catches a mail, shows it escaped, and keeps it exactly as it was sent', async () => {
    const mail = createTransport({ host: '127.0.0.1', port: port + 25 });
    await mail.sendMail({
      from: 'pasts@paraugs.example',
      to: 'anna@example.org',
      subject: 'Atbilde <b>Nr. 1</b>',
      text: 'Ķirši',
    });
    const pages = `http://127.0.0.1:${port + 3}`;
    const [newest] = (await (await fetch(`${pages}/mails.json`)).json()) as { id: string; to: string[] }[];
    expect(newest?.to).toEqual(['anna@example.org']);
    const page = await (await fetch(`${pages}/?lang=en`)).text();
    expect(page).toContain('Mail that was sent');
    expect(page).toContain('Atbilde &#60;b&#62;Nr. 1&#60;/b&#62;');
    expect(page).not.toContain('<b>');
    expect(existsSync(join(data, 'mail', `${newest?.id}.eml`))).toBe(true);
    const foreignName = await new Promise((resolve) => {
      get(pages, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode));
    });
    expect(foreignName).toBe(403);
  });

  test('starts a part again that was killed', async () => {
    const killed = running().parts.find(({ name }) => name === 'api');
    expect(killed).toBeDefined();
    signal(killed?.pid ?? 0, 'SIGKILL');
    await until(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
      return answer?.ok === true && !isAlive(killed?.pid ?? 0);
    });
    expect(first.output()).toContain('api stopped by itself');
  });

  test('loses nothing when every process is killed at once, and comes back', async () => {
    await withOwner(async (owner) => {
      await owner.query('create table kept (n int primary key)');
      for (let n = 1; n <= 200; n++) await owner.query('insert into kept values ($1)', [n]);
    });
    const database = await startDatabase({ root: join(data, 'postgres') });
    const all = [first.process.pid ?? 0, ...running().parts.map(({ pid }) => pid), database.pid];
    for (const pid of all) signal(pid, 'SIGKILL');
    await first.ended;

    first = up();
    await first.ready;
    const { rows } = await withOwner((owner) => owner.query<{ n: number }>('select count(*)::int as n from kept'));
    expect(rows[0]?.n).toBe(200);
  });

  test('takes over parts and database that outlived it', async () => {
    const left = running().parts.map(({ pid }) => pid);
    signal(first.process.pid ?? 0, 'SIGKILL');
    await first.ended;
    first = up();
    await first.ready;
    expect(left.filter(isAlive)).toEqual([]);
    expect(Object.values(running().addresses)).toContain(`http://127.0.0.1:${port}/`);
  });

  test('stops everything on SIGTERM, the database last, and starts again afterwards', async () => {
    const { pid } = await startDatabase({ root: join(data, 'postgres') });
    const parts = running().parts.map((part) => part.pid);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await waitForEnd(pid, 1000)).toBe(true);
    expect(parts.filter(isAlive)).toEqual([]);
    expect(existsSync(join(data, 'running.json'))).toBe(false);
    first = up();
    await first.ready;
  });

  test('--fresh begins anew', async () => {
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    first = up('--fresh');
    await first.ready;
    const { rows } = await withOwner((owner) =>
      owner.query<{ found: string | null }>(`select to_regclass('kept') as found`),
    );
    expect(rows[0]?.found).toBeNull();
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});

test('commands that start at the same moment on a new folder share one database server, and the last one stops it', async () => {
  const fresh = join(folder, 'three');
  const { OWNER_DATABASE_URL: _o, ...env } = process.env;
  const migrations = [1, 2, 3].map(
    () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, [main, 'migrate', '--data', fresh, '--json'], { env });
        started.push(child);
        let text = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (part: Buffer) => (text += part.toString()));
        child.on('exit', (code) => resolve(code === 0 ? text : `failed: ${text}`));
      }),
  );
  const answers = await Promise.all(migrations);
  expect(answers.filter((answer) => answer.startsWith('failed'))).toEqual([]);
  const taken = answers.map((answer) => (JSON.parse(answer) as { migrations: string[] }).migrations.length);
  // One of them did the work, the others found it done.
  expect(taken.filter((count) => count > 0)).toHaveLength(1);
  expect(existsSync(join(fresh, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('a port that a stranger listens on is not taken for free', async () => {
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  const { choosePorts } = await import('../apps/cli/up/ports.ts');
  const { ports, moved } = await choosePorts(taken);
  expect(ports.api).toBeGreaterThan(taken);
  expect(moved[0]).toContain(String(taken));
  await new Promise((resolve) => stranger.close(resolve));
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen within two minutes.');
}
