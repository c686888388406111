import { writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Issued } from './authority.ts';

/** The CMS of a PAdES signature over these bytes. */
export async function detachedCms(covered: Uint8Array, key: Issued): Promise<Buffer> {
  const signedAttributes = writeSignedAttributes(key.certificate, digestOf(key.algorithm.digest, covered));
  return writeSignedData({ ...key, signedAttributes, signature: await key.sign({ toBeSigned: signedAttributes }) });
}

/**
 * A signed document as some other producer would have made it: `rewrite` changes its syntax (Latin-1), then its last
 * signature is made anew over what the bytes are now.
 */
export async function resigned(
  pdf: Uint8Array,
  key: Issued,
  rewrite: (syntax: string) => string = (syntax) => syntax,
  contents: (covered: Buffer, key: Issued) => Promise<Uint8Array> = detachedCms,
): Promise<Buffer> {
  const changed = Buffer.from(rewrite(Buffer.from(pdf).toString('latin1')), 'latin1');
  const start = changed.lastIndexOf('/Contents <') + 10;
  const end = changed.indexOf('>', start) + 1;
  const from = changed.lastIndexOf('/ByteRange [') + 12;
  const to = changed.indexOf(']', from);
  changed.write(`0 ${start} ${end} ${changed.length - end}`.padEnd(to - from), from, 'latin1');
  const made = await contents(Buffer.concat([changed.subarray(0, start), changed.subarray(end)]), key);
  changed.write(
    Buffer.from(made)
      .toString('hex')
      .padEnd(end - start - 2, '0'),
    start + 1,
    'latin1',
  );
  return changed;
}
