import { Select } from '@mantine/core';
import type { LeaveRow } from '#personnel/contract';
import { withQuery } from '../shared/api.ts';
import { UnitSelect } from '../shared/fields.tsx';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Loaded, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useSharedText } from '../shared/texts.ts';
import { stateTone, useWord } from '../shared/words.ts';
import { useLeaveKinds } from './leave-words.ts';
import { Period } from './mine-place.tsx';
import { useText } from './texts.ts';

const STATES = ['registered', 'in-approval', 'in-execution', 'done', 'draft', 'cancelled'];

/** Leave requests of everybody whom the reader may see. */
export function RequestsPlace() {
  const t = useText();
  const shared = useSharedText();
  const word = useWord();
  const [query, change] = useQueryText();
  const list = useGet<LeaveRow[]>(
    withQuery('/api/personnel/leave-requests', { state: query['state'], unit: query['unit'] }),
    { keep: true },
  );
  const columns = useColumns();
  return (
    <>
      <div className="filters" role="group" aria-label={shared('filters')}>
        <Select
          size="xs"
          label={t('state')}
          clearable
          w={170}
          data={STATES.map((state) => ({ value: state, label: word('state', state) }))}
          value={query['state'] ?? null}
          onChange={(state) => change({ state })}
        />
        <UnitSelect size="xs" clearable w={240} value={query['unit'] ?? null} onChange={(unit) => change({ unit })} />
      </div>
      <Loaded of={list}>
        {(rows) => (
          <RegisterTable
            name="leave-requests"
            label={t('leaveRequests')}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            nameOf={({ number, person }) => `${number ?? ''} ${person.name}`}
            linkOf={({ id }) => `/documents/${id}`}
            above={<span className="quiet figures">{shared('rows', { count: rows.length })}</span>}
          />
        )}
      </Loaded>
    </>
  );
}

function useColumns(): Column<LeaveRow>[] {
  const t = useText();
  const word = useWord();
  const { leaveName } = useLeaveKinds();
  return [
    {
      name: 'number',
      title: t('number'),
      width: 110,
      cell: ({ id, number }) => <Link to={`/documents/${id}`}>{number ?? t('withoutNumber')}</Link>,
    },
    { name: 'person', title: t('person'), width: 160, cell: ({ person }) => person.name },
    { name: 'unit', title: t('unit'), width: 180, isExtra: true, cell: ({ unitName }) => unitName },
    { name: 'kind', title: t('leaveKind'), cell: ({ leaveKind }) => leaveName(leaveKind) },
    {
      name: 'period',
      title: t('period'),
      width: 190,
      cell: ({ fromDay, toDay }) => <Period from={fromDay} to={toDay} />,
    },
    { name: 'days', title: t('days'), width: 70, isEnd: true, cell: ({ days }) => days },
    {
      name: 'state',
      title: t('state'),
      width: 130,
      cell: ({ state }) => <StateMark tone={stateTone(state)}>{word('state', state)}</StateMark>,
    },
    { name: 'waitsFor', title: t('waitsFor'), width: 150, cell: ({ waitsFor }) => waitsFor ?? '–' },
    {
      name: 'substitute',
      title: t('substitute'),
      width: 160,
      isExtra: true,
      cell: ({ substituteName }) => substituteName ?? '–',
    },
    {
      name: 'order',
      title: t('order'),
      width: 110,
      cell: ({ orderId, orderNumber, orderState }) =>
        orderId ? <Link to={`/documents/${orderId}`}>{orderNumber ?? word('state', orderState)}</Link> : '–',
    },
  ];
}
