import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSharedText } from '../shared/texts.ts';
import { SignDialog } from './sign-dialog.tsx';
import { useText } from './texts.ts';

/** The bar over a list: signs what is chosen with one consent. The dialog keeps the documents of its opening while the list shrinks. */
export function SignChosen({ stepIds, onClear }: { stepIds: readonly string[]; onClear: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const [signing, setSigning] = useState<readonly string[]>();
  const close = () => {
    setSigning(undefined);
    onClear();
  };
  return (
    <>
      {stepIds.length > 0 && (
        <div className="bulk" role="toolbar" aria-label={shared('selected', { count: stepIds.length })}>
          <span>{shared('selected', { count: stepIds.length })}</span>
          <Button size="xs" onClick={() => setSigning(stepIds)}>
            {t('signChosen', { count: stepIds.length })}
          </Button>
          <Button size="xs" variant="default" onClick={onClear}>
            {shared('clearSelection')}
          </Button>
        </div>
      )}
      {signing && <SignDialog stepIds={signing} onClose={close} />}
    </>
  );
}
