import { Button } from '@mantine/core';
import { Empty, Loading, Page, ProblemView } from '../shared/page.tsx';
import { Link } from '../shared/navigation.tsx';
import { useText } from './texts.ts';

export function NotFound() {
  const t = useText();
  return (
    <Page title={t('notFound')}>
      <Empty title={t('notFoundHint')}>
        <Button component={Link} to="/" variant="default" mt={12}>
          {t('toInbox')}
        </Button>
      </Empty>
    </Page>
  );
}

export const PageLoading = () => <Loading />;

export const PageFailed = ({ error }: { error: unknown }) => (
  <div className="page">
    <ProblemView error={error} again={() => window.location.reload()} />
  </div>
);
