import { Button } from '@mantine/core';
import type { OrderRow, PaymentsView } from '#invoices/contract';
import { amount, day, moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Empty, Section } from '../shared/page.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { PaymentMark } from './marks.tsx';
import { useText } from './texts.ts';

/** Payment orders with what the bank says of each payment. */
export function Orders({ orders }: { orders: OrderRow[] }) {
  const t = useText();
  return (
    <Section title={t('paymentOrders')}>
      {orders.length === 0 ? (
        <p className="quiet">{t('noOrders')}</p>
      ) : (
        <ul className="rows">
          {orders.map((order) => (
            <li key={order.id} style={{ alignItems: 'flex-start' }}>
              <div className="grow">
                <strong className="figures">{amount(order.total)} EUR</strong>, {t('toBePaidOn')}{' '}
                {day(order.requestedOn)}
                <div className="meta">
                  {order.account}. {order.madeBy}, {moment(order.madeAt)}
                  {order.reason && `. ${order.reason}`}
                </div>
                <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
                  {order.payments.map((payment) => (
                    <li key={payment.id}>
                      <Link to={`/invoices/${payment.invoiceId}`}>
                        {payment.registerNumber} {payment.creditorName}
                      </Link>{' '}
                      <span className="figures">{amount(payment.amount)}</span> <PaymentMark state={payment.state} />
                      {payment.reason && <span className="meta"> {payment.reason}</span>}
                    </li>
                  ))}
                </ul>
              </div>
              <PaymentMark state={order.state} />
              <Button
                component="a"
                href={`/api/payments/orders/${order.id}/file`}
                size="xs"
                variant="default"
                aria-label={`pain.001: ${amount(order.total)} EUR, ${day(order.requestedOn)}`}
              >
                pain.001
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const COUNTS = ['accepted', 'refused', 'paid', 'partly', 'returned', 'repeated', 'unmatched'] as const;

/** The bank's files and what each changed. */
export function BankFiles({ view: { files } }: { view: PaymentsView }) {
  const t = useText();
  if (!files.length) return <Empty title={t('noBankFiles')}>{t('noBankFilesHint')}</Empty>;
  return (
    <Section title={t('bankFiles')}>
      <SmallTable
        label={t('bankFiles')}
        head={[{ title: t('bankFile') }, { title: t('whenRead') }, { title: t('result') }]}
        rows={files.map(({ id, name, kind, readAt, readBy, result }) => ({
          key: id,
          cells: [
            <div key="n">
              {name}
              <div className="meta">{kind}</div>
            </div>,
            `${moment(readAt)}, ${readBy}`,
            COUNTS.filter((count) => result[count])
              .map((count) => `${t(`result.${count}`)}: ${result[count]}`)
              .join(', ') || t('result.nothing'),
          ],
        }))}
      />
    </Section>
  );
}
