import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { PaperSuppliers as View } from '#invoices/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { day, moment, percent } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Empty, Loaded, Notice, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useLocale } from '../shared/text.ts';
import { useText } from './texts.ts';

/** How many are chosen to begin with: the ten who send most. */
const TEN = 10;

/** Suppliers who still send PDF: what the share would be if these switched, and a ready letter to each. */
export function PaperSuppliers({ year }: { year: string }) {
  const t = useText();
  const suppliers = useGet<View>(`/api/invoices/paper-suppliers?year=${year}`);
  return (
    <Section title={t('paperSuppliers')}>
      <Loaded of={suppliers}>
        {(view) => (view.suppliers.length ? <Suppliers key={year} view={view} /> : <Empty title={t('noPaper')} />)}
      </Loaded>
    </Section>
  );
}

function Suppliers({ view: { total, structured, suppliers, mayWrite } }: { view: View }) {
  const t = useText();
  const locale = useLocale();
  const [chosen, setChosen] = useState<readonly string[]>(() => suppliers.slice(0, TEN).map(({ key }) => key));
  const selected = suppliers.filter(({ key }) => chosen.includes(key));
  const gained = selected.reduce((sum, { unread }) => sum + unread, 0);
  const toggle = (key: string) =>
    setChosen((now) => (now.includes(key) ? now.filter((other) => other !== key) : [...now, key]));
  const unasked = selected.filter(({ letter }) => !letter);
  return (
    <>
      <Notice role="status">
        <span className="figures">
          {t('whatIf', {
            count: selected.length,
            now: percent(total ? structured / total : 0, locale),
            later: percent(total ? (structured + gained) / total : 0, locale),
          })}
        </span>
      </Notice>
      <SmallTable
        label={t('paperSuppliers')}
        head={[
          { title: t('choose') },
          { title: t('supplier') },
          { title: t('unreadCount'), isEnd: true },
          { title: t('total'), isEnd: true },
          { title: t('lastOn') },
          { title: t('letter') },
        ]}
        rows={suppliers.map(({ key, name, unread, total: all, lastOn, letter }) => ({
          key,
          cells: [
            <Checkbox
              key="c"
              aria-label={`${t('choose')}: ${name}`}
              checked={chosen.includes(key)}
              onChange={() => toggle(key)}
            />,
            <Link key="l" to={`/invoices?supplier=${encodeURIComponent(key)}`}>
              {name}
            </Link>,
            unread,
            all,
            day(lastOn),
            letter ? (
              letter.id ? (
                <Link key="d" to={`/documents/${letter.id}`}>
                  {t('letterOf', { at: moment(letter.askedAt) })}
                </Link>
              ) : (
                t('letterComing')
              )
            ) : (
              '–'
            ),
          ],
        }))}
      />
      {mayWrite && (
        <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
          <ActButton
            disabled={unasked.length === 0}
            act={() => post('/api/invoices/paper-suppliers/letters', { keys: unasked.map(({ key }) => key) })}
            done={t('lettersAsked')}
          >
            {t('writeLetters', { count: unasked.length })}
          </ActButton>
          <Button variant="default" onClick={() => setChosen([])}>
            {t('chooseNone')}
          </Button>
        </div>
      )}
    </>
  );
}
