/** A small XML writer: what it writes is well-formed whatever the texts hold. */
export type Written = string;

/* oxlint-disable no-control-regex -- these are what XML 1.0 forbids */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/* oxlint-enable no-control-regex */

export const escapeText = (text: string): string =>
  text
    .replace(forbidden, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');

const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

type Attributes = Record<string, string | undefined>;

/** One leaf, or nothing when there is no value. */
export function leaf(name: string, value: string | undefined, attributes: Attributes = {}): Written {
  if (value === undefined) return '';
  return `<${name}${written(attributes)}>${escapeText(value)}</${name}>`;
}

/** A group of elements, or nothing when all are empty. */
export function branch(name: string, ...children: (Written | Written[])[]): Written {
  const inside = children.flat().join('');
  return inside === '' ? '' : `<${name}>${inside}</${name}>`;
}

function written(attributes: Attributes): string {
  let all = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) all += ` ${name}="${escapeAttribute(value)}"`;
  }
  return all;
}
