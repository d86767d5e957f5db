export type { FlowElementLike, FlowPageOptions } from './flow-page.js';
export { appCode, codeFrom } from './inbox.js';
export { type RegisteredRow, RegisterPage, type RegistrableRow } from './register-page.js';
export { type ResetElement, ResetPage, type ResetPageOptions } from './reset-page.js';
