import type { InboxItem } from '#approval/contract';
import { Empty, Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';
import { WorkList } from './work-list.tsx';

/** The first page: what waits for me. */
export default function InboxPage() {
  const t = useText();
  const inbox = useGet<InboxItem[]>('/api/inbox');
  return (
    <Page title={t('title')} sub={inbox.data?.length ? t('waits', { count: inbox.data.length }) : undefined}>
      <Loaded of={inbox}>
        {(items) => <WorkList items={items} empty={<Empty title={t('empty')}>{t('emptyHint')}</Empty>} />}
      </Loaded>
    </Page>
  );
}
