import { sameBytes } from '../asn1/der.ts';
import { digestOf, verifySignature } from '../crypto/verify.ts';
import type { Certificate } from '../x509/certificate.ts';
import { xmlDigest, xmlSignature } from '../xades/algorithms.ts';
import { idsOf } from '../xades/examine.ts';
import { keyInfoCertificates } from '../xades/properties.ts';
import { ENVELOPED, prefixesOf } from '../xades/transforms.ts';
import {
  all,
  at,
  binaryOf,
  canonicalize,
  commentless,
  documentOf,
  isC14n,
  parseXml,
  type Element,
} from '../xml/tree.ts';

/**
 * Verifies the enveloped signature of a list (TS 119 612 annex B): it must cover the whole document but itself. Returns
 * the signer's certificate; whether that one may sign is the caller's question. Undefined when anything is wrong.
 */
export function listSigner(bytes: Uint8Array, accepted: Certificate[] | undefined): Certificate | undefined {
  const { root, dispose } = parseXml(bytes);
  try {
    const [signature, another] = all(root, 'ds:Signature');
    if (!signature || another) return undefined;
    const info = at(signature, 'ds:SignedInfo');
    const method = at(info, 'ds:CanonicalizationMethod');
    const c14n = method?.attributes.get('Algorithm');
    const algorithm = xmlSignature(at(info, 'ds:SignatureMethod'));
    if (!info || !algorithm || !isC14n(c14n)) return undefined;
    const data = canonicalize(info, c14n!, prefixesOf(method));
    const value = binaryOf(at(signature, 'ds:SignatureValue'));
    const candidates = [...keyInfoCertificates(signature), ...(accepted ?? [])];
    const signer = candidates.find(({ key }) =>
      verifySignature({ key, algorithm, data, signature: value, ecdsa: 'raw' }),
    );
    if (!signer || (accepted && !accepted.some(({ id }) => id === signer.id))) return undefined;
    const ids = idsOf(root);
    let coversAll = false;
    for (const reference of all(info, 'ds:Reference')) {
      const uri = reference.attributes.get('URI');
      const target = uri === '' ? root : ids.get(uri?.slice(1) ?? '')?.[0];
      const digest = xmlDigest(at(reference, 'ds:DigestMethod')?.attributes.get('Algorithm'));
      if (!target || !digest || (uri !== '' && ids.get(uri!.slice(1))!.length !== 1)) return undefined;
      const canonical = target === root ? withoutSignature(bytes, reference) : canonicalReference(target, reference);
      if (!canonical || !sameBytes(digestOf(digest, canonical), binaryOf(at(reference, 'ds:DigestValue'))))
        return undefined;
      coversAll ||= target === root;
    }
    return coversAll ? signer : undefined;
  } catch {
    return undefined;
  } finally {
    dispose();
  }
}

const transformsOf = (reference: Element): Element[] => all(at(reference, 'ds:Transforms'), 'ds:Transform');

function canonicalReference(target: Element, reference: Element): Buffer | undefined {
  const [transform, another] = transformsOf(reference);
  const algorithm = transform?.attributes.get('Algorithm');
  if (another || !transform || !isC14n(algorithm)) return undefined;
  return canonicalize(target, algorithm!, prefixesOf(transform));
}

/** The document without its signature, in canonical form: enveloped-signature, then canonicalisation, nothing else. */
function withoutSignature(bytes: Uint8Array, reference: Element): Buffer | undefined {
  const [enveloped, transform, another] = transformsOf(reference);
  const algorithm = transform?.attributes.get('Algorithm');
  if (another || enveloped?.attributes.get('Algorithm') !== ENVELOPED || !transform || !isC14n(algorithm))
    return undefined;
  const { root, dispose } = parseXml(bytes);
  try {
    at(root, 'ds:Signature')!.node.remove();
    return canonicalize(documentOf(root), commentless(algorithm!), prefixesOf(transform));
  } finally {
    dispose();
  }
}
