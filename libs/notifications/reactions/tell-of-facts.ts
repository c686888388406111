import { Injectable } from '@nestjs/common';
import { stepCompleted, stepOpened, stepRefused, taskDone, taskGiven } from '#approval/facts';
import { dispatchFailed } from '#exchange/facts';
import { systemActor, type Tx } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { identifierBound } from '#organisation/facts';
import { meansEnding } from '#signing/facts';
import sql from 'sql-template-tag';
import { markMatterRead } from '../commands/mark-read.ts';
import { tellPeople, type News } from '../commands/tell-people.ts';
import { isKnown } from '../texts.ts';
import { SendAtOnce } from './send-at-once.ts';

type Given = Parameters<typeof taskGiven>[1];
type Ending = Parameters<typeof meansEnding>[1];
type Opened = Parameters<typeof stepOpened>[1];

/** Tells people what concerns them; nobody is told of one's own act. */
@Injectable()
export class TellOfFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly atOnce: SendAtOnce,
  ) {}

  @OnEvent(taskGiven.type)
  async ofTask(entry: JournalEntry<Given>) {
    const { kind, personId, taskId, dueOn } = entry.data;
    await this.tell(entry, `task.${kind}`, { personIds: [personId], matterId: taskId, dueOn });
  }

  @OnEvent(stepOpened.type)
  async ofStep(entry: JournalEntry<Opened>) {
    const { act, personId, stepId } = entry.data;
    await this.tell(entry, `step.${act}`, { personIds: [personId], matterId: stepId });
  }

  @OnEvent(stepRefused.type)
  async ofRefusal(entry: JournalEntry<{ stepId: string }>) {
    await this.run(entry, async (tx) => {
      await markMatterRead(tx, entry.data.stepId);
    });
    await this.tell(entry, 'step.refused', 'author');
  }

  @OnEvent(dispatchFailed.type)
  async ofFailure(entry: JournalEntry) {
    await this.tell(entry, 'dispatch.failed', 'author');
  }

  @OnEvent(meansEnding.type)
  async ofMeans(entry: JournalEntry<Ending>) {
    const { personIds, endsOn } = entry.data;
    await this.tell(entry, meansEnding.type, { personIds, dueOn: endsOn });
  }

  @OnEvent(identifierBound.type)
  async ofIdentifier(entry: JournalEntry<{ personIds: string[] }>) {
    const { personIds } = entry.data;
    await this.tell(entry, identifierBound.type, { personIds, matterId: entry.subjectId });
  }

  @OnEvent(taskDone.type, stepCompleted.type)
  async ofEnd(entry: JournalEntry<{ taskId?: string; stepId?: string }>) {
    const matterId = entry.data.taskId ?? entry.data.stepId;
    if (matterId) await this.run(entry, (tx) => markMatterRead(tx, matterId));
  }

  private run<T>(entry: JournalEntry<object>, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(systemActor(entry.institutionId), work);
  }

  private async tell(
    entry: JournalEntry<object>,
    type: string,
    to: Pick<News, 'personIds' | 'matterId' | 'dueOn'> | 'author',
  ): Promise<void> {
    await this.run(entry, async (tx) => {
      if (!isKnown(type)) return;
      const document = await tx.row<{ author: string }>(
        sql`select created_by as author from document where id = ${entry.subjectId}`,
      );
      const told = to === 'author' ? { personIds: document ? [document.author] : [] } : to;
      const personIds = told.personIds.filter((personId) => personId !== entry.actorId);
      const documentId = document ? entry.subjectId : null;
      await tellPeople(tx, { ...told, personIds, factId: entry.id, type, documentId, at: new Date(entry.at) });
    });
    await this.atOnce.send(entry.institutionId, [entry.id]);
  }
}
