import { latvianLongDate, latvianTime } from '#kernel';
import type { ItemView, ProtocolBlock, ProtocolView, SittingView, VoteView } from '../contract.ts';
import { fullName, itemBlocks, listBlock, questionBlocks, voteBlocks } from './item-blocks.ts';
import { byName } from './names.ts';
import { presenceLines, presentAt } from './presence.ts';
import type { Interval, ProtocolRecord } from './record.ts';
import { clock, ending, quoted, said, sentence, withOffice } from './words.ts';

/**
 * Writes the protocol of a sitting in Latvian: who, when, what was said and decided, each councillor's vote (content of a council's
 * protocol by Pašvaldību likums). Names stand in the nominative, lists in Latvian alphabetical order. Pure: the same record, the same words.
 */
export function writeProtocol(record: ProtocolRecord): ProtocolView {
  const { sitting, institution, part, day } = record;
  const isCouncil = sitting.bodyKind === 'council';
  const number = sitting.number ? `Nr.\u00a0${sitting.number}${part === 'closed' ? '-1' : ''}` : 'Nr.\u00a0—';
  return {
    institution: `${institution.nameGenitive} pašvaldības dome`.toLocaleUpperCase('lv'),
    contacts: institution.contacts,
    title: isCouncil ? 'DOMES SĒDES PROTOKOLS' : `${sitting.bodyNameGenitive.toLocaleUpperCase('lv')} SĒDES PROTOKOLS`,
    subtitle: part === 'closed' ? 'SĒDES SLĒGTĀ DAĻA' : '',
    place: institution.placeLocative,
    date: latvianLongDate(day),
    number,
    character: characterOf(sitting),
    times: timesOf(record),
    head: headOf(record),
    blocks: part === 'closed' ? closedBlocks(record) : openBlocks(record),
    signatures: [
      { office: `Sēdes vadītāj${ending(sitting.chair?.name ?? '')}`, name: sitting.chair?.name ?? '' },
      { office: `Protokolētāj${ending(sitting.minuteTaker?.name ?? '')}`, name: sitting.minuteTaker?.name ?? '' },
    ],
    restriction: part === 'closed' || sitting.isClosed ? restrictionOf(sitting) : '',
  };
}

const MODE = { 'in-person': 'klātienē', remote: 'videokonferencē', hybrid: 'klātienē un attālināti' };

const characterOf = ({ kind, isClosed, place, mode }: SittingView) =>
  `${kind === 'ordinary' ? 'Kārtējā' : 'Ārkārtas'}, ${isClosed ? 'slēgta' : 'atklāta'} sēde. Norises vieta: ${place} (${MODE[mode]}).`;

const restrictionOf = ({ agenda }: SittingView) =>
  [...new Set(agenda.filter(({ isClosed }) => isClosed).map(({ closedBasis }) => closedBasis))]
    .filter(Boolean)
    .join('; ');

function timesOf({ sitting, breaks }: ProtocolRecord): ProtocolView['times'] {
  const times = [{ label: 'Sēde sasaukta', text: clock(sitting.startsAt) }];
  if (sitting.openedAt) times.push({ label: 'Sēdi atklāj', text: clock(sitting.openedAt) });
  if (sitting.closedAt) times.push({ label: 'Sēdi slēdz', text: clock(sitting.closedAt) });
  const pauses = breaks.map(({ from, until }) => `${latvianTime(from)}–${until ? latvianTime(until) : '…'}`);
  if (pauses.length)
    times.push({
      label: pauses.length === 1 ? 'Pārtraukums' : 'Pārtraukumi',
      text: `plkst.\u00a0${pauses.join(', ')}`,
    });
  return times;
}

function headOf(record: ProtocolRecord): ProtocolView['head'] {
  const { sitting, intervals } = record;
  const isCouncil = sitting.bodyKind === 'council';
  const chair = sitting.people.find(({ personId }) => personId === sitting.chair?.id);
  const taker = sitting.minuteTaker;
  const people = [...sitting.people].sort(byName);
  const firstOf = (personId: string) => intervals.find((interval) => interval.personId === personId);
  const took = (mode: Interval['mode']) => people.filter(({ personId }) => firstOf(personId)?.mode === mode);
  const absent = people.filter(({ personId }) => !firstOf(personId));
  const listed = (mode: Interval['mode']) =>
    took(mode)
      .map((person) => fullName(person) + lateNote(firstOf(person.personId)!, sitting.openedAt))
      .join(', ');
  const members = isCouncil ? 'deputāti' : 'komitejas locekļi';
  const head: ProtocolView['head'] = [];
  if (sitting.streamUrl) head.push({ label: 'Tiešraide', text: sitting.streamUrl });
  if (sitting.recordingUrl) head.push({ label: 'Ieraksts', text: sitting.recordingUrl });
  if (sitting.chair) head.push({ label: 'Sēdi vada', text: withOffice(chair?.jobTitle ?? null, sitting.chair.name) });
  if (taker) head.push({ label: 'Protokolē', text: withOffice(taker.jobTitle, taker.name) });
  head.push({ label: `Piedalās ${members} (${took('in-person').length})`, text: listed('in-person') || 'nav' });
  if (took('remote').length)
    head.push({ label: `Attālināti piedalās (${took('remote').length})`, text: listed('remote') });
  if (sitting.openedAt) {
    const text = absent
      .map((person) => (person.reason ? `${fullName(person)} – ${person.reason}` : fullName(person)))
      .join('; ');
    head.push({ label: `Nepiedalās ${members} (${absent.length})`, text: text || 'nav' });
  }
  if (sitting.guests.length) {
    head.push({
      label: 'Administrācija un uzaicinātie',
      text: sitting.guests.map(({ name, office }) => withOffice(office, name)).join(', '),
    });
  }
  if (sitting.openedAt) {
    const there = presentAt(intervals, new Date(sitting.openedAt));
    const can = there >= sitting.quorum;
    head.push({ label: 'Kvorums', text: `${there} no ${sitting.seats} – sēde ${can ? 'ir' : 'nav'} lemttiesīga.` });
  }
  return head;
}

/** Who came when the sitting was on already. */
const lateNote = ({ from }: Interval, openedAt: string | null) =>
  openedAt && from > new Date(openedAt) ? ` (no ${clock(from)})` : '';

function openBlocks(record: ProtocolRecord): ProtocolBlock[] {
  const { sitting } = record;
  const presence = presenceReader(record);
  const items = sitting.agenda.filter(({ place, state }) => place !== null && state !== 'declined').sort(byOpening);
  const firstOpened = items.find(({ openedAt }) => openedAt)?.openedAt ?? null;
  const beforeItems = (vote: VoteView) => !firstOpened || vote.openedAt < firstOpened;
  const general = sitting.votes.filter(({ purpose }) => ['agenda', 'off-agenda', 'closed-part'].includes(purpose));
  const blocks: ProtocolBlock[] = [
    { type: 'heading', text: 'Darba kārtība' },
    { type: 'agenda', items: sitting.agenda.filter(({ isOffAgenda }) => !isOffAgenda).map(agendaLine) },
    ...general.filter(beforeItems).flatMap((vote) => [...presence(vote.openedAt), ...generalVote(vote, sitting)]),
  ];
  let told = general.filter(beforeItems).length;
  for (const item of items.filter(({ openedAt }) => openedAt)) {
    while (general[told] && general[told]!.openedAt < item.openedAt!)
      blocks.push(...presence(general[told]!.openedAt), ...generalVote(general[told++]!, sitting));
    blocks.push(...presence(item.openedAt));
    blocks.push(
      ...(item.isClosed && !sitting.isClosed ? closedNotice(item, presence) : itemBlocks(item, sitting, presence)),
    );
  }
  blocks.push(...general.slice(told).flatMap((vote) => generalVote(vote, sitting)), ...presence(sitting.closedAt));
  return [...blocks, ...endBlocks(sitting)];
}

function closedBlocks({ sitting }: ProtocolRecord): ProtocolBlock[] {
  return sitting.agenda
    .filter(({ isClosed, openedAt }) => isClosed && openedAt)
    .sort(byOpening)
    .flatMap((item) => itemBlocks(item, sitting, () => []));
}

/** Presence lines up to a moment, each told once. */
function presenceReader(record: ProtocolRecord): (until: string | null) => ProtocolBlock[] {
  const lines = presenceLines(record);
  return (until) => {
    const due = until ? lines.filter(({ at }) => at <= new Date(until)) : [];
    lines.splice(0, due.length);
    return due.map(({ text }) => ({ type: 'presence', text }));
  };
}

const byOpening = (one: ItemView, other: ItemView) =>
  (one.openedAt ?? '').localeCompare(other.openedAt ?? '') || (one.place ?? 0) - (other.place ?? 0);

const agendaLine = ({ place, title, reporter, isClosed }: ItemView) => ({
  number: `${place}.`,
  title: sentence(title).replace(/\.$/, ''),
  note: [reporter && `ziņo ${reporter}`, isClosed && 'slēgtā daļa'].filter(Boolean).join('; '),
});

function generalVote(vote: VoteView, sitting: SittingView): ProtocolBlock[] {
  const item = vote.purpose === 'off-agenda' ? sitting.agenda.find(({ id }) => id === vote.itemId) : undefined;
  const proposer = item?.proposedBy ? ` – iekļaut ierosina ${item.proposedBy}` : '';
  const intro: ProtocolBlock[] = item
    ? [{ type: 'labelled', label: 'Papildjautājums', text: sentence(item.title + proposer) }]
    : [];
  const basis: ProtocolBlock[] =
    vote.purpose === 'closed-part'
      ? [
          { type: 'gap' },
          {
            type: 'labelled',
            label: 'Sēdes slēgtās daļas pamatojums',
            text: sentence(vote.question || 'nav norādīts'),
          },
        ]
      : [];
  return [...intro, ...basis, ...voteBlocks(vote, sitting.people)];
}

/** In the open protocol a closed item leaves only its title and the reason. */
function closedNotice(item: ItemView, presence: (until: string | null) => ProtocolBlock[]): ProtocolBlock[] {
  return [
    { type: 'item', number: `${item.place}.`, title: item.title },
    { type: 'labelled', label: 'Izskatīts sēdes slēgtajā daļā', text: sentence(`pamatojums – ${item.closedBasis}`) },
    ...presence(item.closedAt),
  ];
}

function endBlocks({ speeches, agenda }: SittingView): ProtocolBlock[] {
  const rest = speeches.filter(({ itemId, state }) => itemId === null && state === 'given');
  const lines = (...kinds: string[]) =>
    rest.filter(({ kind }) => kinds.includes(kind)).map(({ speaker, text }) => sentence(said(speaker, text)));
  const annexes = agenda.filter(({ decision, isClosed }) => decision && !isClosed);
  return [
    { type: 'gap' },
    ...listBlock('PAZIŅOJUMI', lines('announcement', 'remark', 'debate', 'report')),
    ...questionBlocks(rest, 'DEPUTĀTU JAUTĀJUMI'),
    ...listBlock('IERAKSTĪTS PĒC DEPUTĀTA LŪGUMA', lines('statement')),
    ...(annexes.length ? [{ type: 'gap' as const }] : []),
    ...listBlock(
      'Protokola pielikumi',
      annexes.map(
        ({ decision, title }, index) =>
          `${index + 1}) lēmums Nr.\u00a0${decision!.number} ${quoted(title)}${index === annexes.length - 1 ? '.' : ';'}`,
      ),
    ),
  ];
}
