import type { SigningAlgorithm } from '../crypto/sign.ts';

/** What a signature that waits for its value needs; plain JSON, so it survives a restart. Bytes are base64. */
export interface PadesState {
  kind: 'pades';
  version: 1;
  certificate: string;
  chain: string[];
  algorithm: SigningAlgorithm;
  signedAttributes: string;
  /** The document before signing; absent when it was prepared with `keepDocument: false` and must be given again. */
  document?: string;
  documentLength: number;
  documentSha256: string;
  increment: string;
  /** Where the hexadecimal signature goes, `<` and `>` included, counted from the beginning of the file. */
  hole: [number, number];
}

/** What the signer's device gets to see. */
export interface PreparedSignature<State> {
  /** CAdES/PAdES: the DER signed attributes; XAdES: the canonical SignedInfo. */
  toBeSigned: Uint8Array;
  /** Digest of `toBeSigned`, for devices that sign hashes. */
  digest: Uint8Array;
  digestAlgorithm: SigningAlgorithm['digest'];
  signatureAlgorithm: SigningAlgorithm['scheme'];
  algorithm: SigningAlgorithm;
  state: State;
}

export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
export const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');
