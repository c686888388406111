import { Modal } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { useGo } from '../shared/navigation.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useCommands } from './commands.ts';
import { useText } from './texts.ts';
import './command-palette.css';

interface Entry {
  key: string;
  title: string;
  kind: string;
  run: () => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Ctrl+K: any page or act by a few letters of its name; any words also search the documents. */
export function CommandPalette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const go = useGo();
  const commands = useCommands();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const list = useId();
  const close = (then: () => void) => () => {
    onClose();
    then();
  };
  const all: Entry[] = [
    ...commands.map(({ title, to, isNew }) => ({
      key: to,
      title,
      kind: isNew ? t('new') : t('goTo'),
      run: close(() => go(to)),
    })),
    { key: 'shortcuts', title: t('shortcuts'), kind: t('goTo'), run: close(onShortcuts) },
  ];
  const typed = plain(words).split(/\s+/).filter(Boolean);
  const found = all.filter(({ title }) => typed.every((word) => plain(title).includes(word)));
  if (words.trim())
    found.push({
      key: 'search',
      title: t('searchFor', { words: words.trim() }),
      kind: t('search'),
      run: close(() => go(`/search?q=${encodeURIComponent(words.trim())}`)),
    });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setPlace(Math.min(place + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(place - 1, 0));
    else if (event.key === 'Enter') found[place]?.run();
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={undefined}
      aria-label={t('commands')}
      yOffset="10vh"
      padding={0}
      size={560}
    >
      <input
        className="palette-field"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[place] ? `${list}-${place}` : undefined}
        aria-label={t('commandHint')}
        placeholder={t('commandHint')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      <ul className="palette-list" role="listbox" id={list} aria-label={t('commands')}>
        {found.map(({ key, title, kind, run }, index) => (
          <li
            key={key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === place}
            onMouseMove={() => setPlace(index)}
            onClick={run}
          >
            <span>{title}</span>
            <span className="meta">{kind}</span>
          </li>
        ))}
      </ul>
      <span className="unseen" role="status">
        {shared('rows', { count: found.length })}
      </span>
    </Modal>
  );
}
