import { Modal } from '@mantine/core';
import { put } from '../../shared/api.ts';
import { CaseSelect } from '../../shared/fields.tsx';
import { ActForm, useActForm } from '../../shared/form.tsx';
import { useSharedText } from '../../shared/texts.ts';
import { useText } from '../texts.ts';

/** Files one document or many into a case of this year's scheme. */
export function FileIntoModal({
  ids,
  caseIndex = null,
  onClose,
}: {
  ids: string[];
  caseIndex?: string | null;
  onClose: () => void;
}) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { caseIndex },
    send: async (values) => {
      for (const id of ids) await put(`/api/documents/${id}/case`, values);
    },
    done: t('filed', { count: ids.length }),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('fileIntoTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={shared('save')} onCancel={onClose}>
        <CaseSelect data-autofocus {...form.getInputProps('caseIndex')} />
      </ActForm>
    </Modal>
  );
}
