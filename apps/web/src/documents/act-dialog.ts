import type { Card } from './use-card.ts';

/** The acts that ask something first; each is a dialog in acts/. */
export type ActName =
  'resolve' | 'reply' | 'send-to-resolver' | 'start-route' | 'sign' | 'file' | 'restrict' | 'why' | 'close';

/** What every such dialog is given. */
export type ActProps = Card & { onClose: () => void };
