import { type Place } from '../place.ts';
import { type Rule } from '../rule.ts';
import { atMostOne } from '../tests.ts';
import { peppol } from './peppol.ts';
import * as arithmetic from './arithmetic.ts';

/** Lines. */
export const lineRules: Rule[] = [
  peppol(
    'EN16931-R100',
    'line',
    {
      UBL: atMostOne('cac:DocumentReference'),
      CII: atMostOne('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument[CII type 130]'),
    },
    'Rindai drīkst būt tikai viens objekts (BT-128).',
    'A line has one invoiced object at most (BT-128).',
  ),
  peppol(
    'EN16931-R101',
    'line',
    {
      UBL: (place) =>
        !place.has('cac:DocumentReference') ||
        place.values('cac:DocumentReference/cbc:DocumentTypeCode').includes('130'),
      CII: (place) =>
        !place.has('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument') ||
        place.values('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode').includes('130'),
    },
    'Rindas dokumenta atsauce drīkst būt tikai uz objektu (130).',
    'A document reference of a line is for the invoiced object (130) only.',
  ),
  peppol(
    'EN16931-R110',
    'lineStart',
    { UBL: arithmetic.startsWithin, CII: arithmetic.startsWithinInCii },
    'Rindas periods sākas pirms rēķina perioda.',
    'The line period starts before the invoicing period.',
  ),
  peppol(
    'EN16931-R111',
    'lineEnd',
    { UBL: arithmetic.endsWithin, CII: arithmetic.endsWithinInCii },
    'Rindas periods beidzas pēc rēķina perioda.',
    'The line period ends after the invoicing period.',
  ),
  peppol(
    'EN16931-R120',
    'line',
    arithmetic.lineAmount,
    'Rindas summa (BT-131) nav daudzums × cena − atlaides + piemaksas.',
    'The line amount (BT-131) is not quantity × price − allowances + charges.',
  ),
  peppol(
    'EN16931-R121',
    { UBL: 'line', CII: 'price' },
    arithmetic.positiveBase,
    'Cenas bāzes daudzumam (BT-149) jābūt lielākam par nulli.',
    'The price base quantity (BT-149) must be above zero.',
  ),
  peppol(
    'EN16931-R130',
    'baseQuantity',
    { UBL: sameUnit, CII: sameUnitInCii },
    'Cenas bāzes mērvienībai (BT-150) jāsakrīt ar daudzuma mērvienību (BT-130).',
    'The unit of the base quantity (BT-150) must be that of the quantity (BT-130).',
  ),
];

function sameUnit(place: Place): boolean {
  const quantity = place.document.root.name === 'cn:CreditNote' ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity';
  if (!place.has('../../cbc:InvoicedQuantity') && !place.has('../../cbc:CreditedQuantity')) return true;
  return place.values(`../../${quantity}/@unitCode`).includes(place.text('@unitCode'));
}

function sameUnitInCii(place: Place): boolean {
  return place
    .values('../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode')
    .includes(place.text('@unitCode'));
}
