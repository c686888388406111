import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { all, is, type Element } from '../xml/tree.ts';
import { isProperties, type ResolvedReference } from './references.ts';

/** A signature that is no XAdES and does not pretend to be: nothing in it, and no reference, speaks of properties. */
export const isPlainSignature = (signature: Element, references: ResolvedReference[]): boolean =>
  !references.some(({ isProperties: isOne }) => isOne) &&
  ![...ownParts(signature)].some((one) => is(one, 'xades:QualifyingProperties') || isProperties(one));

/** QualifyingProperties once, aimed at this signature; SignedProperties once, and signed as that very element. */
export function signedPropertiesOf(
  { findings }: Examined,
  signature: Element,
  references: ResolvedReference[],
): Element | undefined {
  const qualifying = all(signature, 'ds:Object').flatMap((object) => all(object, 'xades:QualifyingProperties'));
  const everywhere = [...ownParts(signature)].filter(
    (one) => is(one, 'xades:QualifyingProperties') || isProperties(one),
  );
  const [own, another] = qualifying;
  const [properties, second] = all(own, 'xades:SignedProperties');
  if (!own || another || !properties || second || everywhere.length !== 2) {
    findings.push(finding('xades-properties'));
    return undefined;
  }
  const id = signature.attributes.get('Id');
  // Some producers write the identifier alone.
  if (id === undefined || own.attributes.get('Target')?.replace(/^#/, '') !== id)
    findings.push(finding('xades-target'));
  const typed = references.filter((reference) => reference.isProperties);
  const isSigned = typed.length === 1 && 'element' in typed[0]!.target && typed[0]!.target.element === properties;
  if (!isSigned) findings.push(finding('xades-properties-unsigned'));
  return properties;
}

/** Everything of this signature; countersignatures inside it are signatures of their own. */
function* ownParts(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (!is(child, 'xades:CounterSignature')) yield* ownParts(child);
}
