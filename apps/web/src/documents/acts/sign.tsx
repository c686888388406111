import { useState } from 'react';
import { SignDialog } from '../../signing/sign-dialog.tsx';
import type { ActProps } from '../act-dialog.ts';
import { myStep } from '../use-card.ts';

/** Signing the document on whose card one stands. The step is that of the opening: it ends while the dialog still tells the outcome. */
export default function Sign({ work, onClose }: ActProps) {
  const [stepId] = useState(() => myStep(work)?.id);
  return stepId ? <SignDialog stepIds={[stepId]} onClose={onClose} /> : null;
}
