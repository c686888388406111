import { addWorkingDays, dayOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { noticePublished } from '../facts.ts';
import { takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';
import { rulesOn } from '../rules.ts';
import { Sitting } from '../sitting.entity.ts';

/**
 * Publishes the notice with the agenda: from now on the sitting is convened and its councillors are told.
 * Ordinary: at least the floor of working days before; extraordinary: hours before (rules of procedure, Pašvaldību likums 50(2)).
 * @throws Problem agenda-is-empty (409), notice-too-late (409)
 */
export async function publishNotice(tx: Tx, sittingId: string): Promise<void> {
  const { startsAt, kind } = await takeSittingAsSecretary(tx, sittingId, 'planned');
  if (!(await tx.row(sql`select 1 from agenda_item where sitting_id = ${sittingId}`))) throw problems.agendaIsEmpty();
  const rules = await rulesOn(tx, tx.today);
  const isLate =
    kind === 'ordinary'
      ? addWorkingDays(tx.today, rules.noticeFloorWorkingDays) > dayOf(startsAt)
      : tx.now.getTime() + rules.extraNoticeHours * 3_600_000 > startsAt.getTime();
  if (isLate)
    throw problems.noticeTooLate({
      kind,
      floorWorkingDays: rules.noticeFloorWorkingDays,
      hours: rules.extraNoticeHours,
    });
  await tx.db.update(Sitting, sittingId, { state: 'convened', noticePublishedAt: tx.now });
  tx.emit(noticePublished(sittingId, { startsAt: startsAt.toISOString() }));
}
