import { Global, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { config } from '#platform';
import { FileStore } from './adapters/file-store.ts';
import { FolderFileStore } from './adapters/folder-file-store.ts';
import { endIsolation } from './isolated/run-isolated.ts';
import { sweepTemporary } from './sweep.ts';

const SWEEP_EVERY_MS = 6 * 3_600_000;

/** The S3 client is loaded only where it is used: it would take a fifth of a second of every start. */
async function chooseStore(): Promise<FileStore> {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, FILES_DIR } = config();
  if (!S3_ENDPOINT) return new FolderFileStore(FILES_DIR);
  const { S3FileStore } = await import('./adapters/s3-file-store.ts');
  return new S3FileStore({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY!,
    secretKey: S3_SECRET_KEY!,
  });
}

@Global()
@Module({ providers: [{ provide: FileStore, useFactory: chooseStore }], exports: [FileStore] })
export class FilesModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeping?: NodeJS.Timeout;

  /** In each process by itself: in containers each has a temporary folder of its own. */
  onApplicationBootstrap() {
    const sweep = () => void sweepTemporary(config().FILES_DIR);
    this.sweeping = setInterval(sweep, SWEEP_EVERY_MS).unref();
    sweep();
  }

  async onApplicationShutdown() {
    clearInterval(this.sweeping);
    await endIsolation();
  }
}
