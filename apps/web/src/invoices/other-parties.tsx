import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { useText } from './texts.ts';

interface OtherPartiesProps {
  count: number;
  /** The properties of a field by its path in the form. */
  field: (path: string) => object;
  onAdd: () => void;
  onRemove: (place: number) => void;
}

/** The parties of a contract beside us and the first, each in its row; the third is the first of them. */
export function OtherParties({ count, field, onAdd, onRemove }: OtherPartiesProps) {
  const t = useText();
  return (
    <div className="wide">
      {Array.from({ length: count }, (_, place) => (
        <Group key={place} align="flex-end" wrap="nowrap" gap={8} mb={8}>
          <TextInput
            style={{ flex: 2 }}
            label={t('partyOf', { place: place + 3 })}
            required
            {...field(`otherParties.${place}.name`)}
          />
          <TextInput
            style={{ flex: 1 }}
            label={t('registrationNumber')}
            {...field(`otherParties.${place}.registrationNumber`)}
          />
          <CloseButton mb={4} aria-label={t('removeParty', { place: place + 3 })} onClick={() => onRemove(place)} />
        </Group>
      ))}
      <Button size="xs" variant="default" onClick={onAdd}>
        {t('addParty')}
      </Button>
    </div>
  );
}
