import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BeginSigning, CompleteSigning, MeansView, SigningView } from '#signing/contract';
import { ConnectionLost, del, get, post } from '../shared/api.ts';
import { refresh } from '../shared/query.ts';
import { useLocale } from '../shared/text.ts';
import { signDigest, signingCertificate } from './web-eid.ts';

/** What goes on this moment, for the words beside the wheel. */
export type Busy = { what: 'prepare' | 'certificate' | 'finish' } | { what: 'device'; place: number; count: number };

const WATCH_MS = 700;

/** A session as it stands; while something goes on here or on the server, or an answer was lost, it is read again and again. */
const useSession = (id: string | undefined, isBusy: boolean, lostAt: number) =>
  useQuery({
    queryKey: [`/api/signatures/${id}`],
    queryFn: ({ signal }) => get<SigningView>(`/api/signatures/${id}`, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      isBusy || data?.waitsFor === 'system' || dataUpdatedAt < lostAt ? WATCH_MS : false,
  });

/** The two steps of signing as the browser goes them; each act can be repeated. */
export function useSigning(sessionId?: string) {
  const lang = useLocale();
  const [id, setId] = useState(sessionId);
  const [busy, setBusy] = useState<Busy>();
  const [failure, setFailure] = useState<{ error: unknown; at: number }>();
  const [certificate, setCertificate] = useState<string>();
  const lostAt = failure?.error instanceof ConnectionLost ? failure.at : 0;
  const session = useSession(id, busy !== undefined, lostAt);

  const doing = async (deed: () => Promise<unknown>) => {
    setFailure(undefined);
    try {
      await deed();
    } catch (error) {
      setFailure({ error, at: Date.now() });
    } finally {
      setBusy(undefined);
      await refresh();
    }
  };

  const complete = async (view: SigningView, more: CompleteSigning) => {
    setBusy({ what: 'finish' });
    return post<SigningView>(`/api/signatures/${view.id}/completion`, more);
  };

  const goOn = async (view: SigningView, card = certificate): Promise<unknown> => {
    if (view.waitsFor === 'service') return view.url && window.location.assign(view.url);
    if (view.waitsFor === 'confirmation' || view.waitsFor === 'system') return complete(view, {});
    if (view.waitsFor !== 'device') return;
    const held = card ?? (await readCard()).certificate;
    const waiting = view.items.filter(({ state }) => state === 'prepared');
    const signatureValues: string[] = [];
    for (const [index, { digest, digestAlgorithm }] of waiting.entries()) {
      setBusy({ what: 'device', place: index + 1, count: waiting.length });
      signatureValues.push(await signDigest(held, digest!, digestAlgorithm!, lang));
    }
    return complete(view, { signatureValues });
  };

  const readCard = () => {
    setBusy({ what: 'certificate' });
    return signingCertificate(lang);
  };

  return {
    session,
    busy,
    /** A lost answer troubles nobody once the server says how things stand. */
    error: lostAt && session.dataUpdatedAt > lostAt ? undefined : failure?.error,
    /** Opens a session and goes on as far as the person is not needed elsewhere. */
    begin: (means: MeansView, wish: Pick<BeginSigning, 'stepIds' | 'form'>) =>
      doing(async () => {
        const card = means.holds === 'device' ? await readCard() : undefined;
        setCertificate(card?.certificate);
        setBusy({ what: 'prepare' });
        const view = await post<SigningView>('/api/signatures', {
          ...wish,
          provider: means.name,
          certificate: card?.certificate,
          digestAlgorithms: card?.digests,
        });
        setId(view.id);
        await goOn(view, card?.certificate);
      }),
    goOn: () => doing(async () => session.data && goOn(session.data)),
    answer: (answers: { id: string; value: string }[]) =>
      doing(async () => session.data && complete(session.data, { answers })),
    cancel: () => doing(() => del(`/api/signatures/${id}`)),
  };
}

export type Signing = ReturnType<typeof useSigning>;
