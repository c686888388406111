import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoAuthority } from '../libs/signing/adapters/demo-authority.ts';
import type { SigningView } from '../libs/signing/contract.ts';
import type { Issued } from '../libs/signatures/index.ts';
import { hasTool, itWith, judge } from './support/judges.ts';
import { openCscSimulator, type CscSimulator } from './support/csc-simulator.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';
import { rawEcdsa, signDigest } from './support/sign-digest.ts';
import { documentToSign, onePage, signedFile, writeSigningSettings } from './support/to-sign.ts';

const RETURN = 'http://127.0.0.1:3000/signing/return';
const CLIENT = { id: 'aprite', secret: 'slepens: 1+1', redirectUri: RETURN };
const ANDRIS = { givenName: 'Andris', surname: 'Kalnmalis', personalCode: '000000-00001' };
const SEAL = { organisation: 'Parauga novada pašvaldība', registrationNumber: '99990000003' };
const RSA_SHA256 = '1.2.840.113549.1.1.11';
const [ECDSA_SHA256, ECDSA_SHA384] = ['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3'];

let house: House;
let director: Person;
let drafter: Person;
let service: CscSimulator;
let card: Issued;
const settings: { means: object[] } = { means: [] };

beforeAll(async () => {
  house = await openHouse();
  [director, drafter] = [await signIn(house, 'direktors'), await signIn(house, 'darbinieks')];
  const authority = await demoAuthority();
  card = authority.issuePerson({ ...ANDRIS, key: 'P-384' });
  const own = authority.issuePerson({ ...ANDRIS, key: 'RSA-2048' });
  const seal = authority.issueSeal({ ...SEAL, key: 'P-256' });
  service = await openCscSimulator(
    [
      { id: 'own', key: own, mode: 'oauth2code', algo: [RSA_SHA256], multisign: 5 },
      { id: 'seal', key: seal, mode: 'implicit', algo: [ECDSA_SHA256] },
      { id: 'with-pin', key: card, mode: 'explicit', algo: [ECDSA_SHA384], pin: '1234' },
    ],
    CLIENT,
  );
  const keys = join(house.folder, 'keys');
  mkdirSync(keys, { recursive: true });
  writeFileSync(join(keys, 'seal.p12'), authority.issueSeal({ ...SEAL, key: 'RSA-2048' }).toPkcs12('zimogs-1'));
  writeFileSync(join(keys, 'seal.password'), 'zimogs-1\n');
  writeFileSync(join(keys, 'wrong.password'), 'cits');
  writeFileSync(join(keys, 'client.secret'), CLIENT.secret);
  const remote = {
    type: 'csc',
    url: service.url,
    clientId: CLIENT.id,
    clientSecretFile: 'client.secret',
    patienceSeconds: 2,
  };
  settings.means = [
    { type: 'pkcs12', name: 'e-seal', lv: 'E-zīmogs', en: 'E-seal', file: 'seal.p12', passwordFile: 'seal.password' },
    {
      type: 'pkcs12',
      name: 'shut-seal',
      lv: 'Aizslēgts',
      en: 'Shut',
      file: 'seal.p12',
      passwordFile: 'wrong.password',
    },
    { type: 'web-eid', name: 'card', lv: 'Karte', en: 'Card' },
    { ...remote, name: 'remote', lv: 'eParaksts', en: 'eParaksts' },
    {
      ...remote,
      name: 'remote-seal',
      lv: 'Mākoņa zīmogs',
      en: 'Cloud seal',
      makes: 'seal',
      grant: 'client-credentials',
      credentialId: 'seal',
    },
    {
      ...remote,
      name: 'remote-pin',
      lv: 'Ar PIN',
      en: 'By PIN',
      grant: 'client-credentials',
      credentialId: 'with-pin',
    },
  ];
  await writeSigningSettings(house, settings);
}, 120_000);
afterAll(async () => {
  await service?.close();
  await house?.close();
});

let papers = 0;
const toSign = async (...signers: string[]) =>
  documentToSign(house, [await onePage(`Dokuments ${++papers}`)], signers.length ? signers : undefined);

async function begin(stepIds: string[], provider: string, more: object = {}): Promise<SigningView> {
  return (await director.post('/api/signatures', { stepIds, provider, ...more }).expect(201)).body;
}
const look = async (id: string): Promise<SigningView> => (await director.get(`/api/signatures/${id}`).expect(200)).body;

/** Signed, once, valid by our own judgement, with this signer in the report. */
async function expectSigned(documentId: string, signer: string) {
  await house.settle();
  const [report] = (await director.get(`/api/documents/${documentId}/signatures`).expect(200)).body;
  expect(report).toMatchObject({ verdict: 'accept', signatures: [{ level: 'T', indication: 'TOTAL-PASSED' }] });
  expect(report.signatures).toHaveLength(1);
  expect(report.signatures[0].signer.name).toContain(signer);
}

describe('an e-seal in a file', () => {
  itWith(['pdfsig'], 'seals; pdfsig calls it valid', async () => {
    const { documentId, stepIds } = await toSign();
    const { id, certificateSubject } = await begin(stepIds, 'e-seal');
    expect(certificateSubject).toContain('Parauga novada pašvaldība');
    await director.post(`/api/signatures/${id}/completion`).expect(200);
    await expectSigned(documentId, 'Parauga novada pašvaldība');
    const { output } = judge({ 'signed.pdf': (await signedFile(house, documentId))!.bytes }, 'pdfsig', [
      '-nocert',
      'signed.pdf',
    ]);
    expect(output).toContain('Signature is Valid');
    expect(output).toContain('Total document signed');
  });

  test('is offered only to who holds the right to sign, and says when its password is wrong', async () => {
    const { stepIds } = await toSign('darbinieks');
    const offer = (await drafter.get(`/api/signing-offer?steps=${stepIds[0]}`).expect(200)).body;
    expect(offer.means.map(({ name }: { name: string }) => name)).toEqual(['demo', 'card', 'remote', 'remote-pin']);
    await drafter.post('/api/signatures', { stepIds, provider: 'e-seal' }).expect(403);
    const mine = await toSign();
    const { body } = await director
      .post('/api/signatures', { stepIds: mine.stepIds, provider: 'shut-seal' })
      .expect(503);
    expect(body).toMatchObject({ type: '/problems/seal-unavailable', detail: expect.stringContaining('PKCS#12') });
    await director.post('/api/signatures', { stepIds: mine.stepIds, provider: 'unknown' }).expect(422);
  });
});

describe('a card in the browser', () => {
  const certificate = (key: Issued) => Buffer.from(key.certificate).toString('base64');
  const valueOf = async ({ items: [item] }: SigningView) =>
    rawEcdsa(await signDigest(card.key, Buffer.from(item!.digest!, 'base64'), item!.digestAlgorithm!), 48).toString(
      'base64',
    );

  test('signs the digest that the card can; a wrong or missing value is refused and nothing is lost', async () => {
    const { documentId, stepIds } = await toSign();
    await director.post('/api/signatures', { stepIds, provider: 'card' }).expect(422);
    const device = { certificate: certificate(card), digestAlgorithms: ['SHA-256'] };
    const first = await begin(stepIds, 'card', device);
    expect(first).toMatchObject({
      waitsFor: 'device',
      items: [{ digestAlgorithm: 'SHA-256', signatureAlgorithm: 'ECDSA' }],
    });
    await director.post(`/api/signatures/${first.id}/completion`).expect(422);
    expect(await look(first.id)).toMatchObject({ state: 'prepared', cause: { kind: 'signature-value-missing' } });
    const wrong = Buffer.alloc(96, 7).toString('base64');
    const { body } = await director
      .post(`/api/signatures/${first.id}/completion`, { signatureValues: [wrong] })
      .expect(422);
    expect(body.type).toBe('/problems/wrong-signature-value');
    expect(await look(first.id)).toMatchObject({ state: 'completed', items: [{ state: 'failed' }] });
    const second = await begin(stepIds, 'card', {
      certificate: certificate(card),
      digestAlgorithms: ['SHA-384', 'SHA-256'],
    });
    expect(second.items[0]!.digestAlgorithm).toBe('SHA-384');
    const given = { signatureValues: [await valueOf(second)] };
    await director.post(`/api/signatures/${second.id}/completion`, given).expect(200);
    // The answer was lost, so the browser sends it again.
    await director.post(`/api/signatures/${second.id}/completion`, given).expect(200);
    await expectSigned(documentId, 'Andris Kalnmalis');
  });

  test('somebody else’s card, an authentication certificate and an expired one sign nothing', async () => {
    const { stepIds } = await toSign();
    const authority = await demoAuthority();
    const cards = {
      'certificate-of-another': authority.issuePerson({ ...ANDRIS, givenName: 'Anna' }),
      'certificate-unusable': authority.issuePerson({ ...ANDRIS, purpose: 'authentication' }),
    };
    for (const [kind, key] of Object.entries(cards)) {
      const { body } = await director
        .post('/api/signatures', { stepIds, provider: 'card', certificate: certificate(key) })
        .expect(422);
      expect(body.type).toBe(`/problems/${kind}`);
    }
    const day = 86_400_000;
    const expired = authority.issuePerson({
      ...ANDRIS,
      notBefore: new Date(Date.now() - 9 * day),
      notAfter: new Date(Date.now() - day),
    });
    const { body } = await director
      .post('/api/signatures', { stepIds, provider: 'card', certificate: certificate(expired) })
      .expect(422);
    expect(body.type).toBe('/problems/certificate-unusable');
  });
});

describe('a remote signing service', () => {
  const arrive = (answer: object) => director.post('/api/signatures/arrival', answer);

  test('identifies, asks consent to exactly these digests and signs several documents with one consent', async () => {
    const documents = [await toSign(), await toSign(), await toSign()];
    const begun = await begin(
      documents.flatMap(({ stepIds }) => stepIds),
      'remote',
    );
    expect(begun).toMatchObject({ state: 'identifying', waitsFor: 'service', certificateSubject: null });
    const identified = await service.visit(begun.url!);
    const consenting = (await arrive(identified).expect(200)).body as SigningView;
    expect(consenting).toMatchObject({ id: begun.id, state: 'prepared', waitsFor: 'service' });
    expect(consenting.certificateSubject).toContain('Andris Kalnmalis');
    expect(new URL(consenting.url!).searchParams.get('numSignatures')).toBe('3');
    // The browser went back and forth: an answer that was used changes nothing.
    expect((await arrive(identified).expect(200)).body).toEqual(consenting);
    const consented = await service.visit(consenting.url!);
    const done = (await arrive(consented).expect(200)).body as SigningView;
    expect(done.items.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed']);
    expect((await arrive(consented).expect(200)).body).toEqual(done);
    for (const { documentId } of documents) await expectSigned(documentId, 'Andris Kalnmalis');
  });

  test('a refusal, a service out of order and a lost answer leave the session waiting, with the cause and the way on', async () => {
    const { documentId, stepIds } = await toSign();
    const begun = await begin(stepIds, 'remote');
    const { body: refused } = await arrive(await service.visit(begun.url!, 'no')).expect(422);
    expect(refused).toMatchObject({ type: '/problems/consent-refused', code: 'access_denied' });
    expect(await look(begun.id)).toMatchObject({
      state: 'identifying',
      url: begun.url,
      cause: { kind: 'consent-refused' },
    });
    service.next('credentials/info', 'fail');
    await arrive(await service.visit(begun.url!)).expect(503);
    service.next('credentials/list', 'garbage');
    await arrive(await service.visit(begun.url!)).expect(503);
    expect(await look(begun.id)).toMatchObject({ cause: { kind: 'trust-service-unavailable' } });
    const { url } = (await arrive(await service.visit(begun.url!)).expect(200)).body as SigningView;
    service.next('signatures/signHash', 'hang');
    const { body: late } = await arrive(await service.visit(url!)).expect(503);
    expect(late.detail).toBe('no answer in time');
    service.next('signatures/signHash', 'lose-answer');
    await arrive(await service.visit(url!)).expect(503);
    const waiting = await look(begun.id);
    expect(waiting).toMatchObject({
      state: 'prepared',
      waitsFor: 'service',
      cause: { kind: 'trust-service-unavailable' },
    });
    await arrive(await service.visit(waiting.url!)).expect(200);
    await expectSigned(documentId, 'Andris Kalnmalis');
  });

  test('more documents than one consent may cover are refused before anybody consents', async () => {
    const documents = [];
    for (let n = 0; n < 6; n++) documents.push(await toSign());
    const { url, id } = await begin(
      documents.flatMap(({ stepIds }) => stepIds),
      'remote',
    );
    const { body } = await arrive(await service.visit(url!)).expect(422);
    expect(body).toMatchObject({ type: '/problems/too-many-documents', most: 5 });
    await director.delete(`/api/signatures/${id}`).expect(204);
    expect(await look(id)).toMatchObject({ state: 'cancelled', waitsFor: null });
  });

  test('an organisation’s seal there needs the confirmation only; another person’s session is nobody else’s', async () => {
    const { documentId, stepIds } = await toSign();
    const { id, waitsFor } = await begin(stepIds, 'remote-seal');
    expect(waitsFor).toBe('confirmation');
    await drafter.get(`/api/signatures/${id}`).expect(404);
    await drafter.post(`/api/signatures/${id}/completion`).expect(404);
    await director.post(`/api/signatures/${id}/completion`).expect(200);
    await expectSigned(documentId, 'Parauga novada pašvaldība');
  });

  test('a credential with a PIN asks for it; a wrong one may be tried again', async () => {
    const { documentId, stepIds } = await toSign();
    const { id, waitsFor, questions } = await begin(stepIds, 'remote-pin');
    expect({ waitsFor, questions }).toEqual({
      waitsFor: 'answers',
      questions: [{ id: 'PIN', label: 'PIN kods', isSecret: true }],
    });
    const answer = (value: string) =>
      director.post(`/api/signatures/${id}/completion`, { answers: [{ id: 'PIN', value }] });
    const { body } = await answer('0000').expect(422);
    expect(body.type).toBe('/problems/wrong-code');
    await answer('1234').expect(200);
    await expectSigned(documentId, 'Andris Kalnmalis');
  });
});

const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
const missing = ['softhsm2-util', 'pkcs11-tool'].filter((tool) => !hasTool(tool));
const describeHsm = missing.length ? describe.skip : describe;
const because = missing.length ? ` (skipped: ${missing.join(', ')} not installed)` : '';
describeHsm(`a key in a hardware module, SoftHSM2${because}`, () => {
  beforeAll(async () => {
    const [folder, authority] = [house.folder, await demoAuthority()];
    const run = (program: string, ...args: string[]) => {
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', env: process.env });
      if (status !== 0) throw new Error(`${program}: ${stderr}`);
    };
    mkdirSync(join(folder, 'tokens'));
    writeFileSync(
      join(folder, 'softhsm2.conf'),
      `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`,
    );
    process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
    run('softhsm2-util', '--init-token', '--free', '--label', 'aprite', '--pin', '4321', '--so-pin', '8765');
    writeFileSync(join(folder, 'keys', 'hsm.pin'), '4321');
    for (const [index, kind] of (['RSA-2048', 'P-256'] as const).entries()) {
      const key = authority.issueSeal({ ...SEAL, key: kind });
      const [pem, der, id] = [join(folder, `${kind}.pem`), join(folder, `${kind}.der`), `A${index}`];
      writeFileSync(pem, key.toPem().key);
      writeFileSync(der, key.certificate);
      writeFileSync(join(folder, 'keys', 'chain.pem'), key.toPem().certificates);
      run('softhsm2-util', '--import', pem, '--token', 'aprite', '--label', kind, '--id', id, '--pin', '4321');
      const where = ['--module', MODULE, '--token-label', 'aprite', '--login', '--pin', '4321'];
      run('pkcs11-tool', ...where, '--write-object', der, '--type', 'cert', '--label', kind, '--id', id);
    }
    const hsm = { type: 'pkcs11', lv: 'HSM', en: 'HSM', module: MODULE, token: 'aprite', pinFile: 'hsm.pin' };
    settings.means.push(
      { ...hsm, name: 'hsm-rsa', key: 'A0', chainFile: 'chain.pem' },
      { ...hsm, name: 'hsm-ec', key: 'A1' },
      { ...hsm, name: 'hsm-shut', key: 'A1', pinFile: 'wrong.password' },
    );
    await writeSigningSettings(house, settings);
  });

  test.each(['hsm-rsa', 'hsm-ec'])('%s seals without its key ever leaving it', async (provider) => {
    const { documentId, stepIds } = await toSign();
    const { id } = await begin(stepIds, provider);
    await director.post(`/api/signatures/${id}/completion`).expect(200);
    await expectSigned(documentId, 'Parauga novada pašvaldība');
  });

  test('a wrong PIN is told in the module’s own words, and the session waits', async () => {
    const { stepIds } = await toSign();
    const { body } = await director.post('/api/signatures', { stepIds, provider: 'hsm-shut' }).expect(503);
    expect(body).toMatchObject({
      type: '/problems/seal-unavailable',
      detail: expect.stringContaining('PIN_INCORRECT'),
    });
  });
});
