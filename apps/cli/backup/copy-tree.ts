import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Path below the root → SHA-256 of its content. */
export type Hashes = Record<string, string>;

/**
 * Copies a folder and answers the hash of every file. `skip` leaves out files or whole folders. A file that
 * vanishes on the way is left out: a running database may drop it, and its log tells the rest.
 */
export async function copyTree(
  from: string,
  to: string,
  skip: (path: string) => boolean = () => false,
): Promise<Hashes> {
  const hashes: Hashes = {};
  await copyFolder('');
  return hashes;

  async function copyFolder(below: string): Promise<void> {
    mkdirSync(join(to, below), { recursive: true, mode: 0o700 });
    for (const name of readdirSync(join(from, below)).sort()) {
      const path = below ? `${below}/${name}` : name;
      const facts = skip(path) ? undefined : statOf(join(from, path));
      if (facts?.isDirectory()) await copyFolder(path);
      else if (facts?.isFile()) await copyOne(path);
    }
  }

  async function copyOne(path: string): Promise<void> {
    const hash = createHash('sha256');
    const tee = new Transform({
      transform(part: Buffer, _encoding, done) {
        hash.update(part);
        done(null, part);
      },
    });
    try {
      await pipeline(createReadStream(join(from, path)), tee, createWriteStream(join(to, path), { mode: 0o600 }));
      hashes[path] = hash.digest('hex');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
