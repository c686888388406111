import { letterAnswered } from '#correspondence/facts';
import { daysBetween } from '#kernel';
import { factsOf, pointOf, registeredDocument } from '../document-facts.ts';
import { defineIndicator } from '../indicator.ts';

export const replyDays = defineIndicator({
  code: 'reply-days',
  name: { lv: 'Dienas līdz atbildei', en: 'Days until the reply' },
  formula: {
    lv: 'Kalendāra dienas no reģistrācijas līdz atbildes nosūtīšanai, vidēji.',
    en: 'Calendar days from registration to the sending of the reply, on average.',
  },
  unit: 'days',
  on: [letterAnswered.type],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    const [answer] = await factsOf(tx, documentId, [letterAnswered.type]);
    if (!document || !answer) return [];
    const amount = daysBetween(document.registeredOn, answer.day);
    return [{ ...pointOf(document), day: answer.day, value: 'counted', reason: 'answered', amount }];
  },
});
