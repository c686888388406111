import { open } from 'node:fs/promises';

/** Bytes at random access: in memory or in a file, which is never read whole. */
export interface Source {
  size: number;
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Finds what a detached signature is about: by the name that it states, or without one where it states none (CAdES). */
export type FindData = (name: string | undefined) => Promise<{ name: string; content: Uint8Array } | undefined>;

export function memorySource(bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: bytes.length,
    read: async (offset, length) => buffer.subarray(offset, offset + length),
    close: async () => undefined,
  };
}

export async function fileSource(path: string): Promise<Source> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = Buffer.allocUnsafe(wanted);
      let done = 0;
      while (done < wanted) {
        const { bytesRead } = await file.read(buffer, done, wanted - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
    close: () => file.close(),
  };
}

const STEP = 256 * 1024;

export async function* piecesOf(source: Source, offset: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += STEP) yield source.read(offset + at, Math.min(STEP, length - at));
}
