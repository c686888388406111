import { Button, Group, Modal, Textarea } from '@mantine/core';
import { post } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo } from '../shared/navigation.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

/** Leaves an item unregistered, with the reason; nothing is thrown away. `to`: where the work goes on. */
export function DismissModal({ id, onClose, to = '/intake' }: { id: string; onClose: () => void; to?: string }) {
  const t = useText();
  const shared = useSharedText();
  const go = useGo();
  const form = useActForm({
    initial: { reason: '' },
    send: (values) => post(`/api/intake/${id}/dismissal`, values),
    done: t('dismissed'),
    onDone: () => go(to),
  });
  return (
    <Modal opened onClose={onClose} title={t('dismissTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={shared('save')} onCancel={onClose}>
        <p className="quiet">{t('dismissHint')}</p>
        <Textarea label={t('reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
        <Group gap={6} mt={6}>
          {(['reason.1', 'reason.2', 'reason.3'] as const).map((reason) => (
            <Button
              key={reason}
              size="compact-xs"
              variant="default"
              onClick={() => form.setFieldValue('reason', t(reason))}
            >
              {t(reason)}
            </Button>
          ))}
        </Group>
      </ActForm>
    </Modal>
  );
}
