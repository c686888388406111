export interface PublicStep {
  type: string;
  at: Date;
  isReply: boolean;
}

/**
 * The journal's rows as the applicant reads them: registered before what followed at that same moment (the number is the transaction's
 * last statement), colleagues who approve one after another as one step, and a signer's step only as the signature.
 */
export function forApplicant(rows: readonly PublicStep[]): PublicStep[] {
  const steps = rows
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || birth(a) - birth(b))
    .map((step) =>
      step.isReply && step.type === 'document.registered' ? { ...step, type: 'reply.registered' } : step,
    );
  const signed = steps.findIndex(({ type }) => type === 'document.signed');
  return steps
    .filter(({ type }, place) => type !== 'step.completed' || signed < 0 || place < signed)
    .filter((step, place, told) => !isSame(step, told[place + 1]));
}

const birth = ({ type }: PublicStep): number => (type === 'document.registered' ? 0 : 1);
const isSame = (step: PublicStep, next: PublicStep | undefined): boolean =>
  step.type === next?.type && step.isReply === next.isReply;
