import { letterAnswered, letterClosed } from '#correspondence/facts';
import { documentRegistered } from '#documents/facts';
import sql from 'sql-template-tag';
import { factsOf, pointOf, registeredDocument } from '../document-facts.ts';
import { defineIndicator } from '../indicator.ts';

export const answeredInTime = defineIndicator({
  code: 'answered-in-time',
  name: { lv: 'Atbildēts termiņā', en: 'Answered in time' },
  formula: {
    lv: 'Termiņā atbildētie vai izpildītie / visi saņemtie dokumenti, kuru termiņš ir pienācis vai kuri ir atbildēti.',
    en: 'Answered or carried out in time / all received documents whose due date has passed or which were answered.',
  },
  unit: 'share',
  on: [documentRegistered.type, letterAnswered.type, letterClosed.type],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    if (!document?.dueOn || document.direction !== 'incoming') return [];
    const [end] = await factsOf(tx, documentId, [letterAnswered.type, letterClosed.type]);
    if (end) {
      const isInTime = end.day <= document.dueOn;
      return [
        {
          ...pointOf(document),
          day: end.day,
          value: isInTime ? 'counted' : 'excluded',
          reason: isInTime ? 'in-time' : 'late',
        },
      ];
    }
    if (document.dueOn >= tx.today) return [];
    return [{ ...pointOf(document), day: document.dueOn, value: 'excluded', reason: 'overdue' }];
  },
  async nightly(tx) {
    const late = await tx.rows<{ id: string }>(sql`
      select id from document where due_on < ${tx.today} and direction = 'incoming' and state not in ('answered', 'done', 'cancelled')`);
    return late.map(({ id }) => id);
  },
});
