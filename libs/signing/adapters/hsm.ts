import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { certificatesOfFile, type SigningAlgorithm } from '#signatures';
import { problems } from '../problems.ts';
import { besideSettings, secretOf, type Pkcs11Means } from '../settings.ts';
import type { HouseKey, ToSign } from './signature-provider.ts';

const run = promisify(execFile);
const PATIENCE_MS = 20_000;

/**
 * A key in a hardware module, used through OpenSC's `pkcs11-tool`. A process of its own because a vendor's library that crashes or hangs
 * must not take the server with it, and because Node's bindings have to be compiled on the machine where they are installed.
 */
export function pkcs11Provider(means: Pkcs11Means): HouseKey {
  const { name, lv, en, makes, key, chainFile } = means;
  return {
    name,
    lv,
    en,
    makes,
    isTest: false,
    holds: 'house',
    async certificateOf() {
      const certificate = await withFiles(async (_, output) => {
        await tool(means, ['--read-object', '--type', 'cert', '--id', key, '--output-file', output]);
        return readFile(output);
      });
      return { certificate, chain: chainFile ? certificatesOfFile(await readFile(besideSettings(chainFile))) : [] };
    },
    async sign(_, all) {
      const values: Uint8Array[] = [];
      for (const one of all) values.push(await signOne(means, one));
      return values;
    },
  };
}

const signOne = (means: Pkcs11Means, { toBeSigned, algorithm }: ToSign): Promise<Uint8Array> =>
  withFiles(async (input, output) => {
    const { mechanism, data } = mechanismOf(algorithm, toBeSigned);
    await writeFile(input, data, { mode: 0o600 });
    const files = ['--input-file', input, '--output-file', output];
    await tool(means, ['--sign', '--id', means.key, ...mechanism, ...files]);
    return readFile(output);
  });

/** PKCS#11 v3.0 §2.1.11–2.1.13, §2.3.6: modules hash for RSA themselves, for ECDSA many only sign a digest. */
function mechanismOf({ scheme, digest }: SigningAlgorithm, data: Uint8Array) {
  const hash = digest.replace('-', '');
  if (scheme === 'RSA-PKCS1') return { mechanism: ['--mechanism', `${hash}-RSA-PKCS`], data };
  if (scheme === 'RSA-PSS') return { mechanism: ['--mechanism', `${hash}-RSA-PKCS-PSS`, '--salt-len', '-1'], data };
  const mechanism = ['--mechanism', 'ECDSA', '--signature-format', 'rs'];
  return { mechanism, data: createHash(hash).update(data).digest() };
}

/** @throws Problem seal-unavailable (503) with what the module says */
async function tool({ module, token, pinFile }: Pkcs11Means, args: string[]): Promise<void> {
  const pin = await secretOf(pinFile);
  const where = ['--module', module, '--token-label', token, '--login', '--pin', 'env:APRITE_HSM_PIN'];
  try {
    // The PIN goes by the environment: a command line can be read by everybody on the machine.
    await run('pkcs11-tool', [...where, ...args], {
      env: { ...process.env, APRITE_HSM_PIN: pin },
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
  } catch (error) {
    const { stderr = '', killed } = error as { stderr?: string; killed?: boolean };
    const said = /^error: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim().split('\n')[0];
    throw problems.sealUnavailable({ detail: killed ? 'no answer in time' : said });
  }
}

async function withFiles<T>(work: (input: string, output: string) => Promise<T>): Promise<T> {
  const [input, output] = [join(tmpdir(), `aprite-${randomUUID()}`), join(tmpdir(), `aprite-${randomUUID()}`)];
  try {
    return await work(input, output);
  } finally {
    await Promise.all([input, output].map((path) => rm(path, { force: true })));
  }
}
