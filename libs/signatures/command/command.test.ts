import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoAuthority, runSignatureCommand } from '../index.ts';
import { makePdf } from '../testing/documents.ts';

const authority = createDemoAuthority();
let folder: string;
let tsa: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signatures-'));
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => response.end(authority.timestamp(Buffer.concat(pieces))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tsa = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
  const seal = authority.issueSeal({ organisation: 'Testa novads', registrationNumber: '90000000001' });
  await writeFile(join(folder, 'seal.p12'), seal.toPkcs12('parole'));
  await writeFile(join(folder, 'root.crt'), authority.anchors[0]!);
  await writeFile(join(folder, 'a.pdf'), await makePdf());
  await writeFile(join(folder, 'b.txt'), 'Sveiki');
  await writeFile(join(folder, 'bad.pdf'), 'nav PDF');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: { APRITE_P12_PASSWORD: 'parole' },
  };
  const code = await runSignatureCommand(
    argv.map((word) => word.replace(/^@/, `${folder}/`)),
    io,
  );
  return { code, out, err };
}

describe('aprite signature', () => {
  it('signs, validates and extends', async () => {
    expect(
      await run('sign', '@a.pdf', '--level', 'T', '--p12', '@seal.p12', '--tsa', tsa, '--out', '@signed.pdf'),
    ).toMatchObject({ code: 0, err: '' });
    expect(
      await run(
        'sign',
        '@a.pdf',
        '@b.txt',
        '--container',
        'asice',
        '--level',
        'B',
        '--p12',
        '@seal.p12',
        '--password',
        'parole',
        '--out',
        '@all.edoc',
      ),
    ).toMatchObject({ code: 0 });
    expect(
      await run(
        'sign',
        '@all.edoc',
        '--container',
        'asice',
        '--level',
        'T',
        '--p12',
        '@seal.p12',
        '--tsa',
        tsa,
        '--out',
        '@twice.edoc',
      ),
    ).toMatchObject({ code: 0 });
    expect(await run('extend', '@signed.pdf', '--level', 'T', '--tsa', tsa, '--out', '@extended.pdf')).toMatchObject({
      code: 0,
    });
    const { code, out } = await run(
      'validate',
      '@signed.pdf',
      '@all.edoc',
      '@twice.edoc',
      '@extended.pdf',
      '--trust',
      '@root.crt',
      '--offline',
      '--json',
    );
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['accept', 'accept', 'accept', 'accept']);
    expect(code).toBe(0);
    expect(Object.keys(lines[0]!)).toEqual(['file', 'format', 'signatures', 'container', 'verdict']);
    expect(Object.keys((lines[0]!.signatures as object[])[0]!)).toEqual([
      'format',
      'level',
      'indication',
      'subIndication',
      'signer',
      'qualification',
      'signingTime',
      'bestSignatureTime',
      'coversWholeDocument',
      'signedFiles',
      'errors',
      'warnings',
    ]);
    expect((await readdir(folder)).includes('twice.edoc')).toBe(true);
    expect((await readFile(join(folder, 'signed.pdf'))).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('goes on after a bad file and says what is wrong with it', async () => {
    const { code, out } = await run('validate', '@none.pdf', '@bad.pdf', '@a.pdf', '--offline', '--json');
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { verdict: string }).verdict),
    ).toEqual(['error', 'error', 'no-signature']);
  });

  it('explains a wrong command line', async () => {
    for (const argv of [
      ['validate'],
      ['sign', '@a.pdf'],
      ['sign', '@a.pdf', '--p12', '@seal.p12', '--level', 'T'],
      ['validate', '@a.pdf', '--nothing'],
      ['dance'],
    ]) {
      expect(await run(...argv)).toMatchObject({ code: 2, err: expect.stringContaining('aprite signature validate') });
    }
    expect(await run('sign', '@a.pdf', '--p12', '@seal.p12', '--password', 'cita')).toMatchObject({ code: 1 });
  });
});
