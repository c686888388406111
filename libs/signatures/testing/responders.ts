import { randomBytes, type KeyObject } from 'node:crypto';
import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { writeSignatureAlgorithm } from '../crypto/algorithms.ts';
import { attribute, writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { signWithKey, usualAlgorithm } from '../crypto/sign.ts';
import { digestOf } from '../crypto/verify.ts';
import { readCertificate } from '../x509/certificate.ts';
import { keyIdOf, signStructure } from './issue.ts';

export interface Holder {
  key: KeyObject;
  certificate: Uint8Array;
}

/** Answers a TimeStampReq (RFC 3161) as of `now`. */
export function answerTimestamp(request: Uint8Array, tsa: Holder, now: Date): Buffer {
  const [, imprint, ...optional] = der.sequenceOf(der.readWhole(request));
  const nonce = optional.find(({ tag }) => tag === 0x02);
  const info = w.sequence(
    w.integer(1),
    w.oid('0.4.0.2023.1.1'),
    Buffer.from(der.rawOf(imprint!)),
    w.unsigned(randomBytes(8)),
    w.generalizedTime(now),
    w.sequence(w.integer(1)),
    ...(nonce ? [Buffer.from(der.rawOf(nonce))] : []),
  );
  const algorithm = usualAlgorithm(tsa.key);
  const signedAttributes = writeSignedAttributes(tsa.certificate, digestOf(algorithm.digest, info), {
    contentType: OID.tstInfo,
    more: [attribute(OID.signingTime, w.time(now))],
  });
  const signature = signWithKey(tsa.key, algorithm, signedAttributes);
  const parts = { signedAttributes, signature, certificate: tsa.certificate, chain: [], algorithm };
  const token = writeSignedData({ ...parts, contentType: OID.tstInfo, content: info });
  return w.sequence(w.sequence(w.integer(0)), token);
}

export type CertificateState = { revokedAt?: Date } | 'unknown';

/** Answers an OCSPRequest (RFC 6960) as of `now`; `stateOf` tells what the authority knows of a serial number. */
export function answerOcsp(
  request: Uint8Array,
  responder: Holder,
  now: Date,
  stateOf: (serialNumber: bigint) => CertificateState,
): Buffer {
  const tbs = der.sequenceOf(der.sequenceOf(der.readWhole(request))[0]);
  const asked = tbs.find(({ tag }) => tag === 0x30);
  const extensions = tbs.find(({ tag }) => tag === der.contextTag(2));
  const answers = der.sequenceOf(asked).map((one) => {
    const id = der.sequenceOf(one)[0]!;
    const state = stateOf(der.readInteger(der.sequenceOf(id)[3]));
    return w.sequence(
      Buffer.from(der.rawOf(id)),
      writeState(state),
      w.generalizedTime(now),
      w.explicit(0, w.generalizedTime(new Date(now.getTime() + 86_400_000))),
    );
  });
  const data = w.sequence(
    w.explicit(2, w.octets(keyIdOf(readCertificate(responder.certificate).key))),
    w.generalizedTime(now),
    w.sequence(...answers),
    ...(extensions ? [w.explicit(1, Buffer.from(der.bodyOf(extensions)))] : []),
  );
  const basic = signStructure(data, responder.key, w.explicit(0, w.sequence(responder.certificate)));
  return w.sequence(w.tlv(0x0a, Buffer.from([0])), w.explicit(0, w.sequence(w.oid(OID.ocspBasic), w.octets(basic))));
}

function writeState(state: CertificateState): Buffer {
  if (state === 'unknown') return w.implicit(2, Buffer.alloc(0));
  if (!state.revokedAt) return w.implicit(0, Buffer.alloc(0));
  return w.explicit(1, w.generalizedTime(state.revokedAt));
}

/** A complete CRL (RFC 5280 §5) of `issuer`. */
export function writeCrl(issuer: Holder, now: Date, revoked: Map<bigint, Date>, days = 30): Buffer {
  const { subject } = readCertificate(issuer.certificate);
  const { scheme, digest } = usualAlgorithm(issuer.key);
  const entries = [...revoked].map(([serial, at]) => w.sequence(w.integer(serial), w.time(at)));
  const keyId = w.sequence(w.oid(OID.authorityKeyIdentifier), w.octets(w.sequence(w.implicit(0, keyIdOf(issuer.key)))));
  const number = w.sequence(w.oid('2.5.29.20'), w.octets(w.integer(BigInt(Math.floor(now.getTime() / 1000)))));
  const tbs = w.sequence(
    w.integer(1),
    writeSignatureAlgorithm(scheme, digest),
    Buffer.from(subject.raw),
    w.time(now),
    w.time(new Date(now.getTime() + days * 86_400_000)),
    ...(entries.length > 0 ? [w.sequence(...entries)] : []),
    w.explicit(0, w.sequence(keyId, number)),
  );
  return signStructure(tbs, issuer.key);
}
