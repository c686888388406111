import { findings } from './findings.ts';
import type { ReadMail } from './isolated/read-mail.ts';
import { runIsolated } from './isolated/run-isolated.ts';
import { LIMITS } from './limits.ts';

/** An e-mail opened into sender, subject, text and attachments; one that cannot be read has empty fields and a finding. Never throws. */
export async function openMail(bytes: Uint8Array): Promise<ReadMail> {
  return runIsolated('readMail', { bytes }, LIMITS.mailSeconds).catch(() => ({
    senderName: '',
    senderAddress: '',
    subject: '',
    body: '',
    sentAt: null,
    messageId: null,
    attachments: [],
    findings: [findings.mailUnreadable()],
    bounce: null,
  }));
}
