import { z } from 'zod';

const Text = z.object({ lv: z.string(), en: z.string() });

export const NotificationsQuery = z.object({ unread: z.stringbool().optional(), before: z.uuid().optional() });
export type NotificationsQuery = z.infer<typeof NotificationsQuery>;

/** One line of the bell. Title and number are empty when the document is no longer the reader's to see. */
export const NotificationView = z.object({
  id: z.uuid(),
  type: z.string(),
  text: Text,
  at: z.iso.datetime({ offset: true }),
  readAt: z.iso.datetime({ offset: true }).nullable(),
  dueOn: z.iso.date().nullable(),
  documentId: z.uuid().nullable(),
  page: z.string().nullable().meta({ description: 'The page of the application that it is about' }),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** Whom the reader substitutes, when it was told to that person. */
  onBehalfOf: z.string().nullable(),
});
export type NotificationView = z.infer<typeof NotificationView>;

export const NotificationsPage = z.object({
  unread: z.number(),
  rows: z.array(NotificationView),
  next: z.uuid().nullable(),
});
export type NotificationsPage = z.infer<typeof NotificationsPage>;

/** What was read: these, or without a list everything. */
export const MarkRead = z.object({ ids: z.array(z.uuid()).max(500).optional() });
export type MarkRead = z.infer<typeof MarkRead>;

export const NotificationKind = z.enum(['tasks', 'approvals', 'returned', 'terms']);
export type NotificationKind = z.infer<typeof NotificationKind>;
export const EmailChoice = z.enum(['at-once', 'digest', 'off']);
export type EmailChoice = z.infer<typeof EmailChoice>;

export const NotificationSettings = z.object({
  email: z.record(NotificationKind, EmailChoice).meta({
    description:
      'Of each kind of news: an e-mail at once, one each working morning about what is unread, or none. The bell tells all.',
  }),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;
