import type { AnnouncementView } from '#personnel/contract';
import { moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Due, Empty, Loaded, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useMay } from '../shared/session.ts';
import { acquaintanceTone } from './leave-words.ts';
import { useText } from './texts.ts';

/** Announcements to the reader; the office sees all, with how many have confirmed. */
export function AnnouncementsPlace() {
  const t = useText();
  const isOffice = useMay('manage personnel');
  const list = useGet<AnnouncementView[]>('/api/personnel/announcements');
  return (
    <Section title={t('place.announcements')}>
      <Loaded of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('noAnnouncements')} />
          ) : (
            <ul className="rows">
              {rows.map(({ id, title, publishedAt, publishedBy, dueOn, sent, acquainted, mine }) => (
                <li key={id}>
                  <div className="grow">
                    <Link to={`/personnel/announcements/${id}`}>{title}</Link>
                    <div className="meta">
                      {[publishedBy, moment(publishedAt), isOffice && t('acquaintedOf', { done: acquainted, sent })]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                  </div>
                  <Due on={dueOn} isDone={mine === null || mine.state === 'acquainted'} />
                  {mine && <StateMark tone={acquaintanceTone(mine.state)}>{t(`acquaintance.${mine.state}`)}</StateMark>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
