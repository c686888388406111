import type { Element } from '../xml/element.ts';
import { first } from '../xml/find.ts';

/** BT-24 says by which rules an invoice was written. */

const peppolBilling = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';

export const claimsPeppol = (specification: string | null | undefined): boolean =>
  specification?.trim().startsWith(peppolBilling) ?? false;

/** Factur-X 1 and ZUGFeRD 2 end with their profile. */
const facturX = /(?:factur-x\.eu:1p0|zugferd\.de:2p\d+):(minimum|basicwl|basic|en16931|comfort|extended)/i;

const facturXNames: Record<string, string> = {
  minimum: 'Factur-X MINIMUM',
  basicwl: 'Factur-X BASIC WL',
  basic: 'Factur-X BASIC',
  en16931: 'Factur-X EN 16931',
  comfort: 'Factur-X EN 16931',
  extended: 'Factur-X EXTENDED',
};

/** The customary name of a specification identifier; null when it is none we know. */
export function profileOf(specification: string | null | undefined): string | null {
  const text = specification?.trim();
  if (!text) return null;
  if (claimsPeppol(text)) return 'Peppol BIS Billing 3.0';
  const hybrid = facturX.exec(text)?.[1];
  if (hybrid) return facturXNames[hybrid.toLowerCase()]!;
  if (/xrechnung/i.test(text)) return 'XRechnung';
  if (text === 'urn:cen.eu:en16931:2017') return 'EN 16931';
  if (text.startsWith('urn:cen.eu:en16931:2017#compliant#')) return 'EN 16931 CIUS';
  if (text.startsWith('urn:cen.eu:en16931:2017#conformant#')) return 'EN 16931 extension';
  return null;
}

/** These carry no lines: bookkeeping aids, not invoices of EN 16931. */
export const isLineless = (profile: string | null): boolean =>
  profile === 'Factur-X MINIMUM' || profile === 'Factur-X BASIC WL';

const paths = {
  UBL: 'cbc:CustomizationID',
  CII: 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
};

/** BT-24 of a parsed document. */
export const specificationOf = (root: Element, syntax: 'UBL' | 'CII'): string | null =>
  first(root, paths[syntax])?.value.trim() || null;
