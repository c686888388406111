import type { InvoiceView } from '#invoices/contract';
import { amount, day, moment, usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Facts, Notice, Section } from '../shared/page.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { Approvals, Basis, MoneyMoved, PdfComparison } from './invoice-work.tsx';
import { monthName } from './month-name.ts';
import { Recognition } from './recognition.tsx';
import { useText } from './texts.ts';

const party = ({ name, registrationNumber, vatNumber, address }: InvoiceView['supplier']) =>
  [name, registrationNumber, vatNumber, address].filter(Boolean).join(', ');

/** The facts of an invoice: verdict, who, what, money, payment, lines, decisions. */
export function InvoiceFacts({ view }: { view: InvoiceView }) {
  const t = useText();
  const pick = usePick();
  const money = (value: string | null) => value && `${amount(value)} ${view.currency}`;
  return (
    <>
      {view.rejectionReason && <Notice tone="bad">{t('rejectedBecause', { reason: view.rejectionReason })}</Notice>}
      {view.isTypedByHand && <Notice tone="warn">{t('typedByHand')}</Notice>}
      <MoneyMoved view={view} />
      {view.state === 'registered' && <Approvals view={view} />}
      <Basis view={view} />
      {view.recognition && <Recognition recognition={view.recognition} />}
      {view.hasPdf && view.recognition?.syntax && !view.isTypedByHand && <PdfComparison id={view.id} />}
      <Section title={t('who')}>
        {view.payeeName && (
          <Notice tone="bad" title={t('payeeDiffers')}>
            <p>{view.payeeName}</p>
          </Notice>
        )}
        {view.isForUs === false && <Notice tone="bad">{t('notForUs')}</Notice>}
        <Facts
          of={[
            [t('supplier'), party(view.supplier)],
            [t('buyer'), view.buyer && party(view.buyer)],
            [t('unit'), view.unitName],
            [t('buyerReference'), view.buyerReference],
          ]}
        />
      </Section>
      <Section title={t('what')}>
        <Facts
          of={[
            [t('number'), view.number],
            [t('issueDate'), day(view.issueDate)],
            [
              t('typeCode'),
              view.typeCode && `${view.isCreditNote ? t('creditNote') : t('invoice')} (${view.typeCode})`,
            ],
            [
              t('dueDate'),
              view.dueDate ? `${day(view.dueDate)}${view.isDueByLaw ? ` ${t('dueByLaw')}` : ''}` : view.paymentTerms,
            ],
            [t('corrects'), view.precedingInvoices.length > 0 && <Invoices of={view.precedingInvoices} />],
            [t('correctedBy'), view.correctedBy.length > 0 && <Invoices of={view.correctedBy} />],
            [t('contract'), view.contractReference],
            [t('order'), view.orderReference],
            [t('project'), view.projectReference],
            [t('period'), view.period && `${day(view.period.start)} – ${day(view.period.end)}`],
            [t('notes'), view.notes.join('; ')],
          ]}
        />
      </Section>
      <Money view={view} money={money} />
      <Payment view={view} />
      {view.lines.length > 0 && (
        <Section title={`${t('lines')} (${view.lines.length})`}>
          <SmallTable
            label={t('lines')}
            head={[
              { title: t('name') },
              { title: t('quantity'), isEnd: true },
              { title: t('unitOfMeasure') },
              { title: t('price'), isEnd: true },
              { title: t('net'), isEnd: true },
              { title: t('vat'), isEnd: true },
            ]}
            rows={view.lines.map((line) => ({
              key: String(line.place),
              cells: [
                line.name,
                line.quantity?.replace('.', ','),
                pick(line.unitName),
                line.price?.replace('.', ','),
                amount(line.netAmount),
                [line.vatCategory, line.vatRate && `${line.vatRate.replace('.', ',')} %`].filter(Boolean).join(' '),
              ],
            }))}
          />
        </Section>
      )}
      {view.state !== 'registered' && <Approvals view={view} />}
      {view.coding.length > 0 && (
        <Section title={view.postingMonth ? `${t('coding')}, ${monthName(view.postingMonth)}` : t('coding')}>
          <SmallTable
            label={t('coding')}
            head={[
              { title: t('accountCode') },
              { title: t('unit') },
              { title: t('project2') },
              { title: t('amount'), isEnd: true },
            ]}
            rows={view.coding.map((row) => ({
              key: String(row.place),
              cells: [row.accountCode, row.unitName, row.project || '–', amount(row.amount)],
            }))}
          />
        </Section>
      )}
      {view.decisions.length > 0 && (
        <Section title={t('history')}>
          <ul className="rows">
            {view.decisions.map(({ act, person, onBehalfOf, at, note }) => (
              <li key={`${act}-${at}`}>
                <div className="grow">
                  <strong>{t(`did.${act}` as 'did.approve')}</strong>
                  {note && <div>{note}</div>}
                  <div className="meta">
                    {person}
                    {onBehalfOf && `, ${t('inPlaceOf', { person: onBehalfOf })}`}, {moment(at)}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Other invoices by their numbers; a link where they are registered. */
const Invoices = ({ of }: { of: InvoiceView['precedingInvoices'] }) =>
  of.map(({ id, number }, place) => (
    <span key={number}>
      {place > 0 && ', '}
      {id ? <Link to={`/invoices/${id}`}>{number}</Link> : number}
    </span>
  ));

function Money({ view, money }: { view: InvoiceView; money: (value: string | null) => string | null }) {
  const t = useText();
  const pick = usePick();
  return (
    <Section title={t('money')}>
      {view.isReverseCharge && <Notice tone="warn">{t('reverseCharge')}</Notice>}
      <Facts
        of={[
          [t('withoutVat'), money(view.amountWithoutVat)],
          [t('vat'), money(view.vatAmount)],
          [t('withVat'), money(view.amountWithVat)],
          [t('prepaid'), money(view.prepaid)],
          [t('rounding'), money(view.rounding)],
          [t('amountDue'), <strong key="due">{money(view.amountDue)}</strong>],
        ]}
      />
      {view.vatBreakdown.length > 0 && (
        <SmallTable
          label={t('vatCategory')}
          head={[
            { title: t('vatCategory') },
            { title: t('rate'), isEnd: true },
            { title: t('taxable'), isEnd: true },
            { title: t('tax'), isEnd: true },
            { title: t('exemption') },
          ]}
          rows={view.vatBreakdown.map((vat, place) => ({
            key: String(place),
            cells: [
              pick(vat.categoryName),
              vat.rate && `${vat.rate.replace('.', ',')} %`,
              amount(vat.taxable),
              amount(vat.tax),
              vat.exemption ?? '–',
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** Means of payment (UNTDID 4461) that have a name here. */
const MEANS = new Set(['10', '30', '31', '42', '48', '49', '57', '58', '59', '97']);

function Payment({ view }: { view: InvoiceView }) {
  const t = useText();
  const { account } = view;
  return (
    <Section title={t('pay')}>
      {account.state === 'changed' && <Notice tone="bad">{t('accountChanged')}</Notice>}
      {account.state === 'new' && <Notice tone="warn">{t('accountNew')}</Notice>}
      <Facts
        of={[
          [t('iban'), `${view.iban ?? ''} (${t(`account.${account.state}`)})`],
          [t('knownAccounts'), account.state === 'changed' && account.known.join(', ')],
          [t('paymentReference'), view.paymentReference],
          [
            t('paymentMeans'),
            view.paymentMeans &&
              (MEANS.has(view.paymentMeans) ? t(`means.${view.paymentMeans}` as 'means.30') : view.paymentMeans),
          ],
          [t('paymentTerms'), view.dueDate && view.paymentTerms],
          [t('paidOn'), view.paidOn && day(view.paidOn)],
        ]}
      />
    </Section>
  );
}
