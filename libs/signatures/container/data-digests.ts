import { dataOf } from './asic.ts';
import { fileSource } from './source.ts';
import { readZip } from './zip-read.ts';

/** SHA-256 in hex of every data file of a container by its name: two containers with equal ones sign the same. @throws ZipError */
export async function dataDigests(path: string): Promise<Map<string, string>> {
  const source = await fileSource(path);
  try {
    const data = dataOf(source, await readZip(source));
    const digests = new Map<string, string>();
    for (const name of data.names)
      digests.set(name, Buffer.from((await data.digest(name, 'SHA-256'))!).toString('hex'));
    return digests;
  } finally {
    await source.close();
  }
}
