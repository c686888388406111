import { isSignatureFile } from '../container/asic.ts';
import { memorySource } from '../container/source.ts';
import { readContent } from '../container/zip-content.ts';
import { readZip } from '../container/zip-read.ts';
import { signaturesOf } from '../pades/find.ts';
import { openPdf } from '../pdf/file.ts';
import { readCertificates } from '../x509/certificate.ts';
import { binaryOf, deep, parseXml } from '../xml/tree.ts';
import { readToken } from './token.ts';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/**
 * Until when the archive time stamps of a PDF or an ASiC-E container hold by themselves: the end of the newest certificate of a time-stamp
 * service in them. Before that day they must be stamped anew (EN 319 142-1 §5.5, EN 319 132-1 §5.5.2). Null when there are none.
 */
export async function stampedUntil(document: Uint8Array): Promise<Date | null> {
  const isZip = document[0] === 0x50 && document[1] === 0x4b;
  const tokens = isZip ? await tokensInContainer(document) : tokensInPdf(document);
  const ends = tokens
    .flatMap((token) => readCertificates(readToken(token, { padded: true }).signedData.certificates))
    .filter(({ extendedKeyUsage }) => extendedKeyUsage?.includes(TIME_STAMPING))
    .map(({ notAfter }) => notAfter.getTime());
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

const tokensInPdf = (pdf: Uint8Array): Uint8Array[] =>
  signaturesOf(openPdf(pdf)).flatMap(({ isTimestamp, contents }) => (isTimestamp && contents ? [contents.bytes] : []));

async function tokensInContainer(container: Uint8Array): Promise<Uint8Array[]> {
  const source = memorySource(container);
  const found: Uint8Array[] = [];
  for (const entry of (await readZip(source)).entries) {
    if (!isSignatureFile(entry.name)) continue;
    const { root, dispose } = parseXml(await readContent(source, entry));
    found.push(
      ...deep(root, 'xades141:ArchiveTimeStamp').flatMap((stamp) =>
        deep(stamp, 'xades:EncapsulatedTimeStamp').map(binaryOf),
      ),
    );
    dispose();
  }
  return found;
}
