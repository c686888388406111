import type { PathStep } from '#documents/contract';
import { duration, moment, usePick } from '../../shared/format.ts';
import { Link } from '../../shared/navigation.tsx';
import { Facts, Loaded, Section } from '../../shared/page.tsx';
import { PathLine, type PathLineStep } from '../../shared/path-line.tsx';
import { useGet } from '../../shared/query.ts';
import { useLocale } from '../../shared/text.ts';
import { useSharedText } from '../../shared/texts.ts';
import { useWord } from '../../shared/words.ts';
import { useText } from '../texts.ts';
import type { Card } from '../use-card.ts';

/** The path from receipt to reply: who, when, how long; then every act. */
export function PathPlace({ card, work }: Card) {
  const t = useText();
  const shared = useSharedText();
  const pick = usePick();
  const word = useWord();
  const locale = useLocale();
  const path = useGet<PathStep[]>(`/api/documents/${card.id}/path`);
  const waiting: PathLineStep[] = [
    ...work.steps
      .filter(({ state }) => state === 'open')
      .map((step) => ({ key: step.id, title: word('act', step.act), person: step.person.name, isWaiting: true })),
    ...work.tasks
      .filter(({ state }) => state === 'open')
      .map((task) => ({ key: task.id, title: word('act', task.kind), person: task.person.name, isWaiting: true })),
  ];
  const lineOf = (steps: PathStep[]): PathLineStep[] => {
    const drawn = steps.filter(({ isMinor }) => !isMinor);
    return drawn.map((step, place) => {
      const previous = drawn[place - 1];
      return {
        key: String(step.seq),
        title: pick(step.text),
        person: step.person ?? shared('system'),
        onBehalfOf: step.onBehalfOf,
        at: step.at,
        secondsSincePrevious: previous ? (Date.parse(step.at) - Date.parse(previous.at)) / 1000 : null,
        more: (
          <Facts
            of={[
              [t('what'), pick(step.text)],
              [t('who'), step.person ?? shared('system')],
              [t('when'), moment(step.at)],
              [t('document'), step.number ?? (step.documentId === card.id ? card.title : t('withoutNumber'))],
            ]}
          />
        ),
      };
    });
  };
  return (
    <Loaded of={path}>
      {(steps) => (
        <>
          <Section title={t('path')}>
            <PathLine steps={[...lineOf(steps), ...waiting]} />
          </Section>
          <Section title={t('allActs')}>
            <div className="register" tabIndex={0} role="region" aria-label={t('allActs')}>
              <table style={{ minWidth: 720 }}>
                <thead>
                  <tr>
                    <th scope="col" style={{ width: 150 }}>
                      {t('when')}
                    </th>
                    <th scope="col">{t('what')}</th>
                    <th scope="col">{t('who')}</th>
                    <th scope="col" style={{ width: 140 }}>
                      {t('document')}
                    </th>
                    <th scope="col" style={{ width: 130 }} data-end>
                      {t('afterPrevious')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {steps.map((step) => (
                    <tr key={step.seq} style={{ cursor: 'auto' }}>
                      <td className="figures">{moment(step.at)}</td>
                      <td>{pick(step.text)}</td>
                      <td>
                        {step.person ?? shared('system')}
                        {step.onBehalfOf && (
                          <span className="quiet"> ({shared('inPlaceOf', { person: step.onBehalfOf })})</span>
                        )}
                      </td>
                      <td>
                        {step.documentId === card.id ? (
                          (step.number ?? '–')
                        ) : (
                          <Link to={`/documents/${step.documentId}`}>{step.number ?? t('withoutNumber')}</Link>
                        )}
                      </td>
                      <td className="figures" data-end>
                        {duration(step.secondsSincePrevious, locale)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Section>
        </>
      )}
    </Loaded>
  );
}
