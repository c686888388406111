import type * as m from '../model/invoice.ts';
import { shownAccount, shownCategory, shownUnit } from './format.ts';
import { type Html, html } from './html.ts';
import { style } from './style.ts';
import { Wording } from './wording.ts';
import type { Locale, words } from './words.ts';

/**
 * An invoice as a clean page for people, self-contained and printable, every value escaped: who, what, money, pay,
 * lines, in the order an accountant reads.
 */
export function renderInvoice(invoice: m.Invoice, locale: Locale): string {
  const view = new View(invoice, locale);
  return `<!doctype html>\n${view.page().text}\n`;
}

class View extends Wording {
  constructor(
    private readonly i: m.Invoice,
    locale: Locale,
  ) {
    super(locale);
  }

  page(): Html {
    const { i } = this;
    const kind = this.word(i.document === 'CreditNote' ? 'creditNote' : 'invoice');
    return html`<html lang="${this.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${kind} ${i.number}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${kind} ${i.number}</h1>
          ${this.facts()}
          <div class="parties">
            ${this.party('seller', i.seller)}${this.party('buyer', i.buyer)}${this.payee()}${this.representative()}${this.delivery()}
          </div>
          ${this.lines()} ${this.totals()} ${this.breakdown()} ${this.payment()} ${this.texts()}
        </main>
      </body>
    </html>`;
  }

  /** Name and value pairs; what is absent is left out. */
  private list(pairs: [keyof typeof words, string | undefined][]): Html {
    const given = pairs.filter(([, value]) => value !== undefined && value !== '');
    if (given.length === 0) return html``;
    return html`<dl>
      ${given.map(
        ([key, value]) =>
          html`<dt>${this.word(key)}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`;
  }

  private facts(): Html {
    const { i } = this;
    return this.list([
      ['issueDate', this.date(i.issueDate)],
      ['dueDate', this.date(i.dueDate)],
      ['paymentTerms', i.paymentTerms],
      ['period', i.period && this.period(i.period)],
      ['deliveryDate', this.date(i.delivery?.date)],
      ['currency', i.currency],
      ['buyerReference', i.buyerReference],
      ['contract', i.contractReference],
      ['order', i.orderReference],
      ['project', i.projectReference],
      ['receivingAdvice', i.receivingAdviceReference],
      ['despatchAdvice', i.despatchAdviceReference],
      ['tender', i.tenderReference],
      ['object', i.invoicedObject?.value],
      [
        'preceding',
        i.precedingInvoices
          .map(({ number, issueDate }) => [number, this.date(issueDate)].filter(Boolean).join(', '))
          .join('; '),
      ],
    ]);
  }

  private party(role: 'seller' | 'buyer', p: m.Party): Html {
    return html`<section>
      <h2>${this.word(role)}</h2>
      <p class="name">${p.name ?? p.tradingName}</p>
      ${this.address(p.address)}${this.list([
        ['registration', p.registrationNumber],
        ['vatNumber', p.vatNumber],
        ['taxNumber', p.taxNumber],
        ['address', p.electronicAddress?.value],
      ])}
      <p>${[p.contact?.name, p.contact?.phone, p.contact?.email].filter(Boolean).join(', ')}</p>
    </section>`;
  }

  private address(a: m.Address | undefined): Html {
    const parts = a && [a.line1, a.line2, a.line3, a.city, a.region, a.postCode, a.country];
    return parts ? html`<p>${parts.filter(Boolean).join(', ')}</p>` : html``;
  }

  private payee(): Html {
    const { payee } = this.i;
    if (!payee) return html``;
    return html`<section class="alert">
      <h2>${this.word('payee')}</h2>
      <p class="name">${payee.name}</p>
      ${this.list([['registration', payee.registrationNumber]])}
    </section>`;
  }

  private representative(): Html {
    const { taxRepresentative: r } = this.i;
    if (!r) return html``;
    return html`<section>
      <h2>${this.word('representative')}</h2>
      <p class="name">${r.name}</p>
      ${this.address(r.address)}${this.list([['vatNumber', r.vatNumber]])}
    </section>`;
  }

  private delivery(): Html {
    const { delivery: d } = this.i;
    if (!d?.address && !d?.name) return html``;
    return html`<section>
      <h2>${this.word('deliverTo')}</h2>
      <p class="name">${d.name}</p>
      ${this.address(d.address)}
    </section>`;
  }

  private column(key: keyof typeof words, isNumber: boolean): Html {
    return html`<th scope="col" class="${isNumber ? 'n' : ''}">${this.word(key)}</th>`;
  }

  private lines(): Html {
    const head = (['line', 'item', 'quantity', 'price', 'vat', 'amount'] as const).map((key, at) =>
      this.column(key, at > 1),
    );
    return html`<table class="lines">
      <caption>
        ${this.word('lines')}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${this.i.lines.map((line) => this.line(line))}
      </tbody>
    </table>`;
  }

  private line(line: m.InvoiceLine): Html {
    const { item, price } = line;
    const base =
      price.baseQuantity && price.baseQuantity !== '1'
        ? ` / ${this.number(price.baseQuantity)} ${shownUnit(price.baseUnit ?? line.unit, this.locale)}`
        : '';
    const rate =
      line.vatRate === undefined ? shownCategory(line.vatCategory, this.locale) : `${this.number(line.vatRate)} %`;
    const details = [
      item.description,
      line.note,
      ...item.attributes.map(({ name, value }) => `${name}: ${value}`),
      line.period && this.period(line.period),
    ];
    return html`<tr>
      <td>${line.id}</td>
      <td>
        <strong>${item.name}</strong
        >${details.filter(Boolean).map((each) => html`<br /><small>${each || ''}</small>`)}${this.adjustments(line)}
      </td>
      <td class="n">${this.number(line.quantity)} ${shownUnit(line.unit, this.locale)}</td>
      <td class="n">${this.amount(price.net)}${base}</td>
      <td class="n">${rate}</td>
      <td class="n">${this.amount(line.netAmount)}</td>
    </tr>`;
  }

  private adjustments({ allowances, charges }: Pick<m.Invoice, 'allowances' | 'charges'>): Html[] {
    const shown = (kind: 'allowance' | 'charge') => (each: m.AllowanceOrCharge) =>
      html`<br /><small>${this.word(kind)} ${this.amount(each.amount)} ${each.reason ?? each.reasonCode}</small>`;
    return [...allowances.map(shown('allowance')), ...charges.map(shown('charge'))];
  }

  private totals(): Html {
    const { totals: t, currency, taxCurrency } = this.i;
    const row = (key: keyof typeof words, value: string | undefined, of = currency, kind = '') =>
      value === undefined
        ? html``
        : html`<tr class="${kind}">
            <th scope="row">${this.word(key)}</th>
            <td class="n">${this.amount(value)} ${of}</td>
          </tr>`;
    const adjustments = this.adjustments(this.i);
    return html`<table class="totals">
        <caption>
          ${this.word('totals')}
        </caption>
        <tbody>
          ${[
            row('linesTotal', t.lines),
            row('allowances', t.allowances),
            row('charges', t.charges),
            row('withoutVat', t.withoutVat),
            row('vatTotal', t.vat),
            row('vatInTaxCurrency', t.vatInTaxCurrency, taxCurrency),
            row('withVat', t.withVat),
            row('prepaid', t.prepaid),
            row('rounding', t.rounding),
            row('due', t.due, currency, 'due'),
          ]}
        </tbody>
      </table>
      ${adjustments.length > 0 && html`<p>${adjustments}</p>`}`;
  }

  private breakdown(): Html {
    const head = (['category', 'rate', 'taxable', 'tax', 'exemption'] as const).map((key, at) =>
      this.column(key, at > 0 && at < 4),
    );
    const rows = this.i.vatBreakdown.map(
      (row) =>
        html`<tr class="${row.category === 'AE' && 'alert'}">
          <td>${shownCategory(row.category, this.locale)}</td>
          <td class="n">${row.rate && `${this.number(row.rate)} %`}</td>
          <td class="n">${this.amount(row.taxableAmount)}</td>
          <td class="n">${this.amount(row.taxAmount)}</td>
          <td>${[row.exemptionReason, row.exemptionCode].filter(Boolean).join(' ')}</td>
        </tr>`,
    );
    return html`<table>
      <caption>
        ${this.word('breakdown')}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
  }

  private payment(): Html {
    const { payment: p } = this.i;
    if (!p) return html``;
    return html`<section>
      <h2>${this.word('payment')}</h2>
      ${p.accounts.map((each) => this.list([['account', [shownAccount(each.id), each.bic, each.name].filter(Boolean).join(', ')]]))}${this.list(
        [
          ['paymentReference', p.reference],
          ['card', p.card?.number],
          ['mandate', p.directDebit?.mandate],
        ],
      )}
    </section>`;
  }

  private texts(): Html {
    const { notes, attachments } = this.i;
    const named = attachments.map(({ reference, description, uri, file }) =>
      [reference, description, file?.fileName ?? uri].filter(Boolean).join(', '),
    );
    return html`${
      notes.length > 0 &&
      html`<section>
        <h2>${this.word('notes')}</h2>
        ${notes.map(({ text }) => html`<p>${text}</p>`)}
      </section>`
    }${
      named.length > 0 &&
      html`<section>
        <h2>${this.word('attachments')}</h2>
        <ul>
          ${named.map((each) => html`<li>${each}</li>`)}
        </ul>
      </section>`
    }`;
  }
}
