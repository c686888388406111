export { castBallot, enterBallots } from './commands/cast-ballot.ts';
export { closeSitting } from './commands/close-sitting.ts';
export { closeVote } from './commands/close-vote.ts';
export { createBody, createTerm, giveSeat, type NewBody, type NewSeat } from './commands/create-body.ts';
export { changeDraft, createDraft } from './commands/create-draft.ts';
export { declareConflict } from './commands/declare-conflict.ts';
export { closeItem, openItem } from './commands/open-item.ts';
export { openSitting, pauseSitting, resumeSitting } from './commands/open-sitting.ts';
export { openVote } from './commands/open-vote.ts';
export { orderAgenda, placeItem, removeItem } from './commands/place-item.ts';
export { changeSitting, planSitting, setLinks } from './commands/plan-sitting.ts';
export { publishDecision, publishProtocol } from './commands/publish.ts';
export { publishNotice } from './commands/publish-notice.ts';
export { recordPresence, registerMyself } from './commands/record-presence.ts';
export { askForWord, changeSpeech, recordSpeech, removeSpeech } from './commands/record-speech.ts';
export { sendToSign } from './commands/send-to-sign.ts';
export {
  count,
  present,
  verdict,
  type Circumstances,
  type Tally,
  type Verdict,
  type VoteOption,
  type VoteRule,
} from './count.ts';
export { CouncilModule } from './council.module.ts';
export { councilDecision, councilDraft, councilProtocol } from './kinds.ts';
export { sittingView } from './queries/sitting-view.ts';
export { sittingsList } from './queries/sittings-list.ts';
export { ComposePapers } from './reactions/compose-papers.ts';
