/** Languages: which are shipped, how one is chosen, and how elements of your own speak with the widget's words. */

export type { MessageTexts } from './generated/message-texts.js';
export { LocaleLoader, type LocaleModules, localeLoader } from './load.js';
export { LocaleController } from './locale-controller.js';
export {
  type Direction,
  directionOf,
  type Locale,
  languagesOf,
  negotiate,
  pseudoLocale,
  shippedLocales,
  sourceLocale,
} from './locales.js';
export { msg, speaking, str, type Templates, type Words } from './msg.js';
export type { OwnWords } from './own-words.js';
export { allTenantTexts, type TenantWords, tenantTexts } from './tenant-words.js';
