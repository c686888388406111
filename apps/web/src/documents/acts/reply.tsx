import { Select } from '@mantine/core';
import { post } from '../../shared/api.ts';
import { ActForm, useActForm } from '../../shared/form.tsx';
import { useGo } from '../../shared/navigation.tsx';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { Dialog } from './dialog.tsx';

/** Texts of letters to begin from; the last is a kind of its own. */
const TEMPLATES = ['answer', 'interim', 'forward', 'blank', 'statement'] as const;

/** The answer's draft from a template; addressee, reference and links fill themselves. */
export default function Reply({ card, onClose }: ActProps) {
  const t = useText();
  const go = useGo();
  const form = useActForm({
    initial: { template: 'answer' as string | null },
    send: ({ template }) =>
      post<{ id: string }>('/api/drafts', {
        answersId: card.id,
        ...(template === 'statement' ? { kind: 'statement' } : { template }),
      }),
    done: t('drafted'),
    onDone: ({ id }: { id: string }) => go(`/documents/${id}`),
  });
  return (
    <Dialog title={t('replyTitle')} onClose={onClose}>
      <ActForm form={form} submit={t('makeDraft')} onCancel={onClose}>
        <Select
          label={t('template')}
          allowDeselect={false}
          data-autofocus
          data={TEMPLATES.map((template) => ({ value: template, label: t(`template.${template}`) }))}
          {...form.getInputProps('template')}
        />
      </ActForm>
    </Dialog>
  );
}
