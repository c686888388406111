import { exampleCii, exampleUbl } from '../../examples.ts';
import { changed } from './change.ts';

/** The faultless invoices that the cases change: no rule speaks about them. */

/** The UBL invoice as a credit note. */
const creditNote = (): string =>
  exampleUbl()
    .replace(/Invoice-2"/g, 'CreditNote-2"')
    .replace(
      /<(\/?)(?:(\w+):)?Invoice(?=[ >])/g,
      (_, slash: string, prefix?: string) => `<${slash}${prefix ? `${prefix}:` : ''}CreditNote`,
    )
    .replace(/InvoiceLine>/g, 'CreditNoteLine>')
    .replace(/InvoicedQuantity/g, 'CreditedQuantity')
    .replace(/<cbc:InvoiceTypeCode>380<\/cbc:InvoiceTypeCode>/, '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>')
    .replace(/<cbc:DueDate>.*?<\/cbc:DueDate>/, '');

/** Both parties of another country, without VAT numbers, so that the rules of the country are asked. */
const ofCountry = (country: string): string =>
  changed(
    exampleUbl(),
    `//cac:Country/cbc:IdentificationCode = ${country};
     cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = TAX;
     cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID = NUMURS12345;
     -cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme`,
  );

export const bases = {
  UBL: exampleUbl(),
  Invoice: exampleUbl(),
  CreditNote: creditNote(),
  CII: exampleCii(),
  DE: ofCountry('DE'),
  DK: ofCountry('DK'),
  GR: ofCountry('GR'),
  IS: ofCountry('IS'),
  IT: ofCountry('IT'),
  NL: ofCountry('NL'),
  NO: ofCountry('NO'),
  SE: ofCountry('SE'),
};

export type Base = keyof typeof bases;
