import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import S3rver from '@20minutes/s3rver';
import type { FileStore } from './file-store.ts';
import { FolderFileStore } from './folder-file-store.ts';
import { S3FileStore } from './s3-file-store.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const stores: Record<string, { store: FileStore; close: () => Promise<void> }> = {};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aprite-store-'));
  stores['folder'] = { store: new FolderFileStore(folder), close: () => rm(folder, { recursive: true }) };
  const s3Folder = await mkdtemp(join(tmpdir(), 'aprite-s3-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: s3Folder });
  const { port } = await server.run();
  const settings = { endpoint: `http://127.0.0.1:${port}`, bucket: 'aprite', accessKey: 'S3RVER', secretKey: 'S3RVER' };
  stores['s3'] = {
    store: new S3FileStore(settings),
    close: async () => {
      await server.close();
      await rm(s3Folder, { recursive: true });
    },
  };
  stores['s3 with a wrong secret'] = {
    store: new S3FileStore({ ...settings, secretKey: 'wrong' }),
    close: async () => {},
  };
});
afterAll(() => Promise.all(Object.values(stores).map(({ close }) => close())));

describe.each(['folder', 's3'])('files in a store of kind %s', (kind) => {
  const content = randomBytes(200_000);

  test('are found by the hash of their content, whole', async () => {
    const { store } = stores[kind]!;
    expect(await store.has(sha256(content))).toBe(false);
    expect(await store.put(content)).toEqual({ sha256: sha256(content), size: content.length });
    expect(await store.has(sha256(content))).toBe(true);
    expect((await store.read(sha256(content))).equals(content)).toBe(true);
  });

  test('may come as a stream, and twice', async () => {
    const { store } = stores[kind]!;
    const parts = [Buffer.from('pirmā '), Buffer.from('otrā')];
    const whole = Buffer.concat(parts);
    const first = await store.put(Readable.from(parts));
    expect(first).toEqual({ sha256: sha256(whole), size: whole.length });
    expect(await store.put(Readable.from(parts))).toEqual(first);
    expect((await store.read(first.sha256)).toString()).toBe('pirmā otrā');
    expect(await store.withFile(first.sha256, (path) => readFile(path, 'utf8'))).toBe('pirmā otrā');
  });

  test('that are not there are an error, and an empty one is a file like others', async () => {
    const { store } = stores[kind]!;
    await expect(store.read('0'.repeat(64))).rejects.toThrow();
    const { sha256: empty } = await store.put(new Uint8Array());
    expect(await store.read(empty)).toHaveLength(0);
  });
});

test('a stored file in a folder is read-only, and a name is never a path', async () => {
  const { store } = stores['folder']!;
  const stored = await store.put(Buffer.from('nemainīgs'));
  const folder = (store as FolderFileStore)['folder'];
  const path = join(folder, stored.sha256.slice(0, 2), stored.sha256.slice(2, 4), stored.sha256);
  expect((await stat(path)).mode & 0o222).toBe(0);
  await expect(store.open('../../etc/passwd')).rejects.toThrow('Not a SHA-256');
  await writeFile(join(folder, 'incoming', 'half-written'), 'x');
  expect(await store.has(sha256(Buffer.from('x')))).toBe(false);
});

test('a wrong secret is refused by the server, and the store says so', async () => {
  await expect(stores['s3 with a wrong secret']!.store.put(Buffer.from('x'))).rejects.toThrow(
    /signature|Access ?Denied|Forbidden/i,
  );
});
