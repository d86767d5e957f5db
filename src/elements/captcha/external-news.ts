import { msg } from '../../localization/msg.js';

/** What becomes of a captcha of another maker. */
export const externalNews = {
  loading: () =>
    msg('The check is loading', {
      id: 'reset.captcha.loading',
      desc: 'Until a captcha of another maker is there',
    }),
  expired: () =>
    msg('The check has run out. Do it once more.', {
      id: 'reset.captcha.expired',
      desc: 'Said to screen readers when a captcha of another maker was solved too long ago',
    }),
  failed: () =>
    msg('The check did not load. Try again, or ask your service desk.', {
      id: 'reset.captcha.failed',
      desc: 'In place of a captcha of another maker',
    }),
  missing: () =>
    msg('This page cannot show the check. Try again, or ask your service desk.', {
      id: 'reset.captcha.missing',
      desc: 'In place of a captcha that the page does not know',
    }),
} as const;
