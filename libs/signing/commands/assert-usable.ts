import { readCertificate, signerOf, type Certificate } from '#signatures';
import type { SignatureProvider, SigningPerson } from '../adapters/signature-provider.ts';
import { problems } from '../problems.ts';

/**
 * The certificate may sign now, and a signature's names the acting person: somebody else's card in the reader signs nothing.
 * (Trust and revocation are judged when the signature is validated.)
 * @throws Problem certificate-unusable, certificate-of-another (422)
 */
export function assertUsable(provider: SignatureProvider, der: Uint8Array, person: SigningPerson): void {
  const certificate = readUsable(der);
  const { notBefore, notAfter, keyUsage } = certificate;
  const now = new Date();
  if (now < notBefore || now > notAfter)
    throw problems.certificateUnusable({ detail: `${notBefore.toISOString()} – ${notAfter.toISOString()}` });
  const isForSigning =
    !keyUsage || keyUsage.has('nonRepudiation') || (provider.makes === 'seal' && keyUsage.has('digitalSignature'));
  if (!isForSigning) throw problems.certificateUnusable({ detail: 'keyUsage' });
  const { givenName, surname, name } = signerOf(certificate);
  if (provider.makes === 'signature' && !provider.isTest && !isPerson(person, givenName, surname))
    throw problems.certificateOfAnother({ detail: name });
}

/** @throws Problem certificate-unusable (422) when it is no certificate at all */
export function readUsable(der: Uint8Array): Certificate {
  try {
    return readCertificate(der);
  } catch {
    throw problems.certificateUnusable({ detail: 'DER' });
  }
}

const isPerson = ({ givenName, familyName }: SigningPerson, given = '', surname = '') =>
  plain(givenName) === plain(given) && plain(familyName) === plain(surname);

/** Certificates write names in capitals, the register of people as they are written. */
const plain = (name: string) => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLocaleUpperCase('lv');
