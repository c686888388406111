import type { Readable } from 'node:stream';

/** What a stored file is known by: its content's hash. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Content-addressed storage: a file is found by its SHA-256, and what is stored is never altered.
 * Two adapters: a folder, and an S3 server.
 */
export abstract class FileStore {
  /** Stores bytes or a stream of any length; storing the same content again changes nothing. */
  abstract put(content: Uint8Array | Readable): Promise<StoredFile>;
  /** @throws Error when nothing is stored under this hash */
  abstract open(sha256: string): Promise<Readable>;
  abstract has(sha256: string): Promise<boolean>;
  /** Lets `work` read the content as a file on this machine, at any place of it; for content too large for memory. */
  abstract withFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>;

  /** The whole content; for files whose size is known to be bearable. */
  async read(sha256: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await this.open(sha256)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
}
