import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSharedText } from '../../shared/texts.ts';

/** The frame of every act's dialog. */
export function Dialog({
  title,
  size,
  onClose,
  children,
}: {
  title: string;
  size?: number;
  onClose: () => void;
  children: ReactNode;
}) {
  const shared = useSharedText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size ?? 560}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {children}
    </Modal>
  );
}
