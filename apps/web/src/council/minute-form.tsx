import { Autocomplete, Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ItemView, SittingView, SpeechView } from '#council/contract';
import { drafts } from '../shared/draft.ts';
import { useText } from './texts.ts';
import type { Hall } from './use-hall.ts';

type Kind = SpeechView['kind'];
const OF_ITEM: readonly Kind[] = ['report', 'question', 'answer', 'debate', 'proposal', 'remark', 'statement'];
const KEYS: Partial<Record<Kind, string>> = {
  report: 'r',
  question: 'q',
  answer: 'a',
  debate: 'b',
  proposal: 'p',
  remark: 'm',
};
const OF_SITTING: readonly Kind[] = ['announcement', 'question', 'answer', 'statement'];

/** Where questions and debates are typed; everything else of the protocol writes itself. What is typed is kept until it is recorded. */
export function MinuteForm({
  sitting,
  item,
  hall,
  wanted,
}: {
  sitting: SittingView;
  item: ItemView | undefined;
  hall: Hall;
  wanted: { kind: Kind } | undefined;
}) {
  const t = useText();
  const key = `minutes-${sitting.id}`;
  const kinds = item ? OF_ITEM : OF_SITTING;
  const [kind, setKind] = useState<Kind>(kinds[0]!);
  const [speaker, setSpeaker] = useState('');
  const [text, setText] = useState(() => drafts.read<{ text: string }>(key)?.text ?? '');
  const speakerField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const current = kinds.includes(kind) ? kind : kinds[0]!;
  useEffect(() => {
    if (!wanted) return;
    setKind(wanted.kind);
    (wanted.kind === 'report' ? textField : speakerField).current?.focus();
  }, [wanted]);
  const type = (value: string) => {
    setText(value);
    drafts.keep(key, { text: value });
  };
  const record = async () => {
    const person = sitting.people.find(({ name }) => name === speaker.trim());
    const said = {
      kind: current,
      itemId: item?.id ?? null,
      text,
      ...(person ? { personId: person.personId } : { speaker: speaker.trim() }),
    };
    if ((await hall.speak(said)) === undefined) return;
    drafts.drop(key);
    setText('');
    setSpeaker('');
  };
  const names = [
    ...sitting.people.filter(({ status }) => status === 'in-person' || status === 'remote'),
    ...sitting.guests,
  ].map(({ name }) => name);
  return (
    <form
      aria-label={t('minutes')}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void record();
        if (event.key === 'Escape') (event.target as HTMLElement).blur();
      }}
    >
      <h3>{t('minutes')}</h3>
      <div className="acts-row" role="radiogroup" aria-label={t('minutes')}>
        {kinds.map((value) => (
          <Button
            key={value}
            size="compact-xs"
            role="radio"
            aria-checked={current === value}
            variant={current === value ? 'filled' : 'default'}
            onClick={() => setKind(value)}
          >
            {t(`speech.${value}`)} {item && KEYS[value] && <kbd>{KEYS[value]}</kbd>}
          </Button>
        ))}
      </div>
      <Autocomplete
        ref={speakerField}
        label={t('speaker')}
        data={[...new Set(names)]}
        value={speaker}
        onChange={setSpeaker}
        placeholder={current === 'report' ? item?.reporter : undefined}
      />
      <Textarea
        ref={textField}
        label={t('text')}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Group mt={6}>
        <Button type="submit" size="xs" disabled={!text.trim() && !speaker.trim()}>
          {t('record')}
        </Button>
      </Group>
    </form>
  );
}
