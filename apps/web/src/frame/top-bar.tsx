import { Button, Menu, TextInput } from '@mantine/core';
import { IconCommand, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useGo, useQueryText } from '../shared/navigation.tsx';
import { useSession } from '../shared/session.ts';
import { Bell } from './bell.tsx';
import { useCommands } from './commands.ts';
import { PersonMenu } from './person-menu.tsx';
import { useText } from './texts.ts';

export function TopBar({ onPalette, onShortcuts }: { onPalette: () => void; onShortcuts: () => void }) {
  const t = useText();
  const go = useGo();
  const [query] = useQueryText();
  const [words, setWords] = useState(query['q'] ?? '');
  const { institution, isDemonstration } = useSession();
  const commands = useCommands().filter(({ isNew }) => isNew);
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) go(`/search?q=${encodeURIComponent(words.trim())}`);
  };
  return (
    <header className="top">
      <form className="top-search" role="search" onSubmit={search}>
        <TextInput
          id="search-field"
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<kbd aria-hidden>/</kbd>}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </form>
      <Button
        variant="default"
        leftSection={<IconCommand size={16} aria-hidden />}
        onClick={onPalette}
        aria-label={`${t('commands')} Ctrl K`}
        visibleFrom="md"
      >
        <span className="top-words">{t('commands')}</span> <kbd>Ctrl K</kbd>
      </Button>
      {commands.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button id="new-button" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('new')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {commands.map(({ title, to }) => (
              <Menu.Item key={to} onClick={() => go(to)}>
                {title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span style={{ flex: 1 }} />
      <span className="top-house meta" title={isDemonstration ? t('demonstration') : institution.name}>
        <span>{institution.name}</span>
        {isDemonstration && <span>{t('demonstrationShort')}</span>}
      </span>
      <Bell />
      <Button
        className="top-shortcuts"
        variant="subtle"
        color="gray"
        px={8}
        onClick={onShortcuts}
        aria-label={t('shortcuts')}
        title={t('shortcuts')}
      >
        <kbd>?</kbd>
      </Button>
      <PersonMenu />
    </header>
  );
}
