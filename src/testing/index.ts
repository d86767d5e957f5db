export { appCode, codeFrom } from './inbox.js';
export { type ResetElement, ResetPage, type ResetPageOptions } from './reset-page.js';
