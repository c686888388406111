import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceRow } from '#invoices/contract';
import { amount, day } from '../shared/format.ts';
import { UnitSelect } from '../shared/fields.tsx';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Due, Page, Section } from '../shared/page.tsx';
import type { Column } from '../shared/register-table.tsx';
import { SavedViews } from '../shared/saved-views.tsx';
import { useMay } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { FilteredRegister } from './filtered-register.tsx';
import { InvoiceStateMark, ReadableMark } from './marks.tsx';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';
import { Waiting } from './waiting.tsx';

const STATES = ['registered', 'approved', 'coded', 'controlled', 'for-payment', 'paid', 'rejected'] as const;
/** What the address bar may say; some only by a link from the figures. */
const FILTERS = [
  'state',
  'text',
  'unit',
  'class',
  'month',
  'overdue',
  'year',
  'supplier',
  'kind',
  'machineReadable',
] as const;
/** Classes of readability that are looked for together. */
const CLASSES = ['AB', 'A', 'B', 'C', 'D', 'EF'] as const;

/** Invoices: what waits to be registered, then the register with its filters in the address bar. */
export default function InvoicesPage() {
  const t = useText();
  const mayRegister = useMay('handle invoices');
  const isClerk = useMay('register documents');
  const columns = useColumns();
  return (
    <Page title={t('title')} actions={<SavedViews screen="invoices" />}>
      <Parts now="invoices" />
      {(mayRegister || isClerk) && <Waiting />}
      <Section title={t('list')}>
        <Filters />
        <FilteredRegister
          name="invoices"
          label={t('list')}
          path="/api/invoices"
          filters={FILTERS}
          columns={columns}
          nameOf={({ registerNumber, supplierName }) => `${registerNumber ?? ''} ${supplierName}`}
          linkOf={({ id }) => `/invoices/${id}`}
          height="calc(100vh - 300px)"
          none={t('noInvoices')}
          hint={t('noInvoicesHint')}
        />
      </Section>
    </Page>
  );
}

function Filters() {
  const t = useText();
  const shared = useSharedText();
  const [query, change] = useQueryText();
  const [text, setText] = useState(query['text'] ?? '');
  const [month, setMonth] = useState(query['month'] ?? '');
  const chosen = (name: (typeof FILTERS)[number]) => ({
    value: query[name] ?? null,
    onChange: (value: string | null) => change({ [name]: value }),
  });
  return (
    <div className="filters" role="group" aria-label={shared('filters')}>
      <Select
        size="xs"
        label={t('state')}
        placeholder={t('any')}
        clearable
        w={190}
        data={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        {...chosen('state')}
      />
      <TextInput
        size="xs"
        label={t('supplierOrNumber')}
        w={220}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => text !== (query['text'] ?? '') && change({ text })}
        onKeyDown={(event) => event.key === 'Enter' && change({ text })}
      />
      <UnitSelect size="xs" placeholder={t('any')} clearable w={220} {...chosen('unit')} />
      <Select
        size="xs"
        label={t('readable')}
        placeholder={t('any')}
        clearable
        w={240}
        data={CLASSES.map((letters) => ({ value: letters, label: t(`classes.${letters}`) }))}
        {...chosen('class')}
      />
      <TextInput
        size="xs"
        type="month"
        label={t('month')}
        w={150}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
        onBlur={() => month !== (query['month'] ?? '') && change({ month })}
      />
      <Checkbox
        label={t('overdue')}
        mb={6}
        checked={query['overdue'] === 'true'}
        onChange={(event) => change({ overdue: event.currentTarget.checked ? 'true' : null })}
      />
      {FILTERS.some((name) => query[name]) && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setText('');
            setMonth('');
            change(Object.fromEntries(FILTERS.map((name) => [name, null])));
          }}
        >
          {shared('clearFilters')}
        </Button>
      )}
    </div>
  );
}

function useColumns(): Column<InvoiceRow>[] {
  const t = useText();
  return [
    {
      name: 'registerNumber',
      title: t('registerNumber'),
      width: 90,
      cell: ({ id, registerNumber }) => <Link to={`/invoices/${id}`}>{registerNumber ?? '–'}</Link>,
    },
    {
      name: 'supplier',
      title: t('supplier'),
      cell: ({ supplierName }) => <span title={supplierName}>{supplierName}</span>,
    },
    { name: 'number', title: t('number'), width: 112, cell: ({ number }) => <span title={number}>{number}</span> },
    {
      name: 'issueDate',
      title: t('issueDate'),
      isExtra: true,
      width: 110,
      cell: ({ issueDate }) => <span className="figures">{day(issueDate)}</span>,
    },
    {
      name: 'dueDate',
      title: t('dueDate'),
      width: 130,
      cell: ({ dueDate, state }) => <Due on={dueDate} isBrief isDone={['paid', 'rejected'].includes(state)} />,
    },
    {
      name: 'amountDue',
      title: t('amountDue'),
      width: 120,
      isEnd: true,
      cell: ({ amountDue, currency, isCreditNote }) => `${isCreditNote ? '−' : ''}${amount(amountDue)} ${currency}`,
    },
    {
      name: 'readable',
      title: t('readable'),
      width: 174,
      cell: ({ class: letter, isMachineReadable }) => <ReadableMark letter={letter} isReadable={isMachineReadable} />,
    },
    { name: 'state', title: t('state'), width: 150, cell: ({ state }) => <InvoiceStateMark state={state} /> },
    { name: 'unit', title: t('unit'), width: 180, isExtra: true, cell: ({ unitName }) => unitName },
    {
      name: 'registeredOn',
      title: t('registered'),
      width: 110,
      isExtra: true,
      cell: ({ registeredOn }) => <span className="figures">{day(registeredOn)}</span>,
    },
  ];
}
