export {
  changedPolicy,
  defaultPolicy,
  type Overrides,
  policy,
  type TenantPolicy,
} from '../policy/index.js';
export type { PublicPerson } from './account.js';
export type { Activity, AuditRow, ProgressReason } from './audit.js';
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.js';
export type { ReadableLog } from './log.js';
export type { Delivery, Mail, Message, Outbox } from './outbox.js';
export { type PasswordHash, pbkdf2 } from './password-hash.js';
export { type Group, group, type HomeOrganisation, type Person, person } from './person.js';
export { type Random, seededRandom, systemRandom } from './random.js';
export {
  type AccountView,
  createTenant,
  type SignIn,
  type Tenant,
  type TenantOptions,
} from './tenant.js';
export { englishMailTexts, type MailText, type MailTexts } from './texts.js';
export type { Decision } from './verdict-log.js';
