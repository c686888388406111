import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Client, RETENTION_MODES } from 'minio';
import { S3FileStore } from '../libs/files/adapters/s3-file-store.ts';
import { startCeph, type S3Server } from './support/ceph.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn } from './support/person.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

// Installed by `npm test` where it may be; elsewhere another S3 server stands in (libs/files/adapters/file-store.test.ts).
(process.env['APRITE_RADOSGW'] ? describe : describe.skip)('files on a real S3 server', () => {
  let ceph: S3Server;
  let house: House;
  let admin: Client;
  const store = (bucket: string, secretKey = ceph.secretKey) => new S3FileStore({ ...ceph, bucket, secretKey });

  beforeAll(async () => {
    ceph = await startCeph();
    const { hostname, port } = new URL(ceph.endpoint);
    admin = new Client({ ...ceph, endPoint: hostname, port: Number(port), useSSL: false });
    const { endpoint: S3_ENDPOINT, accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY } = ceph;
    house = await openHouse({ settings: { S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY, S3_BUCKET: 'house' } });
  });
  afterAll(async () => {
    await house?.close();
    await ceph?.stop();
  });

  test('what a clerk drops lies there under its hash, and comes back byte for byte', async () => {
    const clerk = await signIn(house, 'lietvede');
    const content = Buffer.from('Lūdzu salabot ceļu.\n');
    const { id } = (await clerk.drop('/api/intake', [{ name: 'iesniegums.txt', content }]).expect(201)).body;
    expect((await admin.statObject('house', sha256(content))).size).toBe(content.length);
    const { files } = (await clerk.get(`/api/intake/${id}`).expect(200)).body;
    const back = await clerk.get(`/api/intake/files/${files[0].id}`).expect(200);
    expect(Buffer.from(back.text ?? back.body)).toEqual(content);
  });

  test('a stream too large for one request goes up in parts and stays whole', async () => {
    const parts = Array.from({ length: 140 }, () => randomBytes(512 * 1024));
    const whole = Buffer.concat(parts);
    const stored = await store('large').put(Readable.from(parts));
    expect(stored).toEqual({ sha256: sha256(whole), size: whole.length });
    expect((await admin.statObject('large', stored.sha256)).etag).toMatch(/-\d+$/);
    expect(sha256(await store('large').read(stored.sha256))).toBe(stored.sha256);
  });

  test('a wrong secret is refused', async () => {
    await expect(store('house', 'wrong').put(Buffer.from('x'))).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });

  test('in a bucket with object lock the store works, and nobody destroys a file before its term', async () => {
    await admin.makeBucket('locked', 'us-east-1', { ObjectLocking: true });
    // oxlint-disable-next-line typescript/await-thenable -- it is a promise; its declared type is wrong
    await admin.setObjectLockConfig('locked', { mode: RETENTION_MODES.COMPLIANCE, unit: 'Days', validity: 1 });
    const stored = await store('locked').put(Buffer.from('nemainīgs'));
    expect(await store('locked').put(Buffer.from('nemainīgs'))).toEqual(stored);
    const versionId = String((await admin.statObject('locked', stored.sha256)).versionId);
    await expect(admin.removeObject('locked', stored.sha256, { versionId })).rejects.toThrow(
      /Access ?Denied|forbidden/i,
    );
    expect((await store('locked').read(stored.sha256)).toString()).toBe('nemainīgs');
  });
});
