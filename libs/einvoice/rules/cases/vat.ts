import { type VatKind, vatKinds } from '../core/vat-kinds.ts';
import { type Case, ciiTable, ublTable } from './cases.ts';

/** The ten rules of every VAT category: the faultless invoice is brought wholly under the category, then one thing is spoilt. */

/** A rate that the category does not allow. */
const wrongRate: Record<VatKind['rate'], string> = { 'above zero': '0', 'zero or more': '-1', zero: '5', absent: '0' };

const withoutTax = ({ rows }: VatKind): boolean => rows === 'exactly one';

function inUbl(kind: VatKind): string {
  const { code, exemptionReason, rate } = kind;
  return [
    `//cac:TaxCategory/cbc:ID = ${code}; //cac:ClassifiedTaxCategory/cbc:ID = ${code}`,
    withoutTax(kind) &&
      `-{row}[2]; {row}/cbc:TaxableAmount = 395.00; {row}/cbc:TaxAmount = 0.00; cac:TaxTotal/cbc:TaxAmount = 0.00;
       {totals}/cbc:TaxInclusiveAmount = 395.00; {totals}/cbc:PayableAmount = 326.05; //cbc:Percent = 0`,
    rate === 'absent' && '-//cbc:Percent; -{seller}/cac:PartyTaxScheme; -{buyer}/cac:PartyTaxScheme',
    exemptionReason === 'needed' && '{row}/cac:TaxCategory/cbc:TaxExemptionReason = Pamatojums',
    code === 'K' &&
      `cac:Delivery/cbc:ActualDeliveryDate = 2026-10-31;
       cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode = LV`,
  ]
    .filter(Boolean)
    .join('; ');
}

function inCii(kind: VatKind): string {
  const { code, exemptionReason, rate } = kind;
  return [
    `//ram:CategoryCode = ${code}`,
    withoutTax(kind) &&
      `-{row}[2]; {row}/ram:BasisAmount = 395.00; {row}/ram:CalculatedAmount = 0.00; {totals}/ram:TaxTotalAmount = 0.00;
       {totals}/ram:GrandTotalAmount = 395.00; {totals}/ram:DuePayableAmount = 326.05; //ram:RateApplicablePercent = 0`,
    rate === 'absent' &&
      '-//ram:RateApplicablePercent; -{seller}/ram:SpecifiedTaxRegistration; -{buyer}/ram:SpecifiedTaxRegistration',
    exemptionReason === 'needed' && '{row}/ram:ExemptionReason = Pamatojums',
    code === 'K' && '{delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID = LV',
  ]
    .filter(Boolean)
    .join('; ');
}

function ublRules(kind: VatKind): [string, string][] {
  const { numbers, rate, exemptionReason, code } = kind;
  const none = numbers === 'none';
  const taxNumber = '{seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = TAX';
  const byVat = numbers.endsWith('by VAT');
  return [
    ['01', '-{row}'],
    [
      '02 03 04',
      none
        ? `{seller}/cac:PartyTaxScheme/cbc:CompanyID = LV1; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT`
        : '-{seller}/cac:PartyTaxScheme',
    ],
    ...(none ? [] : ([[byVat ? '02 03 04' : '02×0 03×0 04×0', taxNumber]] as [string, string][])),
    ...(numbers.startsWith('seller and buyer')
      ? ([['02 03 04', '-{buyer}/cac:PartyTaxScheme; -{buyer}/cac:PartyLegalEntity/cbc:CompanyID']] as [
          string,
          string,
        ][])
      : []),
    ['05', `cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent = ${wrongRate[rate]}`],
    ['06', `{allowance}/cac:TaxCategory/cbc:Percent = ${wrongRate[rate]}`],
    ['07', `{charge}/cac:TaxCategory/cbc:Percent = ${wrongRate[rate]}`],
    ['08', '{row}[1]/cbc:TaxableAmount = 300.00'],
    [`08${withoutTax(kind) ? '' : '×0'}`, `{row}[1]/cbc:TaxableAmount = ${withoutTax(kind) ? '395.99' : '345.99'}`],
    ['09', '{row}[1]/cbc:TaxAmount = 50.00'],
    [
      '10',
      exemptionReason === 'needed'
        ? '-{row}/cac:TaxCategory/cbc:TaxExemptionReason'
        : '{row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-132',
    ],
    ...(code === 'K'
      ? ([
          ['11', '-cac:Delivery/cbc:ActualDeliveryDate; -cac:InvoicePeriod'],
          ['11×0', '-cac:Delivery/cbc:ActualDeliveryDate'],
          ['12', '-cac:Delivery/cac:DeliveryLocation'],
        ] as [string, string][])
      : []),
    ...(code === 'O'
      ? ([
          ['11 12×0', '+{row}; {row}[2]/cac:TaxCategory/cbc:ID = Z'],
          ['12 13×0', 'cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID = Z'],
          ['13 14×0', '{allowance}/cac:TaxCategory/cbc:ID = Z'],
          ['14 13×0', '{charge}/cac:TaxCategory/cbc:ID = Z'],
        ] as [string, string][])
      : []),
  ];
}

function ciiRules(kind: VatKind): [string, string][] {
  const { numbers, rate, exemptionReason, code } = kind;
  const none = numbers === 'none';
  const vatNumber =
    '{seller}/ram:SpecifiedTaxRegistration/ram:ID = LV1; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VA';
  const byVat = numbers.endsWith('by VAT');
  const all = '02×2 03 04';
  return [
    // The CII rule of rated categories counts uses and rows together; that of O asks only when there is a row.
    ['01', withoutTax(kind) ? (none ? '+{row}' : '-{row}') : '-{row}; -{line}[2]'],
    [all, none ? vatNumber : '-{seller}/ram:SpecifiedTaxRegistration'],
    ...(none
      ? []
      : ([[byVat ? all : '02×0 03×0 04×0', '{seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = FC']] as [
          string,
          string,
        ][])),
    ...(numbers.startsWith('seller and buyer')
      ? ([[all, '-{buyer}/ram:SpecifiedTaxRegistration; -{buyer}/ram:SpecifiedLegalOrganization']] as [
          string,
          string,
        ][])
      : []),
    [
      '05',
      `{line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:RateApplicablePercent = ${wrongRate[rate]}`,
    ],
    ['06', `{allowance}/ram:CategoryTradeTax/ram:RateApplicablePercent = ${wrongRate[rate]}`],
    ['07', `{charge}/ram:CategoryTradeTax/ram:RateApplicablePercent = ${wrongRate[rate]}`],
    // The rules of IGIC and IPSI look for the rate where it never stands.
    [code === 'L' || code === 'M' ? '08×0' : '08', '{row}[1]/ram:BasisAmount = 300.00'],
    ...(withoutTax(kind) || code === 'S'
      ? ([['09', '{row}[1]/ram:CalculatedAmount = 50.00']] as [string, string][])
      : []),
    [
      '10',
      exemptionReason === 'needed' ? '-{row}/ram:ExemptionReason' : '{row}[1]/ram:ExemptionReasonCode = VATEX-EU-132',
    ],
    ...(code === 'K'
      ? ([
          ['11', '-{delivery}/ram:ActualDeliverySupplyChainEvent; -{settlement}/ram:BillingSpecifiedPeriod'],
          ['11×0', '-{delivery}/ram:ActualDeliverySupplyChainEvent'],
          ['12', '-{delivery}/ram:ShipToTradeParty'],
        ] as [string, string][])
      : []),
    ...(code === 'O'
      ? ([
          ['11 12', '{line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode = Z'],
          ['13 14', '{allowance}/ram:CategoryTradeTax/ram:CategoryCode = Z'],
        ] as [string, string][])
      : []),
  ];
}

/** `02×2 03` of the family S: `BR-S-02×2 BR-S-03`. */
const named = (family: string, numbers: string): string =>
  numbers
    .split(' ')
    .map((number) => `BR-${family}-${number}`)
    .join(' ');

const lines = (kind: VatKind, base: string, rules: [string, string][]): string =>
  [
    `${named(kind.family, '01×0 02×0 03×0 04×0 05×0 06×0 07×0 08×0 09×0 10×0')} | ${base}`,
    ...rules.map(([numbers, changes]) => `${named(kind.family, numbers)} | ${base}; ${changes}`),
  ]
    .map((line) => line.replace(/\s*\n\s*/g, ' '))
    .join('\n');

export const vatCases: Case[] = vatKinds.flatMap((kind) => [
  ...ublTable(lines(kind, inUbl(kind), ublRules(kind))),
  ...ciiTable(lines(kind, inCii(kind), ciiRules(kind))),
]);
