import { NS, XmlError } from '../xml/tree.ts';

const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Puts XML at the end of the unsigned properties of the n-th signature of a document without touching another byte, so
 * that whatever canonical form its signatures took stays what it was.
 */
export function insertUnsigned(xml: string, index: number, addition: string): string {
  const stack: string[] = [];
  let signature = -1;
  let depth = 0;
  let qualifying: number | undefined;
  for (const match of xml.matchAll(tokens)) {
    const [whole, closing, qualified, rest] = match;
    if (qualified === undefined) continue;
    const name = qualified.slice(qualified.indexOf(':') + 1);
    const isEmpty = rest!.endsWith('/');
    if (!closing) {
      if (name === 'Signature' && depth === 0 && ++signature === index) depth = stack.length + 1;
      if (depth > 0 && isEmpty && (name === 'UnsignedSignatureProperties' || name === 'UnsignedProperties')) {
        throw new XmlError('broken', 'empty unsigned properties');
      }
      if (!isEmpty) stack.push(name);
      continue;
    }
    if (stack.pop() !== name) throw new XmlError('broken', 'not well-formed');
    if (depth === 0) continue;
    const place = match.index;
    if (
      name === 'UnsignedSignatureProperties' &&
      stack.at(-1) === 'UnsignedProperties' &&
      stack.at(-2) === 'QualifyingProperties'
    ) {
      return xml.slice(0, place) + addition + xml.slice(place);
    }
    if (name === 'QualifyingProperties') qualifying = place;
    if (stack.length + 1 === depth && name === 'Signature') {
      if (qualifying === undefined) break;
      const wrapped = `<xades:UnsignedProperties xmlns:xades="${NS.xades}"><xades:UnsignedSignatureProperties>${addition}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>`;
      return xml.slice(0, qualifying) + wrapped + xml.slice(qualifying);
    }
    void whole;
  }
  throw new XmlError('broken', 'no such signature');
}
