import { fact } from '#kernel';

/** A letter has been entered; its number follows in `document.registered`. */
export const letterEntered = fact<{ kind: string; channel: string; medium: string }>('letter.entered', {
  lv: 'Saņemts',
  en: 'Received',
});
export const sentForResolution = fact<{ personId: string }>('letter.sent-for-resolution', {
  lv: 'Nodots rezolūcijai',
  en: 'Sent for resolution',
});
export const letterResolved = fact<{ resolutionId: string; leadId: string; dueOn: string | null }>('letter.resolved', {
  lv: 'Rezolūcija',
  en: 'Resolved',
});
export const replyDrafted = fact<{ answersId: string | null }>('reply.drafted', {
  lv: 'Sagatavots projekts',
  en: 'Drafted',
});
export const letterSent = fact<{ answersId: string | null; channel: string }>('letter.sent', {
  lv: 'Nosūtīts',
  en: 'Sent',
});
export const letterAnswered = fact<{ replyId: string; inTime: boolean | null }>('letter.answered', {
  lv: 'Atbildēts',
  en: 'Answered',
});
export const letterClosed = fact<object>('letter.closed', {
  lv: 'Izpildīts bez atbildes',
  en: 'Closed without an answer',
});
