import { childrenOf, contextTag, expect, rawOf, readWhole, sequenceOf } from '../asn1/der.ts';
import type { Certificate } from './certificate.ts';
import { isIssuedBy } from './issued.ts';
import { isSelfSigned } from './certificate.ts';
import { readName } from './name.ts';

export type ChainFault = 'constraints' | 'expired' | 'not-yet-valid';

/** From the end certificate up to and including the anchor. */
export interface Chain {
  certificates: Certificate[];
  /** First constraint of RFC 5280 §6.1 that is broken, if any. */
  fault?: ChainFault;
}

const LONGEST = 10;
const MOST_STEPS = 500;

/**
 * The best path from `certificate` to one of `anchors` as of `at`: one without faults, otherwise the first found.
 * Undefined when no path exists.
 */
export function buildChain(
  certificate: Certificate,
  pool: Certificate[],
  anchors: Certificate[],
  at: Date,
): Chain | undefined {
  const anchorIds = new Set(anchors.map(({ id }) => id));
  const candidates = [...anchors, ...pool.filter(({ id }) => !anchorIds.has(id))];
  let best: Chain | undefined;
  let steps = 0;
  const extend = (path: Certificate[]): boolean => {
    const last = path.at(-1)!;
    if (anchorIds.has(last.id)) {
      const fault = faultOf(path, at);
      best = best && fault ? best : fault ? { certificates: [...path], fault } : { certificates: [...path] };
      return fault === undefined;
    }
    if (path.length >= LONGEST || isSelfSigned(last)) return false;
    for (const candidate of candidates) {
      if (++steps > MOST_STEPS) return true;
      if (path.includes(candidate) || !isIssuedBy(last, candidate)) continue;
      if (extend([...path, candidate])) return true;
    }
    return false;
  };
  extend([certificate]);
  return best;
}

/** RFC 5280 §6.1.3–6.1.4 for each certificate below the anchor; of the anchor only name and key count. */
function faultOf(path: Certificate[], at: Date): ChainFault | undefined {
  for (const [i, certificate] of path.entries()) {
    const isAnchor = i === path.length - 1;
    if (i > 0) {
      if (certificate.ca !== true || (certificate.keyUsage && !certificate.keyUsage.has('keyCertSign')))
        return 'constraints';
      const below = path.slice(1, i).filter((one) => !isSelfSigned(one)).length;
      if (certificate.pathLength !== undefined && below > certificate.pathLength) return 'constraints';
      if (certificate.nameConstraints && !path.slice(0, i).every((one) => isNamePermitted(one, certificate)))
        return 'constraints';
    }
    if (isAnchor && i > 0) continue;
    if (certificate.unknownCritical.length > 0) return 'constraints';
    if (i > 0 && at < certificate.notBefore) return 'not-yet-valid';
    if (i > 0 && at > certificate.notAfter) return 'expired';
  }
  return undefined;
}

/** Directory name constraints (RFC 5280 §4.2.1.10); any other kind does not apply to the subjects of signers. */
function isNamePermitted({ subject }: Certificate, { nameConstraints }: Certificate): boolean {
  const trees = (tag: number): string[][] =>
    sequenceOf(readWhole(nameConstraints!))
      .filter((part) => part.tag === tag)
      .flatMap((part) => childrenOf(part))
      .flatMap((subtree) => {
        const [base] = sequenceOf(subtree);
        if (base?.tag !== contextTag(4)) return [];
        const inner = childrenOf(base)[0];
        return [rdnsOf(rawOf(expect(inner, 0x30)))];
      });
  const own = rdnsOf(subject.raw);
  const within = (tree: string[]): boolean => tree.every((rdn, i) => own[i] === rdn);
  const permitted = trees(contextTag(0));
  return !trees(contextTag(1)).some(within) && (permitted.length === 0 || permitted.some(within));
}

const rdnsOf = (raw: Uint8Array): string[] =>
  readName(readWhole(raw)).parts.map(({ type, value }) => `${type}=${value.trim().toLowerCase()}`);
