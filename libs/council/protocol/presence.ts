import type { Interval, ProtocolRecord } from './record.ts';
import { capital, clock } from './words.ts';

/** How many were present at a moment. */
export const presentAt = (intervals: readonly Interval[], at: Date): number =>
  intervals.filter(({ from, until }) => from <= at && (!until || until > at)).length;

/**
 * Who came, left or changed the way of taking part between opening and closing, each with the hall counted anew, and breaks: in the order
 * of time.
 */
export function presenceLines({ sitting, intervals, breaks }: ProtocolRecord): { at: Date; text: string }[] {
  if (!sitting.openedAt) return [];
  const opened = new Date(sitting.openedAt);
  const closed = sitting.closedAt ? new Date(sitting.closedAt) : null;
  const during = (at: Date) => at > opened && (!closed || at < closed);
  const name = (personId: string) => sitting.people.find((person) => person.personId === personId)?.name ?? '';
  const members = sitting.bodyKind === 'council' ? 'deputātiem' : 'locekļiem';
  const counted = (at: Date) => {
    const there = presentAt(intervals, at);
    return `Sēdē piedalās ${there} no ${sitting.seats} ${members} – kvorum${there >= sitting.quorum ? 's ir' : 'a nav'}.`;
  };
  const sameMoment = (one: Interval, at: Date | null) => at !== null && one.from.getTime() === at.getTime();
  const lines: { at: Date; text: string }[] = [];
  for (const interval of intervals) {
    const { personId, mode, from, until, reason } = interval;
    const others = intervals.filter((other) => other !== interval && other.personId === personId);
    const how = mode === 'remote' ? 'attālināti' : 'klātienē';
    if (during(from)) {
      const changed = others.some((other) => other.until?.getTime() === from.getTime());
      const text = changed
        ? `${name(personId)} turpina piedalīties ${how}.`
        : `sēdei pievienojas ${name(personId)}${mode === 'remote' ? ' (attālināti)' : ''}. ${counted(from)}`;
      lines.push({ at: from, text: capital(`${clock(from)} ${text}`) });
    }
    if (until && during(until) && !others.some((other) => sameMoment(other, until))) {
      lines.push({
        at: until,
        text: capital(
          `${clock(until)} sēdi atstāj ${name(personId)}${reason ? ` (${reason})` : ''}. ${counted(until)}`,
        ),
      });
    }
  }
  for (const { from, until } of breaks) {
    lines.push({ at: from, text: capital(`${clock(from)} tiek izsludināts pārtraukums.`) });
    if (until && during(until)) lines.push({ at: until, text: capital(`${clock(until)} sēde turpinās.`) });
  }
  return lines.sort((one, other) => one.at.getTime() - other.at.getTime());
}
