import type { PaymentsView } from '#invoices/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { amount, day } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Notice, Section } from '../shared/page.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { useText } from './texts.ts';

/** Money went to a supplier's account, but for which invoice? A person says, before it is paid twice. */
export function UnmatchedBookings({ view: { unmatched, mayAct } }: { view: PaymentsView }) {
  const t = useText();
  if (!unmatched.length) return null;
  return (
    <Section title={`${t('unmatchedBookings')} (${unmatched.length})`}>
      <Notice tone="warn">{t('unmatchedHint')}</Notice>
      <SmallTable
        label={t('unmatchedBookings')}
        head={[
          { title: t('bookedOn') },
          { title: t('amount'), isEnd: true },
          { title: t('supplier') },
          { title: t('words') },
          { title: t('whichInvoice') },
        ]}
        rows={unmatched.map(({ id, bookedOn, amount: sum, currency, partyName, partyIban, remittance, invoices }) => ({
          key: id,
          cells: [
            day(bookedOn),
            `${amount(sum)} ${currency}`,
            <div key="p">
              {partyName}
              <div className="meta">{partyIban}</div>
            </div>,
            remittance || '–',
            <div key="i" style={{ display: 'grid', gap: 6, padding: '6px 0' }}>
              {invoices.map((invoice) => (
                <div key={invoice.id} style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
                  <Link to={`/invoices/${invoice.id}`}>
                    {invoice.registerNumber} {invoice.number}
                  </Link>
                  <span className="meta figures">{t('left', { amount: `${amount(invoice.due)} ${currency}` })}</span>
                  {mayAct && (
                    <ActButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`${t('forThisInvoice')}: ${amount(sum)} ${currency}, ${invoice.number}`}
                      act={() => post(`/api/payments/bookings/${id}/match`, { invoiceId: invoice.id })}
                      done={t('bookingMatched')}
                    >
                      {t('forThisInvoice')}
                    </ActButton>
                  )}
                </div>
              ))}
            </div>,
          ],
        }))}
      />
    </Section>
  );
}
