import { Button, CloseButton, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Due, Loading, Notice, Page, ProblemView, StateMark } from '../shared/page.tsx';
import { useSharedText } from '../shared/texts.ts';
import { isEnded, stateTone, useKinds, useWord } from '../shared/words.ts';
import { ProblemError } from '../shared/api.ts';
import type { ActName } from './act-dialog.ts';
import { ActDialog, CardActs } from './card-acts.tsx';
import Why from './acts/why.tsx';
import { DataPlace } from './places/data-place.tsx';
import { FilesPlace } from './places/files-place.tsx';
import { LinksPlace } from './places/links-place.tsx';
import { PathPlace } from './places/path-place.tsx';
import { RoutePlace } from './places/route-place.tsx';
import { WorkPlace } from './places/work-place.tsx';
import { useText } from './texts.ts';
import { useCard, type Card } from './use-card.ts';

const PLACES = ['data', 'files', 'work', 'route', 'links', 'path'] as const;
type Place = (typeof PLACES)[number];

interface DocumentCardProps {
  id: string;
  /** Beside the list: closable, with a way to the whole page. */
  isBeside?: boolean;
  onClose?: () => void;
}

/** One card for everything registered: who knows one card knows all. */
export function DocumentCard({ id, isBeside, onClose }: DocumentCardProps) {
  const t = useText();
  const shared = useSharedText();
  const { card, work, letter } = useCard(id);
  const [asking, setAsking] = useState(false);
  if (!card.data) {
    if (!card.isError) return <Loading />;
    const isHidden = card.error instanceof ProblemError && card.error.problem.status === 404;
    return (
      <div className="page">
        <ProblemView error={card.error} again={() => void card.refetch()} />
        {isHidden && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {t('whyNotSee')}
          </Button>
        )}
        {asking && <Why id={id} onClose={() => setAsking(false)} />}
      </div>
    );
  }
  const whole = { card: card.data, work, letter };
  return (
    <CardPage
      {...whole}
      beside={
        isBeside && (
          <>
            <Button component={Link} to={`/documents/${id}`} size="xs" variant="default">
              {t('fullPage')}
            </Button>
            <CloseButton aria-label={shared('close')} onClick={onClose} />
          </>
        )
      }
    />
  );
}

function CardPage({ beside, ...whole }: Card & { beside: React.ReactNode }) {
  const t = useText();
  const word = useWord();
  const { kindName } = useKinds();
  const { card } = whole;
  const [query, change] = useQueryText();
  const place: Place = PLACES.includes(query['place'] as Place) ? (query['place'] as Place) : 'data';
  const doing = query['do'] as ActName | undefined;
  const act = (name: ActName) => change({ do: name });
  const count: Partial<Record<Place, number>> = {
    files: card.files.filter(({ supersededAt }) => !supersededAt).length,
    work: whole.work.tasks.filter(({ state }) => state === 'open').length,
    route: whole.work.steps.filter(({ state }) => state === 'open').length,
    links: card.links.length,
  };
  return (
    <Page
      title={card.title}
      sub={
        <span className="card-head">
          <strong className="figures" style={{ color: 'var(--ink)' }}>
            {card.number ?? t('withoutNumber')}
          </strong>
          <span>{kindName(card.kind)}</span>
          <StateMark tone={stateTone(card.state)}>{word('state', card.state)}</StateMark>
          {card.dueOn && (
            <span>
              {t('dueOn')}: <Due on={card.dueOn} isDone={isEnded(card.state)} />
            </span>
          )}
          {card.caseIndex && (
            <span>
              {t('case')}: {card.caseIndex}
            </span>
          )}
          {card.access === 'restricted' && (
            <StateMark tone="warn">
              <IconLock size={13} aria-hidden /> {t('restricted')}
            </StateMark>
          )}
        </span>
      }
      actions={
        <>
          <CardActs {...whole} onAct={act} onPlace={(to) => change({ place: to })} />
          {beside}
        </>
      }
    >
      {card.access === 'restricted' && <Notice tone="warn">{t('restrictedNotice')}</Notice>}
      <Tabs value={place} onChange={(value) => change({ place: value === 'data' ? null : value })} keepMounted={false}>
        <Tabs.List aria-label={t('places')}>
          {PLACES.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`place.${name}`)}
              {count[name] ? <span className="quiet figures"> {count[name]}</span> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="data">
          <DataPlace {...whole} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <FilesPlace {...whole} />
        </Tabs.Panel>
        <Tabs.Panel value="work">
          <WorkPlace {...whole} onAct={act} />
        </Tabs.Panel>
        <Tabs.Panel value="route">
          <RoutePlace {...whole} onAct={act} />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <LinksPlace {...whole} />
        </Tabs.Panel>
        <Tabs.Panel value="path">
          <PathPlace {...whole} />
        </Tabs.Panel>
      </Tabs>
      {doing && <ActDialog name={doing} {...whole} onClose={() => change({ do: null })} />}
    </Page>
  );
}
