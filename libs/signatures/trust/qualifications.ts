import type { KeyUse } from '../x509/extensions.ts';
import type { Certificate } from '../x509/certificate.ts';
import { textOf, type Element } from '../xml/tree.ts';
import type { QualifierRule } from './trust.ts';

const named = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Sie:Q rules of a service (TS 119 612 §5.5.9.2). A criterion that is not understood matches nothing. */
export function readQualifications(extensions: Element[]): QualifierRule[] {
  return extensions
    .flatMap((extension) => named(extension, 'Qualifications'))
    .flatMap((list) => named(list, 'QualificationElement'))
    .map((element) => ({
      qualifiers: named(named(element, 'Qualifiers')[0], 'Qualifier').map((one) =>
        (one.attributes.get('uri') ?? '').split('/').at(-1)!,
      ),
      matches: criteria(named(element, 'CriteriaList')[0]),
    }));
}

function criteria(list: Element | undefined): (certificate: Certificate) => boolean {
  if (!list) return () => false;
  const tests = list.children.filter(({ name }) => name !== 'Description').map(criterion);
  const assert = list.attributes.get('assert');
  return (certificate) => {
    const results = tests.map((test) => test(certificate));
    if (assert === 'all') return results.every(Boolean);
    if (assert === 'none') return results.length > 0 && !results.some(Boolean);
    return results.some(Boolean);
  };
}

function criterion(element: Element): (certificate: Certificate) => boolean {
  if (element.name === 'CriteriaList') return criteria(element);
  if (element.name === 'KeyUsage') {
    const bits = named(element, 'KeyUsageBit').map(
      (bit) => [bit.attributes.get('name') as KeyUse, textOf(bit).trim() === 'true'] as const,
    );
    return ({ keyUsage }) => bits.every(([use, wanted]) => (keyUsage?.has(use) ?? false) === wanted);
  }
  if (element.name === 'PolicySet') {
    const wanted = named(element, 'PolicyIdentifier').map((one) =>
      textOf(named(one, 'Identifier')[0])
        .trim()
        .replace(/^urn:oid:/i, ''),
    );
    return ({ policies }) => wanted.every((policy) => policies.includes(policy));
  }
  return () => false;
}
