import type { KnownRegistrationType } from '../../contract/codes.js';
import { envelope, handset, office, question } from './shared-icons.js';

/** Something that opens the account in another way: a passkey above all. */
const fingerprint =
  'M12 10a2 2 0 0 0-2 2c0 1.02-.1 2.51-.26 4M14 13.12c0 2.38 0 6.38-1 8.88M17.29 21.02c.12-.6.43-2.3.5-3.02M2 12a10 10 0 0 1 18-6M2 16h.01M21.8 16c.2-2 .131-5.354 0-6M5 19.5C5.5 18 6 15 6 12a6 6 0 0 1 .34-2M8.65 22c.21-.66.45-1.32.57-2M9 6.8a6 6 0 0 1 9 5.2v2';

const icons: { readonly [T in KnownRegistrationType]?: string } = {
  app: 'M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM12 18h.01',
  email: envelope,
  phone: handset,
  'alternate-phone': handset,
  'office-phone': office,
  questions: question,
};

/** A picture of something to register. */
export const registrationIcon = (type: string): string =>
  (Object.hasOwn(icons, type) && icons[type as KnownRegistrationType]) || fingerprint;
