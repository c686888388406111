import { ActionIcon, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useSharedText } from './texts.ts';

interface Choosable {
  name: string;
  title: string;
  isExtra?: boolean;
}

/** Which columns are hidden, remembered under the table's name. */
export function useHiddenColumns(name: string, columns: readonly Choosable[]) {
  const key = `aprite.columns.${name}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => {
    const kept = localStorage.getItem(key);
    return new Set(
      kept ? (JSON.parse(kept) as string[]) : columns.filter(({ isExtra }) => isExtra).map((column) => column.name),
    );
  });
  const toggle = (column: string) => {
    const next = new Set(hidden);
    if (!next.delete(column)) next.add(column);
    localStorage.setItem(key, JSON.stringify([...next]));
    setHidden(next);
  };
  return [hidden, toggle] as const;
}

export function ColumnsMenu({
  columns,
  hidden,
  toggle,
}: {
  columns: readonly Choosable[];
  hidden: ReadonlySet<string>;
  toggle: (name: string) => void;
}) {
  const t = useSharedText();
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('columns')} title={t('columns')}>
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ name, title }) => (
          <Menu.CheckboxItem key={name} checked={!hidden.has(name)} onChange={() => toggle(name)}>
            {title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
