import type { InboxItem } from '#approval/contract';
import { Link } from '../shared/navigation.tsx';
import { Empty, Loaded, Notice, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useUnregistered } from '../shared/unregistered.ts';
import { useText } from './texts.ts';
import { WorkList } from './work-list.tsx';

/** The first page: what waits for me. */
export default function InboxPage() {
  const t = useText();
  const inbox = useGet<InboxItem[]>('/api/inbox');
  const unregistered = useUnregistered();
  return (
    <Page title={t('title')} sub={inbox.data?.length ? t('waits', { count: inbox.data.length }) : undefined}>
      {unregistered > 0 && (
        <Notice>
          <Link to="/intake">{t('unregistered', { count: unregistered })}</Link>
        </Notice>
      )}
      <Loaded of={inbox}>
        {(items) => <WorkList items={items} empty={<Empty title={t('empty')}>{t('emptyHint')}</Empty>} />}
      </Loaded>
    </Page>
  );
}
