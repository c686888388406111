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
/** One e-mail may bring several documents: the files went into an item of their own. */
export const itemSplit = fact<{ itemId: string; fileIds: string[] }>('item.split', {
  lv: 'Datnes izdalītas atsevišķā sūtījumā',
  en: 'Files made an item of their own',
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
