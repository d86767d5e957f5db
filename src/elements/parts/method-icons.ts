import type { KnownMethodType } from '../../contract/codes.js';
import { envelope, handset, office, question } from './shared-icons.js';

/** A picture of each way to prove who one is. */
export const methodIcons: { readonly [T in KnownMethodType]: string } = {
  'app-notification':
    'M10.27 21a2 2 0 0 0 3.46 0M22 8c0-2.3-.8-4.3-2-6M3.26 15.33A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.67C19.41 13.96 18 12.5 18 8A6 6 0 0 0 6 8c0 4.5-1.41 5.96-2.74 7.33M4 2C2.8 3.7 2 5.7 2 8',
  'app-code':
    'M12 7v6M12 9h2M3 12a9 9 0 1 0 9-9 9.74 9.74 0 0 0-6.74 2.74L3 8M3 3v5h5M14 15a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  email: envelope,
  text: 'M22 17a2 2 0 0 1-2 2H6.83a2 2 0 0 0-1.42.59l-2.2 2.2A.71.71 0 0 1 2 21.29V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
  whatsapp:
    'M2.99 16.34a2 2 0 0 1 .1 1.17l-1.07 3.29a1 1 0 0 0 1.24 1.17l3.41-1a2 2 0 0 1 1.1.09 10 10 0 1 0-4.78-4.72',
  call: handset,
  'office-call': office,
  questions: question,
};
