export type Severity = 'fatal' | 'warning';

export interface Message {
  lv: string;
  en: string;
}

/** One firing of one rule at one place of the document. */
export interface Finding {
  /** The identifier of the standard (BR-CO-10, UBL-CR-001, PEPPOL-EN16931-R003) or of our data-type check (DT-…). */
  rule: string;
  severity: Severity;
  message: Message;
  /** XPath-like place: /ubl:Invoice/cac:InvoiceLine[2] */
  location: string;
}
