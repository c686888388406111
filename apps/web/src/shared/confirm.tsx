import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActButton } from './act.tsx';
import { useSharedText } from './texts.ts';

interface ConfirmProps {
  title: string;
  /** What will happen and why it cannot be taken back. */
  children: ReactNode;
  /** The verb of the act, not "OK". */
  verb: string;
  act: () => Promise<unknown>;
  done?: string;
  onClose: () => void;
}

/** Asked only before what cannot be undone: to sign, to send, to destroy, to publish. */
export function Confirm({ title, children, verb, act, done, onClose }: ConfirmProps) {
  const t = useSharedText();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
      <Group mt={16} gap={8}>
        <ActButton act={act} done={done} onDone={onClose} data-autofocus>
          {verb}
        </ActButton>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
