import { Select } from '@mantine/core';
import type { SittingView } from '#council/contract';

/** One councillor of the body. */
export function PersonPick({
  sitting,
  value,
  onChange,
  label,
}: {
  sitting: SittingView;
  value: string | null;
  onChange: (personId: string | null) => void;
  label: string;
}) {
  const data = sitting.people.map(({ personId, name }) => ({ value: personId, label: name }));
  return <Select label={label} data={data} value={value} onChange={onChange} searchable clearable />;
}
