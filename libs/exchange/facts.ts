import { fact } from '#kernel';

/** Subject of the first three: the received item's id, as there is no document yet. */
export const itemReceived = fact<{ fileIds: string[]; channel: string }>('item.received', {
  lv: 'Saņemts',
  en: 'Received',
});
export const itemDismissed = fact<object>('item.dismissed', {
  lv: 'Atzīts par nereģistrējamu',
  en: 'Dismissed without registration',
});
export const itemRestored = fact<object>('item.restored', {
  lv: 'Atjaunots reģistrēšanai',
  en: 'Restored for registration',
});

/** Subject: the document's id. */
interface OfDispatch {
  dispatchId: string;
  channel: string;
}
export const dispatchQueued = fact<OfDispatch>('dispatch.queued', {
  lv: 'Nodots nosūtīšanai',
  en: 'Queued for sending',
  isMinor: true,
});
export const dispatchSent = fact<OfDispatch>('dispatch.sent', { lv: 'Nosūtīts', en: 'Sent', isMinor: true });
export const dispatchDelivered = fact<OfDispatch>('dispatch.delivered', { lv: 'Piegādāts', en: 'Delivered' });
export const dispatchFailed = fact<OfDispatch>('dispatch.failed', { lv: 'Nosūtīt neizdevās', en: 'Sending failed' });
