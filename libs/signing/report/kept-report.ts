import type { FindingCode } from '#signatures';
import type { SignatureReportView, SignatureView } from '../validation-contract.ts';

/** A signature as the report keeps it; what is not signed is read out of its findings. */
type KeptSignature = Omit<SignatureView, 'unsignedFiles' | 'isAddedTo'>;

/** A report as `signature_report` keeps it. */
export type KeptReport = Pick<SignatureReportView, 'format' | 'container' | 'verdict'> & {
  readonly signatures: KeptSignature[];
};

/** A file beside the one reported on: in the same sending, or on the same card. */
export interface FileBeside {
  readonly name: string;
  readonly isSigned: boolean;
  readonly isReadable: boolean;
}

/** What the clerk's check compares a report with. */
export interface Surroundings {
  /** Who sent it, as registered or as the channel says; empty when unknown. */
  readonly sender: string;
  readonly receivedAt: Date | null;
  readonly beside: readonly FileBeside[];
  /** The file itself could be opened by the inspection. */
  readonly isReadable: boolean;
}

/** Later revisions of a PDF that bring only further signatures and evidence add nothing to what was signed. */
const ADDITIONS: readonly FindingCode[] = [
  'form-filled',
  'metadata-changed',
  'annotation-added',
  'action-added',
  'pages-changed',
  'page-content-changed',
  'form-locked-changed',
  'appearance-changed',
  'changed-after-signing',
  'certification-violated',
  'bytes-after-revision',
  'revision-broken',
  'revisions-not-compared',
];
const NOT_SIGNED: FindingCode = 'file-not-signed';

/** Each signature with what it leaves out: files of its container, later additions to its PDF. */
export const signaturesOf = ({ signatures }: KeptReport): SignatureView[] =>
  signatures.map((signature) => ({
    ...signature,
    unsignedFiles: signature.errors.flatMap(({ code, detail }) => (code === NOT_SIGNED && detail ? [detail] : [])),
    isAddedTo: [...signature.errors, ...signature.warnings].some(({ code }) => ADDITIONS.includes(code as FindingCode)),
  }));
