import type { ActProps } from '../act-dialog.ts';
import { FileIntoModal } from './file-into.tsx';

export default function File({ card, onClose }: ActProps) {
  return <FileIntoModal ids={[card.id]} caseIndex={card.caseIndex} onClose={onClose} />;
}
