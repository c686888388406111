import { Button, Modal, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '#files/contract';
import { useTell } from './act.tsx';
import { post } from './api.ts';
import { FilesField } from './fields.tsx';
import { Findings } from './findings.tsx';
import { ActForm, useActForm } from './form.tsx';
import { useSharedText } from './texts.ts';

interface AddFilesProps extends ButtonProps {
  /** What the button and the dialog are called. */
  label: string;
  hint?: string;
  /** Where the files are posted. */
  path: string;
  done: string;
  /** Exactly one file is wanted. */
  isOne?: boolean;
}

/** A button that takes files in: chosen or dropped, sent as a form; what is wrong with them is told where they were chosen. */
export function AddFiles({ label, hint, path, done, isOne, ...button }: AddFilesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button {...button} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      {isOpen && <Dialog label={label} hint={hint} path={path} done={done} isOne={isOne} onClose={close} />}
    </>
  );
}

function Dialog({ label, hint, path, done, isOne, onClose }: AddFilesProps & { onClose: () => void }) {
  const t = useSharedText();
  const tell = useTell();
  const [findings, setFindings] = useState<Finding[]>([]);
  const form = useActForm({
    initial: { files: [] as File[] },
    send: ({ files }) => {
      const body = new FormData();
      for (const file of files) body.append('files', file, file.name);
      return post<{ findings?: Finding[] }[]>(path, body);
    },
    onDone: (given) => {
      tell(done);
      const found = [given].flat().flatMap(({ findings: of = [] }) => of);
      if (found.length) setFindings(found);
      else onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} size={560} title={label} closeButtonProps={{ 'aria-label': t('close') }}>
      {findings.length > 0 ? (
        <>
          <p>{t('addedWithFindings')}</p>
          <Findings of={findings} />
          <Button mt={16} onClick={onClose}>
            {t('close')}
          </Button>
        </>
      ) : (
        <ActForm form={form} submit={t('addFiles')} label={label} onCancel={onClose}>
          {hint && <p className="quiet">{hint}</p>}
          <FilesField
            label={t(isOne ? 'oneFile' : 'files')}
            isOne={isOne}
            value={form.values.files}
            onChange={(files) => form.setFieldValue('files', files)}
          />
        </ActForm>
      )}
    </Modal>
  );
}
