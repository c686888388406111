import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { InvoiceView, ProposedRow } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount } from '../shared/format.ts';
import { Notice } from '../shared/page.tsx';
import { useText } from './texts.ts';

interface Row {
  accountCode: string;
  unitId: string | null;
  project: string;
  amount: string;
  lines: number[];
}

const cents = (text: string) => Math.round(Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.')) * 100) || 0;
const shown = (text: string | null) => (text ?? '').replace('.', ',');

/** Where the form begins: what was coded before (until control), otherwise the proposal, otherwise one empty row of the whole. */
function beginning({ coding, proposedCoding, amountWithVat }: InvoiceView): Row[] {
  const known = coding.length ? coding : proposedCoding;
  const rows = known.map(({ accountCode, unitId, project, amount: sum, lines }) => ({
    accountCode,
    unitId,
    project,
    amount: shown(sum),
    lines,
  }));
  return rows.length ? rows : [{ accountCode: '', unitId: null, project: '', amount: shown(amountWithVat), lines: [] }];
}

/** Coding rows that must add up to the invoice; proposed from history, each row saying from what. */
export function CodingForm({ view, onClose }: { view: InvoiceView; onClose: () => void }) {
  const t = useText();
  const isProposed = view.coding.length === 0 && view.proposedCoding.length > 0;
  const form = useActForm({
    initial: { rows: beginning(view), month: view.postingMonth ?? view.proposedMonth },
    send: ({ rows, month }: { rows: Row[]; month: string }) =>
      post(`/api/invoices/${view.id}/coding`, {
        month: month || null,
        rows: rows.map((row) => ({ ...row, unitId: row.unitId ?? '' })),
      }),
    done: t('did.code'),
    onDone: onClose,
  });
  const { rows } = form.values;
  const coded = rows.reduce((total, row) => total + cents(row.amount), 0);
  const isEqual = coded === cents(view.amountWithVat);
  return (
    <ActForm form={form} submit={t('act.code')} onCancel={onClose}>
      {isProposed && (
        <Notice title={t('proposed')}>
          <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
            {view.proposedCoding.map((row, place) => (
              <li key={place}>
                <Source row={row} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rows.map((_, place) => (
        <div
          key={place}
          role="group"
          aria-label={t('codingRow', { place: place + 1 })}
          style={{
            display: 'grid',
            gridTemplateColumns: '110px 1fr 160px 130px 32px',
            gap: 8,
            alignItems: 'end',
            marginBottom: 8,
          }}
        >
          <TextInput
            label={t('accountCode')}
            required
            inputMode="numeric"
            data-autofocus={place === 0 || undefined}
            {...form.getInputProps(`rows.${place}.accountCode`)}
          />
          <UnitSelect label={t('unit')} required {...form.getInputProps(`rows.${place}.unitId`)} />
          <TextInput label={t('project2')} {...form.getInputProps(`rows.${place}.project`)} />
          <TextInput label={t('amount')} required inputMode="decimal" {...form.getInputProps(`rows.${place}.amount`)} />
          {rows.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              mb={4}
              aria-label={t('removeRow', { place: place + 1 })}
              onClick={() => form.removeListItem('rows', place)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <div style={{ display: 'flex', gap: 12, alignItems: 'center', margin: '4px 0 12px' }}>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            form.insertListItem('rows', {
              accountCode: '',
              unitId: rows.at(-1)?.unitId ?? null,
              project: '',
              amount: '',
              lines: [],
            })
          }
        >
          {t('addRow')}
        </Button>
        <span role="status" style={{ color: isEqual ? 'var(--good)' : 'var(--bad)' }} className="figures">
          {t('addsUp', { coded: amount(String(coded / 100)), whole: amount(view.amountWithVat) })}
        </span>
      </div>
      <TextInput
        type="month"
        w={180}
        label={t('postingMonth')}
        description={view.proposedMonth === view.issueDate.slice(0, 7) ? undefined : t('monthMoved')}
        {...form.getInputProps('month')}
      />
    </ActForm>
  );
}

/** Why a row is proposed: the invoice, and the similar line, that was coded so. */
function Source({ row: { accountCode, source, lines } }: { row: ProposedRow }) {
  const t = useText();
  return (
    <>
      {accountCode}:{' '}
      {source.line
        ? t('proposedByLine', { line: source.line, number: source.number, lines: lines.join(', ') })
        : t('proposedByInvoice', { number: source.number })}
    </>
  );
}
