import { useState, type ReactNode } from 'react';
import { duration, moment } from './format.ts';
import { useLocale } from './text.ts';
import { useSharedText } from './texts.ts';

export interface PathLineStep {
  key: string;
  title: string;
  person?: string | null;
  onBehalfOf?: string | null;
  at?: string | null;
  secondsSincePrevious?: number | null;
  /** The step that is waited for now. */
  isWaiting?: boolean;
  more?: ReactNode;
}

/** The path drawn: steps with people, moments, and the time between them; a step opens to what happened. */
export function PathLine({ steps }: { steps: readonly PathLineStep[] }) {
  const t = useSharedText();
  const locale = useLocale();
  const [openKey, setOpenKey] = useState<string>();
  const open = steps.find(({ key }) => key === openKey);
  return (
    <div>
      <ol className="path" aria-label={t('pathOf')}>
        {steps.map((step, place) => (
          <li
            key={step.key}
            className="path-step"
            data-done={step.isWaiting ? undefined : ''}
            data-waiting={step.isWaiting ? '' : undefined}
            aria-current={step.isWaiting ? 'step' : undefined}
          >
            {place > 0 && step.secondsSincePrevious != null && step.secondsSincePrevious >= 60 && (
              <span className="path-gap">+{duration(step.secondsSincePrevious, locale)}</span>
            )}
            {step.more ? (
              <button
                type="button"
                aria-expanded={openKey === step.key}
                onClick={() => setOpenKey(openKey === step.key ? undefined : step.key)}
              >
                {step.title}
              </button>
            ) : (
              <strong>{step.title}</strong>
            )}
            <div>{step.person}</div>
            {step.onBehalfOf && <div className="meta">{t('inPlaceOf', { person: step.onBehalfOf })}</div>}
            <div className="meta figures">{step.isWaiting ? t('waiting') : moment(step.at)}</div>
          </li>
        ))}
      </ol>
      {open && <div className="notice">{open.more}</div>}
    </div>
  );
}
