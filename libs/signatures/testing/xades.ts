import { ASIC_E } from '../container/asic.ts';
import { writeManifest } from '../container/manifest.ts';
import { writeZip, type NewMember } from '../container/zip-write.ts';
import { ecdsaToRaw, digestOf } from '../crypto/verify.ts';
import type { DataFile } from '../xades/prepare.ts';
import { writeSignature, type SignatureParts } from '../xades/write.ts';
import { canonicalize, deep, parseXml, type Element } from '../xml/tree.ts';
import type { Issued } from './authority.ts';

/** A signature as some other producer would write it: `rewrite` changes our XML before it is digested and signed. */
export async function signedAsOthers(
  files: DataFile<Uint8Array>[],
  key: Issued,
  rewrite: (xml: string) => string = (xml) => xml,
): Promise<string> {
  const parts: SignatureParts = {
    id: 'S0',
    files: files.map(({ name, mediaType, content }) => ({
      name,
      mediaType,
      digest: digestOf(key.algorithm.digest, content),
    })),
    certificate: key.certificate,
    chain: key.chain,
    algorithm: key.algorithm,
    signingTime: new Date(),
  };
  const properties = canonical(rewrite(writeSignature(parts)), (root) => [
    deep(root, 'xades:SignedProperties')[0]!,
    deep(root, 'ds:Transform').at(-1)!,
  ]);
  const digest = digestOf(key.algorithm.digest, properties);
  const toBeSigned = canonical(rewrite(writeSignature(parts, digest)), (root) => [
    deep(root, 'ds:SignedInfo')[0]!,
    deep(root, 'ds:CanonicalizationMethod')[0]!,
  ]);
  const value = await key.sign({ toBeSigned });
  const raw =
    key.algorithm.scheme === 'ECDSA' ? ecdsaToRaw(value, key.algorithm.digest === 'SHA-384' ? 48 : 32) : value;
  return rewrite(writeSignature(parts, digest, raw));
}

function canonical(xml: string, pick: (root: Element) => [what: Element, method: Element]): Buffer {
  const { root, dispose } = parseXml(Buffer.from(xml));
  try {
    const [what, method] = pick(root);
    return canonicalize(what, method.attributes.get('Algorithm')!);
  } finally {
    dispose();
  }
}

/** A container of these files with signature files as given. */
export const containerOf = (
  files: DataFile<Uint8Array>[],
  signatures: Record<string, string>,
  more: NewMember[] = [],
): Buffer =>
  writeZip([
    { name: 'mimetype', content: Buffer.from(ASIC_E), stored: true },
    ...files,
    { name: 'META-INF/manifest.xml', content: writeManifest(files, ASIC_E) },
    ...Object.entries(signatures).map(([name, xml]) => ({ name, content: Buffer.from(xml) })),
    ...more,
  ]);

/** The signature with an OCSP response among its unsigned properties, as it came. */
export const withOcsp = (xml: string, response: Uint8Array): string => {
  const value = `<xades:EncapsulatedOCSPValue>${Buffer.from(response).toString('base64')}</xades:EncapsulatedOCSPValue>`;
  const values = `<xades:RevocationValues><xades:OCSPValues>${value}</xades:OCSPValues></xades:RevocationValues>`;
  const unsigned = `<xades:UnsignedProperties><xades:UnsignedSignatureProperties>${values}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>`;
  return xml.replace('</xades:QualifyingProperties>', `${unsigned}</xades:QualifyingProperties>`);
};
