import { Controller, Query, Sse, type MessageEvent } from '@nestjs/common';
import type { Actor, Tx } from '#kernel';
import { Me } from '#organisation';
import { AnswersBytes, Live, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { concatMap, debounceTime, from, merge, map, interval, startWith, type Observable } from 'rxjs';
import { visibleTo } from '#documents';

interface Change {
  seq: number;
  type: string;
  subjectId: string;
}

/** Live screens: the journal rows of what the reader may see, as server-sent events; after a pause it asks `?since=seq`. */
@Controller('api')
export class LiveController {
  constructor(
    private readonly live: Live,
    private readonly transactions: Transactions,
  ) {}

  @Sse('live')
  @AnswersBytes()
  changes(@Me() me: Actor, @Query('since') since?: string): Observable<MessageEvent> {
    let last = since === undefined ? undefined : Number(since) || 0;
    const news = async (): Promise<MessageEvent[]> => {
      const after = last;
      if (after === undefined) {
        last = await this.transactions.run(me, latest);
        return [];
      }
      const changes = await this.transactions.run(me, (tx) =>
        tx.rows<Change>(sql`
          select j.seq, j.type, j.subject_id as "subjectId" from journal j
           where j.seq > ${after}
             and (j.subject_id = ${me.personId} or exists (select from document d where d.id = j.subject_id and ${visibleTo(me)}))
           order by j.seq limit 200`),
      );
      last = changes.at(-1)?.seq ?? after;
      return changes.length ? [{ id: String(last), type: 'journal', data: changes }] : [];
    };
    const changes = this.live.grown.pipe(
      startWith(0),
      debounceTime(50),
      concatMap(news),
      concatMap((events) => from(events)),
    );
    return merge(changes, interval(25_000).pipe(map((): MessageEvent => ({ type: 'still-here', data: {} }))));
  }
}

/** Where somebody begins who has seen nothing yet: what is there already stands on the page that was just loaded. */
const latest = async (tx: Tx): Promise<number> =>
  (await tx.row<{ seq: number }>(sql`select coalesce(max(seq), 0) as seq from journal`))!.seq;
