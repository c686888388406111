import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ContractRow } from '#invoices/contract';
import { UnitSelect } from '../shared/fields.tsx';
import { amount, day } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import type { Column } from '../shared/register-table.tsx';
import { useMay } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { FilteredRegister } from './filtered-register.tsx';
import { ContractMark } from './marks.tsx';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

const STATES = ['draft', 'in-approval', 'to-sign', 'signed', 'future', 'active', 'ending', 'ended'] as const;
const FILTERS = ['state', 'supplier', 'unit'] as const;

/** The register of contracts: with whom, about what, until when, how much is left. */
export default function ContractsPage() {
  const t = useText();
  const shared = useSharedText();
  const mayEnter = useMay('draft');
  const [query, change] = useQueryText();
  const [supplier, setSupplier] = useState(query['supplier'] ?? '');
  const columns = useColumns();
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
      <FilteredRegister
        name="contracts"
        label={t('contracts')}
        path="/api/contracts"
        filters={FILTERS}
        columns={columns}
        nameOf={({ number, supplierName }) => `${number ?? ''} ${supplierName}`}
        linkOf={({ id }) => `/contracts/${id}`}
        height="calc(100vh - 260px)"
        none={t('noContracts')}
        hint={t('noContractsHint')}
      />
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
    { name: 'state', title: t('state'), width: 168, cell: ({ state }) => <ContractMark state={state} /> },
    { name: 'responsible', title: t('responsible'), width: 160, isExtra: true, cell: ({ responsible }) => responsible },
    { name: 'unit', title: t('contractUnit'), width: 180, isExtra: true, cell: ({ unitName }) => unitName },
    {
      name: 'signedOn',
      title: t('signedOn'),
      width: 110,
      isExtra: true,
      cell: ({ signedOn }) => <span className="figures">{signedOn ? day(signedOn) : '–'}</span>,
    },
  ];
}
