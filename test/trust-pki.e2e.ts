import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sql from 'sql-template-tag';
import { completePades, openPkcs12, preparePades } from '#signatures';
import type { SignatureReportView, TrustView } from '#signing/contract';
import { makePdf } from '../libs/signatures/testing/documents.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';
import { beside } from './support/beside.ts';

/** A PKI of OpenSSL's own making with its TSA, OCSP, CRL and signed lists; it lies beside the repository where someone put it. */
const tools = beside('shared/tools/pki/');
const missing = ['bash', 'openssl', 'python3', 'xmlsec1'].filter((program) => spawnSync(program, ['--version']).error);
const isPossible = existsSync(tools) && missing.length === 0;
const run = promisify(execFile);

let pki: string;
let port: number;
let base: string;
let server: ChildProcess | undefined;
let house: House;
let clerk: Person;
let administrator: Person;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return free;
}

async function serve(): Promise<void> {
  server = spawn(process.execPath, [`${tools}serve.mjs`, pki, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout!, 'data');
}

async function silence(): Promise<void> {
  if (!server || server.exitCode !== null) return;
  server.kill();
  await once(server, 'exit');
}

(isPossible ? describe : describe.skip)(
  `a PKI of another make (skipped without the folder of its tools, or without: ${missing.join(', ') || 'nothing'})`,
  () => {
    beforeAll(async () => {
      pki = await mkdtemp(join(tmpdir(), 'aprite-pki-'));
      port = await freePort();
      base = `http://127.0.0.1:${port}`;
      await run('bash', [`${tools}make-pki.sh`, pki, base]);
      await run('python3', [`${tools}make-tsl.py`, pki, base]);
      await serve();
      house = await openHouse();
      await mkdir(join(house.folder, 'keys'), { recursive: true });
      await writeFile(
        join(house.folder, 'keys/signing.json'),
        JSON.stringify({ default: { allowHosts: [`127.0.0.1:${port}`] } }),
      );
      [clerk, administrator] = await Promise.all([signIn(house, 'lietvede'), signIn(house, 'admins')]);
    }, 240_000);
    afterAll(async () => {
      await silence();
      await house?.close();
      if (pki) await rm(pki, { recursive: true, force: true });
    });

    /** Signed at level T: no evidence inside, so the product has to ask for it. */
    async function signed(name: string): Promise<Uint8Array> {
      const key = openPkcs12(readFileSync(join(pki, `${name}.p12`)), 'test1234');
      const prepared = preparePades(await makePdf(), key);
      return completePades(prepared.state, await key.sign(prepared), { level: 'T', timestamp: `${base}/tsa-ec` });
    }
    const reportOn = async (itemId: string): Promise<SignatureReportView> =>
      (await clerk.get(`/api/intake/${itemId}/signatures`).expect(200)).body[0];
    async function drop(content: Uint8Array): Promise<string> {
      const { body } = await clerk.drop('/api/intake', [{ name: 'dokuments.pdf', content }]).expect(201);
      await house.settle();
      return body.id;
    }
    let qualified: string;

    test('its lists are loaded and their signatures verified', async () => {
      const certificates = readFileSync(join(pki, 'tsl.crt'), 'utf8');
      await administrator
        .post('/api/trust/lists', { name: 'Saraksts', url: `${base}/tsl/lotl.xml`, certificates })
        .expect(201);
      await house.settle();
      const { sources }: TrustView = (await administrator.get('/api/trust').expect(200)).body;
      expect(sources[0]!.lists).toMatchObject([
        { territory: 'EU', sequence: 1, isUsable: true, problem: null },
        { territory: 'LV', sequence: 1, isUsable: true, problem: null, services: 6 },
      ]);
    });

    test.each([
      ['signer-p256', 'QESig'],
      ['signer-rsa3', 'QESig'],
      ['seal-p256', 'QESeal'],
    ])('%s is %s, by evidence asked of its services', async (name, qualification) => {
      const itemId = await drop(await signed(name));
      qualified = itemId;
      const report = await reportOn(itemId);
      expect(report).toMatchObject({
        verdict: 'accept',
        signatures: [
          {
            level: 'T',
            qualification,
            timestamps: [{ qualified: true }],
            revocation: [{ source: 'fetched', by: 'OCSP', status: 'good' }],
          },
        ],
        trust: { unreachable: [] },
      });
      expect(report.points.filter(({ state }) => state === 'no')).toEqual([]);
    });

    test('a revoked certificate is told as such, with what to do', async () => {
      const report = await reportOn(await drop(await signed('revoked-rsa')));
      expect(report).toMatchObject({ verdict: 'reject', signatures: [{ subIndication: 'REVOKED' }] });
      expect(report.points.find(({ key }) => key === 'revocation')).toMatchObject({ state: 'no' });
      expect(report.advice[0]!.lv).toContain('ar derīgu sertifikātu');
    });

    test('where OCSP is silent the CRL serves, and is kept for the next file', async () => {
      await rm(join(pki, 'ocsp-ica-ec.key'));
      const report = await reportOn(await drop(await signed('signer-p384')));
      expect(report).toMatchObject({
        verdict: 'accept',
        signatures: [{ revocation: [{ source: 'fetched', by: 'CRL', status: 'good' }] }],
      });
      const kept = await house.as('system', (tx) => tx.rows<{ key: string }>(sql`select key from evidence`));
      expect(kept.map(({ key }) => key)).toContain(`${base}/crl/ica-ec.crl`);
    });

    test('with every service silent the kept lists and CRL still decide, and the report says who did not answer', async () => {
      await silence();
      await clerk.post(`/api/intake/${qualified}/signatures/check`).expect(202);
      await house.settle();
      const report = await reportOn(qualified);
      expect(report).toMatchObject({
        verdict: 'accept',
        signatures: [{ qualification: 'QESeal', revocation: [{ by: 'CRL', source: 'fetched' }] }],
        trust: { unreachable: [`127.0.0.1:${port}`], lists: [{ territory: 'EU' }, { territory: 'LV' }] },
        earlier: [{ verdict: 'accept' }],
      });
    });
  },
);
