import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore, type StoredFile } from './file-store.ts';

/** Files in a folder, `ab/cd/<sha256>`, read-only once there; synced to disk before their name appears. */
export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(content: Uint8Array | Readable): Promise<StoredFile> {
    const temporary = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(temporary), { recursive: true });
    try {
      const stored = await writeHashed(content, temporary);
      const path = this.pathOf(stored.sha256);
      if (await this.has(stored.sha256)) return stored;
      await mkdir(dirname(path), { recursive: true });
      await chmod(temporary, 0o440);
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return stored;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async open(sha256: string): Promise<Readable> {
    const path = this.pathOf(sha256);
    await access(path);
    return createReadStream(path);
  }

  async has(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  async withFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T> {
    const path = this.pathOf(sha256);
    await access(path);
    return work(path);
  }

  private pathOf(sha256: string) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256.');
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function writeHashed(content: Uint8Array | Readable, path: string): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const source = content instanceof Uint8Array ? Readable.from([content]) : content;
  await pipeline(
    source,
    async function* (parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        hash.update(part);
        size += part.length;
        yield part;
      }
    },
    createWriteStream(path, { flush: true }),
  );
  return { sha256: hash.digest('hex'), size };
}

async function syncFolder(path: string) {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
