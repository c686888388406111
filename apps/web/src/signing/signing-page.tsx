import { useParams } from '../shared/navigation.tsx';
import { Facts, Loading, Page, ProblemView } from '../shared/page.tsx';
import { SigningState } from './signing-state.tsx';
import { useText } from './texts.ts';
import { useSigning } from './use-signing.ts';

/** One signing: how it stands, and the way on. The trust service leads back here. */
export default function SigningPage() {
  const t = useText();
  const { id } = useParams();
  const signing = useSigning(id);
  const { data, isError, error } = signing.session;
  return (
    <Page title={t('title')}>
      {!data && !isError && <Loading />}
      {isError && <ProblemView error={error} />}
      {data && (
        <>
          <Facts of={[[t('signAs'), data.certificateSubject]]} />
          <SigningState signing={signing} />
        </>
      )}
    </Page>
  );
}
