import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceRow, WaitingItem } from '#invoices/contract';
import { amount, day, moment } from '../shared/format.ts';
import { UnitSelect } from '../shared/fields.tsx';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Due, Loaded, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import type { Column } from '../shared/register-table.tsx';
import { SavedViews } from '../shared/saved-views.tsx';
import { useMay } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { FilteredRegister } from './filtered-register.tsx';
import { InvoiceStateMark, ReadableMark } from './marks.tsx';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

const STATES = ['registered', 'approved', 'coded', 'controlled', 'for-payment', 'paid', 'rejected'] as const;
const FILTERS = ['state', 'unit', 'supplier', 'machineReadable', 'month', 'overdue'] as const;

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

function Waiting() {
  const t = useText();
  const waiting = useGet<WaitingItem[]>('/api/invoices/waiting');
  return (
    <Section title={`${t('waiting')}${waiting.data?.length ? ` (${waiting.data.length})` : ''}`}>
      <Loaded of={waiting}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{t('nothingWaits')}</p>
          ) : (
            <ul className="rows">
              {items.map((item) => (
                <li key={item.itemId}>
                  <div className="grow">
                    <Link to={`/invoices/new/${item.itemId}`}>
                      {item.supplierName ? `${item.supplierName} – ${item.number ?? ''}` : item.subject}
                    </Link>
                    <div className="meta">
                      {item.senderName}, {moment(item.receivedAt)}
                    </div>
                  </div>
                  <ReadableMark letter={item.class} isReadable={item.machineReadable} />
                  {item.amount && <span className="figures">{amount(item.amount)}</span>}
                  <Button
                    component={Link}
                    to={`/invoices/new/${item.itemId}`}
                    size="xs"
                    variant="default"
                    aria-label={`${t('register')}: ${item.subject}`}
                  >
                    {t('register')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Filters() {
  const t = useText();
  const shared = useSharedText();
  const [query, change] = useQueryText();
  const [supplier, setSupplier] = useState(query['supplier'] ?? '');
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
        label={t('supplier')}
        w={200}
        value={supplier}
        onChange={(event) => setSupplier(event.currentTarget.value)}
        onBlur={() => supplier !== (query['supplier'] ?? '') && change({ supplier })}
        onKeyDown={(event) => event.key === 'Enter' && change({ supplier })}
      />
      <UnitSelect size="xs" placeholder={t('any')} clearable w={220} {...chosen('unit')} />
      <Select
        size="xs"
        label={t('readable')}
        placeholder={t('any')}
        clearable
        w={210}
        data={[
          { value: 'true', label: t('readableOnly') },
          { value: 'false', label: t('unreadableOnly') },
        ]}
        {...chosen('machineReadable')}
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
            setSupplier('');
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
