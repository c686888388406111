import { ActionIcon, Button, Modal, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { InvoiceAct, InvoiceView } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount, today } from '../shared/format.ts';
import { Notice } from '../shared/page.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

/** The next act first and filled, the others beside it. */
export function InvoiceActs({ view }: { view: InvoiceView }) {
  const t = useText();
  const shared = useSharedText();
  const [doing, setDoing] = useState<InvoiceAct>();
  const close = () => setDoing(undefined);
  return (
    <>
      {view.mayDo.map((act, place) => (
        <Button
          key={act}
          variant={place === 0 && act !== 'reject' ? 'filled' : 'default'}
          onClick={() => setDoing(act)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
      {doing && (
        <Modal
          opened
          onClose={close}
          size={doing === 'code' ? 860 : 560}
          title={`${t(`act.${doing}`)}: ${view.supplierName}, ${view.number}`}
          closeButtonProps={{ 'aria-label': shared('close') }}
        >
          {doing === 'code' ? (
            <CodingForm view={view} onClose={close} />
          ) : (
            <ActDialog act={doing} view={view} onClose={close} />
          )}
        </Modal>
      )}
    </>
  );
}

const ADDRESS: Record<Exclude<InvoiceAct, 'code'>, string> = {
  approve: 'approval',
  control: 'control',
  release: 'release',
  pay: 'payment',
  reject: 'rejection',
  'confirm-account': 'account-confirmation',
};

interface Values {
  note: string;
  reason: string;
  how: string;
  paidOn: string | null;
}

function ActDialog({
  act,
  view,
  onClose,
}: {
  act: Exclude<InvoiceAct, 'code'>;
  view: InvoiceView;
  onClose: () => void;
}) {
  const t = useText();
  const form = useActForm({
    initial: { note: '', reason: '', how: '', paidOn: today() } as Values,
    send: ({ note, reason, how, paidOn }: Values) => {
      const body =
        act === 'reject'
          ? { reason }
          : act === 'confirm-account'
            ? { how }
            : act === 'pay'
              ? { paidOn: paidOn ?? '', note }
              : { note };
      return post(`/api/invoices/${view.id}/${ADDRESS[act]}`, body);
    },
    done: t(`did.${act}`),
    onDone: onClose,
  });
  return (
    <ActForm form={form} submit={t(`act.${act}`)} onCancel={onClose}>
      {act === 'approve' && <p>{t('approveHint')}</p>}
      {act === 'reject' && (
        <Textarea
          label={t('reason')}
          description={t('rejectHint')}
          required
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      )}
      {act === 'confirm-account' && (
        <>
          <Notice tone={view.account.state === 'changed' ? 'bad' : 'warn'} title={view.iban ?? ''}>
            <p>{t(view.account.state === 'changed' ? 'accountChanged' : 'accountNew')}</p>
          </Notice>
          <Textarea
            label={t('how')}
            description={t('howHint')}
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('how')}
          />
        </>
      )}
      {act === 'pay' && <DayField label={t('paidOn')} required data-autofocus {...form.getInputProps('paidOn')} />}
      {['approve', 'control', 'release', 'pay'].includes(act) && (
        <Textarea mt={12} label={t('note')} autosize minRows={2} {...form.getInputProps('note')} />
      )}
    </ActForm>
  );
}

interface CodingValues {
  rows: { accountCode: string; unitId: string | null; project: string; amount: string }[];
}

const cents = (text: string) => Math.round(Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.')) * 100) || 0;

/** Coding rows that must add up to the invoice; filled as the supplier's last invoice was. */
function CodingForm({ view, onClose }: { view: InvoiceView; onClose: () => void }) {
  const t = useText();
  const whole = view.amountWithVat.replace('.', ',');
  const suggested = view.suggestedCoding.map((row, place) => ({
    ...row,
    amount: view.suggestedCoding.length === 1 && place === 0 ? whole : '',
  }));
  const form = useActForm({
    initial: {
      rows: suggested.length ? suggested : [{ accountCode: '', unitId: null, project: '', amount: whole }],
    } as CodingValues,
    send: ({ rows }: CodingValues) =>
      post(`/api/invoices/${view.id}/coding`, { rows: rows.map((row) => ({ ...row, unitId: row.unitId ?? '' })) }),
    done: t('did.code'),
    onDone: onClose,
  });
  const { rows } = form.values;
  const coded = rows.reduce((total, row) => total + cents(row.amount), 0);
  const isEqual = coded === cents(view.amountWithVat);
  return (
    <ActForm form={form} submit={t('act.code')} onCancel={onClose}>
      {suggested.length > 0 && <Notice>{t('suggested')}</Notice>}
      {rows.map((_, place) => (
        <div
          key={place}
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
      <Button
        size="xs"
        variant="default"
        onClick={() =>
          form.insertListItem('rows', { accountCode: '', unitId: rows.at(-1)?.unitId ?? null, project: '', amount: '' })
        }
      >
        {t('addRow')}
      </Button>{' '}
      <span role="status" style={{ color: isEqual ? 'var(--good)' : 'var(--bad)' }} className="figures">
        {t('addsUp', { coded: amount(String(coded / 100)), whole: amount(view.amountWithVat) })}
      </span>
    </ActForm>
  );
}
