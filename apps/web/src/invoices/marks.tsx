import type { ContractState, InvoiceRow, InvoiceState, OrderState, PaymentState } from '#invoices/contract';
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

const PAYMENT_TONES: Record<PaymentState | OrderState, Tone> = {
  made: 'accent',
  sent: 'accent',
  accepted: 'warn',
  partly: 'warn',
  executed: 'good',
  refused: 'bad',
};

/** What the bank says of a payment or of a whole order. */
export function PaymentMark({ state }: { state: PaymentState | OrderState }) {
  const t = useText();
  return <StateMark tone={PAYMENT_TONES[state]}>{t(`payment.${state}`)}</StateMark>;
}

const CONTRACT_TONES: Record<ContractState, Tone> = {
  draft: 'plain',
  'in-approval': 'accent',
  'to-sign': 'accent',
  signed: 'accent',
  active: 'good',
  ending: 'warn',
  future: 'accent',
  ended: 'plain',
};

export function ContractMark({ state }: { state: ContractState }) {
  const t = useText();
  return <StateMark tone={CONTRACT_TONES[state]}>{t(`contract.${state}`)}</StateMark>;
}
