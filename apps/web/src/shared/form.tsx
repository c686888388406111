import { Button, Group } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTell } from './act.tsx';
import { ProblemError } from './api.ts';
import { drafts } from './draft.ts';
import { Notice, ProblemView } from './page.tsx';
import { refresh } from './query.ts';
import { useSharedText } from './texts.ts';

interface ActFormOptions<Values, Given> {
  initial: Values;
  send: (values: Values) => Promise<Given>;
  /** What to tell when it is done. */
  done?: string;
  onDone?: (given: Given, values: Values) => void;
  /** Names the draft in which the typing is kept until it is sent. */
  draft?: string;
}

export interface ActFormState<Values extends object> extends UseFormReturnType<Values> {
  submit: () => Promise<void>;
  isBusy: boolean;
  problem: unknown;
  isRestored: boolean;
  discardDraft: () => void;
}

/** '/items/0/name' → 'items.0.name', as @mantine/form names fields. */
const fieldOf = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.');

/** A form that sends itself: what the API refuses (422 pointers) is told under the fields, anything else above them. */
export function useActForm<Values extends object, Given = unknown>(
  options: ActFormOptions<Values, Given>,
): ActFormState<Values> {
  const { initial, send, done, onDone, draft } = options;
  const [restored] = useState(() => (draft ? drafts.read<Values>(draft) : undefined));
  const [isRestored, setIsRestored] = useState(restored !== undefined);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const tell = useTell();
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useForm<Values>({
    initialValues: { ...initial, ...restored },
    onValuesChange: (values) => {
      if (!draft) return;
      clearTimeout(keeping.current);
      keeping.current = setTimeout(() => drafts.keep(draft, values), 300);
    },
  });
  useEffect(() => () => clearTimeout(keeping.current), []);
  const submit = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    form.clearErrors();
    try {
      const given = await send(form.getValues());
      clearTimeout(keeping.current);
      if (draft) drafts.drop(draft);
      setIsRestored(false);
      form.resetDirty();
      await refresh();
      if (done) tell(done);
      onDone?.(given, form.getValues());
    } catch (error) {
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      form.setErrors(Object.fromEntries(errors.map(({ pointer, detail }) => [fieldOf(pointer), detail])));
      setProblem(error);
      focusFirstError();
    } finally {
      setIsBusy(false);
    }
  };
  const discardDraft = () => {
    if (draft) drafts.drop(draft);
    form.setValues(initial);
    setIsRestored(false);
  };
  return Object.assign(form, { submit, isBusy, problem, isRestored, discardDraft });
}

const focusFirstError = () =>
  setTimeout(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(), 50);

interface ActFormProps<Values extends object> {
  form: ActFormState<Values>;
  submit: string;
  children: ReactNode;
  /** Beside the submitting button. */
  more?: ReactNode;
  onCancel?: () => void;
  label?: string;
  /** One of several forms on a page: its button is not the page's primary one. */
  isQuiet?: boolean;
  /** The button stays in sight below a long form. */
  isSticky?: boolean;
}

/** The form itself. Ctrl+Enter sends it from any field. */
export function ActForm<Values extends object>(props: ActFormProps<Values>) {
  const { form, submit, children, more, onCancel, label, isQuiet, isSticky } = props;
  const t = useSharedText();
  return (
    <form
      aria-label={label ?? submit}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit();
      }}
    >
      {form.isRestored && (
        <Notice role="status">
          {t('draftRestored')}{' '}
          <Button size="compact-xs" variant="default" onClick={form.discardDraft}>
            {t('discardDraft')}
          </Button>
        </Notice>
      )}
      {form.problem !== undefined && <ProblemView error={form.problem} />}
      {children}
      <Group mt={16} gap={8} className={isSticky ? 'sticky-acts' : undefined}>
        <Button type="submit" variant={isQuiet ? 'default' : 'filled'} loading={form.isBusy}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
        {more}
      </Group>
    </form>
  );
}
