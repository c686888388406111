import { Select, TextInput } from '@mantine/core';
import { UNIT_KINDS, type NewUnit, type UnitView } from '#organisation/contract';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect, UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

interface UnitFormProps<Given> {
  unit?: UnitView;
  send: (unit: NewUnit) => Promise<Given>;
  done: string;
  onDone?: (given: Given) => void;
}

/** A unit: what it is called, who heads it, from when till when it is. Code, kind and place are given once. */
export function UnitForm<Given>({ unit, send, done, onDone }: UnitFormProps<Given>) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm<NewUnit, Given>({
    initial: {
      code: unit?.code ?? '',
      kind: (unit?.kind as NewUnit['kind'] | undefined) ?? 'department',
      parentId: unit?.parentId ?? null,
      name: unit?.name ?? '',
      headId: unit?.headId ?? null,
      activeFrom: unit?.activeFrom ?? null,
      activeUntil: unit?.activeUntil ?? null,
    },
    send,
    done,
    onDone,
  });
  return (
    <ActForm form={form} submit={shared('save')} label={t('unitDetails')}>
      <div className="card-fields">
        <TextInput className="wide" label={t('unitName')} {...form.getInputProps('name')} />
        {!unit && (
          <>
            <TextInput label={t('code')} description={t('codeHint')} {...form.getInputProps('code')} />
            <Select
              label={t('unitKind')}
              description={t('unitKindHint')}
              allowDeselect={false}
              data={UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) }))}
              {...form.getInputProps('kind')}
            />
            <UnitSelect className="wide" label={t('parent')} clearable {...form.getInputProps('parentId')} />
          </>
        )}
        <PersonSelect
          className="wide"
          label={t('head')}
          description={t('headHint')}
          clearable
          {...form.getInputProps('headId')}
        />
        <DayField label={t('unitFrom')} {...form.getInputProps('activeFrom')} />
        <DayField label={t('unitUntil')} {...form.getInputProps('activeUntil')} />
      </div>
    </ActForm>
  );
}
