import {
  CloseButton,
  FileButton,
  Button,
  MultiSelect,
  Select,
  type MultiSelectProps,
  type SelectProps,
} from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '#documents/contract';
import type { PersonView, UnitView } from '#organisation/contract';
import { day, fileSize, today } from './format.ts';
import { useSettledList } from './query.ts';
import { useSharedText } from './texts.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds options by every word typed, with or without diacritics, anywhere in the label. */
const filter: SelectProps['filter'] = ({ options, search }) => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return options.filter(
    (option) => 'label' in option && words.every((word) => plain(String(option.label)).includes(word)),
  );
};

const common = { filter, searchable: true, limit: 60, autoSelectOnBlur: false } as const;

/** Everybody who works here, as options. */
export function usePeople() {
  const { data = [] } = useSettledList<PersonView[]>('/api/people');
  return data;
}

const personOption = ({ id, name, jobTitle, unitName }: PersonView) => ({
  value: id,
  label: [name, [jobTitle, unitName].filter(Boolean).join(', ')].filter(Boolean).join(' – '),
});

/** One person, found by name, office or unit. */
export function PersonSelect({ only, ...rest }: SelectProps & { only?: (person: PersonView) => boolean }) {
  const t = useSharedText();
  const people = usePeople().filter(only ?? (() => true));
  return (
    <Select
      label={t('person')}
      {...common}
      nothingFoundMessage={t('noSuch')}
      {...rest}
      data={people.map(personOption)}
    />
  );
}

export function PeopleSelect({ only, ...rest }: MultiSelectProps & { only?: (person: PersonView) => boolean }) {
  const t = useSharedText();
  const people = usePeople().filter(only ?? (() => true));
  return (
    <MultiSelect
      label={t('people')}
      {...common}
      nothingFoundMessage={t('noSuch')}
      {...rest}
      data={people.map(personOption)}
    />
  );
}

export function UnitSelect(props: SelectProps) {
  const t = useSharedText();
  const { data = [] } = useSettledList<UnitView[]>('/api/units');
  const named = (name: string, until: string | null) =>
    until && until < today() ? t('unitEnded', { name, day: day(until) }) : name;
  return (
    <Select
      label={t('unit')}
      {...common}
      nothingFoundMessage={t('noSuch')}
      {...props}
      data={data.map(({ id, name, activeUntil }) => ({ value: id, label: named(name, activeUntil) }))}
    />
  );
}

/** A case of this year's scheme, found by index or by words of its title; the value is its index. */
export function CaseSelect(props: SelectProps) {
  const t = useSharedText();
  const { data = [] } = useSettledList<CaseView[]>('/api/cases');
  const options = data
    .filter(({ state }) => state === 'open')
    .map(({ index, title }) => ({ value: index, label: `${index} ${title}` }));
  return <Select label={t('case')} {...common} nothingFoundMessage={t('noSuch')} {...props} data={options} />;
}

interface FilesFieldProps {
  label: string;
  value: File[];
  onChange: (files: File[]) => void;
  error?: React.ReactNode;
  accept?: string;
  /** One is wanted: another choice takes the place of the former. */
  isOne?: boolean;
}

/** Files chosen or dropped. */
export function FilesField({ label, value, onChange, error, accept, isOne = false }: FilesFieldProps) {
  const t = useSharedText();
  const [isOver, setIsOver] = useState(false);
  const take = (files: Iterable<File>) => onChange(isOne ? [...files] : [...value, ...files]);
  return (
    <div
      role="group"
      aria-label={label}
      data-takes-files
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      style={{ border: `1px dashed ${isOver ? 'var(--accent)' : 'var(--line-2)'}`, borderRadius: 6, padding: 12 }}
    >
      <div style={{ fontWeight: 500, marginBottom: 6 }}>{label}</div>
      <FileButton multiple accept={accept} onChange={take}>
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {t(isOne ? 'chooseFile' : 'chooseFiles')}
          </Button>
        )}
      </FileButton>{' '}
      <span className="quiet">{t(isOne ? 'orDropOne' : 'orDrop')}</span>
      {value.length > 0 && (
        <ul className="rows" style={{ marginTop: 8 }}>
          {value.map((file, place) => (
            <li key={`${file.name}-${place}`}>
              <span className="grow">{file.name}</span>
              <span className="meta figures">{fileSize(file.size)}</span>
              <CloseButton
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => onChange(value.filter((_, other) => other !== place))}
              />
            </li>
          ))}
        </ul>
      )}
      {error && (
        <div role="alert" style={{ color: 'var(--bad)', fontSize: 12 }}>
          {error}
        </div>
      )}
    </div>
  );
}
