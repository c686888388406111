/**
 * The invoice in the business terms of EN 16931-1 (BT, BG), the same for UBL and CII.
 *
 * Every value is the text of the document, trimmed of blanks at both ends and nothing else: amounts are decimal
 * strings ('1250.00', never a number), dates are 'YYYY-MM-DD' where the document gave a date. What the document
 * lacks is absent; an invalid invoice is still readable.
 */
export interface Invoice {
  /** The form of the document; CII has one form, so there BT-3 decides. */
  document: 'Invoice' | 'CreditNote';
  /** BT-24 specification identifier */
  specification?: string;
  /** BT-23 business process */
  businessProcess?: string;
  /** BT-1 */
  number?: string;
  /** BT-2 */
  issueDate?: string;
  /** BT-3, UNTDID 1001 */
  typeCode?: string;
  /** BT-5 */
  currency?: string;
  /** BT-6 VAT accounting currency */
  taxCurrency?: string;
  /** BT-7 */
  taxPointDate?: string;
  /** BT-8 */
  taxPointCode?: string;
  /** BT-9 */
  dueDate?: string;
  /** BT-10 */
  buyerReference?: string;
  /** BT-11 */
  projectReference?: string;
  /** BT-12 */
  contractReference?: string;
  /** BT-13 purchase order */
  orderReference?: string;
  /** BT-14 sales order */
  salesOrderReference?: string;
  /** BT-15 receiving advice */
  receivingAdviceReference?: string;
  /** BT-16 despatch advice */
  despatchAdviceReference?: string;
  /** BT-17 tender or lot */
  tenderReference?: string;
  /** BT-18 invoiced object */
  invoicedObject?: Identifier;
  /** BT-19 buyer's accounting reference */
  accountingReference?: string;
  /** BT-20 */
  paymentTerms?: string;
  /** BG-1 */
  notes: Note[];
  /** BG-3 */
  precedingInvoices: PrecedingInvoice[];
  /** BG-4 */
  seller: Party;
  /** BG-7 */
  buyer: Party;
  /** BG-10, only when it is not the seller */
  payee?: Payee;
  /** BG-11 */
  taxRepresentative?: TaxRepresentative;
  /** BG-13 */
  delivery?: Delivery;
  /** BG-14 */
  period?: Period;
  /** BG-16 */
  payment?: Payment;
  /** BG-20 */
  allowances: AllowanceOrCharge[];
  /** BG-21 */
  charges: AllowanceOrCharge[];
  /** BG-22 */
  totals: Totals;
  /** BG-23 */
  vatBreakdown: VatBreakdown[];
  /** BG-24 */
  attachments: Attachment[];
  /** BG-25 */
  lines: InvoiceLine[];
}

/** An identifier and the scheme it belongs to (ISO 6523, EAS, UNTDID 1153 …). */
export interface Identifier {
  value: string;
  scheme?: string;
}

export interface Note {
  /** BT-21, UNTDID 4451 */
  subjectCode?: string;
  /** BT-22 */
  text: string;
}

export interface PrecedingInvoice {
  /** BT-25 */
  number?: string;
  /** BT-26 */
  issueDate?: string;
}

export interface Address {
  /** BT-35, 50, 64, 75 */
  line1?: string;
  /** BT-36, 51, 65, 76 */
  line2?: string;
  /** BT-162, 163, 164, 165 */
  line3?: string;
  /** BT-37, 52, 66, 77 */
  city?: string;
  /** BT-38, 53, 67, 78 */
  postCode?: string;
  /** BT-39, 54, 68, 79 */
  region?: string;
  /** BT-40, 55, 69, 80 */
  country?: string;
}

export interface Contact {
  /** BT-41, 56 */
  name?: string;
  /** BT-42, 57 */
  phone?: string;
  /** BT-43, 58 */
  email?: string;
}

/** BG-4 seller or BG-7 buyer */
export interface Party {
  /** BT-27, 44 */
  name?: string;
  /** BT-28, 45 */
  tradingName?: string;
  /** BT-29, 46 */
  identifiers: Identifier[];
  /** BT-30, 47 legal registration */
  registrationNumber?: string;
  registrationScheme?: string;
  /** BT-31, 48 */
  vatNumber?: string;
  /** BT-32, seller only */
  taxNumber?: string;
  /** BT-33, seller only */
  legalForm?: string;
  /** BT-34, 49 */
  electronicAddress?: Identifier;
  address?: Address;
  contact?: Contact;
}

export interface Payee {
  /** BT-59 */
  name?: string;
  /** BT-60 */
  identifier?: Identifier;
  /** BT-61 */
  registrationNumber?: string;
  registrationScheme?: string;
}

export interface TaxRepresentative {
  /** BT-62 */
  name?: string;
  /** BT-63 */
  vatNumber?: string;
  /** BG-12 */
  address?: Address;
}

export interface Delivery {
  /** BT-70 */
  name?: string;
  /** BT-71 */
  location?: Identifier;
  /** BT-72 */
  date?: string;
  /** BG-15 */
  address?: Address;
}

/** BG-14 or BG-26 */
export interface Period {
  /** BT-73, 134 */
  start?: string;
  /** BT-74, 135 */
  end?: string;
}

/** BG-16 */
export interface Payment {
  /** BT-81, UNTDID 4461 */
  meansCode?: string;
  /** BT-82 */
  meansText?: string;
  /** BT-83 remittance information */
  reference?: string;
  /** BG-17 */
  accounts: PaymentAccount[];
  /** BG-18 */
  card?: { number?: string; holder?: string };
  /** BG-19 */
  directDebit?: DirectDebit;
}

/** BG-17 */
export interface PaymentAccount {
  /** BT-84, usually an IBAN */
  id?: string;
  /** BT-85 */
  name?: string;
  /** BT-86 */
  bic?: string;
}

/** BG-19 */
export interface DirectDebit {
  /** BT-89 */
  mandate?: string;
  /** BT-90 */
  creditor?: string;
  /** BT-91 */
  debitedAccount?: string;
}

/** BG-20, 21, 27, 28 */
export interface AllowanceOrCharge {
  /** BT-92, 99, 136, 141 */
  amount?: string;
  /** BT-93, 100, 137, 142 */
  baseAmount?: string;
  /** BT-94, 101, 138, 143 */
  percentage?: string;
  /** BT-95, 102: document level only */
  vatCategory?: string;
  /** BT-96, 103: document level only */
  vatRate?: string;
  /** BT-97, 104, 139, 144 */
  reason?: string;
  /** BT-98, 105, 140, 145 */
  reasonCode?: string;
}

/** BG-22 */
export interface Totals {
  /** BT-106 sum of line net amounts */
  lines?: string;
  /** BT-107 */
  allowances?: string;
  /** BT-108 */
  charges?: string;
  /** BT-109 total without VAT */
  withoutVat?: string;
  /** BT-110 */
  vat?: string;
  /** BT-111 VAT total in the accounting currency */
  vatInTaxCurrency?: string;
  /** BT-112 total with VAT */
  withVat?: string;
  /** BT-113 */
  prepaid?: string;
  /** BT-114 */
  rounding?: string;
  /** BT-115 amount due */
  due?: string;
}

/** BG-23 */
export interface VatBreakdown {
  /** BT-116 */
  taxableAmount?: string;
  /** BT-117 */
  taxAmount?: string;
  /** BT-118, UNTDID 5305 */
  category?: string;
  /** BT-119 */
  rate?: string;
  /** BT-120 */
  exemptionReason?: string;
  /** BT-121, VATEX */
  exemptionCode?: string;
}

/** BG-24 */
export interface Attachment {
  /** BT-122 */
  reference?: string;
  /** BT-123 */
  description?: string;
  /** BT-124 */
  uri?: string;
  /** BT-125 */
  file?: { mimeType?: string; fileName?: string; base64: string };
}

/** BG-25 */
export interface InvoiceLine {
  /** BT-126 */
  id?: string;
  /** BT-127 */
  note?: string;
  /** BT-128 */
  invoicedObject?: Identifier;
  /** BT-129 */
  quantity?: string;
  /** BT-130 */
  unit?: string;
  /** BT-131 */
  netAmount?: string;
  /** BT-132 */
  orderLine?: string;
  /** BT-133 */
  accountingReference?: string;
  /** BG-26 */
  period?: Period;
  /** BG-27 */
  allowances: AllowanceOrCharge[];
  /** BG-28 */
  charges: AllowanceOrCharge[];
  /** BG-29 */
  price: Price;
  /** BT-151, UNTDID 5305 */
  vatCategory?: string;
  /** BT-152 */
  vatRate?: string;
  /** BG-31 */
  item: Item;
}

/** BG-29 */
export interface Price {
  /** BT-146 */
  net?: string;
  /** BT-147 */
  discount?: string;
  /** BT-148 */
  gross?: string;
  /** BT-149 */
  baseQuantity?: string;
  /** BT-150 */
  baseUnit?: string;
}

/** BG-31 */
export interface Item {
  /** BT-153 */
  name?: string;
  /** BT-154 */
  description?: string;
  /** BT-155 */
  sellerId?: string;
  /** BT-156 */
  buyerId?: string;
  /** BT-157 */
  standardId?: Identifier;
  /** BT-158 */
  classifications: Classification[];
  /** BT-159 */
  originCountry?: string;
  /** BG-32 */
  attributes: { name?: string; value?: string }[];
}

export interface Classification {
  code: string;
  list?: string;
  version?: string;
}
