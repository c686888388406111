import { daysLeft } from '../shared/format.ts';
import { Notice, type Tone } from '../shared/page.tsx';
import { useText } from './texts.ts';

/** A new certificate of an organisation takes weeks to get. */
const DAYS_TO_WARN = 60;
const DAYS_TO_ALARM = 14;

/** How a certificate stands by the days that are left of it. */
export function endingOf(validTo: string): { tone: Tone; days: number; isNear: boolean; isOver: boolean } {
  const days = daysLeft(validTo.slice(0, 10));
  const isOver = Date.parse(validTo) < Date.now();
  const tone = isOver || days <= DAYS_TO_ALARM ? 'bad' : days <= DAYS_TO_WARN ? 'warn' : 'good';
  return { tone, days: Math.max(days, 0), isNear: days <= DAYS_TO_WARN, isOver };
}

export function EndingNotice({ name, validTo }: { name: string; validTo: string }) {
  const t = useText();
  const { tone, days, isNear, isOver } = endingOf(validTo);
  if (!isNear) return null;
  return (
    <Notice
      tone={tone}
      title={isOver ? t('endedTitle', { name }) : t('endingTitle', { name, count: days })}
      role="alert"
    >
      {!isOver && <div>{t('renew')}</div>}
    </Notice>
  );
}
