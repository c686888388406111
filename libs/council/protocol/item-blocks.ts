import { latvianDate } from '#kernel';
import type { ItemView, ProtocolBlock, SittingView, SpeechView, VoteView } from '../contract.ts';
import { count, present, type VoteOption } from '../count.ts';
import { byName, shortNames, type PersonName } from './names.ts';
import {
  capital,
  clock,
  committeeResolution,
  councilResolution,
  majorityText,
  said,
  sentence,
  verdictText,
  VOTE_LABEL,
} from './words.ts';

type Speeches = readonly SpeechView[];
const ofKind = (speeches: Speeches, ...kinds: SpeechView['kind'][]) =>
  speeches.filter(({ kind, state }) => state === 'given' && kinds.includes(kind));

/** A vote by name: each option with its number and names, "nav" for zero. */
export function voteBlocks(vote: VoteView, people: readonly PersonName[]): ProtocolBlock[] {
  const { ballots, purpose, revoteOf, revoteReason, closedAt } = vote;
  if (!closedAt) return [];
  const sum = present(count(ballots.map(({ option }) => option)));
  if (sum !== ballots.length) throw new Error(`Vote ${vote.id}: ${sum} counted, ${ballots.length} present`);
  const short = shortNames(people);
  const known = [...people].sort(byName);
  const who = (option: VoteOption | null) =>
    known.filter(({ personId }) => ballots.some((one) => one.personId === personId && one.option === option));
  const line = (word: string, option: VoteOption | null) => {
    const names = who(option).map(({ personId }) => short(personId));
    return names.length ? `${word}\u00a0– ${names.length} (${names.join(', ')})` : `${word}\u00a0– nav`;
  };
  const lines = [line('par', 'PAR'), line('pret', 'PRET'), line('atturas', 'ATTURAS')];
  if (who(null).length) lines.push(line('nebalso', null));
  const label = revoteOf ? `atkārtots ${VOTE_LABEL[purpose]}` : VOTE_LABEL[purpose];
  const notes = [majorityText(vote), revoteOf ? `atkārtošanas iemesls: ${revoteReason}` : ''].filter(Boolean);
  const result = verdictText(vote);
  const conflicted = who('NEPIEDALAS_IK').map(fullName);
  return [
    ...(conflicted.length
      ? [
          {
            type: 'labelled' as const,
            label: 'Balsojumā nepiedalās interešu konflikta dēļ',
            text: sentence(conflicted.join(', ')),
          },
        ]
      : []),
    {
      type: 'vote',
      label: capitals(label),
      note: [clock(closedAt), ...notes].join('; '),
      lines: [
        ...lines.map((text, index) => `${text}${index === lines.length - 1 ? '.' : ';'}`),
        ...(result ? [result] : []),
      ],
    },
  ];
}

const asLine = ({ speaker, text }: SpeechView): string => sentence(said(speaker, text));

export const fullName = ({ givenName, familyName }: PersonName): string => `${givenName} ${familyName}`;

/** 'balsojums par darba kārtību' → 'BALSOJUMS par darba kārtību' */
const capitals = (label: string) =>
  label.replace(/^(?:atkārtots )?balsojums/u, (words) => words.toLocaleUpperCase('lv'));

/** One item of the agenda, in the order of the protocol: report, questions, debate, proposals, votes, what was resolved. */
export function itemBlocks(
  item: ItemView,
  sitting: SittingView,
  presence: (until: string | null) => ProtocolBlock[],
): ProtocolBlock[] {
  const speeches = sitting.speeches.filter(({ itemId }) => itemId === item.id);
  const votes = sitting.votes.filter(({ itemId, purpose }) => itemId === item.id && purpose !== 'off-agenda');
  const proposals = ofKind(speeches, 'proposal');
  const debates = ofKind(speeches, 'debate');
  const lines = (said: Speeches) => said.map(asLine);
  const blocks: ProtocolBlock[] = [
    { type: 'item', number: `${item.place}.`, title: item.title },
    ...reportBlocks(item, speeches),
    ...questionBlocks(speeches),
    ...presence(debates[0]?.at ?? null),
    ...listBlock('DEBATĒS PIEDALĀS', lines(debates)),
    ...listBlock('PIEZĪMES', lines(ofKind(speeches, 'remark', 'announcement'))),
  ];
  for (const proposal of proposals) {
    blocks.push(...presence(proposal.at));
    blocks.push({ type: 'labelled', label: 'PRIEKŠLIKUMS', text: asLine(proposal) });
    for (const vote of votes.filter(({ speechId }) => speechId === proposal.id)) {
      blocks.push(...presence(vote.openedAt), ...voteBlocks(vote, sitting.people));
    }
  }
  for (const vote of votes.filter(({ speechId }) => !speechId))
    blocks.push(...presence(vote.openedAt), ...voteBlocks(vote, sitting.people));
  blocks.push(...resolutionBlocks(item, sitting));
  blocks.push(...listBlock('IERAKSTĪTS PĒC DEPUTĀTA LŪGUMA', lines(ofKind(speeches, 'statement'))));
  return [...blocks, ...presence(item.closedAt)];
}

export const listBlock = (label: string, lines: string[]): ProtocolBlock[] =>
  lines.length ? [{ type: 'list', label, lines }] : [];

function reportBlocks({ reporter }: ItemView, speeches: Speeches): ProtocolBlock[] {
  const reports = ofKind(speeches, 'report');
  if (!reports.length) return reporter ? [{ type: 'labelled', label: 'ZIŅO', text: sentence(reporter) }] : [];
  const lines = reports.map(({ speaker, text }) => sentence(said(speaker || reporter, text)));
  return lines.length === 1
    ? [{ type: 'labelled', label: 'ZIŅO', text: lines[0]! }]
    : [{ type: 'list', label: 'ZIŅO', lines }];
}

/** Each question on its line with the answers that followed it. */
export function questionBlocks(speeches: Speeches, label = 'JAUTĀJUMI'): ProtocolBlock[] {
  const lines: string[] = [];
  for (const { kind, speaker, text } of ofKind(speeches, 'question', 'answer')) {
    if (kind === 'question' || !lines.length) lines.push(sentence(said(speaker, text)));
    else lines.push(`${lines.pop()} Atbild ${sentence(said(speaker, text))}`);
  }
  return listBlock(label, lines);
}

function resolutionBlocks(item: ItemView, { bodyKind }: SittingView): ProtocolBlock[] {
  if (!item.outcome) return [];
  const isAdopted = item.outcome === 'adopted';
  const text = bodyKind === 'council' ? councilResolution(item.outcome, item) : committeeResolution(item.outcome);
  const points = isAdopted && bodyKind === 'council' ? [...item.points.map(sentence), ...executionPoint(item)] : [];
  const tail = isAdopted && item.decision ? 'Lēmums pielikumā.' : '';
  return [
    { type: 'resolution', label: bodyKind === 'council' ? 'DOME NOLEMJ' : 'KOMITEJA NOLEMJ', text, points, tail },
  ];
}

/** The last point: who executes, by when, who controls. */
export function executionPoint({
  executor,
  dueOn,
  controller,
}: Pick<ItemView, 'executor' | 'dueOn' | 'controller'>): string[] {
  const parts = [
    executor && `atbildīgais par izpildi – ${executor}`,
    dueOn && `izpildes termiņš – ${latvianDate(dueOn)}`,
    controller && `kontrole – ${controller}`,
  ].filter((part): part is string => Boolean(part));
  return parts.length ? [sentence(capital(parts.join('; ')))] : [];
}
