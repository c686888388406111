import type { Comparison, InvoiceView } from '#invoices/contract';
import { amount, day, moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Facts, Loaded, Notice, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useWord } from '../shared/words.ts';
import { PaymentMark } from './marks.tsx';
import { useText } from './texts.ts';

/** Who approves, of what lines, who has already. */
export function Approvals({ view: { approvals, currency } }: { view: InvoiceView }) {
  const t = useText();
  if (!approvals.length) return null;
  return (
    <Section title={t('approvals')}>
      <ul className="rows">
        {approvals.map(({ id, person, reason, lines, above, doneAt, doneBy }) => (
          <li key={id}>
            <div className="grow">
              {doneBy ?? person}
              <div className="meta">
                {reason === 'amount'
                  ? t('approval.amount', { above: `${amount(above)} ${currency}` })
                  : lines.length
                    ? t('approval.line', { lines: lines.join(', ') })
                    : t('approval.receiver')}
                {doneAt && `, ${moment(doneAt)}`}
              </div>
            </div>
            <StateMark tone={doneAt ? 'good' : 'warn'}>{t(doneAt ? 'approved' : 'waits')}</StateMark>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Contract, order, act and letters of the invoice. */
export function Basis({ view: { match, letters } }: { view: InvoiceView }) {
  const t = useText();
  const word = useWord();
  const { contract, order, act } = match;
  if (!contract && !order && !act && !letters.length) return null;
  const link = (to: string, { number, title }: { number: string | null; title: string }) => (
    <Link to={to}>{[number, title].filter(Boolean).join(' ')}</Link>
  );
  return (
    <Section title={t('basis')}>
      <Facts
        of={[
          [
            t('contract'),
            contract && (
              <>
                {link(`/contracts/${contract.id}`, contract)}
                {contract.remaining && (
                  <div className="meta figures">
                    {t(contract.remaining.startsWith('-') ? 'overspent' : 'left', {
                      amount: `${amount(contract.remaining.replace('-', ''))} EUR`,
                    })}
                  </div>
                )}
              </>
            ),
          ],
          [t('order'), order && link(`/documents/${order.id}`, order)],
          [t('acceptanceAct'), act && link(`/documents/${act.id}`, act)],
          [
            t('letters'),
            letters.length > 0 &&
              letters.map((letter) => (
                <div key={letter.id}>
                  {link(`/documents/${letter.id}`, letter)} <span className="meta">{word('state', letter.state)}</span>
                </div>
              )),
          ],
        ]}
      />
      {contract?.remaining?.startsWith('-') && <Notice tone="bad">{t('overspentHint')}</Notice>}
    </Section>
  );
}

/** What became of the money: orders, the bank's answers, bookings. */
export function MoneyMoved({ view }: { view: InvoiceView }) {
  const t = useText();
  const { payments, booked, paidAmount, amountDue, currency, state, handedOverAt, accountingReference } = view;
  if (!payments.length && !booked.length && !handedOverAt) return null;
  const difference = Math.round((Number(paidAmount) - Number(amountDue)) * 100);
  return (
    <Section title={t('moneyMoved')}>
      {state === 'paid' && difference > 0 && (
        <Notice tone="bad">{t('overpaid', { amount: `${amount((difference / 100).toFixed(2))} ${currency}` })}</Notice>
      )}
      {Number(paidAmount) > 0 && difference < 0 && (
        <Notice tone="warn">
          {t('partlyPaid', { amount: `${amount((-difference / 100).toFixed(2))} ${currency}` })}
        </Notice>
      )}
      {payments.length > 0 && (
        <SmallTable
          label={t('paymentOrders')}
          head={[
            { title: t('requestedOn') },
            { title: t('endToEndId') },
            { title: t('amount'), isEnd: true },
            { title: t('state') },
          ]}
          rows={payments.map((payment) => ({
            key: payment.endToEndId,
            cells: [
              day(payment.requestedOn),
              payment.endToEndId,
              amount(payment.amount),
              <div key="s">
                <PaymentMark state={payment.state} />
                {payment.reason && <div className="meta">{payment.reason}</div>}
              </div>,
            ],
          }))}
        />
      )}
      {booked.length > 0 && (
        <SmallTable
          label={t('booked')}
          head={[{ title: t('bookedOn') }, { title: t('amount'), isEnd: true }, { title: t('words') }]}
          rows={booked.map(({ bookedOn, amount: sum, remittance }, place) => ({
            key: String(place),
            cells: [day(bookedOn), amount(sum), remittance || '–'],
          }))}
        />
      )}
      <Facts
        of={[
          [t('handedOver'), handedOverAt && moment(handedOverAt)],
          [t('accountingReference'), accountingReference],
        ]}
      />
    </Section>
  );
}

/** Days and amounts as people write them. */
const shownValue = (name: Comparison['fields'][number]['name'], value: string) =>
  name.endsWith('Date') ? day(value) : /amount/i.test(name) ? amount(value) : value;

/** Whether the PDF that came along says the same as the XML. */
export function PdfComparison({ id }: { id: string }) {
  const t = useText();
  const comparison = useGet<Comparison>(`/api/invoices/${id}/comparison`, { fresh: 300_000 });
  return (
    <Section title={t('comparison')}>
      <Loaded of={comparison}>
        {({ fileName, hasText, fields }) => {
          const missing = fields.filter(({ isFound }) => !isFound);
          if (!hasText) return <Notice tone="warn">{t('pdfWithoutText', { name: fileName })}</Notice>;
          if (!missing.length) return <Notice tone="good">{t('pdfAgrees', { name: fileName })}</Notice>;
          return (
            <>
              <Notice tone="warn">{t('pdfDiffers', { name: fileName })}</Notice>
              <SmallTable
                label={t('comparison')}
                head={[{ title: t('field') }, { title: t('inXml') }, { title: t('inPdf') }]}
                rows={fields.map(({ name, value, isFound }) => ({
                  key: name,
                  cells: [
                    t(`field.${name}`),
                    shownValue(name, value),
                    <StateMark key="f" tone={isFound ? 'good' : 'bad'}>
                      {t(isFound ? 'found' : 'notFound')}
                    </StateMark>,
                  ],
                }))}
              />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
