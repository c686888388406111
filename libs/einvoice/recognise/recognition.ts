import type { Reason } from '../refusal.ts';
import type { Finding } from '../rules/finding.ts';
import type { Syntax } from '../model/parse-invoice.ts';

/**
 * How far a machine can read an invoice (the e-index counts these):
 * A UBL or CII without fatal findings; B the same with fatal findings; C hybrid PDF whose XML is an EN 16931 invoice;
 * D other invoice-like XML (MINIMUM, ZUGFeRD 1, FatturaPA …); E PDF with text; F scan, image or anything else.
 */
export type ReadabilityClass = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** From what the invoice was taken. */
export type Source = 'xml' | 'sbdh' | 'hybrid-pdf' | 'pdf' | 'image' | 'container' | 'e-mail' | 'other';

export interface Recognition {
  /** The file, or for a part of a container or message its name in there. */
  fileName: string | null;
  syntax: Syntax | null;
  /** Invoice, CreditNote, CrossIndustryInvoice; for other XML the name of its root. */
  document: string | null;
  /** BT-24 */
  specification: string | null;
  /** The customary name of the specification. */
  profile: string | null;
  class: ReadabilityClass;
  /** Whether software can take the invoice's data from it: classes A to C, and D where it is an invoice. */
  machineReadable: boolean;
  source: Source;
  /** The invoice itself, taken out of whatever it came in. */
  xml?: Uint8Array;
  /** What the rules say of it; empty when it is no UBL or CII invoice. */
  findings: Finding[];
  /** No fatal finding of EN 16931. */
  en16931: boolean;
  /** No fatal finding of Peppol; null when the invoice does not claim it. */
  peppol: boolean | null;
  reason: Reason;
}

export const unread = (fileName: string | null): Omit<Recognition, 'class' | 'source' | 'reason'> => ({
  fileName,
  syntax: null,
  document: null,
  specification: null,
  profile: null,
  machineReadable: false,
  findings: [],
  en16931: false,
  peppol: null,
});
