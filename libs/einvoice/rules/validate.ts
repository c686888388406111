import { advise } from '../advice/advise.ts';
import type { Invoice } from '../model/invoice.ts';
import { invoiceOf, syntaxOf, treeOf } from '../model/parse-invoice.ts';
import { writeUbl } from '../model/write-ubl.ts';
import { Refusal } from '../refusal.ts';
import type { Tree } from '../xml/tree.ts';
import { ciiCodePlaces, codeRuleList, ublCodePlaces } from './core/codes.ts';
import { headerRules } from './core/header.ts';
import { lineRules } from './core/lines.ts';
import { partyRules } from './core/parties.ts';
import { paymentRules } from './core/payment.ts';
import { ciiPlaces } from './core/places-cii.ts';
import { ublPlaces } from './core/places-ubl.ts';
import { totalRules } from './core/totals.ts';
import { vatCategoryRules } from './core/vat-categories.ts';
import { ciiVatPlaces, ublVatPlaces } from './core/vat-places.ts';
import { checkDataTypes } from './data-types.ts';
import { Document } from './document.ts';
import { plan, run } from './engine.ts';
import type { Finding } from './finding.ts';
import { checkPeppol } from './peppol/check-peppol.ts';
import { checkRepeated } from './repeated.ts';
import { claimsPeppol, specificationOf } from '../model/specification.ts';
import { checkSyntax } from './syntax/check-syntax.ts';

/** The rule set whose verdicts these rules give; stored beside every verdict. */
export const ruleSet = { en16931: '1.3.16', peppol: '3.0.19' };

/** The rules of EN 16931 itself, for both syntaxes. */
export const coreRules = [
  ...headerRules,
  ...partyRules,
  ...paymentRules,
  ...lineRules,
  ...totalRules,
  ...vatCategoryRules,
  ...codeRuleList,
];

const corePlans = {
  UBL: plan('UBL', { ...ublPlaces, ...ublVatPlaces, ...ublCodePlaces }, coreRules),
  CII: plan('CII', { ...ciiPlaces, ...ciiVatPlaces, ...ciiCodePlaces }, coreRules),
};

export interface ValidationOptions {
  /** Judge by Peppol BIS Billing 3.0 too; by default when the invoice claims it (BT-24). */
  peppol?: boolean;
  /** Add what deserves a look in Latvia beside the standard (advice/): warnings LV-… */
  advice?: boolean;
}

/**
 * Every firing of every rule: data types, EN 16931, syntax, and Peppol when asked or claimed. A model is judged as the
 * UBL it would be written as. Throws a Refusal when the bytes are no UBL or CII invoice.
 */
export function validate(invoice: Uint8Array | string | Invoice, options: ValidationOptions = {}): Finding[] {
  const isXml = typeof invoice === 'string' || invoice instanceof Uint8Array;
  return validateTree(treeOf(isXml ? invoice : writeUbl(invoice)), options);
}

export function validateTree(tree: Tree, options: ValidationOptions = {}): Finding[] {
  const syntax = syntaxOf(tree);
  if (!syntax) throw new Refusal('not-an-invoice', 'Šis nav UBL vai CII rēķins.', 'This is no UBL or CII invoice.');
  const document = new Document(tree, syntax);
  const findings: Finding[] = [];
  checkDataTypes(document, findings);
  checkRepeated(document, findings);
  run(corePlans[syntax], document, findings);
  checkSyntax(document, findings);
  if (options.peppol ?? claimsPeppol(specificationOf(tree.root, syntax))) checkPeppol(document, findings);
  if (options.advice) findings.push(...advise(invoiceOf(tree)));
  return findings;
}
