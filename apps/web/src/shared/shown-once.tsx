import { Button, CopyButton, TextInput } from '@mantine/core';
import { useSharedText } from './texts.ts';

/** A key or a link that is never shown again: to be copied now. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const t = useSharedText();
  return (
    <>
      <TextInput readOnly label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button mt={12} data-autofocus onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </>
  );
}
