import type { InboxItem } from '#approval/contract';
import { Empty, Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { OpenSignings } from '../signing/open-signings.tsx';
import { useText } from './texts.ts';
import { WorkList } from './work-list.tsx';

/** Steps of routes that wait for the reader: to review, approve, sign, acquaint. */
export default function ApprovalsPage() {
  const t = useText();
  const inbox = useGet<InboxItem[]>('/api/inbox');
  return (
    <Page title={t('approvalsTitle')}>
      <OpenSignings />
      <Loaded of={inbox}>
        {(items) => (
          <WorkList
            items={items.filter(({ what }) => what === 'step')}
            empty={<Empty title={t('emptyApprovals')}>{t('emptyHint')}</Empty>}
          />
        )}
      </Loaded>
    </Page>
  );
}
