import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../apps/cli/test/tools.ts';
import { scanForViruses } from '../libs/files/adapters/clamd.ts';
import { openHouse, type House } from './support/house.ts';
import { until } from './support/processes.ts';
import { signIn } from './support/person.ts';

/** The harmless file by which every scanner is tried (EICAR), in halves so that no scanner stumbles over this source. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const program = process.env['APRITE_CLAMD'];

// The scanner is the real one; its only signature is made here, because the published ones are 200 MB from another network.
(program ? describe : describe.skip)('received files are scanned by ClamAV', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aprite-clamd-'));
  let clamd: ChildProcess;
  let address: string;
  let house: House;

  beforeAll(async () => {
    const port = await freePort();
    address = `tcp://127.0.0.1:${port}`;
    writeFileSync(join(folder, 'local.ndb'), `Eicar-Local:0:*:${Buffer.from(EICAR).toString('hex')}\n`);
    const settings = ['Foreground yes', `DatabaseDirectory ${folder}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1'];
    writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    clamd = spawn(program!, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    await until(() =>
      scanForViruses(address, Buffer.from('x')).then(
        () => true,
        () => false,
      ),
    );
    house = await openHouse({ settings: { CLAMD_URL: address } });
  }, 120_000);
  afterAll(async () => {
    await house?.close();
    clamd.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const findingsOf = async (name: string, text: string): Promise<string[]> => {
    const clerk = await signIn(house, 'lietvede');
    const { id } = (await clerk.drop('/api/intake', [{ name, content: Buffer.from(text) }]).expect(201)).body;
    const { files } = (await clerk.get(`/api/intake/${id}`).expect(200)).body;
    return files[0].findings.map(({ code, severity }: { code: string; severity: string }) => `${severity} ${code}`);
  };

  test('an infected file is kept as evidence, named, and refused as a document’s file', async () => {
    expect(await scanForViruses(address, Buffer.from(EICAR))).toMatch(/^Eicar-Local/);
    expect(await findingsOf('rekins.txt', EICAR)).toContain('refused virus');
  });

  test('a clean file passes, also a large one', async () => {
    expect(await findingsOf('vestule.txt', 'Labdien!')).toEqual([]);
    expect(await scanForViruses(address, Buffer.alloc(5_000_000, 'Labdien! '))).toBeNull();
  });

  test('an infected file becomes no file of a contract, and the problem names what was found', async () => {
    const accountant = await signIn(house, 'gramatvede');
    const draft = {
      supplierName: 'SIA “Testa puse”',
      subject: 'Pakalpojums',
      validFrom: '2026-01-01',
      unitId: house.unit('ATT'),
      responsibleId: house.person('vaditaja'),
    };
    const { id } = (await accountant.post('/api/contracts', draft).expect(201)).body;
    const infected = [{ name: 'Līgums.txt', content: Buffer.from(EICAR) }];
    const { body } = await accountant.drop(`/api/documents/${id}/files?role=main`, infected).expect(422);
    expect(body).toMatchObject({
      type: '/problems/file-refused',
      finding: 'virus',
      detail: expect.stringContaining('Eicar-Local'),
    });
    expect((await accountant.get(`/api/documents/${id}`).expect(200)).body.files).toEqual([]);
  });

  test('without an answer the file is received all the same, and the clerk is warned', async () => {
    clamd.kill('SIGKILL');
    await until(() =>
      scanForViruses(address, Buffer.from('x')).then(
        () => false,
        () => true,
      ),
    );
    expect(await findingsOf('cita.txt', 'Labdien vēlreiz!')).toEqual(['warning not-scanned']);
  });
});
