import { allow, checkPolicy, deny, type TenantPolicy, type Verdict } from '../policy/index.js';
import { auditService } from './audit.js';
import type { Core } from './core.js';
import { randomSupportCode } from './random.js';

/** Every reason why a tenant cannot begin with a policy, in words; undefined where it can. */
export function policyFault(policy: TenantPolicy): string | undefined {
  const faults = checkPolicy(policy);
  return faults.length === 0
    ? undefined
    : faults.map(({ rule, params }) => `${rule}, ${params?.setting}: ${params?.why}`).join(' ');
}

/** Whether a policy is possible, with every reason why not in `params.why` (rule METHOD-2 and others). */
export function checkPolicyChange(
  core: Core,
  policy: TenantPolicy,
  by: string,
): Verdict<'policy-refused'> {
  const about = { username: by };
  const faults = checkPolicy(policy);
  for (const fault of faults) core.journal.decide(about, fault);
  const [first] = faults;
  if (!first) return core.journal.decide(about, allow('GATE-5'));
  const why = faults.map(({ params }) => params?.why).join(' ');
  return deny(first.rule, 'policy-refused', { ...first.params, why });
}

/** Writes one row for each setting that is another one now, with its old and its new value (rule AUDIT-1). */
export function recordPolicyChange(
  core: Core,
  { tenant, by }: { readonly tenant: string; readonly by: string },
  before: TenantPolicy,
  after: TenantPolicy,
): void {
  const correlationId = randomSupportCode(core.random);
  for (const setting of Object.keys(after) as (keyof TenantPolicy)[]) {
    const change = {
      setting,
      old: JSON.stringify(before[setting]) ?? '',
      new: JSON.stringify(after[setting]) ?? '',
    };
    if (change.old === change.new) continue;
    core.journal.audit.add({
      at: core.clock.now(),
      service: auditService,
      category: 'Policy',
      activity: 'Update policy',
      actor: by,
      target: tenant,
      client: 'admin',
      correlationId,
      status: 'success',
      reason: 'Policy changed',
      change,
    });
  }
}
