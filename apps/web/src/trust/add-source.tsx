import { Button, FileButton, Modal, TagsInput, Textarea, TextInput } from '@mantine/core';
import { post } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

/** A trusted list by its address, with those who may sign it. */
export function AddList({ suggestedUrl, onClose }: { suggestedUrl: string; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { name: '', url: '', certificates: '', territories: [] as string[] },
    send: (values) => post('/api/trust/lists', values),
    done: t('listAdded'),
    onDone: onClose,
  });
  const suggest = () => form.setValues({ name: t('europe'), url: suggestedUrl });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('addList')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('add')} onCancel={onClose}>
        <Button size="compact-sm" variant="default" mb={10} onClick={suggest}>
          {t('useEurope')}
        </Button>
        <TextInput label={t('name')} description={t('nameHint')} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('url')} mt={10} {...form.getInputProps('url')} />
        <TagsInput
          label={t('territories')}
          description={t('territoriesHint')}
          mt={10}
          {...form.getInputProps('territories')}
          onChange={(codes) =>
            form.setFieldValue(
              'territories',
              codes.map((code) => code.toUpperCase()),
            )
          }
        />
        <Certificates label={t('listSigners')} hint={t('listSignersHint')} {...form.getInputProps('certificates')} />
      </ActForm>
    </Modal>
  );
}

/** A certificate that the institution trusts by itself. */
export function AddCertificate({ onClose }: { onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { name: '', certificates: '' },
    send: (values) => post('/api/trust/anchors', values),
    done: t('certificateAdded'),
    onDone: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('addCertificate')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <ActForm form={form} submit={t('add')} onCancel={onClose}>
        <TextInput label={t('name')} data-autofocus {...form.getInputProps('name')} />
        <Certificates label={t('certificate')} {...form.getInputProps('certificates')} />
      </ActForm>
    </Modal>
  );
}

interface CertificatesProps {
  label: string;
  hint?: string;
  value?: string;
  error?: React.ReactNode;
  onChange?: (text: string) => void;
}

/** Certificates pasted as PEM, or taken from files: a DER file becomes PEM. */
function Certificates({ label, hint, value = '', error, onChange }: CertificatesProps) {
  const t = useText();
  const take = async (files: File[]) => {
    const texts = await Promise.all(files.map(async (file) => asPem(new Uint8Array(await file.arrayBuffer()))));
    onChange?.([value, ...texts].filter(Boolean).join('\n'));
  };
  return (
    <>
      <Textarea
        label={label}
        description={hint}
        mt={10}
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        styles={{ input: { fontFamily: 'monospace', fontSize: 12 } }}
        value={value}
        error={error}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      />
      <FileButton multiple accept=".pem,.crt,.cer,.der" onChange={(files) => void take(files)}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" mt={6}>
            {t('fromFile')}
          </Button>
        )}
      </FileButton>
    </>
  );
}

function asPem(bytes: Uint8Array): string {
  if (bytes[0] !== 0x30) return new TextDecoder().decode(bytes).trim();
  const base64 = btoa(String.fromCharCode(...bytes));
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----`;
}
