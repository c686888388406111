import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useSharedText } from '../shared/texts.ts';
import './command-palette.css';
import { useText } from './texts.ts';

/** The overlay of `?`: every key the application listens to. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const groups: [string, [string[], string][]][] = [
    [
      t('keys.anywhere'),
      [
        [['/'], t('key.search')],
        [['Ctrl', 'K'], t('key.palette')],
        [['n'], t('key.new')],
        [['g'], t('key.go')],
        [['?'], t('key.help')],
        [['Esc'], t('key.close')],
      ],
    ],
    [
      t('keys.lists'),
      [
        [['j', 'k'], t('key.down')],
        [['o'], t('key.open')],
        [['x'], t('key.select')],
        [['e'], t('key.act')],
      ],
    ],
    [t('keys.forms'), [[['Ctrl', 'Enter'], t('key.send')]]],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts')}
      size={520}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {groups.map(([title, keys]) => (
        <section key={title} aria-label={title}>
          <strong>{title}</strong>
          <dl className="keys-list" style={{ marginTop: 6 }}>
            {keys.map(([pressed, what]) => (
              <Fragment key={what}>
                <dt>
                  {pressed.map((key) => (
                    <Fragment key={key}>
                      <kbd>{key}</kbd>{' '}
                    </Fragment>
                  ))}
                </dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
