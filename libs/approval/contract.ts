import { z } from 'zod';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Person = z.object({ id: z.uuid(), name: z.string() });
export const StepAct = z.enum(['review', 'approve', 'sign', 'acquaint']);
export const TaskKind = z.enum(['resolve', 'execute', 'answer', 'acquaint', 'control']);

/** A route: stretches one after another, the people of a stretch in parallel. */
export const NewRoute = z.object({
  stretches: z
    .array(z.object({ act: StepAct, personIds: z.array(z.uuid()).min(1).max(50), dueOn: Day.nullish() }))
    .min(1)
    .max(20),
});
export type NewRoute = z.infer<typeof NewRoute>;

/** A visa. `seenSha256` names the exact file the person had before the eyes. */
export const Decision = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('agree'),
    seenSha256: z.string().regex(/^[0-9a-f]{64}$/),
    opinion: z.string().trim().max(4000).nullish(),
  }),
  z.object({ verdict: z.literal('refuse'), opinion: z.string().trim().min(1).max(4000) }),
]);
export type Decision = z.infer<typeof Decision>;

export const TaskReport = z.object({ report: z.string().trim().max(4000).nullish() });
export type TaskReport = z.infer<typeof TaskReport>;

export const NewTerm = z.object({ dueOn: Day, reason: z.string().trim().min(3).max(1000) });
export type NewTerm = z.infer<typeof NewTerm>;

export const StepView = z.object({
  id: z.uuid(),
  round: z.number(),
  place: z.number(),
  act: StepAct,
  person: Person,
  state: z.enum(['waiting', 'open', 'done', 'refused', 'stale', 'cancelled']),
  isMine: z.boolean().meta({ description: 'Waits for the reader, by own name or by substitution' }),
  dueOn: Day.nullable(),
  openedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  opinion: z.string().nullable(),
  seenSha256: z.string().nullable(),
});
export type StepView = z.infer<typeof StepView>;

export const TaskView = z.object({
  id: z.uuid(),
  kind: TaskKind,
  person: Person,
  isLead: z.boolean(),
  isMine: z.boolean(),
  text: z.string(),
  dueOn: Day.nullable(),
  givenBy: z.string().nullable(),
  givenAt: Instant,
  state: z.enum(['open', 'done', 'cancelled']),
  doneAt: Instant.nullable(),
  report: z.string().nullable(),
  resolutionId: z.uuid().nullable(),
});
export type TaskView = z.infer<typeof TaskView>;

/** Steps and tasks of one document. */
export const DocumentWork = z.object({ steps: z.array(StepView), tasks: z.array(TaskView) });
export type DocumentWork = z.infer<typeof DocumentWork>;

/** One thing that waits for the reader: a task (`what: 'task'`) or a step of a route. */
export const InboxItem = z.object({
  what: z.enum(['task', 'step']),
  id: z.uuid(),
  act: z.string().meta({ description: 'Task kind or step act: what is expected' }),
  text: z.string(),
  dueOn: Day.nullable(),
  since: Instant,
  onBehalfOf: z.string().nullable(),
  document: z.object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    state: z.string(),
    counterpartyName: z.string().nullable(),
    mainSha256: z.string().nullable().meta({ description: 'The file a visa given from the row would name' }),
  }),
});
export type InboxItem = z.infer<typeof InboxItem>;
