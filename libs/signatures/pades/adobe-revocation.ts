import { childrenOf, contextTag, rawOf, sequenceOf } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { singleValue, type SignerInfo } from '../cms/signed-data.ts';

/** adbe-revocationInfoArchival (ISO 32000-2 §12.8.3.3.2): the older place of revocation data. */
export function adobeRevocation({ signed, unsigned }: SignerInfo): { crls: Uint8Array[]; ocsps: Uint8Array[] } {
  const found: { crls: Uint8Array[]; ocsps: Uint8Array[] } = { crls: [], ocsps: [] };
  const archival = singleValue(signed, OID.adobeRevocation) ?? singleValue(unsigned, OID.adobeRevocation);
  if (!archival) return found;
  for (const part of sequenceOf(archival)) {
    const members = childrenOf(part).flatMap((list) => sequenceOf(list).map(rawOf));
    if (part.tag === contextTag(0)) found.crls.push(...members);
    if (part.tag === contextTag(1)) found.ocsps.push(...members);
  }
  return found;
}
