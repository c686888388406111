import { type Base, bases } from './bases.ts';

/** One line of a table of cases: what a change of a faultless invoice brings. */
export interface Case {
  base: Base;
  changes: string;
  /** How many times each named rule fires. */
  fires: [rule: string, times: number][];
}

type Aliases = Record<string, string>;

const ublAliases: Aliases = {
  seller: 'cac:AccountingSupplierParty/cac:Party',
  buyer: 'cac:AccountingCustomerParty/cac:Party',
  payee: 'cac:PayeeParty',
  representative: 'cac:TaxRepresentativeParty',
  totals: 'cac:LegalMonetaryTotal',
  row: 'cac:TaxTotal/cac:TaxSubtotal',
  allowance: 'cac:AllowanceCharge[1]',
  charge: 'cac:AllowanceCharge[2]',
};

const trade = 'rsm:SupplyChainTradeTransaction';
const ciiAliases: Aliases = {
  document: 'rsm:ExchangedDocument',
  context: 'rsm:ExchangedDocumentContext',
  agreement: `${trade}/ram:ApplicableHeaderTradeAgreement`,
  delivery: `${trade}/ram:ApplicableHeaderTradeDelivery`,
  settlement: `${trade}/ram:ApplicableHeaderTradeSettlement`,
  seller: `${trade}/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty`,
  buyer: `${trade}/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty`,
  representative: `${trade}/ram:ApplicableHeaderTradeAgreement/ram:SellerTaxRepresentativeTradeParty`,
  payee: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:PayeeTradeParty`,
  totals: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
  row: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax`,
  allowance: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge[1]`,
  charge: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge[2]`,
  means: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans`,
  line: `${trade}/ram:IncludedSupplyChainTradeLineItem`,
};

const inCreditNote = (changes: string): string =>
  changes
    .replaceAll('cac:InvoiceLine', 'cac:CreditNoteLine')
    .replaceAll('cbc:InvoicedQuantity', 'cbc:CreditedQuantity')
    .replaceAll('cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode');

/** An identifier of a scheme, where rules of check digits look for it. */
const withIdentifiers = (changes: string, of: string): string =>
  changes.replace(
    /\{id (\d+)\} = (\S+)/g,
    (_, scheme: string, value: string) => `${of} = ${value}; ${of}/@schemeID = ${scheme}`,
  );

const expand = (changes: string, aliases: Aliases): string =>
  changes.replace(/\{(\w+)\}/g, (_, alias: string) => {
    const path = aliases[alias];
    if (path === undefined) throw new Error(`no alias ${alias}`);
    return path;
  });

const parse = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [rules, changes] = [line.slice(0, line.indexOf(' | ')), line.slice(line.indexOf(' | ') + 3)];
      const words = rules.trim().split(' ');
      const only = words.find((word) => word in bases);
      const fires = words
        .filter((word) => word !== only)
        .map((word): [string, number] => [word.split('×')[0]!, Number(word.split('×')[1] ?? 1)]);
      return { only: only as Base | undefined, changes, fires };
    });

export const ublTable = (table: string): Case[] =>
  parse(table).flatMap(({ only, changes, fires }) => {
    const written = expand(withIdentifiers(changes, '{buyer}/cac:PartyIdentification/cbc:ID'), ublAliases);
    return (only ? [only] : (['UBL', 'CreditNote'] as const)).map((base) => ({
      base,
      changes: base === 'CreditNote' ? inCreditNote(written) : written,
      fires,
    }));
  });

export const ciiTable = (table: string): Case[] =>
  parse(table).map(({ changes, fires }) => ({
    base: 'CII',
    changes: expand(withIdentifiers(changes, '{buyer}/ram:GlobalID'), ciiAliases),
    fires,
  }));
