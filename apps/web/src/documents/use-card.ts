import type { DocumentWork } from '#approval/contract';
import type { LetterView } from '#correspondence/contract';
import type { DocumentCard, FileView } from '#documents/contract';
import { get, ProblemError } from '../shared/api.ts';
import { useGet } from '../shared/query.ts';
import { useQuery } from '@tanstack/react-query';

/** The letter's own data; null when the document is no letter. */
export const useLetter = (id: string) =>
  useQuery({
    queryKey: [`/api/letters/${id}`],
    queryFn: ({ signal }) =>
      get<LetterView>(`/api/letters/${id}`, signal).catch((error: unknown) => {
        if (error instanceof ProblemError && error.problem.status === 404) return null;
        throw error;
      }),
  });

/** Everything the card shows at once: head, letter, work. */
export function useCard(id: string) {
  const card = useGet<DocumentCard>(`/api/documents/${id}`);
  const work = useGet<DocumentWork>(`/api/documents/${id}/work`);
  const letter = useLetter(id);
  return { card, work: work.data ?? { steps: [], tasks: [] }, letter: letter.data ?? null };
}

export type Card = { card: DocumentCard; work: DocumentWork; letter: LetterView | null };

/** The file that visas and signatures are about. */
export const mainFile = (card: DocumentCard): FileView | undefined =>
  card.files.find(({ role, supersededAt }) => role === 'signed' && !supersededAt) ??
  card.files.find(({ role, supersededAt }) => role === 'main' && !supersededAt) ??
  card.files.find(({ supersededAt }) => !supersededAt);

/** The file whose hash a visa names: always the present main file, signed or not. */
export const fileToDecide = (card: DocumentCard): FileView | undefined =>
  card.files.find(({ role, supersededAt }) => role === 'main' && !supersededAt);

export const myStep = (work: DocumentWork) => work.steps.find(({ isMine }) => isMine);
export const myTask = (work: DocumentWork, ...kinds: string[]) =>
  work.tasks.find(({ isMine, kind }) => isMine && kinds.includes(kind));
