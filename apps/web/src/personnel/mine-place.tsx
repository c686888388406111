import { Button } from '@mantine/core';
import type { AcquaintanceRow, LeaveRow, SelfService } from '#personnel/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { day } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Due, Empty, Loaded, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { stateTone, useWord } from '../shared/words.ts';
import { useLeaveKinds } from './leave-words.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useText } from './texts.ts';

/** Everything of the reader as an employee: what to read, days of leave, requests, trainings. */
export function MinePlace() {
  const t = useText();
  const mine = useGet<SelfService>('/api/personnel/self-service');
  return (
    <Loaded of={mine}>
      {({ balances, requests, acquaintances, trainings }) => (
        <>
          <ToKnow rows={acquaintances.filter(({ state }) => !['acquainted', 'refused'].includes(state))} />
          <Balances balances={balances} />
          <Section title={t('requests')}>
            {requests.length ? <Requests rows={requests} /> : <Empty title={t('noRequests')} />}
          </Section>
          <Section title={t('myTrainings')}>
            {trainings.length ? (
              <SmallTable
                label={t('myTrainings')}
                head={[
                  { title: t('training') },
                  { title: t('provider') },
                  { title: t('period') },
                  { title: t('hours'), isEnd: true },
                  { title: t('ict') },
                ]}
                rows={trainings.map(({ id, title, provider, fromDay, toDay, hours, isIct }) => ({
                  key: id,
                  cells: [
                    title,
                    provider,
                    <Period key="p" from={fromDay} to={toDay} />,
                    hours.replace('.', ','),
                    isIct ? t('yes') : t('no'),
                  ],
                }))}
              />
            ) : (
              <Empty title={t('noTrainings')} />
            )}
          </Section>
        </>
      )}
    </Loaded>
  );
}

export const Period = ({ from, to }: { from: string; to: string }) => (
  <span className="figures">{from === to ? day(from) : `${day(from)} – ${day(to)}`}</span>
);

function ToKnow({ rows }: { rows: readonly AcquaintanceRow[] }) {
  const t = useText();
  return (
    <Section title={`${t('mineToKnow')}${rows.length ? ` (${rows.length})` : ''}`}>
      {rows.length === 0 && <p className="quiet">{t('nothingToRead')}</p>}
      <ul className="rows">
        {rows.map(({ id, title, number, documentId, announcementId, dueOn }) => (
          <li key={id}>
            <div className="grow">
              <Link to={documentId ? `/documents/${documentId}` : `/personnel/announcements/${announcementId}`}>
                {number ? `${number} ${title}` : title}
              </Link>
            </div>
            <Due on={dueOn} />
            <ActButton
              size="xs"
              variant="default"
              aria-label={`${t('known')}: ${title}`}
              act={() => post(`/api/personnel/acquaintances/${id}/confirmation`)}
              done={t('confirmed')}
            >
              {t('known')}
            </ActButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Balances({ balances }: Pick<SelfService, 'balances'>) {
  const t = useText();
  const { leaveName } = useLeaveKinds();
  const head = [
    { title: t('leaveKind') },
    ...(['granted', 'taken', 'waiting', 'left'] as const).map((name) => ({ title: t(name), isEnd: true })),
  ];
  return (
    <Section title={t('balances')}>
      {balances.length ? (
        <SmallTable
          label={t('balances')}
          head={head}
          rows={balances.map(({ leaveKind, granted, taken, waiting, left }) => ({
            key: leaveKind,
            cells: [leaveName(leaveKind), granted, taken, waiting || '–', <strong key="left">{left}</strong>],
          }))}
        />
      ) : (
        <Empty title={t('noBalances')}>{t('noBalancesHint')}</Empty>
      )}
    </Section>
  );
}

function Requests({ rows }: { rows: readonly LeaveRow[] }) {
  const t = useText();
  const word = useWord();
  const { leaveName } = useLeaveKinds();
  return (
    <SmallTable
      label={t('requests')}
      head={[
        { title: t('number') },
        { title: t('leaveKind') },
        { title: t('period') },
        { title: t('days'), isEnd: true },
        { title: t('state') },
        { title: t('waitsFor') },
        { title: t('order') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="n" to={`/documents/${row.id}`}>
            {row.number ?? t('withoutNumber')}
          </Link>,
          leaveName(row.leaveKind),
          <Period key="p" from={row.fromDay} to={row.toDay} />,
          row.days,
          <StateMark key="s" tone={stateTone(row.state)}>
            {word('state', row.state)}
          </StateMark>,
          row.waitsFor ?? '–',
          row.orderId ? (
            <Button key="o" component={Link} to={`/documents/${row.orderId}`} size="compact-xs" variant="default">
              {row.orderNumber ?? word('state', row.orderState)}
            </Button>
          ) : (
            '–'
          ),
        ],
      }))}
    />
  );
}
