import { expect } from '@open-wc/testing';
import { SsprMethodPicker } from '../../src/define/sspr-method-picker.js';
import { hover, press } from '../runner/commands.js';
import { differences, looksOf } from './isolation/looks.js';
import { styled } from './isolation/pages.js';
import { expectUntouched, loadSheets, show, stage } from './isolation/stage.js';
import { adapterOver, adele, focused, reset, world } from './reset-world.js';

const states = [
  'identify',
  'identify with a problem',
  'the methods',
  'the code',
  'the wrong code',
  'a new code',
  'the new password, typed and shown',
  'the new password with problems',
  'the end',
  'SSPR_0014',
  'blocked-until',
  'a failed call',
  'a form that the backend describes',
  'the methods in the dialog',
  'the question before leaving',
];

describe('on a page with styles of its own', () => {
  before(loadSheets);

  for (const state of states)
    it(`looks as on a bare one: ${state}`, async () => {
      const { element } = await show(state);
      expectUntouched(element);
    });

  for (const state of ['the wrong code', 'the new password with problems', 'SSPR_0014'])
    it(`looks as on a bare one in Arabic: ${state}`, async () => {
      const { element } = await show(state, { lang: 'ar' });
      expectUntouched(element);
    });

  it('looks as on a bare one while an answer is on its way', async () => {
    const where = world();
    const start = () => new Promise<never>(() => {});
    const element = reset(where, { adapter: adapterOver(where.tenant, { start }) });
    await stage(element);
    await element.updateComplete;
    const input = element.querySelector<HTMLInputElement>('input[name=username]');
    if (input) input.value = adele;
    element.querySelector<HTMLElement>('[type=submit]')?.click();
    await element.updateComplete;
    expect(element.querySelector('.turning')).not.to.equal(null);
    expectUntouched(element);
  });

  it('looks as on a bare one under the pointer', async () => {
    const { element, form, primary } = await show('identify');
    for (const control of [form.querySelector('input'), primary]) {
      if (!control) throw new Error('no control');
      await hover(control);
      expect(control.matches(':hover')).to.equal(true);
      expectUntouched(element, [control]);
    }
  });

  it('looks as on a bare one with the focus of the keyboard', async () => {
    const { element, form, primary } = await show('identify');
    for (const control of [form.querySelector('input'), primary]) {
      await press('Tab');
      expect(focused()).to.equal(control);
      expect(control?.matches(':focus-visible')).to.equal(true);
      expectUntouched(element, [focused() as Element]);
    }
    expect(getComputedStyle(primary).outlineWidth).to.equal('2px');
  });

  it('looks as on a bare one inside of a shadow root with such a sheet', async () => {
    const host = document.createElement('div');
    const element = reset(world());
    host.attachShadow({ mode: 'open' }).append(element);
    await stage(host);
    element.style.cssText = host.style.cssText;
    await element.updateComplete;
    expectUntouched(element);
  });

  it('takes a placeholder back too', async () => {
    const { element, form } = await show('identify');
    const input = form.querySelector('input') as HTMLInputElement;
    input.placeholder = 'Type here';
    expectUntouched(element, [input]);
  });

  it('leaves the list of methods alone as it is, in any form of the page', async () => {
    const picker = new SsprMethodPicker();
    picker.lang = 'en';
    picker.methods = [
      { id: 'a', type: 'email', hint: 'a•••@mail.example', advice: 'recommended' },
      { id: 'b', type: 'app-code', unavailable: 'Wait until tomorrow' },
    ];
    picker.value = 'a';
    await stage(picker);
    await picker.updateComplete;
    expectUntouched(picker);
  });

  it('is as large as the person has set text to be, however large the page makes its own', async () => {
    const { element } = await show('identify');
    const label = element.querySelector('label') as Element;
    const size = () => getComputedStyle(label).fontSize;
    expect(size()).to.equal('14px');
    const unstyled = styled('html { font-size: 62.5% } body { font-size: 3rem }');
    expect(size()).to.equal('14px');
    unstyled();
    element.style.setProperty('--sspr-font-scale', '2');
    expect(size()).to.equal('28px');
  });

  it('goes with a page that hides it', async () => {
    const { element } = await show('identify');
    element.style.visibility = 'hidden';
    const input = element.querySelector('input') as Element;
    expect(getComputedStyle(input).visibility).to.equal('hidden');
    element.style.visibility = 'visible';
    expect(getComputedStyle(input).visibility).to.equal('visible');
  });

  it('gives way to `!important`, and to nothing less', async () => {
    const { element } = await show('identify with a problem');
    const bare = looksOf(element);
    const rules = (end: string) =>
      `#app #deep input { border-radius: 3px${end} } #app path { d: none${end}; opacity: 0.5${end} }`;
    let unstyled = styled(rules(''));
    expect(differences(bare, looksOf(element))).to.deep.equal([]);
    unstyled();
    unstyled = styled(rules(' !important'));
    const lines = differences(bare, looksOf(element)).join('\n');
    unstyled();
    expect(lines).to.match(/border-top-left-radius: 8px → 3px .*input\[name=username\]/);
    expect(lines).to.match(/opacity: 1 → 0.5 .*path/);
  });

  it('is measured in all that it draws', async () => {
    const { element } = await show('a failed call');
    const looks = looksOf(element);
    expect(looks.size).to.be.greaterThan(40);
    for (const name of ['form', 'input', 'label', 'button', 'svg', 'p'])
      expect(
        [...looks.keys()].some((part) => part.includes(` ${name}`)),
        name,
      ).to.equal(true);
    for (const [part, look] of looks)
      if (!part.includes('::') && !part.includes(' path')) expect(look.size).to.be.greaterThan(300);
    for (const path of element.querySelectorAll('path'))
      expect(path.getBoundingClientRect().width).to.be.greaterThan(5);
  });
});
