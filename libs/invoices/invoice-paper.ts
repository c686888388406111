import { latvianAmount, latvianDate, type Locale } from '#kernel';
import { shownCategory, shownUnit, type Party } from '#einvoice';
import type { ReadableInvoice } from './queries/readable-invoice.ts';

const WORDS = {
  invoice: ['Rēķins', 'Invoice'],
  creditNote: ['Kredītrēķins', 'Credit note'],
  registered: ['Reģistrēts ar Nr.', 'Registered as'],
  seller: ['Piegādātājs', 'Seller'],
  buyer: ['Pircējs', 'Buyer'],
  payee: ['Maksājuma saņēmējs', 'Payee'],
  issueDate: ['Rēķina datums', 'Issue date'],
  dueDate: ['Apmaksas termiņš', 'Payment due'],
  period: ['Periods', 'Period'],
  contract: ['Līgums', 'Contract'],
  order: ['Pasūtījums', 'Order'],
  buyerReference: ['Pircēja atsauce', 'Buyer reference'],
  corrects: ['Labo rēķinu', 'Corrects invoice'],
  line: ['Nr.', 'No.'],
  item: ['Prece vai pakalpojums', 'Item'],
  quantity: ['Daudzums', 'Quantity'],
  price: ['Cena', 'Price'],
  vat: ['PVN', 'VAT'],
  amount: ['Summa', 'Amount'],
  lines: ['Rindas kopā', 'Sum of lines'],
  allowances: ['Atlaides', 'Allowances'],
  charges: ['Piemaksas', 'Charges'],
  withoutVat: ['Kopā bez PVN', 'Total without VAT'],
  vatTotal: ['PVN kopā', 'Total VAT'],
  withVat: ['Kopā ar PVN', 'Total with VAT'],
  prepaid: ['Priekšapmaksa', 'Prepaid'],
  rounding: ['Noapaļošana', 'Rounding'],
  due: ['Apmaksai', 'Amount due'],
  account: ['Konts', 'Account'],
  reference: ['Maksājuma mērķis', 'Payment reference'],
  terms: ['Maksājuma nosacījumi', 'Terms of payment'],
  vatTable: ['PVN sadalījums', 'VAT breakdown'],
  registration: ['reģ. Nr.', 'reg. no.'],
  vatNumber: ['PVN Nr.', 'VAT no.'],
  source: [
    'Attēls izveidots no mašīnlasāmas datnes; juridiski saistošs ir tās saturs.',
    'A picture made from the machine-readable file, whose content is the binding one.',
  ],
} as const satisfies Record<string, readonly [lv: string, en: string]>;

/** An invoice for print (Typst); everything is text given by `data`, nothing of the sender's is markup. */
export const INVOICE_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 20mm), footer: context [
  #set text(7.5pt, fill: luma(90))
  #data.source
  #h(1fr)
  #counter(page).display() / #counter(page).final().first()
])
#set text(font: "Noto Sans", size: 9pt, lang: data.lang)
#set par(leading: 0.5em)
#show table.cell.where(y: 0): strong
#let thin = 0.4pt + luma(170)
#let facts(pairs) = grid(columns: (auto, 1fr), column-gutter: 6mm, row-gutter: 2mm,
  ..pairs.map(pair => (text(fill: luma(90))[#pair.at(0)], [#pair.at(1)])).flatten())

#heading(level: 1, text(15pt)[#data.title])
#if data.registered != none [#text(8.5pt, fill: luma(90))[#data.registered]]
#v(4mm)
#grid(columns: (1fr,) * data.parties.len(), column-gutter: 8mm,
  ..data.parties.map(party => block(width: 100%, inset: (top: 2.5mm), stroke: (top: 0.8pt))[
    #text(7.5pt, fill: luma(90))[#upper(party.role)] \
    #strong(party.name) \
    #for line in party.lines [#line \ ]
  ]))
#v(3mm)
#facts(data.facts)
#v(4mm)
#table(columns: (auto, 1fr, auto, auto, auto, auto), stroke: none, inset: (x: 1.5mm, y: 1.8mm),
  align: (left, left, right, right, right, right),
  table.header(table.hline(stroke: 0.8pt), ..data.head.map(word => [#word]), table.hline(stroke: 0.8pt)),
  ..data.lines.map(line => line.map(cell => [#cell])).flatten(), table.hline(stroke: thin))
#v(2mm)
#align(right, block(width: 80mm, grid(columns: (1fr, auto), row-gutter: 2mm, align: (left, right),
  ..data.totals.map(pair => (text(fill: luma(60))[#pair.at(0)], [#pair.at(1)])).flatten(),
  strong(data.due.at(0)), text(12pt, weight: "bold")[#data.due.at(1)])))
#if data.vat.len() > 0 [
  #v(3mm)
  #strong(data.vatTitle)
  #for row in data.vat [\ #row]
]
#v(4mm)
#facts(data.payment)
#for note in data.notes [#par[#note]]
`;

/** What the template prints: words of the language, amounts and days as people here write them. */
export function invoicePaper({ invoice, registerNumber, source }: ReadableInvoice, locale: Locale): object {
  const word = (name: keyof typeof WORDS) => WORDS[name][locale === 'lv' ? 0 : 1];
  const money = (text?: string) => (text && /^-?\d+(\.\d+)?$/.test(text) ? latvianAmount(text) : (text ?? ''));
  const day = (text?: string) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? latvianDate(text) : (text ?? ''));
  const decimal = (text?: string) => (text ?? '').replace('.', ',');
  const given = (pairs: [keyof typeof WORDS, string | undefined][]) =>
    pairs.flatMap(([name, value]) => (value ? [[word(name), value]] : []));
  const { totals, period, payment, payee } = invoice;
  const title = `${word(invoice.document === 'CreditNote' ? 'creditNote' : 'invoice')} ${invoice.number ?? ''}`.trim();
  return {
    lang: locale,
    title,
    registered: registerNumber && `${word('registered')} ${registerNumber}`,
    source: `${word('source')} ${source.name}, SHA-256 ${source.sha256.slice(0, 16)}…`,
    parties: [
      { role: word('seller'), ...partyLines(invoice.seller, word) },
      { role: word('buyer'), ...partyLines(invoice.buyer, word) },
      ...(payee ? [{ role: word('payee'), name: payee.name ?? '', lines: [payee.registrationNumber ?? ''] }] : []),
    ],
    facts: given([
      ['issueDate', day(invoice.issueDate)],
      ['dueDate', day(invoice.dueDate)],
      ['period', period && `${day(period.start)} – ${day(period.end)}`],
      ['contract', invoice.contractReference],
      ['order', invoice.orderReference],
      ['buyerReference', invoice.buyerReference],
      ['corrects', invoice.precedingInvoices.map(({ number }) => number).join(', ')],
    ]),
    head: (['line', 'item', 'quantity', 'price', 'vat', 'amount'] as const).map(word),
    lines: invoice.lines.map(({ id, item, quantity, unit, price, vatCategory, vatRate, netAmount }) => [
      id ?? '',
      [item.name, item.description].filter(Boolean).join(' – '),
      `${decimal(quantity)} ${shownUnit(unit, locale)}`.trim(),
      decimal(price.net),
      vatRate ? `${decimal(vatRate)} %` : (vatCategory ?? ''),
      money(netAmount),
    ]),
    totals: given([
      ['lines', money(totals.lines)],
      ['allowances', money(totals.allowances)],
      ['charges', money(totals.charges)],
      ['withoutVat', money(totals.withoutVat)],
      ['vatTotal', money(totals.vat)],
      ['withVat', money(totals.withVat)],
      ['prepaid', money(totals.prepaid)],
      ['rounding', money(totals.rounding)],
    ]),
    due: [word('due'), `${money(totals.due ?? totals.withVat)} ${invoice.currency ?? ''}`],
    vatTitle: word('vatTable'),
    vat: invoice.vatBreakdown.map(({ category, rate, taxableAmount, taxAmount, exemptionReason }) =>
      [
        `${shownCategory(category, locale) ?? ''} ${rate ? `${decimal(rate)} %` : ''}: ${money(taxableAmount)} → ${money(taxAmount)}`,
        exemptionReason,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    payment: given([
      ['account', payment?.accounts.map(({ id }) => id).join(', ')],
      ['reference', payment?.reference],
      ['terms', invoice.paymentTerms],
    ]),
    notes: invoice.notes.map(({ text }) => text),
  };
}

function partyLines(party: Party, word: (name: 'registration' | 'vatNumber') => string) {
  const { registrationNumber, vatNumber, address } = party;
  const lines = [
    registrationNumber && `${word('registration')} ${registrationNumber}`,
    vatNumber && `${word('vatNumber')} ${vatNumber}`,
    [address?.line1, address?.line2, address?.city, address?.postCode, address?.country].filter(Boolean).join(', '),
  ];
  return { name: party.name ?? party.tradingName ?? '', lines: lines.filter(Boolean) };
}
