import { ciiSyntaxPlaces } from '../syntax/cii-places.ts';
import { ciiSyntaxRules } from '../syntax/cii.ts';
import { parseLine } from '../syntax/not-expected.ts';
import { notInCii } from '../syntax/not-in-cii.ts';
import { notInUbl } from '../syntax/not-in-ubl.ts';
import { onceInCii } from '../syntax/once-in-cii.ts';
import { onceInUbl } from '../syntax/once-in-ubl.ts';
import { ublSyntaxPlaces } from '../syntax/ubl.ts';
import { type Case, ciiTable, ublTable } from './cases.ts';

/** Cases of the syntax rules that are tables themselves: what is not expected is put there, what may stand once stands twice. */

const linesOf = (table: string): string[] => table.trim().split('\n');

/** A condition in brackets, as a change that makes it true of the element it stands at. */
const conditions: Record<string, string> = {
  'type 130': 'cbc:DocumentTypeCode = 130',
  'vat exactly': 'cac:TaxScheme/cbc:ID = VAT',
  'not vat exactly': 'cac:TaxScheme/cbc:ID = TAX',
  SEPA: '@schemeID = SEPA',
  'CII type 50': 'ram:TypeCode = 50',
  'CII type 130': 'ram:TypeCode = 130',
  'CII type 130 trimmed': 'ram:TypeCode = ·130·',
  'CII type 916 trimmed': 'ram:TypeCode = ·916·',
};

/** The path without its condition, the change that makes the condition true, and the element it stands at. */
function plain(path: string): { path: string; condition: string; of: string } {
  const [, before, name, after] = /^(.*?)\[(.+?)\](.*)$/.exec(path) ?? [];
  if (before === undefined) return { path, condition: '', of: path.replace(/\/@.*$/, '') };
  return { path: before + after!, condition: `${before}/${conditions[name!]!}`, of: before };
}

const notExpectedInUbl = linesOf(notInUbl)
  .map(parseLine)
  .map(({ id, path: written }) => {
    const { path, condition } = plain(
      written
        .replace(/^line\//, 'cac:InvoiceLine[1]/')
        .replace(/^\/\/@/, 'cbc:ID/@')
        .replace(/^\/\//, ''),
    );
    const only = path.startsWith('cbc:InvoiceTypeCode/') ? ' Invoice' : '';
    return `${id}${only} | ${path} = x; ${condition}`;
  });

/** An element for each kind of place that the CII table names by a part of the name. */
const examples: Record<string, string> = {
  'ram:SpecifiedTradeSettlementPaymentMeans': '{means}',
  '*DocumentContextParameter': '{context}/ram:GuidelineSpecifiedDocumentContextParameter',
  '*ID': '{seller}/ram:SpecifiedLegalOrganization/ram:ID',
  'ram:TypeCode': '{means}/ram:TypeCode',
  '*ReferencedDocument': '{agreement}/ram:ContractReferencedDocument',
  '*Amount': '{totals}/ram:LineTotalAmount',
  '*Quantity': '{line}[1]/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
  '*TradeTax': '{row}[1]',
  'ram:BillingSpecifiedPeriod': '{settlement}/ram:BillingSpecifiedPeriod',
  'ram:PostalTradeAddress': '{seller}/ram:PostalTradeAddress',
};

const ciiPlace = (place: string): string =>
  examples[place] ??
  place
    .split(' | ')[0]!
    .replace(/^\//, '')
    .replace('ram:IncludedSupplyChainTradeLineItem', 'ram:IncludedSupplyChainTradeLineItem[1]');

/** The official rules judge the document's type code as a type code first, so these never fire. */
const neverFire = ['CII-DT-010', 'CII-DT-011', 'CII-DT-012'];

const notExpectedInCii = notInCii
  .trim()
  .split(/^# /m)
  .filter(Boolean)
  .flatMap((section) => {
    const [place, ...lines] = linesOf(section);
    return lines.map(parseLine).map(({ id, path }) => {
      const at = place === '/' ? path : `${ciiPlace(place!)}/${path}`;
      return `${id}${neverFire.includes(id) ? '×0' : ''} | ${at} = x`;
    });
  });

/** Two of what may stand once: the first is made if it is not there, then doubled. */
const twice = (table: string, placeOf: (name: string) => string): string[] =>
  linesOf(table).map((line) => {
    const [id, place, written] = line.split(' | ');
    const { path, condition, of } = plain(written!.replace(/^\/\//, ''));
    const from = (inside: string) => [placeOf(place!), inside].filter(Boolean).join('/');
    const made = path.includes('/@') ? `${from(path)} = x` : from(path);
    return `${id} | ${[made, condition && from(condition), `+${from(of)}`].filter(Boolean).join('; ')}`;
  });

const firstOf: Record<string, string> = {
  invoice: '',
  line: 'cac:InvoiceLine[1]',
  address: '{seller}/cac:PostalAddress',
  allowance: '{allowance}',
  charge: '{charge}',
  vatRow: '{row}[1]',
};

const onceUbl = twice(onceInUbl, (place) => firstOf[place] ?? ublSyntaxPlaces[place]!.at);
const onceCii = twice(onceInCii, (place) => {
  if (place === 'invoice') return '';
  if (place === 'allowanceCharge') return '{allowance}';
  if (place === 'priceDiscount') {
    return '{line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge';
  }
  return ciiPlace(ciiSyntaxPlaces[place]!.at);
});

const onceInTotals = ciiSyntaxRules
  .filter(({ at, id }) => (at as { CII: string }).CII === 'totals' && !onceInCii.includes(id))
  .map(({ id, en }) => {
    const total = `{totals}/ram:${/total (\w+)/.exec(en)![1]}`;
    return `${id} | ${total}; +${total}`;
  });

export const syntaxCases: Case[] = [
  ...ublTable([...notExpectedInUbl, ...onceUbl].join('\n')),
  ...ciiTable([...notExpectedInCii, ...onceCii, ...onceInTotals].join('\n')),
];
