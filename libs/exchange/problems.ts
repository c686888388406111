import { defineProblems } from '#kernel';

export const problems = defineProblems({
  itemRegisteredAlready: { status: 409, lv: 'Šis sūtījums jau ir reģistrēts.', en: 'This item is registered already.' },
  itemDismissedAlready: {
    status: 409,
    lv: 'Šis sūtījums ir atzīts par nereģistrējamu. Vispirms atjaunojiet to.',
    en: 'This item was dismissed. Restore it first.',
  },
  nothingReceived: { status: 422, lv: 'Nav pievienota neviena datne.', en: 'No file came with the request.' },
  fileOverLimit: {
    status: 413,
    lv: 'Datne pārsniedz atļauto lielumu. Sadaliet to, samaziniet skenējuma izšķirtspēju vai lūdziet iestādes administratoram mainīt ierobežojumu.',
    en: 'The file is over the permitted size. Split it, scan at a lower resolution, or ask the administrator to change the limit.',
  },
  tooManyFiles: {
    status: 413,
    lv: 'Vienā reizē pievienots par daudz datņu. Pievienojiet tās pa daļām.',
    en: 'Too many files at once. Add them in several goes.',
  },
  uploadBroken: {
    status: 400,
    lv: 'Datņu augšupielāde pārtrūka vai nav saprotama. Mēģiniet vēlreiz.',
    en: 'The upload broke off or cannot be understood. Please try again.',
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
