import { defineProblems } from '#kernel';

export const problems = defineProblems({
  notAMember: {
    status: 403,
    lv: 'Jums šajā institūcijā nav deputāta vietas; balsot var tikai par sevi.',
    en: 'You hold no seat here; one votes for oneself only.',
  },
  noQuorum: {
    status: 409,
    lv: 'Nav kvoruma: klāt ir mazāk deputātu, nekā nepieciešams.',
    en: 'No quorum: fewer councillors are present than needed.',
  },
  noticeTooLate: {
    status: 409,
    lv: 'Līdz sēdei atlicis mazāk laika, nekā prasa noteikumi par sēdes izziņošanu. Pārceliet sēdi vai sasauciet ārkārtas sēdi.',
    en: 'Less time is left than the rules of notice demand. Move the sitting or convene an extraordinary one.',
  },
  agendaIsEmpty: { status: 409, lv: 'Darba kārtībā nav neviena jautājuma.', en: 'The agenda has no items.' },
  draftIncomplete: {
    status: 409,
    lv: 'Lēmuma projektā nav aizpildīti visi obligātie lauki.',
    en: 'Mandatory fields of the draft decision are missing.',
  },
  draftOnAgenda: {
    status: 409,
    lv: 'Šis lēmuma projekts jau ir sēdes darba kārtībā.',
    en: 'This draft is on an agenda already.',
  },
  agendaIncomplete: {
    status: 422,
    lv: 'Kārtībā jābūt visiem darba kārtības jautājumiem, katram vienu reizi.',
    en: 'The order must name every item of the agenda once.',
  },
  personUnknown: {
    status: 422,
    lv: 'Cilvēks nav šīs institūcijas loceklis.',
    en: 'The person is not a member of this body.',
  },
  notPresent: {
    status: 409,
    lv: 'Deputāts nav reģistrēts kā klātesošs.',
    en: 'The councillor is not registered as present.',
  },
  itemNotOpen: { status: 409, lv: 'Jautājuma izskatīšana nav sākta.', en: 'The item is not open.' },
  anotherItemOpen: {
    status: 409,
    lv: 'Vispirms pabeidziet iepriekšējo jautājumu.',
    en: 'Finish the item that is open first.',
  },
  voteIsOpen: { status: 409, lv: 'Notiek balsojums; vispirms pabeidziet to.', en: 'A vote is open; close it first.' },
  voteIsClosed: {
    status: 409,
    lv: 'Balsojums ir pabeigts, un to vairs nevar mainīt. Atkārtot var tikai ar jaunu balsojumu, norādot iemeslu.',
    en: 'The vote is closed and cannot be changed. It can only be repeated as a new vote with a reason.',
  },
  votedAlready: {
    status: 409,
    lv: 'Par šo jautājumu jau ir balsots. Lai balsotu atkārtoti, norādiet iemeslu.',
    en: 'This was voted on already. To vote again, state the reason.',
  },
  ballotLocked: {
    status: 409,
    lv: 'Interešu konflikta dēļ deputāts šajā balsojumā nepiedalās.',
    en: 'Because of a conflict of interest the councillor takes no part in this vote.',
  },
  notInElectorate: {
    status: 409,
    lv: 'Deputāts nebija reģistrēts, kad balsojums tika sākts.',
    en: 'The councillor was not registered when the vote was opened.',
  },
  twoThirdsNeeded: {
    status: 409,
    lv: 'Papildjautājumu iekļauj tikai ar divu trešdaļu klātesošo deputātu piekrišanu.',
    en: 'An item outside the agenda needs the consent of two thirds of those present.',
  },
  closedPartNotVoted: {
    status: 409,
    lv: 'Pirms slēgtās daļas jābalso par tās noteikšanu.',
    en: 'The closed part needs a vote of its own first.',
  },
  itemsLeft: {
    status: 409,
    lv: 'Darba kārtībā ir neizskatīti jautājumi.',
    en: 'Items of the agenda are still waiting.',
  },
  voteMissing: {
    status: 409,
    lv: 'Par šo jautājumu vēl nav pieņemta balsojuma rezultāta.',
    en: 'The vote on this item has no final result yet.',
  },
  protocolNotReady: { status: 409, lv: 'Protokols vēl nav sagatavots.', en: 'The protocol is not composed yet.' },
  notSigned: {
    status: 409,
    lv: 'Dokuments vēl nav parakstīts, tāpēc to nevar publicēt.',
    en: 'The document is not signed yet and cannot be published.',
  },
  restrictedNotPublished: {
    status: 409,
    lv: 'Ierobežotas pieejamības dokumentu nepublicē.',
    en: 'A document of restricted access is not published.',
  },
});
