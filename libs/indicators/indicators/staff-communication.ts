import { acquaintanceRefused, acquaintanceSent, acquainted } from '#personnel/facts';
import sql from 'sql-template-tag';
import { factsOf } from '../document-facts.ts';
import { defineIndicator, type Point } from '../indicator.ts';

export const staffCommunication = defineIndicator({
  code: 'P5',
  name: { lv: 'Komunikācija ar darbiniekiem', en: 'Communication with employees' },
  formula: {
    lv: 'Termiņā apliecinātās iepazīšanās / visas nosūtītās iepazīšanās, kuru termiņš pienācis vai kuras apliecinātas.',
    en: 'Acquaintances confirmed in time / all acquaintances that were confirmed or whose due date has passed.',
  },
  unit: 'share',
  on: [acquaintanceSent.type, acquainted.type, acquaintanceRefused.type],
  async measure(tx, documentId) {
    const facts = await factsOf(tx, documentId, [acquaintanceSent.type, acquainted.type, acquaintanceRefused.type]);
    const document = await tx.row<{ unitId: string }>(
      sql`select unit_id as "unitId" from document where id = ${documentId}`,
    );
    const place = { documentId: document ? documentId : null, unitId: document?.unitId ?? null, channel: null };
    return facts
      .filter(({ type }) => type === acquaintanceSent.type)
      .flatMap(({ data }): Point[] => {
        const dueOn = String(data['dueOn']);
        const end = facts.find(
          ({ type, data: other }) =>
            type !== acquaintanceSent.type && other['acquaintanceId'] === data['acquaintanceId'],
        );
        const point = { ...place, aspect: String(data['acquaintanceId']), day: end?.day ?? dueOn };
        if (end?.type === acquainted.type && end.day <= dueOn)
          return [{ ...point, value: 'counted', reason: 'acknowledged-in-time' }];
        if (end?.type === acquainted.type) return [{ ...point, value: 'excluded', reason: 'acknowledged-late' }];
        return end || dueOn < tx.today ? [{ ...point, value: 'excluded', reason: 'not-acknowledged' }] : [];
      });
  },
  async nightly(tx) {
    const sent = await tx.rows<{ id: string }>(sql`
      select distinct subject_id as id from journal where type = ${acquaintanceSent.type} and data->>'dueOn' < ${tx.today}
         and data->>'dueOn' >= (${tx.today}::date - 40)::text`);
    return sent.map(({ id }) => id);
  },
});
