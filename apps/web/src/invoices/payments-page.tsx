import { Button, Checkbox, FileButton, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BankFileResult, PaymentsView } from '#invoices/contract';
import { useAct } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount, today } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Due, Loaded, Page, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useMay } from '../shared/session.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useSharedText } from '../shared/texts.ts';
import { ExportForm } from './export-form.tsx';
import { Parts } from './parts.tsx';
import { BankFiles, Orders } from './payment-orders.tsx';
import { useText } from './texts.ts';
import { UnmatchedBookings } from './unmatched-bookings.tsx';

/** Payments: what waits, the orders given to the bank, what the bank answered. */
export default function PaymentsPage() {
  const t = useText();
  const payments = useGet<PaymentsView>('/api/payments');
  return (
    <Page title={t('payments')} sub={t('paymentsExplain')} actions={<BankFile />}>
      <Parts now="payments" />
      <Loaded of={payments}>
        {(view) => (
          <>
            <UnmatchedBookings view={view} />
            <Payable view={view} />
            <Orders orders={view.orders} />
            <BankFiles view={view} />
            <ExportForm />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Payable({ view: { payable, accounts, mayAct } }: { view: PaymentsView }) {
  const t = useText();
  const [chosen, setChosen] = useState<string[]>([]);
  const mayEnter = useMay('approve payments');
  const [isOpen, setIsOpen] = useState(false);
  const possible = payable.filter(({ obstacle }) => !obstacle);
  const selected = possible.filter(({ id }) => chosen.includes(id));
  const total = selected.reduce((sum, { amount: each }) => sum + Math.round(Number(each) * 100), 0);
  const form = useActForm({
    initial: { accountId: accounts[0]?.id ?? null, requestedOn: today() as string | null },
    send: ({ accountId, requestedOn }) =>
      post<{ id: string }>('/api/payments/orders', {
        invoiceIds: selected.map(({ id }) => id),
        accountId: accountId ?? '',
        requestedOn: requestedOn ?? '',
      }),
    done: t('orderMade'),
    onDone: ({ id }: { id: string }) => {
      setChosen([]);
      window.location.assign(`/api/payments/orders/${id}/file`);
    },
  });
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  return (
    <Section
      title={`${t('payable')} (${payable.length})`}
      actions={
        mayEnter && (
          <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
            {t('newAccount')}
          </Button>
        )
      }
    >
      {isOpen && <AccountForm onClose={() => setIsOpen(false)} />}
      {payable.length === 0 ? (
        <p className="quiet">{t('nothingToPay')}</p>
      ) : (
        <>
          <SmallTable
            label={t('payable')}
            head={[
              { title: t('choose') },
              { title: t('registerNumber') },
              { title: t('supplier') },
              { title: t('number') },
              { title: t('dueDate') },
              { title: t('amount'), isEnd: true },
              { title: t('iban') },
            ]}
            rows={payable.map((row) => ({
              key: row.id,
              cells: [
                <Checkbox
                  key="c"
                  aria-label={`${t('choose')}: ${row.supplierName}, ${row.number}`}
                  disabled={!mayAct || row.obstacle !== null}
                  checked={chosen.includes(row.id)}
                  onChange={() => toggle(row.id)}
                />,
                <Link key="l" to={`/invoices/${row.id}`}>
                  {row.registerNumber}
                </Link>,
                row.supplierName,
                row.number,
                <Due key="d" on={row.dueDate} isBrief />,
                `${amount(row.amount)} ${row.currency}`,
                <div key="i">
                  {row.iban ?? '–'}
                  {row.obstacle && <StateMark tone="warn">{t(`obstacle.${row.obstacle}`)}</StateMark>}
                  {row.refused && <div className="meta">{t('refusedBefore', { reason: row.refused })}</div>}
                </div>,
              ],
            }))}
          />
          {mayAct && accounts.length === 0 && <p className="quiet">{t('noAccounts')}</p>}
          {mayAct && accounts.length > 0 && possible.length > 0 && !selected.length && (
            <Button variant="default" mt={12} onClick={() => setChosen(possible.map(({ id }) => id))}>
              {t('chooseAll')}
            </Button>
          )}
          {selected.length > 0 && accounts.length > 0 && (
            <ActForm
              form={form}
              submit={t('makeOrder', { count: selected.length, amount: amount((total / 100).toFixed(2)) })}
              label={t('makeOrderLabel')}
              onCancel={() => setChosen([])}
            >
              <div className="filters" style={{ marginTop: 12 }}>
                <Select
                  label={t('fromAccount')}
                  w={340}
                  allowDeselect={false}
                  data={accounts.map(({ id, name, iban }) => ({ value: id, label: `${name}, ${iban}` }))}
                  {...form.getInputProps('accountId')}
                />
                <DayField label={t('requestedOn')} w={160} {...form.getInputProps('requestedOn')} />
              </div>
            </ActForm>
          )}
        </>
      )}
    </Section>
  );
}

function AccountForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { name: '', iban: '', bic: '' },
    send: ({ bic, ...account }) => post('/api/payments/accounts', { ...account, bic: bic || null }),
    done: t('accountEntered'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('newAccount')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('save')} onCancel={onClose}>
        <TextInput label={t('accountName')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput mt={12} label="IBAN" required {...form.getInputProps('iban')} />
        <TextInput mt={12} label="BIC" {...form.getInputProps('bic')} />
      </ActForm>
    </Modal>
  );
}

/** One file of the bank read: the button in the head of the page. */
function BankFile() {
  const t = useText();
  const act = useAct();
  const mayAct = useMay('handle invoices');
  if (!mayAct) return null;
  const send = (file: File | null) => {
    if (!file) return;
    const body = new FormData();
    body.append('files', file);
    void act(() => post<BankFileResult>('/api/payments/bank-files', body), { done: t('bankFileRead') });
  };
  return (
    <FileButton accept=".xml,application/xml,text/xml" onChange={send}>
      {(props) => (
        <Button {...props} variant="default">
          {t('readBankFile')}
        </Button>
      )}
    </FileButton>
  );
}
