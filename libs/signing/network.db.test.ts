import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { Transactions } from '#platform';
import { trustAnchors, validate } from '#signatures';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  documentToSign,
  onePage,
  signedFile,
  writeSigningSettings,
  type FileToSign,
} from '../../test/support/to-sign.ts';
import { hasTool } from '../../test/support/judges.ts';
import { beginSigning } from './commands/begin-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';
import { TendSessions } from './reactions/tend-sessions.ts';
import { beside } from '../../test/support/beside.ts';

/** A test PKI made by OpenSSL, with its time stamps, OCSP and CRLs over HTTP; its scripts lie beside this checkout or nowhere. */
const scripts = beside('shared/tools/pki/');
const isHere = existsSync(join(scripts, 'serve.mjs')) && hasTool('openssl') && hasTool('bash');
const describeNetwork = isHere ? describe : describe.skip;

describeNetwork(`signing with services in a network${isHere ? '' : ' (skipped: the test PKI is not here)'}`, () => {
  let house: House;
  let director: Actor;
  let services: ChildProcess;
  let pki: string;
  let base: string;

  beforeAll(async () => {
    house = await openHouse();
    director = await house.as('direktors', async (tx) => tx.actor);
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    pki = join(house.folder, 'pki');
    await promisify(execFile)('bash', [join(scripts, 'make-pki.sh'), pki, base]);
    services = spawn(process.execPath, [join(scripts, 'serve.mjs'), pki, String(port)]);
    await once(services.stdout!, 'data');
    const keys = join(house.folder, 'keys');
    await mkdir(keys, { recursive: true });
    for (const name of ['seal-rsa.p12', 'seal-p256.p12']) await cp(join(pki, name), join(keys, name));
    await writeFile(join(keys, 'password'), 'test1234');
  }, 180_000);
  afterAll(async () => {
    services?.kill();
    await house?.close();
  });

  const settle = (tsa: string, level: string) => {
    const means = ['seal-rsa', 'seal-p256'].map((name) => {
      return { type: 'pkcs12', name, lv: name, en: name, file: `${name}.p12`, passwordFile: 'password' };
    });
    return writeSigningSettings(house, {
      means,
      level,
      timestampUrl: `${base}/${tsa}`,
      allowHosts: [new URL(base).host],
    });
  };

  async function sign(provider: string, file: FileToSign) {
    const [transactions, store] = [house.app.get(Transactions), house.app.get(FileStore)];
    const { documentId, stepIds } = await documentToSign(house, [file]);
    const { id } = await beginSigning(transactions, store, director, { stepIds, provider });
    return { documentId, view: await completeSigning(transactions, store, director, id) };
  }

  /** Judged with the root alone and no network: everything must be inside. */
  async function offline(documentId: string) {
    const trust = trustAnchors([await readFile(join(pki, 'root.der'))]);
    const { verdict, signatures } = await validate((await signedFile(house, documentId))!.bytes, {
      trust,
      offline: true,
    });
    return { verdict, level: signatures[0]!.level };
  }

  test.each([
    ['seal-rsa', 'LT'],
    ['seal-p256', 'LTA'],
  ])('%s reaches level %s; the document needs no network to be judged', async (provider, level) => {
    await settle('tsa', level);
    const table = { name: 'Tāme.txt', mediaType: 'text/plain', content: Buffer.from('Tāme') };
    for (const file of [await onePage('Tīklā'), table]) {
      const { documentId } = await sign(provider, file);
      expect(await offline(documentId)).toEqual({ verdict: 'accept', level });
    }
  });

  test.each(['tsa-500', 'tsa-fail', 'nothing-there'])(
    '%s: the signature waits for its time stamp and then gets it',
    async (path) => {
      await settle(path, 'T');
      const { documentId, view } = await sign('seal-p256', await onePage(path));
      expect(view).toMatchObject({
        state: 'finishing',
        cause: { kind: 'timestamp-unavailable' },
        items: [{ state: 'valued' }],
      });
      await settle('tsa-ec', 'LT');
      await house.app.get(TendSessions).tend();
      expect(await offline(documentId)).toEqual({ verdict: 'accept', level: 'LT' });
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
