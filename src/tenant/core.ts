import type { Branding, KnownRefusalCode } from '../contract/index.js';
import type { Denied, TenantPolicy, Verdict } from '../policy/index.js';
import { type AuditRow, auditService } from './audit.js';
import type { Captchas } from './captcha/index.js';
import type { Clock } from './clock.js';
import type { DescribedMethod } from './described-methods.js';
import type { KeyedDigest } from './digest.js';
import type { Directory } from './directory.js';
import { Log } from './log.js';
import type { Mailer } from './mailer.js';
import type { OnPremises } from './on-premises/index.js';
import type { PasswordHash } from './password-hash.js';
import type { Random } from './random.js';
import type { Sessions } from './sessions.js';
import type { TenantTexts } from './texts.js';
import type { Throttles } from './throttles.js';
import type { Decision } from './verdict-log.js';

/** What all parts of a tenant share. */
export interface Core {
  readonly clock: Clock;
  readonly random: Random;
  readonly digest: KeyedDigest;
  /** For passwords and answers. */
  readonly hash: PasswordHash;
  readonly directory: Directory;
  readonly throttles: Throttles;
  readonly mailer: Mailer;
  readonly journal: Journal;
  readonly sessions: Sessions;
  readonly captchas: Captchas;
  /** Absent where all passwords are kept in the cloud. */
  readonly onPremises: OnPremises | undefined;
  /** The words of the tenant in a language; English where they fail. */
  texts(locale: string): TenantTexts;
  /** Changes with every `setPolicy`: ask anew, keep nothing. */
  policy(): TenantPolicy;
  branding(): Branding;
  readonly signInUrl: string | undefined;
  /** Domains that the masked addresses of decoys are taken from (rule REFUSAL-2). */
  readonly decoyDomains: readonly string[];
  /** Methods of the organisation's own. */
  readonly describedMethods: readonly DescribedMethod[];
  /** Words that are banned everywhere (BANNED). */
  readonly wellKnownWords: readonly string[];
}

/** Whom an entry of the journal is about. */
export interface Case {
  readonly username: string;
  readonly supportCode: string;
  readonly client: string;
}

/** A verdict without the character of a password that it may name (rule AUDIT-3). */
function withoutCharacter(verdict: Verdict<string>): Verdict<string> {
  if (verdict.allowed || verdict.params?.character === undefined) return verdict;
  const { character: _, ...params } = verdict.params;
  return { ...verdict, params };
}

/** Writes down what happens (rules AUDIT-1 to 3) and every decision with its rule. */
export class Journal {
  readonly audit: Log<AuditRow>;
  readonly verdicts: Log<Decision>;
  readonly #now: () => number;

  /** @param mostRows how many rows each log keeps */
  constructor(now: () => number, mostRows?: number) {
    this.#now = now;
    this.audit = new Log(mostRows);
    this.verdicts = new Log(mostRows);
  }

  /** Notes a decision, and gives it back. */
  decide<V extends Verdict<string>>(about: Pick<Case, 'username'> & Partial<Case>, verdict: V): V {
    const { username, supportCode } = about;
    this.verdicts.add({
      at: this.#now(),
      ...(supportCode !== undefined && { correlationId: supportCode }),
      username,
      verdict: withoutCharacter(verdict),
    });
    return verdict;
  }

  /** Notes an activity of a flow. */
  record(
    { username, supportCode, client }: Case,
    row: Pick<AuditRow, 'activity' | 'reason' | 'status' | 'method' | 'rule'>,
  ): void {
    this.audit.add({
      at: this.#now(),
      service: auditService,
      category: 'UserManagement',
      actor: username,
      target: username,
      client,
      correlationId: supportCode,
      ...row,
    });
  }

  /** Notes how far a flow has come (rule AUDIT-2). */
  progress(
    about: Case,
    reason: AuditRow['reason'],
    more: Pick<AuditRow, 'method' | 'rule'> & { readonly status?: AuditRow['status'] } = {},
  ): void {
    this.record(about, {
      activity: 'Self-service password reset flow activity progress',
      reason,
      status: 'in-progress',
      ...more,
    });
  }

  /** Notes that somebody was kept from resetting, with the true reason whatever the voice. */
  blocked(about: Case, { code, rule }: Denied<KnownRefusalCode>): void {
    this.record(about, {
      activity: 'Blocked from self-service password reset',
      reason: code,
      status: 'failure',
      rule,
    });
  }
}
