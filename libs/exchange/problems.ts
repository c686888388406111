import { defineProblems } from '#kernel';

export const problems = defineProblems({
  itemRegisteredAlready: { status: 409, lv: 'Šis sūtījums jau ir reģistrēts.', en: 'This item is registered already.' },
  itemDismissedAlready: {
    status: 409,
    lv: 'Šis sūtījums ir atzīts par nereģistrējamu. Vispirms atjaunojiet to.',
    en: 'This item was dismissed. Restore it first.',
  },
  unknownChannel: { status: 422, lv: 'Šāda sūtīšanas kanāla nav.', en: 'There is no such sending channel.' },
  addressNeeded: {
    status: 422,
    lv: 'Adrese šim kanālam nav norādīta vai nav pareiza.',
    en: 'The address for this channel is missing or wrong.',
  },
  dispatchNotFailed: {
    status: 409,
    lv: 'Atkārtot var tikai neizdevušos sūtījumu.',
    en: 'Only a failed dispatch can be retried.',
  },
  dispatchNotByHand: {
    status: 409,
    lv: 'Ar roku atzīmē tikai pastā vai klātienē nododamus sūtījumus.',
    en: 'Only dispatches by post or in person are marked by hand.',
  },
  dispatchDeliveredAlready: {
    status: 409,
    lv: 'Šis sūtījums jau ir piegādāts.',
    en: 'This dispatch was delivered already.',
  },
});
