import { expect, fixture, html } from '@open-wc/testing';
import type { Method } from '../../src/contract/index.js';
import { SsprMethodPicker } from '../../src/define/sspr-method-picker.js';
import { click, press } from '../runner/commands.js';
import { focused } from './reset-world.js';

const app: Method = { id: 'a1', type: 'app-code' };
const mail: Method = { id: 'm1', type: 'email', hint: 'ad•••••@m••••l.example' };
const gone: Method = { id: 'g1', type: 'email', unavailable: 'This address was removed today.' };

function picker(look: Partial<SsprMethodPicker> = {}): SsprMethodPicker {
  const methods = [app, mail];
  return Object.assign(new SsprMethodPicker(), { name: 'method', lang: 'en', methods, ...look });
}

/** A picker in a form of the page. */
async function inForm(look: Partial<SsprMethodPicker> = {}) {
  const element = picker(look);
  const form = await fixture<HTMLFormElement>(html`<form>${element}<button>Go</button></form>`);
  await element.updateComplete;
  const data = () => new FormData(form).getAll('method');
  return { element, form, data };
}

const radiosOf = ({ shadowRoot }: SsprMethodPicker) => [
  ...(shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
];

const radio = (element: SsprMethodPicker, id: string): HTMLInputElement => {
  const found = radiosOf(element).find(({ value }) => value === id);
  if (!found) throw new Error(`no radio ${id}`);
  return found;
};

const rowsOf = ({ shadowRoot }: SsprMethodPicker) =>
  [...(shadowRoot?.querySelectorAll('[part=row]') ?? [])].map((row) =>
    (row.textContent ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('the method picker as a control of a form', () => {
  it('submits its value under its name, once', async () => {
    const { element, form, data } = await inForm();
    expect(data()).to.deep.equal([]);
    radio(element, 'm1').click();
    expect(element.value).to.equal('m1');
    expect(data()).to.deep.equal(['m1']);
    expect([...new FormData(form)]).to.have.length(1);
    expect(element.form).to.equal(form);
    expect([...form.elements]).to.include(element);
  });

  it('submits what its value is set to, as far as that can be chosen', async () => {
    const { element, data } = await inForm({ methods: [app, mail, gone] });
    for (const [value, sent] of [
      ['m1', ['m1']],
      ['a1', ['a1']],
      ['nobody', []],
      ['g1', []],
      ['', []],
    ] as const) {
      element.value = value;
      await element.updateComplete;
      expect(data(), `for “${value}”`).to.deep.equal(sent);
      expect(radiosOf(element).filter(({ checked }) => checked)).to.have.length(sent.length);
    }
  });

  it('submits nothing without a name', async () => {
    const { form } = await inForm({ name: '', value: 'm1' });
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('that is required keeps the form until something is chosen, and says what to do', async () => {
    const { element, form } = await inForm({ required: true });
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.checkValidity()).to.equal(false);
    expect(form.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal('Choose how you want to prove it’s you.');
    expect(element.matches(':invalid')).to.equal(true);
    form.reportValidity();
    expect(focused()).to.equal(radiosOf(element)[0]);
    radio(element, 'a1').click();
    await element.updateComplete;
    expect(element.checkValidity()).to.equal(true);
    expect(form.checkValidity()).to.equal(true);
    element.value = '';
    element.required = false;
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it('says what to do in its own language', async () => {
    const { element } = await inForm({ required: true, lang: 'de' });
    expect(element.validationMessage).not.to.equal('').and.not.to.contain('Choose');
  });

  it('goes back to its first value when the form is reset', async () => {
    const { element, form, data } = await inForm({ value: 'a1' });
    radio(element, 'm1').click();
    await element.updateComplete;
    form.reset();
    await element.updateComplete;
    expect(element.value).to.equal('a1');
    expect(data()).to.deep.equal(['a1']);
    expect(radio(element, 'a1').checked).to.equal(true);
  });

  it('takes back what the browser has kept', async () => {
    const { element, data } = await inForm();
    element.formStateRestoreCallback('m1');
    await element.updateComplete;
    expect(data()).to.deep.equal(['m1']);
    expect(radio(element, 'm1').checked).to.equal(true);
  });

  it('is off in a disabled fieldset, and on again after it', async () => {
    const element = picker({ value: 'm1', required: true });
    const form = await fixture<HTMLFormElement>(
      html`<form><fieldset disabled>${element}</fieldset></form>`,
    );
    await element.updateComplete;
    const fieldset = form.querySelector('fieldset');
    if (!fieldset) throw new Error('no fieldset');
    expect(radiosOf(element).every(({ disabled }) => disabled)).to.equal(true);
    expect([...new FormData(form)]).to.deep.equal([]);
    fieldset.disabled = false;
    await element.updateComplete;
    expect(radiosOf(element).some(({ disabled }) => disabled)).to.equal(false);
    expect([...new FormData(form)]).to.deep.equal([['method', 'm1']]);
  });

  it('is focused by its label, on the chosen one', async () => {
    const element = picker({ value: 'm1', id: 'ways' });
    const root = await fixture<HTMLElement>(
      html`<form><label for="ways">How?</label>${element}</form>`,
    );
    await element.updateComplete;
    const label = root.querySelector('label');
    if (!label) throw new Error('no label');
    await click(label);
    expect(element.matches(':focus-within') || document.activeElement === element).to.equal(true);
    expect(focused()).to.be.instanceOf(HTMLInputElement);
  });

  it('is called by its label, unless it is told another name', async () => {
    const element = picker({ id: 'ways' });
    await fixture<HTMLElement>(html`<form><label for="ways"> How? </label>${element}</form>`);
    await element.updateComplete;
    const list = element.shadowRoot?.querySelector('[role=radiogroup]');
    expect(list?.ariaLabel).to.equal('How?');
    element.label = 'How shall we reach you?';
    await element.updateComplete;
    expect(list?.ariaLabel).to.equal('How shall we reach you?');
  });

  it('tells of a choice by `input` and `change`, which bubble', async () => {
    const { element, form } = await inForm();
    const heard: string[] = [];
    for (const type of ['input', 'change'])
      form.addEventListener(type, ({ target }) => {
        heard.push(`${type} ${target === element} ${element.value}`);
      });
    radio(element, 'm1').click();
    expect(heard).to.deep.equal(['input true m1', 'change true m1']);
    element.value = 'a1';
    await element.updateComplete;
    expect(heard).to.have.length(2);
  });

  it('has properties before it is in a page, and afterwards', async () => {
    const element = picker({ value: 'm1' });
    expect([element.name, element.value, element.required]).to.deep.equal(['method', 'm1', false]);
    expect(element.form).to.equal(null);
    const form = await fixture<HTMLFormElement>(html`<form>${element}</form>`);
    await element.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([['method', 'm1']]);
  });
});

describe('the method picker by keyboard', () => {
  it('is one stop of Tab; arrow keys choose, past what is off', async () => {
    const { element, form, data } = await inForm({ value: 'a1', methods: [app, gone, mail] });
    form.insertAdjacentHTML('afterbegin', '<button type="button">Before</button>');
    form.querySelector('button')?.focus();
    await press('Tab');
    expect(focused()).to.equal(radio(element, 'a1'));
    await press('ArrowDown');
    expect(data()).to.deep.equal(['m1']);
    expect(focused()).to.equal(radio(element, 'm1'));
    await press('ArrowUp');
    expect(data()).to.deep.equal(['a1']);
    await press('ArrowRight');
    expect(data()).to.deep.equal(['m1']);
    await press('Tab');
    expect(focused()?.textContent).to.equal('Go');
    await press('Shift+Tab');
    expect(focused()).to.equal(radio(element, 'm1'));
  });

  it('begins at the first while nothing is chosen, and Space chooses it', async () => {
    const { element, form, data } = await inForm();
    form.insertAdjacentHTML('afterbegin', '<button type="button">Before</button>');
    form.querySelector('button')?.focus();
    await press('Tab');
    expect(focused()).to.equal(radio(element, 'a1'));
    expect(data()).to.deep.equal([]);
    await press(' ');
    expect(data()).to.deep.equal(['a1']);
  });

  it('Enter submits the form, as from any radio', async () => {
    const { element, form } = await inForm({ value: 'a1' });
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    radio(element, 'a1').focus();
    await press('Enter');
    expect(submitted).to.equal(1);
  });

  it('shows the focus around the whole row', async () => {
    const { element, form } = await inForm({ value: 'a1' });
    form.insertAdjacentHTML('afterbegin', '<button type="button">Before</button>');
    form.querySelector('button')?.focus();
    await press('Tab');
    const row = radio(element, 'a1').closest('label');
    if (!row) throw new Error('no row');
    const { outlineStyle, outlineWidth } = getComputedStyle(row);
    expect(outlineStyle).to.equal('solid');
    expect(Number.parseFloat(outlineWidth)).to.be.at.least(2);
  });
});

describe('what the method picker shows', () => {
  it('names the methods, with the masked address or what it is about', async () => {
    const { element } = await inForm();
    const [first = '', second = ''] = rowsOf(element);
    expect(first.length).to.be.above(10);
    expect(second).to.contain('ad•••••@m••••l.example');
    expect(element.shadowRoot?.querySelector('.hint bdi[dir]')?.getAttribute('dir')).to.equal(
      'ltr',
    );
  });

  it('a method of a type that it does not know, by its label', async () => {
    const methods = [{ id: 'x', type: 'carrier-pigeon', label: 'Pigeon', hint: 'Loft 7' }];
    const { element, data } = await inForm({ methods });
    expect(rowsOf(element)).to.deep.equal(['Pigeon Loft 7']);
    radio(element, 'x').click();
    expect(data()).to.deep.equal(['x']);
  });

  it('a method of a type named as something that every object has', async () => {
    const methods = [{ id: 'x', type: 'constructor', label: 'Odd' }];
    const { element } = await inForm({ methods });
    expect(rowsOf(element)[0]).to.contain('Odd');
    expect(element.shadowRoot?.querySelector('path')?.getAttribute('d')).to.match(/^M/);
  });

  it('a method that cannot be used now, with the reason in place of the choice', async () => {
    const { element, data } = await inForm({ methods: [mail, gone] });
    const off = radio(element, 'g1');
    expect(off.disabled).to.equal(true);
    expect(rowsOf(element)[1]).to.contain('This address was removed today.');
    off.closest('label')?.click();
    expect(element.value).to.equal('');
    expect(data()).to.deep.equal([]);
  });

  it('advice beside a method', async () => {
    const methods: Method[] = [
      { ...app, advice: 'recommended' },
      { ...mail, advice: 'not-recommended' },
    ];
    const { element } = await inForm({ methods });
    const [first, second] = rowsOf(element);
    expect(first).to.contain('Recommended');
    expect(second).to.contain('Not recommended');
  });

  it('words where there is nothing to choose from', async () => {
    const { element } = await inForm({ methods: [], required: true });
    expect(element.shadowRoot?.textContent).to.contain('There is nothing to choose from.');
    expect(element.checkValidity()).to.equal(false);
  });

  it('text as text, whatever is in it', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const methods = [{ id: evil, type: 'carrier-pigeon', label: evil, hint: evil }];
    const { element } = await inForm({ methods });
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(rowsOf(element)[0]).to.equal(`${evil} ${evil}`);
  });

  it('another list at once, keeping a choice that is still in it', async () => {
    const { element, data } = await inForm({ value: 'm1' });
    element.methods = [mail];
    await element.updateComplete;
    expect(data()).to.deep.equal(['m1']);
    element.methods = [app];
    await element.updateComplete;
    expect(data()).to.deep.equal([]);
  });

  it('its language and direction', async () => {
    const { element } = await inForm({ lang: 'ar' });
    const list = element.shadowRoot?.querySelector<HTMLElement>('[part=list]');
    expect([list?.lang, list?.dir]).to.deep.equal(['ar', 'rtl']);
    expect(list?.textContent).to.match(/[\u0600-\u06ff]/);
  });

  it('words of others in their own direction, their full stop at their end', async () => {
    const methods = [gone, { id: 'x', type: 'badge', label: 'Badge (office)' }];
    const { element } = await inForm({ lang: 'ar', methods });
    const directionOf = (words: string) =>
      [...(element.shadowRoot?.querySelectorAll<HTMLElement>('bdi') ?? [])]
        .filter(({ textContent }) => textContent === words)
        .map((own) => getComputedStyle(own).direction);
    expect(directionOf('This address was removed today.')).to.deep.equal(['ltr']);
    expect(directionOf('Badge (office)')).to.deep.equal(['ltr']);
  });

  it('is called by its label, and passes every check of accessibility', async () => {
    const { element } = await inForm({
      label: 'Ways to prove it’s you',
      required: true,
      methods: [app, mail, gone],
      invalid: true,
    });
    const list = element.shadowRoot?.querySelector('[role=radiogroup]');
    expect(list?.ariaLabel).to.equal('Ways to prove it’s you');
    expect(list?.ariaRequired).to.equal('true');
    await expect(element).to.be.accessible();
  });
});
