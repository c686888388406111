import { fact } from '#kernel';

/** The subject of every fact of a sitting is the sitting, which is also the document of its protocol. */
export const sittingPlanned = fact<{ bodyId: string }>('sitting.planned', {
  lv: 'Ieplānota sēde',
  en: 'Sitting planned',
});
export const agendaChanged = fact<{ itemId: string | null }>('sitting.agenda-changed', {
  lv: 'Mainīta darba kārtība',
  en: 'Agenda changed',
});
export const noticePublished = fact<{ startsAt: string }>('sitting.notice-published', {
  lv: 'Izziņota sēde',
  en: 'Notice of sitting published',
});
export const sittingOpened = fact<{ present: number; seats: number }>('sitting.opened', {
  lv: 'Atklāta sēde',
  en: 'Sitting opened',
});
export const sittingPaused = fact<object>('sitting.paused', { lv: 'Izsludināts pārtraukums', en: 'Break announced' });
export const sittingResumed = fact<object>('sitting.resumed', { lv: 'Sēde turpinās', en: 'Sitting resumed' });
export const sittingClosed = fact<{ decisions: number }>('sitting.closed', { lv: 'Slēgta sēde', en: 'Sitting closed' });
export const presenceRecorded = fact<{ personId: string; status: string; present: number; hasQuorum: boolean }>(
  'sitting.presence-recorded',
  {
    lv: 'Reģistrēta klātbūtne',
    en: 'Presence recorded',
  },
);
export const itemOpened = fact<{ itemId: string }>('sitting.item-opened', {
  lv: 'Sākta jautājuma izskatīšana',
  en: 'Item opened',
});
export const itemClosed = fact<{ itemId: string; outcome: string }>('sitting.item-closed', {
  lv: 'Pabeigta jautājuma izskatīšana',
  en: 'Item closed',
});
export const wordAsked = fact<{ itemId: string | null; personId: string }>('sitting.word-asked', {
  lv: 'Pieprasīts vārds',
  en: 'Asked for the word',
});
export const speechRecorded = fact<{ itemId: string | null; speechId: string; kind: string }>(
  'sitting.speech-recorded',
  {
    lv: 'Protokolēta uzstāšanās',
    en: 'Speech minuted',
  },
);
export const conflictDeclared = fact<{ itemId: string; personId: string }>('sitting.conflict-declared', {
  lv: 'Pieteikts interešu konflikts',
  en: 'Conflict of interest declared',
});
export const voteOpened = fact<{ voteId: string; itemId: string | null; purpose: string; rule: string }>(
  'vote.opened',
  {
    lv: 'Sākts balsojums',
    en: 'Vote opened',
  },
);
export const ballotCast = fact<{ voteId: string; personId: string; method: string }>('vote.ballot-cast', {
  lv: 'Nodota balss',
  en: 'Ballot cast',
});
/** Carries the named result, so that the sealed journal proves it (voting of a council is open and by name). */
export const voteClosed = fact<{
  voteId: string;
  itemId: string | null;
  verdict: string;
  ballots: Record<string, string | null>;
}>('vote.closed', {
  lv: 'Pabeigts balsojums',
  en: 'Vote closed',
});
export const draftCreated = fact<{ decisionKind: string }>('council-draft.created', {
  lv: 'Sagatavots lēmuma projekts',
  en: 'Draft decision prepared',
});
export const draftChanged = fact<{ fields: string[] }>('council-draft.changed', {
  lv: 'Mainīts lēmuma projekts',
  en: 'Draft decision changed',
});
export const draftPlaced = fact<{ sittingId: string; itemId: string }>('council-draft.placed', {
  lv: 'Iekļauts sēdes darba kārtībā',
  en: 'Placed on the agenda',
});
export const draftDecided = fact<{ sittingId: string; outcome: string }>('council-draft.decided', {
  lv: 'Izskatīts sēdē',
  en: 'Decided in a sitting',
});
export const opinionGiven = fact<{ bodyId: string; opinion: string }>('council-draft.opinion-given', {
  lv: 'Komitejas atzinums',
  en: 'Committee opinion',
});
export const decisionAdopted = fact<{ sittingId: string; itemId: string; voteId: string }>('council-decision.adopted', {
  lv: 'Pieņemts domes lēmums',
  en: 'Council decision adopted',
});
export const decisionPublished = fact<{ sittingId: string }>('council-decision.published', {
  lv: 'Publicēts lēmums',
  en: 'Decision published',
});
export const protocolPublished = fact<object>('council-protocol.published', {
  lv: 'Publicēts protokols',
  en: 'Protocol published',
});
