import { type Case, ciiTable, ublTable } from './cases.ts';
import { ciiCases } from './cii.ts';
import { nationalCiiCases } from './national-cii.ts';
import { nationalCases } from './national.ts';
import { peppolCases } from './peppol.ts';
import { syntaxCases } from './syntax.ts';
import { ublCases } from './ubl.ts';
import { vatCases } from './vat.ts';

/** All changes of the faultless invoices and what each brings: for our own test, and for the comparison with the official rules. */
export const tables: Record<string, Case[]> = {
  UBL: ublTable(ublCases),
  CII: ciiTable(ciiCases),
  'VAT categories': vatCases,
  syntax: syntaxCases,
  'Peppol and countries': [...peppolCases, ...nationalCases, ...nationalCiiCases],
};
