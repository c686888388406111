import { Radio, Stack } from '@mantine/core';
import type { MeansView, PaperView } from '#signing/contract';
import { fileSize, usePick } from '../shared/format.ts';
import { Facts, Notice, StateMark } from '../shared/page.tsx';
import { useText } from './texts.ts';

type Form = PaperView['choices'][number]['form'];
type PaperFile = PaperView['choices'][number]['files'][number];

/** With what to sign: one choice of those configured; a single one is only named. */
export function MeansChoice({
  means,
  value,
  onChange,
}: {
  means: readonly MeansView[];
  value: MeansView | undefined;
  onChange: (name: string) => void;
}) {
  const t = useText();
  const pick = usePick();
  if (!means.length) return <Notice tone="warn" title={t('noMeans')} />;
  return (
    <Radio.Group label={t('means')} value={value?.name ?? ''} onChange={onChange} mb={12}>
      <Stack gap={8} mt={4}>
        {means.map((one) => (
          <Radio
            key={one.name}
            value={one.name}
            label={pick(one)}
            description={one.isTest ? t('test') : t(`hint.${one.makes}.${one.holds}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Exactly what a signature will cover: files, sizes, pages, hashes; with attachments, in which form. */
export function PaperFacts({
  paper: { choices, number, signatures },
  form,
  onForm,
}: {
  paper: PaperView;
  form: Form | undefined;
  onForm: (form: Form) => void;
}) {
  const t = useText();
  const sizeOf = useSize();
  const chosen = choices.find((one) => one.form === form) ?? choices[0];
  return (
    <>
      {choices.length > 1 && (
        <Radio.Group label={t('form')} value={chosen?.form ?? ''} onChange={(value) => onForm(value as Form)} mb={12}>
          <Stack gap={8} mt={4}>
            {choices.map((one) => (
              <Radio key={one.form} value={one.form} label={t(`form.${one.form}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Facts of={[[t('number'), number]]} />
      <ul className="rows" style={{ marginTop: 8 }}>
        {chosen?.files.map((file) => (
          <li key={file.sha256}>
            <div className="grow">
              {file.name}
              <div className="meta figures">{sizeOf(file)}</div>
              <Hash of={file} />
            </div>
          </li>
        ))}
      </ul>
      {signatures > 0 && <p>{t('signedBefore', { count: signatures })}</p>}
    </>
  );
}

function useSize() {
  const t = useText();
  return ({ size, pages }: PaperFile) =>
    [fileSize(size), pages !== null && t('pages', { count: pages })].filter(Boolean).join(' · ');
}

function Hash({ of: { sha256 } }: { of: PaperFile }) {
  const t = useText();
  return (
    <div className="meta figures" style={{ overflowWrap: 'anywhere' }}>
      {t('hash')}: {sha256}
    </div>
  );
}

/** The documents of a batch, each with its files, or why it cannot be signed now. */
export function BatchList({ papers }: { papers: readonly PaperView[] }) {
  const pick = usePick();
  const sizeOf = useSize();
  return (
    <ul className="rows" style={{ maxHeight: '40vh', overflowY: 'auto' }} tabIndex={0}>
      {papers.map(({ stepId, title, number, choices, problem }) => (
        <li key={stepId}>
          <div className="grow">
            <div>{[number, title].filter(Boolean).join(' · ')}</div>
            {choices[0]?.files.map((file) => (
              <div key={file.sha256}>
                <div className="meta figures">
                  {file.name} · {sizeOf(file)}
                </div>
                <Hash of={file} />
              </div>
            ))}
          </div>
          {problem && <StateMark tone="warn">{pick(problem)}</StateMark>}
        </li>
      ))}
    </ul>
  );
}
