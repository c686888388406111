import { Button } from '@mantine/core';
import type { DocumentCard } from '#documents/contract';
import type { InvoiceView } from '#invoices/contract';
import { amount, day } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Facts, Loaded, Notice, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { InvoiceActs } from './invoice-acts.tsx';
import { InvoiceStateMark, ReadableMark } from './marks.tsx';
import { useText } from './texts.ts';

/** On the common card of an invoice: the main facts and the next act; the whole is on its own page. */
export default function InvoiceCard({ card }: { card: DocumentCard }) {
  const t = useText();
  const invoice = useGet<InvoiceView>(`/api/invoices/${card.id}`);
  return (
    <Loaded of={invoice}>
      {(view) => (
        <Section
          title={t('title')}
          actions={
            <>
              <InvoiceActs view={view} />
              <Button component={Link} to={`/invoices/${card.id}`} variant="default">
                {t('page')}
              </Button>
            </>
          }
        >
          {view.account.state === 'changed' && <Notice tone="bad">{t('accountChanged')}</Notice>}
          <Facts
            of={[
              [t('state'), <InvoiceStateMark key="s" state={view.state} />],
              [t('verdict'), <ReadableMark key="r" letter={view.class} isReadable={view.isMachineReadable} />],
              [t('supplier'), [view.supplier.name, view.supplier.registrationNumber].filter(Boolean).join(', ')],
              [t('number'), view.number],
              [t('issueDate'), day(view.issueDate)],
              [t('amountDue'), `${amount(view.amountDue)} ${view.currency}`],
              [t('iban'), view.iban && `${view.iban} (${t(`account.${view.account.state}`)})`],
              [t('reason'), view.rejectionReason],
            ]}
          />
        </Section>
      )}
    </Loaded>
  );
}
