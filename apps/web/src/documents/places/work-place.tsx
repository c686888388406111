import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TaskView } from '#approval/contract';
import { Report } from '../../inbox/work-list.tsx';
import { ActButton } from '../../shared/act.tsx';
import { post } from '../../shared/api.ts';
import { DayField } from '../../shared/day-field.tsx';
import { ActForm, useActForm } from '../../shared/form.tsx';
import { moment } from '../../shared/format.ts';
import { Due, Empty, Section, StateMark } from '../../shared/page.tsx';
import { useMay } from '../../shared/session.ts';
import { useSharedText } from '../../shared/texts.ts';
import { useWord } from '../../shared/words.ts';
import type { ActName } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import type { Card } from '../use-card.ts';

/** Resolutions and the tasks they gave. */
export function WorkPlace({ work, letter, onAct }: Card & { onAct: (name: ActName) => void }) {
  const t = useText();
  return (
    <>
      <Section
        title={t('resolutions')}
        actions={
          letter?.mayResolve && (
            <Button size="xs" variant="default" onClick={() => onAct('resolve')}>
              {t('resolve')}
            </Button>
          )
        }
      >
        {letter?.resolutions.length ? (
          <ul className="rows">
            {letter.resolutions.map((resolution) => (
              <li key={resolution.id}>
                <div className="grow">
                  <div style={{ whiteSpace: 'pre-line' }}>{resolution.text}</div>
                  <div className="meta">
                    {resolution.author}, {moment(resolution.at)}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('noResolutions')}</p>
        )}
      </Section>
      <Section title={t('tasks')}>
        {work.tasks.length ? (
          <ul className="rows">
            {work.tasks.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        ) : (
          <Empty title={t('noTasks')} />
        )}
      </Section>
    </>
  );
}

function TaskRow({ task }: { task: TaskView }) {
  const t = useText();
  const word = useWord();
  const mayResolve = useMay('resolve');
  const [isReporting, setIsReporting] = useState(false);
  const [isExtending, setIsExtending] = useState(false);
  const tone = task.state === 'done' ? 'good' : task.state === 'cancelled' ? 'plain' : 'accent';
  const stateWords =
    task.state === 'done'
      ? t('taskDone', { moment: moment(task.doneAt) })
      : task.state === 'cancelled'
        ? t('taskCancelled')
        : t('taskOpen');
  return (
    <li>
      <div className="grow">
        <div>
          <strong>{task.person.name}</strong> – {word('act', task.kind)}
          {task.isLead && <span className="quiet"> ({t('isLead')})</span>}
        </div>
        {task.text && <div style={{ whiteSpace: 'pre-line' }}>{task.text}</div>}
        <div className="meta">
          {task.givenBy && t('givenBy', { person: task.givenBy, moment: moment(task.givenAt) })}
        </div>
        {task.report && <div className="notice">{task.report}</div>}
      </div>
      <Due on={task.dueOn} isDone={task.state !== 'open'} />
      <StateMark tone={tone}>{stateWords}</StateMark>
      {task.isMine && task.kind === 'acquaint' && (
        <ActButton size="xs" act={() => post(`/api/tasks/${task.id}/completion`, {})}>
          {t('acquainted')}
        </ActButton>
      )}
      {task.isMine && ['execute', 'answer', 'control'].includes(task.kind) && (
        <Button size="xs" variant="default" onClick={() => setIsReporting(true)}>
          {t('done')}
        </Button>
      )}
      {mayResolve && task.state === 'open' && task.dueOn && (
        <Button size="xs" variant="subtle" onClick={() => setIsExtending(true)}>
          {t('extend')}
        </Button>
      )}
      {isReporting && <Report item={task} onClose={() => setIsReporting(false)} />}
      {isExtending && <Extend task={task} onClose={() => setIsExtending(false)} />}
    </li>
  );
}

function Extend({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { dueOn: task.dueOn, reason: '' },
    send: (values) => post(`/api/tasks/${task.id}/extension`, values),
    done: t('extended'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('extendTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={shared('save')} onCancel={onClose}>
        <DayField label={t('newDue')} data-autofocus {...form.getInputProps('dueOn')} />
        <Textarea label={t('reason')} mt={8} autosize minRows={2} {...form.getInputProps('reason')} />
      </ActForm>
    </Modal>
  );
}
