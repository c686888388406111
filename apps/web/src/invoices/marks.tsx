import type { InvoiceRow, InvoiceState } from '#invoices/contract';
import { StateMark, type Tone } from '../shared/page.tsx';
import { useText } from './texts.ts';

const TONES: Record<InvoiceState, Tone> = {
  registered: 'accent',
  approved: 'accent',
  coded: 'accent',
  controlled: 'accent',
  'for-payment': 'warn',
  paid: 'good',
  rejected: 'bad',
};

export function InvoiceStateMark({ state }: { state: InvoiceState }) {
  const t = useText();
  return <StateMark tone={TONES[state]}>{t(`state.${state}`)}</StateMark>;
}

/** The class of readability, its letter and whether a machine reads it. */
export function ReadableMark({ letter, isReadable }: { letter: InvoiceRow['class']; isReadable: boolean }) {
  const t = useText();
  const tone = letter === 'A' ? 'good' : isReadable ? 'warn' : 'bad';
  return (
    <span title={t(`class.${letter}`)}>
      <StateMark tone={tone}>
        {letter} · {isReadable ? t('readableYes') : t('readableNo')}
      </StateMark>
    </span>
  );
}
