import { Button } from '@mantine/core';
import { useState } from 'react';
import { MOST_DOCUMENTS } from '#signing/contract';
import { useSharedText } from '../shared/texts.ts';
import { SignDialog } from './sign-dialog.tsx';
import { useText } from './texts.ts';

interface SignChosenProps {
  /** Everything that could be signed together. */
  signable: readonly string[];
  chosen: readonly string[];
  onChoose: (stepIds: readonly string[]) => void;
}

/**
 * The bar over a list: chooses everything that waits for a signature, and signs what is chosen with one consent. The dialog keeps the
 * documents of its opening while the list shrinks.
 */
export function SignChosen({ signable, chosen, onChoose }: SignChosenProps) {
  const t = useText();
  const shared = useSharedText();
  const [signing, setSigning] = useState<readonly string[]>();
  const all = signable.slice(0, MOST_DOCUMENTS);
  const isTooMany = chosen.length > MOST_DOCUMENTS;
  const close = () => {
    setSigning(undefined);
    onChoose([]);
  };
  return (
    <>
      {signable.length > 1 && (
        <div
          className="bulk"
          style={chosen.length > 0 ? undefined : { background: 'none', paddingInline: 0 }}
          role="toolbar"
          aria-label={shared('selected', { count: chosen.length })}
        >
          {chosen.length > 0 && <span>{shared('selected', { count: chosen.length })}</span>}
          {chosen.length > 0 && (
            <Button size="xs" disabled={isTooMany} onClick={() => setSigning(chosen)}>
              {t('signChosen', { count: chosen.length })}
            </Button>
          )}
          {chosen.length < all.length && (
            <Button size="xs" variant="default" onClick={() => onChoose(all)}>
              {t(all.length < signable.length ? 'chooseFirst' : 'chooseAll', { count: all.length })}
            </Button>
          )}
          {chosen.length > 0 && (
            <Button size="xs" variant="default" onClick={() => onChoose([])}>
              {shared('clearSelection')}
            </Button>
          )}
          {isTooMany && <span role="status">{t('tooMany', { count: MOST_DOCUMENTS })}</span>}
        </div>
      )}
      {signing && <SignDialog stepIds={signing} onClose={close} />}
    </>
  );
}
