import { post } from '../../shared/api.ts';
import { PersonSelect } from '../../shared/fields.tsx';
import { ActForm, useActForm } from '../../shared/form.tsx';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { Dialog } from './dialog.tsx';

/** Hands the letter to whoever is to write its resolution. */
export default function SendToResolver({ card, onClose }: ActProps) {
  const t = useText();
  const form = useActForm({
    initial: { personId: null as string | null },
    send: (values) => post(`/api/letters/${card.id}/resolver`, values),
    done: t('sentToResolver'),
    onDone: onClose,
  });
  return (
    <Dialog title={t('sendToResolver')} onClose={onClose}>
      <ActForm form={form} submit={t('start')} onCancel={onClose}>
        <PersonSelect label={t('resolver')} data-autofocus {...form.getInputProps('personId')} />
      </ActForm>
    </Dialog>
  );
}
