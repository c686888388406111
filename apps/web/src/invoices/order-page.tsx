import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AccountingOrder } from '#invoices/contract';
import { ActButton } from '../shared/act.tsx';
import { del, post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount, day, moment, today, usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Loaded, Page, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useSharedText } from '../shared/texts.ts';
import { monthName } from './month-name.ts';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

/** The order of accounting: months open and closed, limits of amount. */
export default function OrderPage() {
  const t = useText();
  const order = useGet<AccountingOrder>('/api/invoices/order');
  return (
    <Page title={t('accountingOrder')}>
      <Parts now="order" />
      <Loaded of={order}>
        {(view) => (
          <>
            <Months view={view} />
            <Limits view={view} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Old months where nothing happened are left out. */
const isShown = ({ count, by }: AccountingOrder['months'][number], place: number) =>
  place < 3 || count > 0 || by !== null;

function Months({ view: { months, mayChange } }: { view: AccountingOrder }) {
  const t = useText();
  const [reopening, setReopening] = useState<string>();
  return (
    <Section title={t('months')}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t('monthsExplain')}
      </p>
      {reopening && <Reopening month={reopening} onClose={() => setReopening(undefined)} />}
      <SmallTable
        label={t('months')}
        head={[
          { title: t('month') },
          { title: t('monthCount'), isEnd: true },
          { title: t('monthWaiting'), isEnd: true },
          { title: t('amount'), isEnd: true },
          { title: t('state') },
          { title: t('act') },
        ]}
        rows={months.filter(isShown).map(({ month, isClosed, by, at, reason, count, waiting, amount: sum }) => ({
          key: month,
          cells: [
            <Link key="m" to={`/invoices?month=${month}`}>
              {monthName(month)}
            </Link>,
            count,
            waiting,
            amount(sum),
            <div key="s">
              <StateMark tone={isClosed ? 'plain' : 'good'}>{t(isClosed ? 'monthClosed' : 'monthOpen')}</StateMark>
              {by && (
                <div className="meta">
                  {t(isClosed ? 'closedBy' : 'reopenedBy', { person: by })}, {moment(at)}
                  {reason && `: ${reason}`}
                </div>
              )}
            </div>,
            mayChange && month <= today().slice(0, 7) ? (
              isClosed ? (
                <Button
                  key="a"
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('reopen')}: ${monthName(month)}`}
                  onClick={() => setReopening(month)}
                >
                  {t('reopen')}
                </Button>
              ) : (
                <ActButton
                  key="a"
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('closeMonth')}: ${monthName(month)}`}
                  act={() => post('/api/invoices/order/closing', { month })}
                  done={t('monthWasClosed', { month: monthName(month) })}
                >
                  {t('closeMonth')}
                </ActButton>
              )
            ) : (
              '–'
            ),
          ],
        }))}
      />
    </Section>
  );
}

function Reopening({ month, onClose }: { month: string; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { reason: '' },
    send: ({ reason }) => post('/api/invoices/order/reopening', { month, reason }),
    done: t('monthWasReopened', { month: monthName(month) }),
    onDone: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('reopen')}: ${monthName(month)}`}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <ActForm form={form} submit={t('reopen')} onCancel={onClose}>
        <Textarea label={t('reason')} required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
      </ActForm>
    </Modal>
  );
}

function Limits({ view: { limits, mayChange } }: { view: AccountingOrder }) {
  const t = useText();
  const pick = usePick();
  return (
    <Section title={t('limits')}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t('limitsExplain')}
      </p>
      {limits.length > 0 && (
        <SmallTable
          label={t('limits')}
          head={[
            { title: t('above'), isEnd: true },
            { title: t('limitRole') },
            { title: t('validFrom') },
            { title: t('validTo') },
            { title: t('act') },
          ]}
          rows={limits.map(({ id, above, roleName, validFrom, validTo }) => ({
            key: id,
            cells: [
              `${amount(above)} EUR`,
              pick(roleName),
              day(validFrom),
              validTo ? day(validTo) : t('untilFurther'),
              mayChange && !validTo ? (
                <ActButton
                  key="e"
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('endLimit')}: ${amount(above)}`}
                  act={() => del(`/api/invoices/order/limits/${id}`)}
                  done={t('limitEnded')}
                >
                  {t('endLimit')}
                </ActButton>
              ) : (
                '–'
              ),
            ],
          }))}
        />
      )}
      {mayChange && <NewLimit />}
    </Section>
  );
}

function NewLimit() {
  const t = useText();
  const form = useActForm({
    initial: { above: '', role: 'director', validFrom: today() as string | null },
    send: (limit) => post('/api/invoices/order/limits', limit),
    done: t('limitSet'),
    onDone: () => form.reset(),
  });
  return (
    <ActForm form={form} submit={t('setLimit')}>
      <div className="filters" style={{ marginTop: 16 }}>
        <TextInput label={t('above')} w={150} inputMode="decimal" {...form.getInputProps('above')} />
        <Select
          label={t('limitRole')}
          w={240}
          allowDeselect={false}
          data={(['director', 'chair', 'chief-accountant'] as const).map((role) => ({
            value: role,
            label: t(`role.${role}`),
          }))}
          {...form.getInputProps('role')}
        />
        <DayField label={t('validFrom')} w={160} {...form.getInputProps('validFrom')} />
      </div>
    </ActForm>
  );
}
