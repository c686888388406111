import { Modal, Textarea } from '@mantine/core';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useSharedText } from '../shared/texts.ts';

interface ReasonModalProps {
  title: string;
  label: string;
  verb: string;
  done: string;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the reason of an act that is kept with it. */
export function ReasonModal({ title, label, verb, done, send, onClose }: ReasonModalProps) {
  const shared = useSharedText();
  const form = useActForm({ initial: { reason: '' }, send: ({ reason }) => send(reason), done, onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={verb} onCancel={onClose}>
        <Textarea label={label} required autosize minRows={3} data-autofocus {...form.getInputProps('reason')} />
      </ActForm>
    </Modal>
  );
}
