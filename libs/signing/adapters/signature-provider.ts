import type { Text } from '#kernel';
import type { SigningAlgorithm } from '#signatures';

export interface SigningPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** A key of the house belongs to nobody in particular; whose name it is asked with does not matter. */
export const ANYBODY: SigningPerson = { id: '', givenName: '', familyName: '' };

/** With which certificate is signed, and with which algorithm when not the usual one of its key. */
export interface SignerCertificate {
  readonly certificate: Uint8Array;
  /** From the issuer upwards. */
  readonly chain: Uint8Array[];
  readonly algorithm?: SigningAlgorithm;
}

/** What gets a signature: the bytes (CAdES attributes, XAdES SignedInfo) and their digest. */
export interface ToSign {
  readonly toBeSigned: Uint8Array;
  readonly digest: Uint8Array;
  readonly algorithm: SigningAlgorithm;
}

interface Means extends Text {
  readonly name: string;
  /** Its signatures have no legal force. */
  readonly isTest: boolean;
  /** A seal is the organisation's and may be used by those who hold the right to sign; a signature is the person's own. */
  readonly makes: 'signature' | 'seal';
}

/** The key is in this house: the person's confirmation is all that is needed. */
export interface HouseKey extends Means {
  readonly holds: 'house';
  certificateOf(person: SigningPerson): Promise<SignerCertificate>;
  /** The values, one for each, ECDSA as DER or r‖s. Asking again for the same is harmless. */
  sign(person: SigningPerson, all: readonly ToSign[]): Promise<Uint8Array[]>;
}

/** The key is in the person's own device: the certificate comes when signing begins, the values when it is completed. */
export interface OwnDevice extends Means {
  readonly holds: 'device';
}

/** A way to the pages of a trust service and back (OAuth 2.0 authorization code, RFC 6749 §4.1, with PKCE). */
export interface Departure {
  readonly url: string;
  readonly codeVerifier: string;
}

/** What the person returns with, or types into our dialog. */
export interface Consent {
  readonly code?: string;
  readonly codeVerifier?: string;
  /** Answers to the questions of the credential: PIN, one-time code. */
  readonly answers?: readonly { id: string; value: string }[];
}

/** A credential at a trust service; plain JSON, it waits in the session. It holds nothing that can sign. */
export interface RemoteCredential {
  readonly id: string;
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly algorithm: SigningAlgorithm;
  /** Object identifier of the algorithm as the service knows it. */
  readonly signAlgo: string;
  /** How the person consents: on the service's pages, by answers to its questions, or not at all (seals). */
  readonly consent: 'pages' | 'answers' | 'none';
  readonly questions: readonly { id: string; label: string; isSecret: boolean }[];
  /** How many signatures one consent may cover. */
  readonly most: number;
  /** Token for reading credentials, when only the person could give it. */
  readonly serviceToken?: string;
}

/** Values that a trust service makes in its own time: by which name it keeps them for us, and until when. */
export interface AwaitedValues {
  readonly responseId: string;
  readonly until: string;
}

/** The key is at a trust service. Its methods ask the network: never call them inside a transaction. */
export interface TrustService extends Means {
  readonly holds: 'service';
  /** The credential, or the way to the pages on which the person says who they are. */
  identify(state: string): Promise<{ credential: RemoteCredential } | { departure: Departure }>;
  /** The credential of the person who came back. */
  identified(consent: Consent): Promise<RemoteCredential>;
  /** The way to the pages on which the person consents to exactly these digests. */
  departToConsent(credential: RemoteCredential, all: readonly ToSign[], state: string): Promise<Departure>;
  /** The values of exactly these digests, or where they will be. A consent is used up by it. */
  sign(credential: RemoteCredential, all: readonly ToSign[], consent: Consent): Promise<Uint8Array[] | AwaitedValues>;
  /** Awaited values: asked for once, or patiently for as long as any answer is waited for. Null: not yet. */
  collect(
    credential: RemoteCredential,
    awaited: AwaitedValues,
    wish: { count: number; isPatient: boolean },
  ): Promise<Uint8Array[] | null>;
}

/** A means of signing: all go the same two steps, the certificate before, the signature value after; the paper never leaves the house. */
export type SignatureProvider = HouseKey | OwnDevice | TrustService;
