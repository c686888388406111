import { Modal } from '@mantine/core';
import type { ArchiveCase } from '#archive/contract';
import { del, put } from '../shared/api.ts';
import { useTell } from '../shared/act.tsx';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today } from '../shared/format.ts';
import { Notice } from '../shared/page.tsx';
import { refresh } from '../shared/query.ts';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

/** Asks for the day and, where the term needs it, for birth or replacement; can be undone. */
export function CloseCase({ of, onClose }: { of: ArchiveCase; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const tell = useTell();
  const { id, index, title, retentionClass, unfinished } = of;
  const form = useActForm({
    initial: { closedOn: today() as string | null, bornOn: null as string | null, replacedOn: null as string | null },
    send: ({ closedOn, bornOn, replacedOn }) =>
      put(`/api/archive/cases/${id}/closure`, {
        closedOn: closedOn ?? undefined,
        bornOn: bornOn ?? undefined,
        replacedOn: replacedOn ?? undefined,
      }),
    onDone: () => {
      tell(t('closed', { index }), () => del(`/api/archive/cases/${id}/closure`));
      void refresh();
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('closeTitle', { index })}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <p style={{ marginTop: 0 }}>
        <strong>{title}</strong>
      </p>
      <p>{t('closeHint')}</p>
      {unfinished > 0 && <Notice tone="warn">{t('unfinishedHint', { count: unfinished })}</Notice>}
      <ActForm form={form} submit={t('close')} onCancel={onClose}>
        <DayField clearable={false} label={t('closingDay')} maxDate={today()} {...form.getInputProps('closedOn')} />
        {retentionClass === 'birth-90' && (
          <DayField
            clearable={false}
            label={t('bornOn')}
            description={t('bornOnHint')}
            required
            {...form.getInputProps('bornOn')}
          />
        )}
        {retentionClass === 'until-replaced' && (
          <DayField
            clearable={false}
            label={t('replacedOn')}
            description={t('replacedOnHint')}
            {...form.getInputProps('replacedOn')}
          />
        )}
      </ActForm>
    </Modal>
  );
}
