import { branch, leaf } from '../xml/write.ts';
import type * as m from './invoice.ts';

export const vatScheme = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';

/** BT-32 is a tax number outside VAT; the scheme's name is free, TAX is customary. */
const otherTaxScheme = '<cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>';

export const id = (identifier: m.Identifier | undefined): string =>
  identifier ? leaf('cbc:ID', identifier.value, { schemeID: identifier.scheme }) : '';

export function address(name: string, a: m.Address | undefined): string {
  if (!a) return '';
  return branch(
    name,
    leaf('cbc:StreetName', a.line1),
    leaf('cbc:AdditionalStreetName', a.line2),
    leaf('cbc:CityName', a.city),
    leaf('cbc:PostalZone', a.postCode),
    leaf('cbc:CountrySubentity', a.region),
    branch('cac:AddressLine', leaf('cbc:Line', a.line3)),
    branch('cac:Country', leaf('cbc:IdentificationCode', a.country)),
  );
}

export function party(p: m.Party, creditor?: string): string {
  const inside = [
    p.electronicAddress
      ? leaf('cbc:EndpointID', p.electronicAddress.value, { schemeID: p.electronicAddress.scheme })
      : '',
    ...p.identifiers.map((each) => branch('cac:PartyIdentification', id(each))),
    branch('cac:PartyIdentification', leaf('cbc:ID', creditor, { schemeID: 'SEPA' })),
    branch('cac:PartyName', leaf('cbc:Name', p.tradingName)),
    address('cac:PostalAddress', p.address),
    p.vatNumber ? branch('cac:PartyTaxScheme', leaf('cbc:CompanyID', p.vatNumber), vatScheme) : '',
    p.taxNumber ? branch('cac:PartyTaxScheme', leaf('cbc:CompanyID', p.taxNumber), otherTaxScheme) : '',
    branch(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', p.name),
      leaf('cbc:CompanyID', p.registrationNumber, { schemeID: p.registrationScheme }),
      leaf('cbc:CompanyLegalForm', p.legalForm),
    ),
    branch(
      'cac:Contact',
      leaf('cbc:Name', p.contact?.name),
      leaf('cbc:Telephone', p.contact?.phone),
      leaf('cbc:ElectronicMail', p.contact?.email),
    ),
  ].join('');
  return `<cac:Party>${inside}</cac:Party>`;
}

export const period = (p: m.Period | undefined, taxPointCode?: string): string =>
  branch(
    'cac:InvoicePeriod',
    leaf('cbc:StartDate', p?.start),
    leaf('cbc:EndDate', p?.end),
    leaf('cbc:DescriptionCode', taxPointCode),
  );

export function allowance(a: m.AllowanceOrCharge, isCharge: boolean, currency: string | undefined): string {
  const inside = [
    leaf('cbc:ChargeIndicator', String(isCharge)),
    leaf('cbc:AllowanceChargeReasonCode', a.reasonCode),
    leaf('cbc:AllowanceChargeReason', a.reason),
    leaf('cbc:MultiplierFactorNumeric', a.percentage),
    leaf('cbc:Amount', a.amount, { currencyID: currency }),
    leaf('cbc:BaseAmount', a.baseAmount, { currencyID: currency }),
    a.vatCategory || a.vatRate
      ? branch('cac:TaxCategory', leaf('cbc:ID', a.vatCategory), leaf('cbc:Percent', a.vatRate), vatScheme)
      : '',
  ].join('');
  return `<cac:AllowanceCharge>${inside}</cac:AllowanceCharge>`;
}

/** UBL has no instruction with several accounts: one PaymentMeans for each, the rest of BG-16 in the first. */
export function paymentMeans(payment: m.Payment | undefined, dueDate: string | undefined): string {
  if (!payment) return branch('cac:PaymentMeans', leaf('cbc:PaymentDueDate', dueDate));
  const accounts: (m.PaymentAccount | undefined)[] = payment.accounts.length > 0 ? payment.accounts : [undefined];
  return accounts
    .map((account, at) => {
      const inside = [
        leaf('cbc:PaymentMeansCode', payment.meansCode, { name: at === 0 ? payment.meansText : undefined }),
        at === 0 ? leaf('cbc:PaymentDueDate', dueDate) : '',
        leaf('cbc:PaymentID', payment.reference),
        at === 0 && payment.card ? card(payment.card) : '',
        account ? accountOf(account) : '',
        at === 0 ? mandate(payment.directDebit) : '',
      ].join('');
      return `<cac:PaymentMeans>${inside}</cac:PaymentMeans>`;
    })
    .join('');
}

const card = ({ number, holder }: NonNullable<m.Payment['card']>): string =>
  `<cac:CardAccount>${leaf('cbc:PrimaryAccountNumberID', number)}${leaf('cbc:NetworkID', 'NA')}${leaf('cbc:HolderName', holder)}</cac:CardAccount>`;

const accountOf = (account: m.PaymentAccount): string =>
  '<cac:PayeeFinancialAccount>' +
  leaf('cbc:ID', account.id) +
  leaf('cbc:Name', account.name) +
  branch('cac:FinancialInstitutionBranch', leaf('cbc:ID', account.bic)) +
  '</cac:PayeeFinancialAccount>';

const mandate = (debit: m.DirectDebit | undefined): string =>
  branch(
    'cac:PaymentMandate',
    leaf('cbc:ID', debit?.mandate),
    branch('cac:PayerFinancialAccount', leaf('cbc:ID', debit?.debitedAccount)),
  );
