import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'minio';
import { temporaryFile } from '../sweep.ts';
import { FileStore, type StoredFile } from './file-store.ts';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Files on any S3 server, the hash as key. The bucket is made when it is missing; set object lock on it in production. */
export class S3FileStore extends FileStore {
  private readonly client: Client;
  private ready: Promise<void> | undefined;

  constructor(private readonly settings: S3Settings) {
    super();
    const { hostname, port, protocol } = new URL(settings.endpoint);
    this.client = new Client({
      endPoint: hostname,
      ...(port ? { port: Number(port) } : {}),
      useSSL: protocol === 'https:',
      accessKey: settings.accessKey,
      secretKey: settings.secretKey,
    });
  }

  async put(content: Uint8Array | Readable): Promise<StoredFile> {
    await this.bucket();
    if (content instanceof Uint8Array) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (!(await this.has(sha256)))
        await this.client.putObject(this.settings.bucket, sha256, Buffer.from(content), content.length);
      return { sha256, size: content.length };
    }
    return this.putStream(content);
  }

  /** A stream's name is known only at its end, so it waits in a temporary file. */
  private async putStream(content: Readable): Promise<StoredFile> {
    const temporary = temporaryFile();
    try {
      const hash = createHash('sha256');
      let size = 0;
      content.on('data', (part: Buffer) => {
        hash.update(part);
        size += part.length;
      });
      await pipeline(content, createWriteStream(temporary));
      const sha256 = hash.digest('hex');
      if (!(await this.has(sha256)))
        await this.client.putObject(this.settings.bucket, sha256, createReadStream(temporary), size);
      return { sha256, size };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async open(sha256: string): Promise<Readable> {
    await this.bucket();
    return this.client.getObject(this.settings.bucket, sha256);
  }

  async withFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T> {
    const temporary = temporaryFile();
    try {
      await pipeline(await this.open(sha256), createWriteStream(temporary));
      return await work(temporary);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async has(sha256: string): Promise<boolean> {
    await this.bucket();
    return this.client.statObject(this.settings.bucket, sha256).then(
      () => true,
      (error: { code?: string }) => {
        if (error.code === 'NotFound' || error.code === 'NoSuchKey') return false;
        throw error;
      },
    );
  }

  private bucket(): Promise<void> {
    this.ready ??= (async () => {
      if (!(await this.client.bucketExists(this.settings.bucket))) await this.client.makeBucket(this.settings.bucket);
    })().catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }
}
