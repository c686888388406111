import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type { DraftText, LetterView } from '#correspondence/contract';
import { ProblemError, put } from '../shared/api.ts';
import { drafts } from '../shared/draft.ts';
import { clock } from '../shared/format.ts';
import { ProblemView, Section } from '../shared/page.tsx';
import { queryClient, refresh } from '../shared/query.ts';
import { useText } from './texts.ts';

const IDLE_MS = 2500;

interface DraftEditorProps {
  id: string;
  title: string;
  letter: LetterView;
  /** The paper was set anew. */
  onSaved: () => void;
}

/** The text of a draft, saved while one types: at once in the browser, after a pause on the server, where its paper is set anew. */
export function DraftEditor({ id, title, letter, onSaved }: DraftEditorProps) {
  const t = useText();
  const name = `letter-${id}`;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [state, setState] = useState<'saving' | 'unsaved' | Date | undefined>();
  const [problem, setProblem] = useState<unknown>();
  const saved = useRef(onSaved);
  saved.current = onSaved;
  const form = useForm<DraftText>({
    initialValues: {
      title,
      correspondent: letter.correspondent,
      correspondentAddress: letter.correspondentAddress,
      salutation: letter.salutation,
      body: letter.body,
      ...drafts.read<DraftText>(name),
    },
    onValuesChange: (values) => {
      drafts.keep(name, values);
      setState('unsaved');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(values), IDLE_MS);
    },
  });
  const save = async (values: DraftText) => {
    clearTimeout(timer.current);
    setState('saving');
    try {
      await put(`/api/drafts/${id}`, values);
      drafts.drop(name);
      setProblem(undefined);
      setState(new Date());
      await refresh();
      saved.current();
    } catch (error) {
      setState('unsaved');
      setProblem(error);
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      form.setErrors(Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.slice(1), detail])));
    }
  };
  // Leaving the page does not lose the last words: they are in the browser, and are sent at once.
  useEffect(() => {
    const left = drafts.read<DraftText>(name);
    if (left) void save(left);
    return () => {
      clearTimeout(timer.current);
      const unsent = drafts.read<DraftText>(name);
      if (unsent)
        void put(`/api/drafts/${id}`, unsent)
          .then(
            () => drafts.drop(name),
            () => undefined,
          )
          .then(() => queryClient.invalidateQueries());
    };
    // Once for each letter: the editor is keyed by its id.
  }, []);
  const words =
    state === 'saving'
      ? t('saving')
      : state === 'unsaved'
        ? t('unsaved')
        : state instanceof Date
          ? t('saved', { time: clock(state) })
          : '';
  return (
    <Section
      title={t('draftText')}
      actions={
        <span className="meta" role="status">
          {words}
        </span>
      }
    >
      {problem !== undefined && <ProblemView error={problem} again={() => void save(form.getValues())} />}
      <TextInput label={t('documentTitle')} {...form.getInputProps('title')} />
      <TextInput mt={8} label={t('addressee')} {...form.getInputProps('correspondent')} />
      <TextInput mt={8} label={t('address')} {...form.getInputProps('correspondentAddress')} />
      <TextInput mt={8} label={t('salutation')} {...form.getInputProps('salutation')} />
      <Textarea
        mt={8}
        label={t('body')}
        autosize
        minRows={10}
        {...form.getInputProps('body')}
        onBlur={() => state === 'unsaved' && void save(form.getValues())}
      />
    </Section>
  );
}
