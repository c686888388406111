import type { FindingCode } from '../report/findings.ts';

/** A member of a ZIP as its directory describes it. */
export interface ZipEntry {
  name: string;
  method: 0 | 8;
  crc: number;
  size: number;
  compressedSize: number;
  headerOffset: number;
  dataOffset: number;
  /** The compressed bytes and what belongs to them end here. */
  end: number;
  isFolder: boolean;
  comment: string;
  /** Its directory record as it stands. */
  record: Buffer;
}

export class ZipError extends Error {
  readonly code: FindingCode;
  constructor(code: FindingCode, detail?: string) {
    super(detail ?? code);
    this.code = code;
  }
}
