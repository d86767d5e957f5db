export {
  changedPolicy,
  checkPolicy,
  defaultPolicy,
  type LadderRung,
  type Overrides,
  type PolicyPreview,
  parsePolicy,
  passwordProfiles,
  policy,
  type TenantPolicy,
  type Words,
} from '../policy/index.js';
export type { PublicPerson } from './account.js';
export type { Activity, AuditRow, ProgressReason } from './audit.js';
export type { VerifyCaptcha } from './captcha/index.js';
export type { PasswordChange } from './change-password.js';
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.js';
export type { DescribedField, DescribedMethod } from './described-methods.js';
export type { App, Phone } from './devices.js';
export type { Answered } from './elsewhere-proof.js';
export { auditAsCsv, auditAsJson, usageAsCsv, usageAsJson } from './export.js';
export type { ReadableLog } from './log.js';
export {
  type OnPremises,
  type OnPremisesDefinition,
  type OnPremisesFacts,
  onPremises,
} from './on-premises/index.js';
export type {
  Call,
  Delivery,
  Mail,
  MailPurpose,
  Message,
  Notification,
  Outbox,
  Text,
} from './outbox.js';
export { type PasswordHash, pbkdf2 } from './password-hash.js';
export {
  type AnsweredQuestion,
  type AppData,
  type DirectoryData,
  type Group,
  group,
  type HomeOrganisation,
  type Person,
  person,
} from './person.js';
export { type PredefinedQuestion, predefinedQuestions } from './predefined-questions.js';
export { type Random, seededRandom, systemRandom } from './random.js';
export { createTenant } from './simulated-tenant.js';
export type { AccountView, ClientFacts, SignIn, Tenant, TenantOptions } from './tenant.js';
export { createTenants, type Tenants } from './tenants.js';
export { englishTexts, type MailText, type TenantTexts } from './texts.js';
export type { Recent, Usage, UsagePeriod } from './usage.js';
export type { Decision } from './verdict-log.js';
