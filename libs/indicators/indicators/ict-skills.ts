import { ictSkillsAssessed, trainingRecorded } from '#personnel/facts';
import sql from 'sql-template-tag';
import { defineIndicator, type Point } from '../indicator.ts';

export const ictSkills = defineIndicator({
  code: 'P6',
  name: { lv: 'Darbinieku IKT prasmju pilnveide', en: 'ICT skills of employees' },
  formula: {
    lv: 'Vidējais no diviem īpatsvariem: darbinieki, kuru IKT prasmes gadā novērtētas, un darbinieki, kuri gadā apmācīti / visi darbinieki.',
    en: 'The mean of two shares: employees whose ICT skills were assessed, and employees trained in the year / all employees.',
  },
  unit: 'share',
  on: [trainingRecorded.type, ictSkillsAssessed.type],
  subjectOf: ({ data, subjectId }) => (typeof data['personId'] === 'string' ? data['personId'] : subjectId),
  async measure(tx, personId) {
    const facts = await tx.rows<{ type: string; day: string; unitId: string | null }>(sql`
      select distinct on (j.type, extract(year from day)) j.type, day, p.unit_id as "unitId"
        from journal j left join person p on p.id = ${personId}
        cross join lateral (select coalesce((j.data->>'toDay')::date, (j.at at time zone 'Europe/Riga')::date) as day) d
       where j.type in (${trainingRecorded.type}, ${ictSkillsAssessed.type}) and j.data->>'personId' = ${personId}
         and (j.type = ${ictSkillsAssessed.type} or (j.data->>'isIct')::boolean)
       order by j.type, extract(year from day), day`);
    return facts.map(({ type, day, unitId }): Point => {
      const part = type === trainingRecorded.type ? 'trained' : 'assessed';
      return { aspect: `${part}/${day.slice(0, 4)}`, day, unitId, channel: null, value: 'counted', reason: part };
    });
  },
  population: {
    aspects: ['assessed', 'trained'],
    async count(tx) {
      const row = await tx.row<{ count: number }>(sql`
        select count(*)::int from person where unit_id is not null and not is_councillor and ${tx.today}::date >= active_from
           and (active_until is null or active_until >= ${tx.today}::date)`);
      return row!.count;
    },
  },
});
