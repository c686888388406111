import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WaitingItem } from '#invoices/contract';
import { amount, moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Loaded, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { ReadableMark } from './marks.tsx';
import { useText } from './texts.ts';

/** How many stand above the register at first. */
const FIRST = 10;

/** What came and looks like an invoice, oldest first. */
export function Waiting() {
  const t = useText();
  const waiting = useGet<WaitingItem[]>('/api/invoices/waiting');
  const [isWhole, setIsWhole] = useState(false);
  return (
    <Section title={`${t('waiting')}${waiting.data?.length ? ` (${waiting.data.length})` : ''}`}>
      <Loaded of={waiting}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{t('nothingWaits')}</p>
          ) : (
            <>
              <ul className="rows">
                {(isWhole ? items : items.slice(0, FIRST)).map((item) => (
                  <Item key={item.itemId} item={item} />
                ))}
              </ul>
              {!isWhole && items.length > FIRST && (
                <Button size="xs" variant="default" mt={8} onClick={() => setIsWhole(true)}>
                  {t('showAll', { count: items.length })}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Item({ item }: { item: WaitingItem }) {
  const t = useText();
  const { itemId, supplierName, number, subject, senderName, receivedAt, otherFiles, duplicate, currency } = item;
  return (
    <li>
      <div className="grow">
        <Link to={`/invoices/new/${itemId}`}>{supplierName ? `${supplierName} – ${number ?? ''}` : subject}</Link>
        <div className="meta">
          {[senderName, moment(receivedAt)].filter(Boolean).join(', ')}
          {otherFiles.length > 0 && ` · ${t('alongWith', { files: otherFiles.join(', ') })}`}
        </div>
      </div>
      {duplicate && <StateMark tone="warn">{t('duplicateOf', { number: duplicate.number })}</StateMark>}
      <ReadableMark letter={item.class} isReadable={item.machineReadable} />
      {item.amount && (
        <span className="figures">
          {amount(item.amount)} {currency}
        </span>
      )}
      <Button
        component={Link}
        to={`/invoices/new/${itemId}`}
        size="xs"
        variant="default"
        aria-label={`${t('register')}: ${supplierName ?? subject} ${number ?? ''}`.trim()}
      >
        {t('register')}
      </Button>
    </li>
  );
}
