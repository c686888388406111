import { z } from 'zod';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Named = z.object({ id: z.uuid(), name: z.string() });
const Texts = z.object({ lv: z.string(), en: z.string() });
const inOrder = ({ fromDay, toDay }: { fromDay: string; toDay: string }) => toDay >= fromDay;
const notInOrder = { path: ['toDay'], error: 'Beigu diena ir pirms sākuma dienas / ends before it begins' };

export const LeaveKindView = Texts.extend({
  name: z.string(),
  counting: z.enum(['calendar', 'calendar-without-holidays', 'working']),
  yearlyDays: z.number().nullable(),
  accrues: z.boolean(),
  basis: z.string(),
});
export type LeaveKindView = z.infer<typeof LeaveKindView>;

const LeavePeriod = z.object({
  leaveKind: z.string().min(1).max(50),
  fromDay: Day,
  toDay: Day,
  substituteId: z.uuid().optional(),
});

/** "How many days would that be": asked while the form is filled. */
export const LeaveQuestion = LeavePeriod.refine(inOrder, notInOrder);
export type LeaveQuestion = z.infer<typeof LeaveQuestion>;

export const NewLeaveRequest = LeavePeriod.extend({ note: z.string().trim().max(1000).default('') }).refine(
  inOrder,
  notInOrder,
);
export type NewLeaveRequest = z.infer<typeof NewLeaveRequest>;

/** Something the head and the personnel office should know before they agree. */
export const NumberedRequest = z.object({ id: z.uuid(), number: z.string().nullable() });

export const LeaveFinding = z.object({ code: z.string(), level: z.enum(['warning', 'info']), text: Texts });
export type LeaveFinding = z.infer<typeof LeaveFinding>;

export const LeaveAnswer = z.object({
  days: z.number(),
  counting: z.enum(['calendar', 'calendar-without-holidays', 'working']),
  holidays: z.array(Day).meta({ description: 'Public holidays inside the period; annual leave does not count them' }),
  left: z
    .number()
    .nullable()
    .meta({ description: 'Days left before this leave; null where nothing accrues and no limit stands' }),
  leftAfter: z.number().nullable(),
  basis: z.string(),
  findings: z.array(LeaveFinding),
});
export type LeaveAnswer = z.infer<typeof LeaveAnswer>;

export const LeaveBalance = z.object({
  leaveKind: z.string(),
  granted: z.number(),
  taken: z.number(),
  waiting: z.number().meta({ description: 'Requested, not given yet' }),
  left: z.number(),
});
export type LeaveBalance = z.infer<typeof LeaveBalance>;

export const LeaveRow = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  state: z.string(),
  person: Named,
  unitName: z.string(),
  leaveKind: z.string(),
  fromDay: Day,
  toDay: Day,
  days: z.number(),
  substituteName: z.string().nullable(),
  waitsFor: z.string().nullable().meta({ description: 'Who has to act now' }),
  orderId: z.uuid().nullable(),
  orderNumber: z.string().nullable(),
  orderState: z.string().nullable(),
});
export type LeaveRow = z.infer<typeof LeaveRow>;

export const LeaveQuery = z.object({
  state: z.string().max(30).optional(),
  unit: z.uuid().optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type LeaveQuery = z.infer<typeof LeaveQuery>;

export const LeaveRequestView = LeaveRow.extend({
  note: z.string(),
  submittedAt: Instant,
  answer: LeaveAnswer,
  mayWithdraw: z.boolean(),
});
export type LeaveRequestView = z.infer<typeof LeaveRequestView>;

export const NewTripOrder = z
  .object({
    personId: z.uuid(),
    fromDay: Day,
    toDay: Day,
    place: z.string().trim().min(2).max(200),
    aim: z.string().trim().min(3).max(500),
    transport: z.string().trim().max(200).default(''),
    costs: z.string().trim().max(500).default(''),
    substituteId: z.uuid().optional(),
  })
  .refine(inOrder, notInOrder);
export type NewTripOrder = z.infer<typeof NewTripOrder>;

export const AcquaintanceState = z.enum(['sent', 'opened', 'acquainted', 'refused', 'overdue']);

export const AcquaintanceRow = z.object({
  id: z.uuid(),
  person: Named,
  documentId: z.uuid().nullable(),
  announcementId: z.uuid().nullable(),
  title: z.string(),
  number: z.string().nullable(),
  state: AcquaintanceState,
  sentAt: Instant,
  dueOn: Day,
  openedAt: Instant.nullable(),
  acquaintedAt: Instant.nullable(),
  refusal: z.string().nullable(),
});
export type AcquaintanceRow = z.infer<typeof AcquaintanceRow>;

export const OrderRow = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  state: z.string(),
  orderKind: z.string(),
  orderKindText: Texts,
  person: Named,
  unitName: z.string(),
  fromDay: Day,
  toDay: Day,
  days: z.number(),
  substituteName: z.string().nullable(),
  executedAt: Instant.nullable(),
  acquaintanceState: AcquaintanceState.nullable(),
});
export type OrderRow = z.infer<typeof OrderRow>;

export const OrderView = OrderRow.extend({
  leaveKind: z.string().nullable(),
  place: z.string().nullable(),
  aim: z.string().nullable(),
  transport: z.string().nullable(),
  costs: z.string().nullable(),
  request: z.object({ id: z.uuid(), number: z.string().nullable() }).nullable(),
  acquaintances: z.array(AcquaintanceRow),
  mayAnnul: z.boolean(),
});
export type OrderView = z.infer<typeof OrderView>;

export const OrderKindView = Texts.extend({
  code: z.string(),
  register: z.string(),
  caseIndex: z.string(),
  isWritten: z.boolean().meta({ description: 'The system writes this order itself' }),
});
export type OrderKindView = z.infer<typeof OrderKindView>;

export const Reason = z.object({ reason: z.string().trim().min(3).max(1000) });
export type Reason = z.infer<typeof Reason>;

/** Days for a working year; without `days` as many as the law gives. */
export const NewGrant = z.object({
  personId: z.uuid(),
  leaveKind: z.string().min(1),
  workingYear: z.number().int().min(2000).max(2100),
  days: z.number().int().min(1).max(365).optional(),
});
export type NewGrant = z.infer<typeof NewGrant>;

export const NewCorrection = z.object({
  personId: z.uuid(),
  leaveKind: z.string().min(1),
  workingYear: z.number().int().min(2000).max(2100),
  days: z.number().int().min(-365).max(365),
  note: z.string().trim().min(3).max(500),
});
export type NewCorrection = z.infer<typeof NewCorrection>;

export const LedgerEntry = z.object({
  id: z.uuid(),
  onDay: Day,
  leaveKind: z.string(),
  workingYear: z.number(),
  reason: z.enum(['granted', 'taken', 'corrected']),
  days: z.number(),
  documentId: z.uuid().nullable(),
  documentNumber: z.string().nullable(),
  note: z.string(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const NewAnnouncement = z.object({
  title: z.string().trim().min(3).max(200),
  body: z.string().trim().min(3).max(20_000),
  unitId: z.uuid().nullish().meta({ description: 'For this unit and those below it; absent: for everybody' }),
  dueOn: Day,
});
export type NewAnnouncement = z.infer<typeof NewAnnouncement>;

export const AnnouncementView = z.object({
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  publishedAt: Instant,
  publishedBy: z.string().nullable(),
  dueOn: Day,
  sent: z.number(),
  acquainted: z.number(),
  mine: z.object({ id: z.uuid(), state: AcquaintanceState }).nullable(),
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;

export const NewTraining = z
  .object({
    personId: z.uuid(),
    title: z.string().trim().min(3).max(200),
    provider: z.string().trim().max(200).default(''),
    fromDay: Day,
    toDay: Day,
    hours: z.string().regex(/^\d{1,4}(\.\d)?$/, 'stundas / hours: 8 vai 7.5'),
    isIct: z.boolean(),
    isPlanned: z.boolean().meta({
      description: 'Part of the institution’s training plan after an assessment, not the person’s own choice',
    }),
  })
  .refine(inOrder, notInOrder);
export type NewTraining = z.infer<typeof NewTraining>;

export const TrainingRow = z.object({
  id: z.uuid(),
  person: Named,
  title: z.string(),
  provider: z.string(),
  fromDay: Day,
  toDay: Day,
  hours: z.string(),
  isIct: z.boolean(),
  isPlanned: z.boolean(),
});
export type TrainingRow = z.infer<typeof TrainingRow>;

export const NewAssessment = z.object({
  personId: z.uuid(),
  level: z.number().int().min(1).max(5),
  method: z.enum(['test', 'interview', 'self']),
});
export type NewAssessment = z.infer<typeof NewAssessment>;

export const BirthDate = z.object({ bornOn: Day });
export type BirthDate = z.infer<typeof BirthDate>;

export const SelfService = z.object({
  balances: z.array(LeaveBalance),
  requests: z.array(LeaveRow),
  acquaintances: z.array(AcquaintanceRow),
  trainings: z.array(TrainingRow),
});
export type SelfService = z.infer<typeof SelfService>;

export const BalanceRow = LeaveBalance.extend({ person: Named, unitName: z.string() });
export type BalanceRow = z.infer<typeof BalanceRow>;

/** Figures of a year: acquaintance (index P5) and ICT skills (index P6). */
export const PersonnelFigures = z.object({
  year: z.number(),
  employees: z.number(),
  acquaintance: z.object({
    sent: z.number(),
    inTime: z.number(),
    late: z.number(),
    refused: z.number(),
    waiting: z.number(),
  }),
  acquaintanceByMonth: z.array(z.object({ month: z.string(), sent: z.number(), inTime: z.number() })),
  ict: z.object({
    trained: z.number().meta({ description: 'Employees with ICT training this year' }),
    hours: z.string(),
    assessed: z.number(),
    planned: z.number().meta({ description: 'Trainings that follow the plan' }),
    trainings: z.number(),
  }),
});
export type PersonnelFigures = z.infer<typeof PersonnelFigures>;
