import { v7, type Tx } from '#kernel';
import { addParticipants, Document, type StepAct } from '#documents';
import sql from 'sql-template-tag';
import { routeStarted } from '../facts.ts';
import { problems } from '../problems.ts';
import { Step } from '../step.entity.ts';
import { openPlace } from './open-place.ts';

/** One stretch of a route: its people act in parallel, the next stretch waits for all of them. */
export interface Stretch {
  readonly act: StepAct;
  readonly personIds: readonly string[];
  readonly dueOn?: string | null;
}

/**
 * Puts a document on its route. It needs a main file: every visa and signature names the exact file it saw.
 * @throws Problem route-is-empty (422), route-running (409), nothing-to-sign (409)
 */
export async function startRoute(tx: Tx, documentId: string, stretches: readonly Stretch[]): Promise<void> {
  if (!stretches.some(({ personIds }) => personIds.length)) throw problems.routeIsEmpty();
  const state = await tx.row<{ round: number; running: boolean; hasFile: boolean }>(sql`
    select coalesce(max(s.round), 0) as round, coalesce(bool_or(s.state in ('open', 'waiting')), false) as running,
           exists (select from document_file f where f.document_id = ${documentId} and f.role = 'main' and f.superseded_at is null) as "hasFile"
      from step s where s.document_id = ${documentId}`);
  if (state!.running) throw problems.routeRunning();
  if (!state!.hasFile) throw problems.nothingToSign();
  const round = state!.round + 1;
  const steps = stretches.flatMap(({ act, personIds, dueOn = null }, place) =>
    personIds.map((personId): Step => ({
      id: v7(tx.now),
      documentId,
      round,
      place,
      act,
      personId,
      state: 'waiting',
      openedAt: null,
      dueOn,
      doneAt: null,
      doneBy: null,
      opinion: null,
      seenSha256: null,
    })),
  );
  await tx.db.insert(Step, steps);
  await addParticipants(
    tx,
    documentId,
    steps.map(({ personId }) => personId),
    'route',
  );
  await tx.db.update(Document, documentId, { state: 'in-approval' });
  tx.emit(routeStarted(documentId, { round }));
  await openPlace(tx, documentId, round, 0);
}
