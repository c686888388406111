export { openPem, openPkcs12, localKey, KeyFileError, type LocalKey } from './local-key.ts';
export { usualAlgorithm, WrongSignatureValue, type SigningAlgorithm } from './crypto/sign.ts';
export { preparePades, type PadesOptions } from './pades/prepare.ts';
export { completePades, type CompletionOptions } from './pades/complete.ts';
export type { PadesState, PreparedSignature } from './pades/state.ts';
export { addDocumentTimestamp, extendPades, type PadesExtension } from './pades/extend.ts';
export { pageCount } from './pdf/page-count.ts';
export type { VisibleSignature } from './pades/appearance.ts';
export { prepareAsice, type AsiceOptions, type AsiceState, type DataFile } from './xades/prepare.ts';
export { completeAsice, completeAsiceInPieces, type AsiceCompletion } from './xades/complete.ts';
export { extendAsice, type ExtensionLevel, type ExtensionOptions } from './xades/extend.ts';
export { EvidenceError } from './evidence/gather.ts';
export { keepingFetcher, type EvidenceKeep } from './evidence/keep.ts';
export { readTimestamp, type ReadTimestamp } from './timestamps/read-timestamp.ts';
export { stampedUntil } from './timestamps/stamped-until.ts';
export { requestTimestamp, TimestampError, type TimestampService } from './timestamps/request.ts';
export {
  cachingFetcher,
  fetchConfigured,
  fetcherAllowing,
  fetchPublic,
  hostOf,
  FetchError,
  isInsideAddress,
  type Fetcher,
} from './network.ts';
export { validate, type ValidateOptions } from './validate.ts';
export { dataDigests } from './container/data-digests.ts';
export { fileSource, type FindData, type Source } from './container/source.ts';
export { openCms } from './cades/open.ts';
export { loadTrust, loadTrust as loadAnchors } from './trust/load-trust.ts';
export { mergeTrust, trustAnchors, type Trust } from './trust/trust.ts';
export {
  EU_LOTL,
  loadTrustedLists,
  trustOfLists,
  type ListOptions,
  type ListStore,
  type LoadedList,
} from './trust/load-lists.ts';
export { isExpired, readTrustedList, TrustedListError, type TrustedList } from './trust/trusted-list.ts';
export { runSignatureCommand } from './command/command.ts';
export type { CommandIo } from './command/io.ts';
export type * from './report/types.ts';
export { meanings, type FindingCode } from './report/findings.ts';
export { standardPolicy, type AlgorithmPolicy } from './crypto/policy.ts';
export { signerOf, type Signer } from './x509/signer.ts';
export { certificatesOfFile, readCertificate, type Certificate } from './x509/certificate.ts';
export {
  createDemoAuthority,
  openDemoAuthority,
  type AuthorityOptions,
  type DemoAuthority,
  type Issued,
  type PersonWish,
  type SealWish,
  type StoredAuthority,
} from './testing/authority.ts';
