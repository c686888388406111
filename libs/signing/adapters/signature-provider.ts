import type { TimestampService } from '#signatures';

export interface SigningPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** With which certificate a person signs. */
export interface SignerCertificate {
  readonly certificate: Uint8Array;
  readonly chain: Uint8Array[];
}

/**
 * A way of signing: a remote service, a card in the browser, an e-seal, the demonstration. All go the same two steps: the certificate
 * before, the signature value after; the paper never leaves the house.
 */
export interface SignatureProvider {
  readonly name: string;
  /** Its signatures have no legal force. */
  readonly isTest: boolean;
  /** Time stamps for level T. */
  readonly timestamp?: TimestampService;
  certificateOf(person: SigningPerson): Promise<SignerCertificate>;
  /** The signature over `toBeSigned`; absent when the value can only come from the signer's own device. */
  sign?(person: SigningPerson, toBeSigned: Uint8Array): Promise<Uint8Array>;
}
