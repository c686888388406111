import { placeOf } from '../../xml/element.ts';
import type { Document } from '../document.ts';
import { plan, run } from '../engine.ts';
import type { Finding } from '../finding.ts';
import { onlyOnce } from '../repeated.ts';
import { nationalRules } from './national/all.ts';
import { partiesOf } from './national/national.ts';
import { ciiPeppolPlaces, isEmptyElement, ublPeppolPlaces } from './places.ts';
import { peppolRules } from './rules.ts';

const plans = { UBL: plan('UBL', ublPeppolPlaces, peppolRules), CII: plan('CII', ciiPeppolPlaces, peppolRules) };

const national = nationalRules.map(({ applies, places, rules }) => ({
  applies,
  UBL: places.UBL && plan('UBL', places.UBL, rules),
  CII: places.CII && plan('CII', places.CII, rules),
}));

/** At these, too, the rules of Peppol stop when they stand twice; in CII the rules of the standard count all of them. */
const checkRepeated = onlyOnce({
  UBL: `
ubl:Invoice cbc:ProfileID
cn:CreditNote cbc:ProfileID
cac:AllowanceCharge cbc:ChargeIndicator
cac:InvoiceLine cbc:InvoicedQuantity cac:Price
cac:CreditNoteLine cbc:CreditedQuantity cac:Price
cac:Price cbc:PriceAmount cbc:BaseQuantity
`,
  CII: '',
});

/** Peppol BIS Billing 3.0: its own rules beside those of EN 16931, and those of the seller's country. */
export function checkPeppol(document: Document, findings: Finding[]): void {
  checkRepeated(document, findings);
  if (document.syntax === 'UBL') checkEmpty(document, findings);
  run(plans[document.syntax], document, findings);
  const parties = partiesOf(document);
  for (const { applies, [document.syntax]: plan } of national) {
    if (plan && applies(parties)) run(plan, document, findings);
  }
}

/** PEPPOL-EN16931-R008: no empty element anywhere. */
function checkEmpty({ tree }: Document, findings: Finding[]): void {
  for (const elements of tree.named.values()) {
    for (const element of elements) {
      if (!isEmptyElement(element)) continue;
      findings.push({
        rule: 'PEPPOL-EN16931-R008',
        severity: 'fatal',
        message: { lv: 'Tukšs elements nav pieļaujams.', en: 'An empty element is not allowed.' },
        location: placeOf(element),
      });
    }
  }
}
