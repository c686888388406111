import { defineProblems } from '#kernel';

export const problems = defineProblems({
  noSuchLeaveKind: {
    status: 422,
    lv: 'Šāda atvaļinājuma veida tajā laikā nav.',
    en: 'There is no such kind of leave at that time.',
  },
  noLeaveDays: {
    status: 422,
    lv: 'Izvēlētajā laikā nav nevienas dienas, ko ieskaita šajā atvaļinājumā.',
    en: 'The chosen period has no day that counts into this leave.',
  },
  leaveOverlaps: {
    status: 409,
    lv: 'Šajā laikā Jums jau ir pieprasīts vai piešķirts atvaļinājums vai komandējums.',
    en: 'You have requested or been given leave or a trip in this period already.',
  },
  substituteIsSelf: {
    status: 422,
    lv: 'Aizvietot Jūs var tikai cits darbinieks.',
    en: 'Only another person can substitute you.',
  },
  personHasNoUnit: {
    status: 422,
    lv: 'Darbiniekam nav norādīta struktūrvienība. Vērsieties personāla nodaļā.',
    en: 'The person belongs to no unit. Ask the personnel office.',
  },
  nobodyHoldsOffice: {
    status: 409,
    lv: 'Nevienam nav piešķirta loma, kas šeit vajadzīga. Vērsieties pie administratora.',
    en: 'Nobody holds the role needed here. Ask the administrator.',
  },
  notYourRequest: { status: 403, lv: 'Šis nav Jūsu pieprasījums.', en: 'This request is not yours.' },
  requestNotAgreed: {
    status: 409,
    lv: 'Pieprasījums vēl nav saskaņots.',
    en: 'The request has not been agreed yet.',
  },
  orderNotSigned: { status: 409, lv: 'Rīkojums vēl nav parakstīts.', en: 'The order is not signed yet.' },
  orderOnItsWay: {
    status: 409,
    lv: 'Rīkojums ir ceļā uz parakstu; vispirms tas jāatgriež.',
    en: 'The order is on its way to be signed; it must be returned first.',
  },
  leaveGrantedAlready: {
    status: 409,
    lv: 'Par šo darba gadu dienas jau ir piešķirtas. Lietojiet labojumu.',
    en: 'The days of this working year are granted already. Use a correction.',
  },
  notYourAcquaintance: {
    status: 403,
    lv: 'Iepazīties var tikai pats darbinieks.',
    en: 'Only the person concerned can get acquainted.',
  },
  acquaintanceEnded: { status: 409, lv: 'Iepazīšanās jau ir pabeigta.', en: 'The acquaintance has ended already.' },
  trainingRecordedAlready: {
    status: 409,
    lv: 'Šī apmācība šim darbiniekam jau ir reģistrēta.',
    en: 'This training is recorded for this person already.',
  },
});
