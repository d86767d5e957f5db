import { expect } from 'chai';
import { allTenantTexts, shippedLocales, tenantTexts } from '../../../src/localization/index.js';
import { localeLoader } from '../../../src/localization/load.js';
import { englishTexts, predefinedQuestions, type TenantTexts } from '../../../src/tenant/index.js';

const helpdesk = {
  name: 'Contoso Service Desk',
  phone: '+1 425 555 0100',
  email: 'help@contoso.com',
};
const told = { username: 'adele@contoso.com', organisation: 'Contoso', helpdesk };
const supportCode = 'K7-Q2-XM';
const sent = { code: '482915', minutes: 5, organisation: 'Contoso' };

const reasons = [
  'account-disabled',
  'guest',
  'admin-reset-off',
  'SSPR_0011',
  'SSPR_0012',
  'SSPR_0013',
  'SSPR_0014',
  'not-proven',
] as const;
const types = [
  'app',
  'email',
  'phone',
  'alternate-phone',
  'office-phone',
  'questions',
  'passkey',
  'windows-hello',
  'temporary-pass',
  'certificate',
] as const;
const home = { name: 'Fabrikam', url: 'https://reset.fabrikam.org' };

/** Every mail that there is, by a name for it. */
const mailsOf = (texts: TenantTexts) => ({
  code: texts.code({ ...sent, supportCode }),
  passwordReset: texts.passwordReset(told),
  unaided: texts.passwordReset({ ...told, helpdesk: undefined }),
  unnamed: texts.passwordReset({ ...told, helpdesk: { url: 'https://help.contoso.com' } }),
  administratorReset: texts.administratorReset({ ...told, administrator: 'lena@contoso.com' }),
  accountUnlocked: texts.accountUnlocked(told),
  blocked: texts.blocked({ ...told, hours: 24, supportCode }),
  notMe: texts.notMe(told),
  contact: texts.contact({ username: told.username, organisation: 'Contoso', supportCode }),
  ...Object.fromEntries(
    reasons.map((reason) => [
      `cannotReset ${reason}`,
      texts.cannotReset({
        reason,
        organisation: 'Contoso',
        helpdesk,
        home: reason === 'guest' ? home : undefined,
        supportCode,
      }),
    ]),
  ),
  ...Object.fromEntries(
    types.flatMap((type) =>
      (['added', 'changed', 'removed'] as const).map((change) => [
        `${type} ${change}`,
        texts.registrationChanged({ ...told, change, type }),
      ]),
    ),
  ),
});

/** Everything that is no mail. */
const messagesOf = (texts: TenantTexts) => ({
  text: texts.text(sent),
  filledIn: texts.text({ ...sent, minutes: 1, domain: 'contoso.com' }),
  call: texts.call({ organisation: 'Contoso' }),
  notification: texts.notification({ organisation: 'Contoso', username: told.username }),
  unknown: texts.question('What was the colour of the boat?'),
  ...Object.fromEntries(
    Object.keys(predefinedQuestions).map((code) => [code, texts.question(code)]),
  ),
});

/** Nothing but the words: names, numbers and isolates taken away. */
const words = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

describe('what a tenant says', () => {
  it('is in English what the tenant says by itself', async () => {
    const texts: TenantTexts = await tenantTexts('en');
    expect(mailsOf(texts)).to.deep.equal(mailsOf(englishTexts));
    expect(messagesOf(texts)).to.deep.equal(messagesOf(englishTexts));
  });

  it('is another text in every other language, message by message', async () => {
    const same = ['unknown'];
    for (const locale of ['de', 'ar', 'en-XA']) {
      const texts = await tenantTexts(locale);
      const english = { ...mailsOf(englishTexts), ...messagesOf(englishTexts) };
      for (const [name, text] of Object.entries({ ...mailsOf(texts), ...messagesOf(texts) }))
        if (!same.includes(name))
          expect(text, `${locale}, ${name}`).not.to.deep.equal(
            english[name as keyof typeof english],
          );
    }
  });

  it('has no code in a subject, and no line break', async () => {
    for (const locale of shippedLocales)
      for (const [name, { subject }] of Object.entries(mailsOf(await tenantTexts(locale)))) {
        expect(subject, `${locale}, ${name}`).not.to.match(/482915|K7-Q2-XM|\n/);
        expect(subject, `${locale}, ${name}`).to.contain('Contoso');
      }
  });

  it('CODE-1: says the code, and how long it works', async () => {
    const life = { en: '5 minutes', de: '5 Minuten', ar: '5 دقائق' };
    for (const locale of shippedLocales) {
      const texts = await tenantTexts(locale);
      for (const body of [texts.code({ ...sent, supportCode }).body, texts.text(sent)]) {
        expect(body, locale).to.contain(sent.code);
        expect(body, locale).to.contain(life[locale]);
      }
    }
    expect((await tenantTexts('en')).text({ ...sent, minutes: 1 })).to.contain('for 1 minute.');
  });

  it('ends a text message with the line that browsers read, where there is one', async () => {
    for (const locale of shippedLocales) {
      const texts = await tenantTexts(locale);
      const lines = texts.text({ ...sent, domain: 'contoso.com' }).split('\n');
      expect(lines.at(-1), locale).to.equal('@contoso.com #482915');
      expect(texts.text(sent), locale).not.to.contain('@');
    }
  });

  it('NOTIFY-5: says how to report that this was somebody else, in each mail about a reset or a block', async () => {
    const report = {
      en: 'If this was not you',
      de: 'Waren Sie das nicht',
      ar: 'إذا لم تكن أنت',
    };
    for (const locale of shippedLocales) {
      const mails = mailsOf(await tenantTexts(locale));
      for (const mail of [mails.passwordReset, mails.accountUnlocked, mails.blocked])
        expect(mail.body, locale).to.contain(report[locale]);
    }
  });

  it('names all ways to the service desk, and the administrator where there is none', async () => {
    for (const locale of shippedLocales) {
      const mails = mailsOf(await tenantTexts(locale));
      for (const way of Object.values(helpdesk))
        expect(mails.passwordReset.body, locale).to.contain(way);
      expect(mails.unnamed.body, locale).to.contain('https://help.contoso.com');
      expect(mails.unaided.body, locale).not.to.contain('undefined');
    }
  });

  it('isolates addresses, numbers, names and codes in a language that is written from the right', async () => {
    const all = async (locale: string) => {
      const texts = await tenantTexts(locale);
      const mails = Object.values(mailsOf(texts)).flatMap(({ subject, body }) => [subject, body]);
      return [...mails, ...Object.values(messagesOf(texts))];
    };
    for (const text of await all('ar')) {
      const opened = text.match(/[\u2066\u2068]/g)?.length ?? 0;
      expect(text.match(/\u2069/g)?.length ?? 0, text).to.equal(opened);
      // Outside of isolates stand no values, but for the line that browsers read.
      const outside = text.replace(/[\u2066\u2068][^\u2069]*\u2069/g, '').replace(/^@.*$/m, '');
      if (!text.startsWith('What was')) expect(outside, text).not.to.match(/[A-Za-z]|\d{6}/);
    }
    for (const locale of ['en', 'de'])
      for (const text of await all(locale)) expect(words(text)).to.equal(text);
  });

  it('QUESTION-2: asks every predefined question in each language, and a custom one as it was typed', async () => {
    for (const locale of shippedLocales) {
      const texts = await tenantTexts(locale);
      const asked = Object.keys(predefinedQuestions).map((code) => texts.question(code));
      expect(new Set(asked).size, locale).to.equal(35);
      for (const question of asked) expect(question, locale).to.match(/[?؟]$/);
      expect(texts.question('Which boat?')).to.equal('Which boat?');
    }
  });

  it('comes in the nearest language that there is', async () => {
    const texts = await allTenantTexts();
    expect(texts('de-AT').call(sent)).to.equal((await tenantTexts('de')).call(sent));
    expect(texts('ar-EG').call(sent)).to.equal((await tenantTexts('ar')).call(sent));
    for (const unknown of ['fr', '', 'no tag at all'])
      expect(texts(unknown).call(sent)).to.equal(englishTexts.call(sent));
    expect((await tenantTexts('de-CH')).call(sent)).to.equal(texts('de').call(sent));
  });

  it('is in no file that an element loads', async () => {
    for (const locale of ['de', 'ar', 'en-XA']) {
      const ids = Object.keys((await localeLoader.load(locale)) ?? {});
      expect(ids).to.have.length.above(50);
      expect(ids.filter((id) => id.startsWith('tenant.'))).to.deep.equal([]);
    }
  });
});
