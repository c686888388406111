import { PersonSelect, UnitSelect } from '../shared/fields.tsx';
import { useGo } from '../shared/navigation.tsx';
import { useText } from './texts.ts';

/** Who receives the goods, and who says that they came. */
export interface Chosen {
  unitId: string | null;
  approverId: string | null;
}

/** What is told, and where the work goes on, when the invoice has its number. */
export const useDone = () => {
  const t = useText();
  const go = useGo();
  return { done: t('registered'), onDone: ({ id }: { id: string }) => go(`/invoices/${id}`) };
};

export function Receiver({ form }: { form: { getInputProps: (name: string) => object } }) {
  const t = useText();
  return (
    <div style={{ display: 'grid', gap: 12, marginTop: 16, maxWidth: 460 }}>
      <UnitSelect label={t('unit')} required {...form.getInputProps('unitId')} />
      <PersonSelect
        label={t('approver')}
        description={t('approverHint')}
        clearable
        {...form.getInputProps('approverId')}
      />
    </div>
  );
}
