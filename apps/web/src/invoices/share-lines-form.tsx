import { Checkbox } from '@mantine/core';
import type { InvoiceView } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount } from '../shared/format.ts';
import { useText } from './texts.ts';

/** Lines that another person received are approved by that person. */
export function ShareLinesForm({ view, onClose }: { view: InvoiceView; onClose: () => void }) {
  const t = useText();
  const form = useActForm({
    initial: { personId: null as string | null, lines: [] as string[] },
    send: ({ personId, lines }) =>
      post(`/api/invoices/${view.id}/line-sharing`, { personId: personId ?? '', lines: lines.map(Number) }),
    done: t('did.share-lines'),
    onDone: onClose,
  });
  return (
    <ActForm form={form} submit={t('act.share-lines')} onCancel={onClose}>
      <PersonSelect label={t('lineReceiver')} required data-autofocus {...form.getInputProps('personId')} />
      <Checkbox.Group mt={16} label={t('lines')} {...form.getInputProps('lines')}>
        <div style={{ display: 'grid', gap: 8, marginTop: 8, maxHeight: '40vh', overflow: 'auto' }}>
          {view.lines.map(({ place, name, netAmount }) => (
            <Checkbox
              key={place}
              value={String(place)}
              label={`${place}. ${name}${netAmount ? `, ${amount(netAmount)} ${view.currency}` : ''}`}
            />
          ))}
        </div>
      </Checkbox.Group>
    </ActForm>
  );
}
