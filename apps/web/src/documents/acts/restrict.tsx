import { TextInput } from '@mantine/core';
import { put } from '../../shared/api.ts';
import { DayField } from '../../shared/day-field.tsx';
import { ActForm, useActForm } from '../../shared/form.tsx';
import { today } from '../../shared/format.ts';
import { useSharedText } from '../../shared/texts.ts';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { Dialog } from './dialog.tsx';

const inAYear = () => `${Number(today().slice(0, 4)) + 1}${today().slice(4)}`;

/** Restricts access, with its legal basis and end: at most a year at a time. */
export default function Restrict({ card, onClose }: ActProps) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { basis: '', until: inAYear() as string | null },
    send: (values) => put(`/api/documents/${card.id}/restriction`, values),
    done: t('restrictDone'),
    onDone: onClose,
  });
  return (
    <Dialog title={t('restrictTitle')} onClose={onClose}>
      <ActForm form={form} submit={shared('save')} onCancel={onClose}>
        <TextInput label={t('basis')} description={t('basisHint')} data-autofocus {...form.getInputProps('basis')} />
        <DayField mt={8} label={t('until')} {...form.getInputProps('until')} />
      </ActForm>
    </Dialog>
  );
}
