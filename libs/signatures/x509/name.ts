import { childrenOf, rawOf, readOid, readText, sameBytes, sequenceOf, setOf, type Asn1 } from '../asn1/der.ts';
import { oid, printable, sequence, setOf as writeSetOf, utf8 } from '../asn1/write.ts';

/** A distinguished name (RFC 5280 §4.1.2.4): its bytes and its attributes in order of encoding. */
export interface Name {
  raw: Uint8Array;
  parts: { type: string; value: string }[];
}

const labels: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '0.9.2342.19200300.100.1.25': 'DC',
};
const types = Object.fromEntries(Object.entries(labels).map(([type, label]) => [label, type]));

export function readName(element: Asn1 | undefined): Name {
  const parts = sequenceOf(element).flatMap((rdn) =>
    setOf(rdn).map((attribute) => {
      const [type, value] = childrenOf(attribute);
      const dotted = readOid(type);
      return { type: labels[dotted] ?? dotted, value: value ? readText(value) : '' };
    }),
  );
  return { raw: rawOf(element!), parts };
}

export const attributeOf = (name: Name, label: string): string | undefined =>
  name.parts.find(({ type }) => type === label)?.value;

const escaped = (value: string): string =>
  value.replaceAll(/[,+"\\<>;=]/g, (c) => `\\${c}`).replaceAll(/^[ #]|[ ]$/g, (c) => `\\${c}`);

/** As RFC 4514 writes it: the last part first. */
export const nameText = (name: Name): string =>
  name.parts
    .toReversed()
    .map(({ type, value }) => `${type}=${escaped(value)}`)
    .join(',');

const folded = (name: Name): string =>
  JSON.stringify(name.parts.map(({ type, value }) => [type, value.trim().replaceAll(/\s+/g, ' ').toLowerCase()]));

/** Equal as RFC 5280 §7.1 compares names: string types, case and inner spaces do not matter. */
export const sameName = (a: Name, b: Name): boolean => sameBytes(a.raw, b.raw) || folded(a) === folded(b);

/** Country and serial number are PrintableString as their definitions ask, everything else UTF8String. */
export function writeName(parts: Record<string, string>): Buffer {
  const rdns = Object.entries(parts).map(([label, value]) => {
    const text = label === 'C' || label === 'serialNumber' ? printable(value) : utf8(value);
    return writeSetOf(sequence(oid(types[label] ?? label), text));
  });
  return sequence(...rdns);
}
