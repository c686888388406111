import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { certificatesOfFile } from '../x509/certificate.ts';
import { isExpired, readTrustedList } from './trusted-list.ts';
import { mergeTrust, trustAnchors, type Trust } from './trust.ts';

/**
 * Trust from files: certificates (PEM, DER), trusted lists in XML, or a folder of both. A list named by hand is trusted as
 * such, but its signature must hold and its time must not have passed.
 */
export async function loadTrust(path: string, now = new Date()): Promise<Trust> {
  const isFolder = (await stat(path)).isDirectory();
  const files = isFolder ? (await readdir(path)).toSorted().map((file) => join(path, file)) : [path];
  const loaded: Trust[] = [];
  for (const file of files) {
    if (isFolder && !/\.(?:crt|cer|pem|der|xml)$/i.test(file)) continue;
    const bytes = await readFile(file);
    loaded.push(isXml(bytes) ? trustOfList(bytes, file, now) : trustAnchors(certificatesOfFile(bytes)));
  }
  return mergeTrust(loaded);
}

const isXml = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));

function trustOfList(bytes: Uint8Array, file: string, now: Date): Trust {
  try {
    const list = readTrustedList(bytes);
    if (isExpired(list, now))
      return { anchors: [], services: [], warnings: [`${file}: the trusted list is past its next update`] };
    return { anchors: [], services: list.services, warnings: [] };
  } catch (error) {
    return { anchors: [], services: [], warnings: [`${file}: ${(error as Error).message}`] };
  }
}
