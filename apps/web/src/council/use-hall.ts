import type { NewVote, SittingView, SpeechInput } from '#council/contract';
import { useAct } from '../shared/act.tsx';
import { del, post, put } from '../shared/api.ts';
import { useText } from './texts.ts';

export type Choice = 'PAR' | 'PRET' | 'ATTURAS';
export type Status = 'in-person' | 'remote' | 'left' | 'absent';

/** The acts of the hall as the secretary does them, each one request. */
export function useHall(sitting: SittingView) {
  const act = useAct();
  const t = useText();
  const url = `/api/sittings/${sitting.id}`;
  return {
    open: (chairId: string, minuteTakerId: string) =>
      act(() => post(`${url}/opening`, { chairId, minuteTakerId }), { done: t('sittingOpened') }),
    pause: () => act(() => (sitting.breakSince ? del(`${url}/break`) : post(`${url}/break`))),
    presence: (personId: string, status: Status, reason = '') =>
      act(() => post(`${url}/presence`, { personId, status, reason })),
    openItem: (itemId: string) => act(() => post(`${url}/items/${itemId}/opening`)),
    closeItem: (itemId: string, outcome?: 'noted' | 'withdrawn') =>
      act(() => post(`${url}/items/${itemId}/closing`, outcome ? { outcome } : {})),
    speak: (speech: SpeechInput) => act(() => post<{ id: string }>(`${url}/speeches`, speech)),
    correct: (speechId: string, text: string) => act(() => put(`${url}/speeches/${speechId}`, { text })),
    strike: (speechId: string) => act(() => del(`${url}/speeches/${speechId}`)),
    conflict: (itemId: string, personId: string, reason: string) =>
      act(() => post(`${url}/items/${itemId}/conflicts`, { personId, reason })),
    openVote: (vote: NewVote) => act(() => post<{ id: string }>(`${url}/votes`, vote)),
    enter: (voteId: string, entries: { personId: string; option: Choice }[]) =>
      act(() => put(`/api/votes/${voteId}/ballots`, { entries })),
    closeVote: (voteId: string) => act(() => post(`/api/votes/${voteId}/closing`)),
  };
}

export type Hall = ReturnType<typeof useHall>;
