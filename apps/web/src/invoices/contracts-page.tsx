import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ContractRow, ContractsPage as View } from '#invoices/contract';
import { withQuery } from '../shared/api.ts';
import { UnitSelect } from '../shared/fields.tsx';
import { amount, day } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Page, ProblemView } from '../shared/page.tsx';
import { useEndless } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useMay } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { ContractMark } from './marks.tsx';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

const STATES = ['active', 'ending', 'future', 'ended'] as const;
const FILTERS = ['state', 'supplier', 'unit'] as const;

/** The register of contracts: with whom, about what, until when, how much is left. */
export default function ContractsPage() {
  const t = useText();
  const shared = useSharedText();
  const mayEnter = useMay('handle invoices');
  const [query, change] = useQueryText();
  const [supplier, setSupplier] = useState(query['supplier'] ?? '');
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query[name]]));
  const list = useEndless<View>(withQuery('/api/contracts', filters), (before) =>
    withQuery('/api/contracts', { ...filters, before }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const columns = useColumns();
  const count = list.data?.pages[0]?.count;
  return (
    <Page
      title={t('contracts')}
      actions={
        mayEnter && (
          <Button component={Link} to="/contracts/new">
            {t('newContract')}
          </Button>
        )
      }
    >
      <Parts now="contracts" />
      <div className="filters" role="group" aria-label={shared('filters')}>
        <Select
          size="xs"
          label={t('state')}
          clearable
          w={190}
          data={STATES.map((state) => ({ value: state, label: t(`contract.${state}`) }))}
          value={query['state'] ?? null}
          onChange={(state) => change({ state })}
        />
        <TextInput
          size="xs"
          label={t('contractWords')}
          w={240}
          value={supplier}
          onChange={(event) => setSupplier(event.currentTarget.value)}
          onBlur={() => supplier !== (query['supplier'] ?? '') && change({ supplier })}
          onKeyDown={(event) => event.key === 'Enter' && change({ supplier })}
        />
        <UnitSelect size="xs" clearable w={220} value={query['unit'] ?? null} onChange={(unit) => change({ unit })} />
      </div>
      {list.isError && !list.data ? (
        <ProblemView error={list.error} again={() => void list.refetch()} />
      ) : (
        <RegisterTable
          name="contracts"
          label={t('contracts')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ number, supplierName }) => `${number ?? ''} ${supplierName}`}
          linkOf={({ id }) => `/contracts/${id}`}
          hasMore={list.hasNextPage}
          onMore={() => void (list.isFetchingNextPage || list.fetchNextPage())}
          isLoading={list.isPending}
          height="calc(100vh - 260px)"
          above={count !== undefined && <span className="quiet figures">{shared('rows', { count })}</span>}
          empty={
            <Empty title={FILTERS.some((name) => query[name]) ? shared('nothingFound') : t('noContracts')}>
              {t('noContractsHint')}
            </Empty>
          }
        />
      )}
    </Page>
  );
}

function useColumns(): Column<ContractRow>[] {
  const t = useText();
  return [
    {
      name: 'number',
      title: t('registerNumber'),
      width: 96,
      cell: ({ id, number }) => <Link to={`/contracts/${id}`}>{number ?? '–'}</Link>,
    },
    {
      name: 'supplier',
      title: t('supplier'),
      width: 180,
      cell: ({ supplierName }) => <span title={supplierName}>{supplierName}</span>,
    },
    { name: 'subject', title: t('subject'), cell: ({ subject }) => <span title={subject}>{subject}</span> },
    {
      name: 'validTo',
      title: t('validTo'),
      width: 110,
      cell: ({ validTo, endedOn }) => <span className="figures">{day(endedOn ?? validTo)}</span>,
    },
    {
      name: 'value',
      title: t('value'),
      width: 128,
      isEnd: true,
      cell: ({ value, currency }) => (value ? `${amount(value)}${currency === 'EUR' ? '' : ` ${currency}`}` : '–'),
    },
    {
      name: 'remaining',
      title: t('remaining'),
      width: 104,
      isEnd: true,
      cell: ({ remaining }) =>
        remaining ? (
          <span style={remaining.startsWith('-') ? { color: 'var(--bad)' } : undefined}>{amount(remaining)}</span>
        ) : (
          '–'
        ),
    },
    { name: 'state', title: t('state'), width: 130, cell: ({ state }) => <ContractMark state={state} /> },
    { name: 'responsible', title: t('responsible'), width: 160, isExtra: true, cell: ({ responsible }) => responsible },
    { name: 'unit', title: t('contractUnit'), width: 180, isExtra: true, cell: ({ unitName }) => unitName },
    {
      name: 'signedOn',
      title: t('signedOn'),
      width: 110,
      isExtra: true,
      cell: ({ signedOn }) => <span className="figures">{day(signedOn)}</span>,
    },
  ];
}
