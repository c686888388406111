import { post } from '../../shared/api.ts';
import { Confirm } from '../../shared/confirm.tsx';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';

/** Ends a letter that needs no answer. */
export default function Close({ card, onClose }: ActProps) {
  const t = useText();
  return (
    <Confirm
      title={t('closeLetter')}
      verb={t('closeLetter')}
      act={() => post(`/api/letters/${card.id}/closing`, {})}
      done={t('letterClosed')}
      onClose={onClose}
    >
      {t('closeLetterExplain')}
    </Confirm>
  );
}
