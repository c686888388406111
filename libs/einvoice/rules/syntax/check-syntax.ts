import { type Element, placeOf } from '../../xml/element.ts';
import type { Document } from '../document.ts';
import { plan, run } from '../engine.ts';
import type { Finding } from '../finding.ts';
import { path } from '../path.ts';
import { checkCiiTypes } from './cii-types.ts';
import { ciiSyntaxPlaces } from './cii-places.ts';
import { ciiSyntaxRules } from './cii.ts';
import { Forbidden, parseLine } from './not-expected.ts';
import { notInCii } from './not-in-cii.ts';
import { notInUbl } from './not-in-ubl.ts';
import { ublSyntaxPlaces, ublSyntaxRules } from './ubl.ts';

const ublPlan = plan('UBL', ublSyntaxPlaces, ublSyntaxRules);
const ciiPlan = plan('CII', ciiSyntaxPlaces, ciiSyntaxRules);

const forbiddenInUbl = new Forbidden(notInUbl.trim().split('\n').map(parseLine), [
  'cac:InvoiceLine',
  'cac:CreditNoteLine',
]);

/** The sections of the CII table, each with its place. */
const forbiddenInCii = notInCii
  .trim()
  .split(/^# /m)
  .filter(Boolean)
  .map((section) => {
    const [place, ...lines] = section.trim().split('\n');
    return { place: place!, forbidden: new Forbidden(lines.map(parseLine)) };
  });

/** UBL-SR, UBL-CR, UBL-DT or CII-SR, CII-DT: what the syntax allows and an EN 16931 invoice does not. */
export function checkSyntax(document: Document, findings: Finding[]): void {
  if (document.syntax === 'UBL') {
    run(ublPlan, document, findings);
    forbiddenInUbl.check(document.root, document, findings);
    checkUblTypes(document, findings);
  } else {
    run(ciiPlan, document, findings);
    for (const { place, forbidden } of forbiddenInCii) {
      for (const element of elementsAt(place, document)) forbidden.check(element, document, findings);
    }
    checkCiiTypes(document, findings);
  }
}

/**
 * The official rules judge an element by the first place it fits: identifiers named one by one are not judged as
 * identifiers in general, and the document's type code is judged as a type code only.
 */
function* elementsAt(place: string, document: Document) {
  if (place === '/') {
    yield document.root;
  } else if (place.startsWith('*')) {
    const named = place === '*ID' ? new Set(path(identifiersByName).elements(document.root, document)) : undefined;
    for (const [name, elements] of document.tree.named) {
      if (!fitsEnding(name, place.slice(1))) continue;
      for (const element of elements) if (!named?.has(element)) yield element;
    }
  } else if (place !== '/rsm:ExchangedDocument/ram:TypeCode') {
    yield* place.startsWith('/') ? path(place).elements(document.root, document) : document.every(place);
  }
}

const identifiersByName = forbiddenInCii.map(({ place }) => place).find((place) => place.includes(' | '))!;

const fitsEnding = (name: string, ending: string): boolean =>
  name.endsWith(ending) &&
  (ending === 'DocumentContextParameter' || name.startsWith('ram:')) &&
  name !== 'ram:TaxTotalAmount';

/** UBL-DT-01, 06, 07: by the ending of the element's name. */
function checkUblTypes({ tree }: Document, findings: Finding[]): void {
  for (const [name, elements] of tree.named) {
    if (name.endsWith('Amount') && !name.endsWith('PriceAmount')) {
      for (const element of elements) {
        const point = element.value.indexOf('.');
        if (point < 0 || element.value.length - point - 1 <= 2) continue;
        if (inDiscountedPrice(element)) continue;
        findings.push({ rule: 'UBL-DT-01', severity: 'fatal', message: tooManyDecimals, location: placeOf(element) });
      }
    }
    if (name.endsWith('BinaryObject')) {
      for (const element of elements) {
        const location = placeOf(element);
        if (element.attributes?.['mimeCode'] === undefined) {
          findings.push({ rule: 'UBL-DT-06', severity: 'fatal', message: noMediaType, location });
        }
        if (element.attributes?.['filename'] === undefined) {
          findings.push({ rule: 'UBL-DT-07', severity: 'fatal', message: noFileName, location });
        }
      }
    }
  }
}

/** Somewhere in a price that has a discount: gross price and discount may have more decimals. */
function inDiscountedPrice(element: Element): boolean {
  for (let at = element.parent; at; at = at.parent) {
    if (at.name === 'cac:Price' && at.children.some(({ name }) => name === 'cac:AllowanceCharge')) return true;
  }
  return false;
}

const tooManyDecimals = {
  lv: 'Summai ir vairāk nekā divas zīmes aiz komata.',
  en: 'The amount has more than two decimals.',
};
const noMediaType = {
  lv: 'Pievienotajam failam (BT-125) nav veida.',
  en: 'The attached file (BT-125) has no media type.',
};
const noFileName = {
  lv: 'Pievienotajam failam (BT-125) nav nosaukuma.',
  en: 'The attached file (BT-125) has no name.',
};
