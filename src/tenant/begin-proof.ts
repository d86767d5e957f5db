import { AppCodeProof } from './app-code-proof.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import { DescribedProof } from './described-proof.js';
import { AnsweredElsewhere } from './elsewhere-proof.js';
import type { Proof } from './proof.js';
import type { Proving } from './proving.js';
import { StoredQuestionsProof } from './questions-proof.js';
import { SentCodeProof } from './sent-code-proof.js';

/** Begins the proof of a method: sends, calls, notifies, draws questions. */
export async function beginProof(
  core: Core,
  proving: Proving,
  method: CandidateMethod,
): Promise<Proof> {
  const { key, locale, supportCode, candidate } = proving;
  const { account } = candidate;
  const real = account !== undefined;
  const answered = () => proving.onAnswered();
  const isOpen = () => proving.isOpen?.() ?? true;
  switch (method.type) {
    case 'app-code':
      return new AppCodeProof({ core, method, apps: method.apps, real, key });
    case 'questions':
      return new StoredQuestionsProof({ core, method, stored: method.stored, real, key });
    case 'described':
      return new DescribedProof({ core, method, account, key });
    case 'app-notification':
      return new AnsweredElsewhere({
        core,
        method,
        for: 'notification',
        key,
        isOpen,
        answered,
        deliver: (made) => core.mailer.notification(account, proving.username, made),
      });
    case 'call':
    case 'office-call':
      return new AnsweredElsewhere({
        core,
        method,
        for: 'call',
        key,
        isOpen,
        answered,
        deliver: (made) => core.mailer.call(account, method.address, locale, made),
      });
    case 'email':
    case 'text':
    case 'whatsapp': {
      const { type, address } = method;
      const deliver = (code: string) => {
        const { lifetimeMs } = core.policy().codes;
        if (type === 'email')
          core.mailer.code(account, address, locale, { code, lifetimeMs, supportCode });
        else core.mailer.text(type, account, address, locale, { code, lifetimeMs });
      };
      return SentCodeProof.begin({ core, method, account, key, deliver });
    }
  }
}
