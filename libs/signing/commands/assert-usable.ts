import type { Tx } from '#kernel';
import { assertIdentifier, identifierHash } from '#organisation';
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

/**
 * The hash of the personal identifier in the certificate of a person's own signature, which must be the acting person's where one is bound
 * already: two people may share a name. Null for seals and demonstrations, and where the certificate tells none.
 * @throws Problem identifier-of-another (422)
 */
export async function ownIdentifier(tx: Tx, provider: SignatureProvider, der: Uint8Array): Promise<Buffer | null> {
  if (provider.makes === 'seal' || provider.isTest) return null;
  const hash = await identifierHash(tx, signerOf(readUsable(der)).serialNumber);
  await assertIdentifier(tx, tx.actor.personId, hash);
  return hash;
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
