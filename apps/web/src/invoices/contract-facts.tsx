import { Progress } from '@mantine/core';
import type { ContractView } from '#invoices/contract';
import { amount, day, percent } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Facts, Notice, Section } from '../shared/page.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { useLocale } from '../shared/text.ts';
import { InvoiceStateMark } from './marks.tsx';
import { useText } from './texts.ts';

/** All parties but us, the first one first. */
export const partiesOf = ({ supplierName, supplierRegistrationNumber, otherParties }: ContractView) => [
  { name: supplierName, registrationNumber: supplierRegistrationNumber },
  ...otherParties,
];

/** Parties, subject and term of a contract. */
export function ContractFacts({ view }: { view: ContractView }) {
  const t = useText();
  return (
    <>
      {view.state === 'ending' && view.validTo && (
        <Notice tone="warn">{t('endsOn', { day: day(view.validTo) })}</Notice>
      )}
      <Section title={t('contract')}>
        <Facts
          of={[
            [
              t('parties'),
              <>
                <div>
                  {view.ourName}, {view.ourRegistrationNumber}
                </div>
                {partiesOf(view).map((party, place) => (
                  <div key={place}>{[party.name, party.registrationNumber].filter(Boolean).join(', ')}</div>
                ))}
              </>,
            ],
            [t('subject'), view.subject],
            [t('theirNumber'), view.theirNumber],
            [t('procurement'), view.procurement],
            [t('signedOn'), view.signedOn && day(view.signedOn)],
            [t('term'), `${day(view.validFrom)} – ${view.validTo ? day(view.validTo) : t('untilFurther')}`],
            [t('endedOn'), view.endedOn && day(view.endedOn)],
            [t('contractUnit'), view.unitName],
            [t('responsible'), view.responsible],
            [t('reminder'), view.validTo && t('remindDaysBefore', { count: view.remindDays })],
          ]}
        />
      </Section>
    </>
  );
}

/** What is left of the contract's value, and the invoices against it. */
export function ContractMoney({ view }: { view: ContractView }) {
  const t = useText();
  const money = (value: string | null) => value && `${amount(value)} ${view.currency}`;
  return (
    <>
      <Section title={t('contractMoney')}>
        <Used view={view} />
        <Facts
          of={[
            [t('value'), money(view.value) ?? t('noValue')],
            [t('spent'), money(view.spent)],
            [t('remaining'), view.remaining && <strong>{money(view.remaining)}</strong>],
          ]}
        />
      </Section>
      <Section title={`${t('invoicesAgainst')} (${view.invoices.length})`}>
        {view.invoices.length === 0 ? (
          <p className="quiet">{t('noInvoicesAgainst')}</p>
        ) : (
          <SmallTable
            label={t('invoicesAgainst')}
            head={[
              { title: t('registerNumber') },
              { title: t('number') },
              { title: t('issueDate') },
              { title: t('withoutVat'), isEnd: true },
              { title: t('state') },
            ]}
            rows={view.invoices.map((invoice) => ({
              key: invoice.id,
              cells: [
                <Link key="l" to={`/invoices/${invoice.id}`}>
                  {invoice.registerNumber ?? '–'}
                </Link>,
                invoice.number,
                day(invoice.issueDate),
                `${invoice.isCreditNote ? '−' : ''}${amount(invoice.amount)} ${invoice.currency}`,
                <InvoiceStateMark key="s" state={invoice.state} />,
              ],
            }))}
          />
        )}
      </Section>
    </>
  );
}

/** How much of the value is used, drawn and told. */
function Used({ view: { value, spent, remaining } }: { view: ContractView }) {
  const t = useText();
  const locale = useLocale();
  if (!value || Number(value) === 0) return null;
  const share = Number(spent) / Number(value);
  const words = t('usedShare', { share: percent(share, locale) });
  return (
    <div style={{ maxWidth: 460, margin: '4px 0 12px' }}>
      <Progress
        value={Math.min(100, share * 100)}
        color={remaining?.startsWith('-') ? 'red' : share > 0.9 ? 'yellow' : 'green'}
        aria-label={words}
      />
      <div className="meta figures">{words}</div>
    </div>
  );
}
