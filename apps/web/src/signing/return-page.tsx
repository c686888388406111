import { useEffect, useRef, useState } from 'react';
import type { SigningView } from '#signing/contract';
import { post, ProblemError } from '../shared/api.ts';
import { useGo, useQueryText } from '../shared/navigation.tsx';
import { Notice, Page, ProblemView } from '../shared/page.tsx';
import { refresh } from '../shared/query.ts';
import { useText } from './texts.ts';

/** Where a trust service sends the browser back to: hands its answer over and goes on to the next page of the service or to the outcome. */
export default function ReturnPage() {
  const t = useText();
  const go = useGo();
  const [{ state = '', code, error }] = useQueryText();
  const [problem, setProblem] = useState<unknown>();
  const handed = useRef(false);
  useEffect(() => {
    if (handed.current) return;
    handed.current = true;
    const [sessionId] = state.split('.');
    post<SigningView>('/api/signatures/arrival', { state, code: code ?? null, error: error ?? null }).then(
      async (view) => {
        if (view.waitsFor === 'service' && view.url && !view.cause) return window.location.replace(view.url);
        await refresh();
        go(`/signing/${view.id}`, { replace: true });
      },
      (failure: unknown) => {
        // The session says why and offers the way on; only an answer that belongs to none is told here.
        const isKnown = failure instanceof ProblemError && failure.problem.status !== 404;
        if (isKnown && sessionId) go(`/signing/${sessionId}`, { replace: true });
        else setProblem(failure);
      },
    );
  }, [state, code, error, go]);
  return (
    <Page title={t('title')}>
      {problem ? (
        <>
          <Notice tone="warn" title={t('lost')} />
          <ProblemView error={problem} />
        </>
      ) : (
        <p role="status">{t('arriving')}</p>
      )}
    </Page>
  );
}
