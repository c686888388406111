import type { OrderRow } from '#personnel/contract';
import { usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Empty, Loaded, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useSharedText } from '../shared/texts.ts';
import { stateTone, useWord } from '../shared/words.ts';
import { acquaintanceTone } from './leave-words.ts';
import { Period } from './mine-place.tsx';
import { useText } from './texts.ts';

/** Personnel orders: whom, what, when, whether signed and known. */
export function OrdersPlace() {
  const t = useText();
  const shared = useSharedText();
  const list = useGet<OrderRow[]>('/api/personnel/orders');
  const columns = useColumns();
  return (
    <Loaded of={list}>
      {(rows) => (
        <RegisterTable
          name="personnel-orders"
          label={t('orders')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ number, person }) => `${number ?? ''} ${person.name}`}
          linkOf={({ id }) => `/documents/${id}`}
          above={<span className="quiet figures">{shared('rows', { count: rows.length })}</span>}
          empty={<Empty title={t('noOrders')} />}
        />
      )}
    </Loaded>
  );
}

function useColumns(): Column<OrderRow>[] {
  const t = useText();
  const word = useWord();
  const pick = usePick();
  return [
    {
      name: 'number',
      title: t('number'),
      width: 110,
      cell: ({ id, number }) => <Link to={`/documents/${id}`}>{number ?? t('withoutNumber')}</Link>,
    },
    {
      name: 'kind',
      title: t('orderKind'),
      cell: ({ orderKind, orderKindText }) => `${orderKind} ${pick(orderKindText)}`,
    },
    { name: 'person', title: t('person'), width: 170, cell: ({ person }) => person.name },
    { name: 'unit', title: t('unit'), width: 180, isExtra: true, cell: ({ unitName }) => unitName },
    {
      name: 'period',
      title: t('period'),
      width: 190,
      cell: ({ fromDay, toDay }) => <Period from={fromDay} to={toDay} />,
    },
    { name: 'days', title: t('days'), width: 70, isEnd: true, cell: ({ days }) => days },
    { name: 'substitute', title: t('substitute'), width: 160, cell: ({ substituteName }) => substituteName ?? '–' },
    {
      name: 'state',
      title: t('state'),
      width: 130,
      cell: ({ state }) => <StateMark tone={stateTone(state)}>{word('state', state)}</StateMark>,
    },
    {
      name: 'acquaintance',
      title: t('acquaintanceState'),
      width: 130,
      cell: ({ acquaintanceState: state }) =>
        state ? <StateMark tone={acquaintanceTone(state)}>{t(`acquaintance.${state}`)}</StateMark> : '–',
    },
  ];
}
